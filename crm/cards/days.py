"""What somebody gets of their day: the morning list, the digest, the Home tab."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from crm.cards.claims import ClaimLine, LeaveCard, LockCard, TimeRequestCard
from crm.cards.customers import ComplaintCard
from crm.cards.deals import DealLine, HomeDeals
from crm.cards.measures import DealsDone
from crm.cards.moves import ReassignmentCard
from crm.completeness import Asked
from crm.followups import FollowUp
from crm.people import Team
from crm.quiet import OwnHours, QuietHours


@dataclass(frozen=True, slots=True)
class DayCard:
    """My day: plans due, overdue, claims near their end, and plans of the week after. `day` is the reader's local day."""

    day: date
    due: tuple[FollowUp, ...]
    overdue: tuple[FollowUp, ...]
    expiring: tuple[ClaimLine, ...]
    coming: tuple[FollowUp, ...] = ()


@dataclass(frozen=True, slots=True)
class TodayCard:
    """My day, as the answer to who asks for it: there even when nothing is due."""

    day: DayCard


@dataclass(frozen=True, slots=True)
class HelpCard:
    """What somebody of this role can do."""

    role: str


@dataclass(frozen=True, slots=True)
class Done:
    """What a team did in some days. `followed`: customers with a follow-up that counted; `kept` and `missed`: plans due."""

    activities: int = 0
    followed: int = 0
    new_customers: int = 0
    kept: int = 0
    missed: int = 0
    pooled: int = 0
    reassigned: int = 0


@dataclass(frozen=True, slots=True)
class Tended:
    """How one of a team, or a team (`name`: None for no team), tends what is held: customers `held`, of them `followed` up
    in the days told of, `soon` running out within a week; `overdue`: planned steps past their time."""

    name: str | None
    held: int
    followed: int
    soon: int
    overdue: int


@dataclass(frozen=True, slots=True)
class TeamNumbers:
    """What was done in some days and in those `before` them; what waits and is owned now. `parts` by name, never ranked."""

    done: Done
    before: Done
    waiting: int
    owned: int
    parts: tuple[Tended, ...] = ()
    amount: tuple[tuple[str, Decimal], ...] = ()


@dataclass(frozen=True, slots=True)
class DigestCard:
    """A manager's morning. `expiring` and `stalled`: the first of their totals; `in_channel`: told to a team's channel,
    where no customer is named."""

    day: date
    team_name: str | None
    numbers: TeamNumbers
    expiring: tuple[ClaimLine, ...]
    waiting: tuple[ReassignmentCard, ...]
    complaints: tuple[ComplaintCard, ...] = ()
    deals: DealsDone | None = None
    stalled: tuple[DealLine, ...] = ()
    expiring_total: int = 0
    overdue: int = 0
    in_channel: bool = False


@dataclass(frozen=True, slots=True)
class MemberLine:
    """One of a team: how many customers they hold, and how many of those run out within the week."""

    name: str
    held: int
    soon: int


@dataclass(frozen=True, slots=True)
class TeamHome:
    """What a manager's Home has besides. `asked`: what others wait to have granted; each list is the first of its total.
    `pooled`: how many customers have no owner."""

    waiting: tuple[ReassignmentCard, ...]
    waiting_total: int
    asked: tuple[TimeRequestCard | LeaveCard | LockCard, ...]
    asked_total: int
    near: tuple[ClaimLine, ...]
    near_total: int
    members: tuple[MemberLine, ...]
    members_total: int
    pooled: int


@dataclass(frozen=True, slots=True)
class AdminHome:
    """What an admin's Home has besides: how far Dibs is set up, and whether it is well. `teams`: each with how many people
    it has and whether somebody leads it; `teamless`: the first of those who use Dibs and are in no team; `clock_on`: the
    claim clock is on, or will be tomorrow; `halted`: the sweep waits for a person's word."""

    teams: tuple[tuple[Team, int, bool], ...]
    teamless: tuple[str, ...]
    teamless_total: int
    clock_on: bool
    halted: bool = False


@dataclass(frozen=True, slots=True)
class HomeCard:
    """`fixes`: the first of `fixes_total` things to mend in what is known of the person's customers; `team`: None for who
    leads nobody; `works_in`: the team whose working days count for deadlines;
    `hours`: their own; `admin`: None for who is none;
    `writes_for`: an assistant's reps, None for who is none."""

    person_name: str
    role: str
    day: DayCard
    mine: tuple[ClaimLine, ...]
    mine_total: int
    digests_on: bool
    digest_hour: int
    quiet: QuietHours | None
    weekly_day: int | None = None
    quarterly_on: bool = False
    deals: HomeDeals = field(default_factory=HomeDeals)
    fixes: tuple[Asked, ...] = ()
    fixes_total: int = 0
    team: TeamHome | None = None
    works_in: Team | None = None
    hours: OwnHours | None = None
    admin: AdminHome | None = None
    writes_for: tuple[str, ...] | None = None

    @property
    def leads(self) -> bool:
        return self.team is not None


@dataclass(frozen=True, slots=True)
class WelcomeCard:
    role: str

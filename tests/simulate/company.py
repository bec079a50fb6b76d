"""Who lives in a simulated company: its teams, its reps, its customers, and what has been counted of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

from crm.clock import Epoch
from crm.exemptions import Holds
from crm.leave import Leave
from crm.people import Team
from crm.pool import Pooled, Tenure
from crm.qualifying import Touch
from storage.warnings import WarningLine

START = datetime(2026, 1, 1, tzinfo=UTC)
NO_EPOCH, NOTHING = Epoch(START), Holds()

TEAMS = (  # make-up weekends, daylight saving on both halves of the globe, a week that begins on Sunday
    Team("shanghai", "Shanghai", "Asia/Shanghai", "CN"),
    Team("new-york", "New York", "America/New_York", "US"),
    Team("berlin", "Berlin", "Europe/Berlin", "DE", day_end=time(17)),
    Team("riyadh", "Riyadh", "Asia/Riyadh", "SA"),
    Team("lord-howe", "Lord Howe", "Australia/Lord_Howe"),
)


@dataclass(slots=True)
class Rep:
    """`pace`: calls a day; `care`: how likely they look first after what runs out."""

    rep_id: str
    team: Team
    pace: float
    care: float
    held: dict[str, Firm] = field(default_factory=dict)
    won: dict[str, Firm] = field(default_factory=dict)  # of those held: they do not count towards the cap
    leaves: list[Leave] = field(default_factory=list)
    off: dict[date, Leave] = field(default_factory=dict)  # the days of those
    claims: list[datetime] = field(default_factory=list)
    last_assigned_at: datetime | None = None
    views: Counter[date] = field(default_factory=Counter)
    blocks_the_bot: bool = False
    gone: bool = False

    def away(self, day: date) -> Leave | None:
        return self.off.get(day)

    def take_leave(self, leave: Leave) -> None:
        self.leaves.append(leave)
        days = (leave.last_day - leave.first_day).days + 1
        for day in (leave.first_day + timedelta(days=n) for n in range(days)):
            self.off.setdefault(day, leave)

    @property
    def counted(self) -> int:
        """What counts towards the holding cap."""
        return len(self.held) - len(self.won)

    @property
    def pauses(self) -> tuple[tuple[date, date], ...]:
        return tuple((leave.first_day, leave.last_day) for leave in self.leaves)


@dataclass(slots=True)
class Firm:
    """A customer as its rows would say: the epoch's inputs, and the instants the jobs search by."""

    firm_id: str
    source: str
    grade: str | None = None
    owner: Rep | None = None
    number: int = 0  # of the epoch
    epoch: Epoch = NO_EPOCH
    until: datetime = START
    warn_at: datetime | None = None
    sweep_after: datetime | None = None
    shown: datetime | None = None  # the date its owner was told last
    sent: list[WarningLine] = field(default_factory=list)
    recent: list[Touch] = field(default_factory=list)  # of this epoch, the latest first
    tenures: list[Tenure] = field(default_factory=list)
    pooled: Pooled | None = None
    holds: Holds = NOTHING
    asked: int = 0  # extensions granted in this epoch
    changes: int = 0  # ledger lines of a change of owner

    @property
    def owner_id(self) -> str | None:
        return self.owner.rep_id if self.owner else None

    @property
    def last_touch(self) -> datetime | None:
        return max(self.epoch.touches, default=None)


@dataclass
class Record:
    """What happened, in figures, and every promise that was held or was not."""

    counts: Counter[str] = field(default_factory=Counter)
    promises: Counter[str] = field(default_factory=Counter)
    short: list[str] = field(default_factory=list)

    @property
    def held(self) -> int:
        return self.promises.total() - len(self.short)

    def check(self, promise: str, kept: bool, now: datetime, about: object = "") -> None:
        self.promises[promise] += 1
        if not kept:
            self.short.append(f"{now:%Y-%m-%d %H:%M} {promise}: {about}")

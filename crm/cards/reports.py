"""What a manager gets of a week and of a quarter, as frozen facts."""

from dataclasses import dataclass

from crm.cards.claims import ClaimLine
from crm.cards.customers import ComplaintCard
from crm.cards.days import TeamNumbers
from crm.cards.deals import DealLine
from crm.cards.measures import Circle
from crm.cards.moves import ReassignmentCard
from crm.deals import Stages
from crm.forecast import Forecast, Outcome
from crm.funnel import Funnel, Weak
from crm.measures import Rates, Share
from crm.odd import Why
from crm.periods import Period


@dataclass(frozen=True, slots=True)
class OddLine:
    """`pushed`: how often its day to close was moved later."""

    line: DealLine
    whys: tuple[Why, ...]
    pushed: int


@dataclass(frozen=True, slots=True)
class OddCard:
    circle: Circle
    lines: tuple[OddLine, ...]
    total: int


@dataclass(frozen=True, slots=True)
class WeekCard:
    """Seven days of a team. `opened`: deals begun in them; `went_on`: how often a deal went on to a further stage.
    `waiting`, `near` and `complaints` are the first of what needs an owner, runs out within a week (`expiring` in all), and
    is complained of or promised and past its time (`overdue` in all). `in_channel`: told to a team's channel, where no
    customer is named."""

    circle: Circle
    period: Period
    numbers: TeamNumbers
    funnel: Funnel
    forecast: Forecast
    opened: int
    went_on: int
    stalled: tuple[DealLine, ...]
    stalled_total: int
    odd: tuple[OddLine, ...]
    odd_total: int
    rates: Rates
    stages: Stages
    waiting: tuple[ReassignmentCard, ...] = ()
    near: tuple[ClaimLine, ...] = ()
    expiring: int = 0
    complaints: tuple[ComplaintCard, ...] = ()
    overdue: int = 0
    in_channel: bool = False


@dataclass(frozen=True, slots=True)
class QuarterCard:
    """A quarter that is over. `before`: the success rate of the one before; `by_rep`: how each one's forecast came out."""

    circle: Circle
    period: Period
    funnel: Funnel
    weak: Weak | None
    before: Share
    came_out: Outcome | None
    by_rep: tuple[tuple[str | None, Outcome], ...]
    rates: Rates

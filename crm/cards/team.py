"""What who leads decides from, beside the funnel: people and their customers, the worth of the clock, the sources."""

from dataclasses import dataclass
from decimal import Decimal

from crm.cards.measures import Circle, Dimension
from crm.deals import Stages
from crm.measures import Rates
from crm.people_figures import Made, Spread
from crm.periods import Period
from crm.sources import Origin, Yield
from crm.worth import Worth


@dataclass(frozen=True, slots=True)
class PeopleCard:
    """`groups`: (name, theirs) by rep or team; `held`: how many customers `spread` parts."""

    circle: Circle
    period: Period
    made: Made
    by: Dimension | None
    groups: tuple[tuple[str | None, Made], ...]
    held: int
    spread: Spread
    rates: Rates
    stages: Stages


@dataclass(frozen=True, slots=True)
class ValueCard:
    """What the clock was worth."""

    circle: Circle
    period: Period
    worth: Worth
    rates: Rates


@dataclass(frozen=True, slots=True)
class SourcesCard:
    """`origins`: the first of `origins_total`, what brought most first. `unconverted`: what is in no sum."""

    period: Period
    whole: Yield
    origins: tuple[tuple[Origin, Yield], ...]
    origins_total: int
    rates: Rates
    unconverted: tuple[tuple[str, Decimal], ...] = ()

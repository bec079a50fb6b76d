"""What who leads decides from, beside the funnel: people and their customers."""

from dataclasses import dataclass

from crm.cards.measures import Circle, Dimension
from crm.deals import Stages
from crm.measures import Rates
from crm.people_figures import Made, Spread
from crm.periods import Period


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

"""What a manager gets to see of the funnel and the forecast, as frozen facts."""

from dataclasses import dataclass
from typing import Literal

from crm.cards.deals import DealLine
from crm.deals import Stages
from crm.forecast import Forecast, Outcome, Sums
from crm.funnel import Funnel, Weak
from crm.measures import Rates
from crm.periods import Period

Dimension = Literal["team", "rep", "source", "grade"]
Whose = Literal["mine", "rep", "team", "all"]


@dataclass(frozen=True, slots=True)
class Circle:
    """Whose deals are meant. `name` of the rep or the team."""

    whose: Whose
    name: str | None = None


@dataclass(frozen=True, slots=True)
class DealsDone:
    """What deals did in some days: `opened` in them; `went_on`: how often one came to a further stage."""

    funnel: Funnel
    forecast: Forecast
    opened: int
    went_on: int
    rates: Rates


@dataclass(frozen=True, slots=True)
class FunnelCard:
    """`groups`: (name, None where there is none; its figures) by `by`. `stalled`: the first of `stalled_total`."""

    circle: Circle
    period: Period
    funnel: Funnel
    weak: Weak | None
    wider: Circle | None
    by: Dimension | None
    groups: tuple[tuple[str | None, Funnel], ...]
    stalled: tuple[DealLine, ...]
    stalled_total: int
    rates: Rates


@dataclass(frozen=True, slots=True)
class ForecastCard:
    """`groups`: (name, sums) by rep, or by team where several are meant. `last_quarter`: how it came out."""

    circle: Circle
    forecast: Forecast
    by: Dimension | None
    groups: tuple[tuple[str | None, Sums], ...]
    rates: Rates
    stages: Stages
    last_quarter: Outcome | None = None

"""What a person gets to see of deals, as frozen facts."""

from dataclasses import dataclass
from decimal import Decimal

from crm.customers import Customer
from crm.deal_offers import Offer
from crm.deals import Deal, Move, Stage, Stages

DEALS_A_PAGE = 10  # deals on one message


@dataclass(frozen=True, slots=True)
class DealLine:
    """One deal in a list. `stalled`: for how many days it has stood still, where that is too long."""

    deal: Deal
    stage: Stage
    owner_name: str | None
    stalled: int | None = None


@dataclass(frozen=True, slots=True)
class DealCard:
    """One deal with its steps. `version` is the one this message was about: later ones take its buttons away."""

    line: DealLine
    version: int
    stages: Stages
    helper_names: tuple[str, ...] = ()
    steps: tuple[tuple[Move, str | None], ...] = ()

    @property
    def is_current(self) -> bool:
        return self.line.deal.version == self.version


@dataclass(frozen=True, slots=True)
class DealsCard:
    """Deals of one customer, or of the asker where there is none: those from `offset` on, of `total`. `unclear`: which of
    them was meant is asked."""

    customer: Customer | None
    lines: tuple[DealLine, ...]
    total: int
    unclear: bool = False
    offset: int = 0


@dataclass(frozen=True, slots=True)
class DealHint:
    """What a receipt says of deals: what the note suggests, and those that were changed since."""

    offers: tuple[Offer, ...]
    settled: tuple[DealLine, ...]
    stages: Stages


@dataclass(frozen=True, slots=True)
class HomeDeals:
    """`mine`: the first of one's own open deals, the nearest close first; `stalled`: those of the team a manager leads
    that stand still, the longest first. The totals count all there are. `stages`: how many of one's own open deals stand in
    each; `worth`: their sum in each currency."""

    mine: tuple[DealLine, ...] = ()
    mine_total: int = 0
    stalled: tuple[DealLine, ...] = ()
    stalled_total: int = 0
    stages: tuple[tuple[Stage, int], ...] = ()
    worth: tuple[tuple[str, Decimal], ...] = ()

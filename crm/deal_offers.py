"""What a note offers to do to its customer's deals with one tap: open one, move it on, put its amount right.

A note never changes a deal by itself: its words are a hint, and the rep taps.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from crm.deals import Deal, Stage, Stages

WORTH_A_DEAL = 2  # from this rank on a stage alone suggests to open a deal: a first "interested" is no deal yet
MOST_OFFERS = 3


@dataclass(frozen=True, slots=True)
class Offer:
    """What a note suggests with one tap: `deal` None opens one; `stage` and `amount` None stay as they are."""

    deal: Deal | None
    stage: Stage | None
    amount: Decimal | None
    currency: str | None


def offers(
    deals: Sequence[Deal],
    *,
    hint: str | None,
    amount: Decimal | None,
    currency: str | None,
    logged_at: datetime,
    stages: Stages,
) -> tuple[Offer, ...]:
    """What a note logged at an instant suggests about its customer's deals; nothing once one was changed since.

    A stage is offered forwards or to lost, never back; an amount for the one open deal only: of several, which one a
    sum means is anybody's guess.
    """
    stage = stages.hinted(hint)
    if (stage is None and amount is None) or any(deal.changed_at >= logged_at for deal in deals):
        return ()
    open_deals = [deal for deal in deals if deal.closed_at is None]
    if not open_deals:
        return _new(stage, amount, currency, stages)
    alone = len(open_deals) == 1
    found = (_offer(deal, stage, amount if alone else None, currency, stages) for deal in open_deals)
    return tuple(one for one in found if one)[:MOST_OFFERS]


def _new(stage: Stage | None, amount: Decimal | None, currency: str | None, stages: Stages) -> tuple[Offer, ...]:
    if stage is not None and stage.kind == "lost":
        return ()
    worth = amount is not None or (stage is not None and stages.rank(stage.code) >= WORTH_A_DEAL)
    return (Offer(None, stage or stages.all[0], amount, currency),) if worth else ()


def _offer(
    deal: Deal, stage: Stage | None, amount: Decimal | None, currency: str | None, stages: Stages
) -> Offer | None:
    ahead = stage is not None and stages.rank(stage.code) > stages.rank(deal.stage)
    other = amount is not None and (amount, currency or deal.currency) != (deal.amount, deal.currency)
    if not ahead and not other:
        return None
    return Offer(deal, stage if ahead else None, amount if other else None, currency if other else None)

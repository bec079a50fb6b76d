"""What a customer's deals hold its claim by: an open deal while it lives, and a contract that was won.

A deal lives by coming further than it ever was, and by follow-ups that count: neither going back and forth nor notes
that would not move the clock hold a customer by a dummy deal. Of the deals opened in one epoch only the first lives by
having been opened.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from sqlalchemy import Connection

from crm.customers import Customer
from crm.deals import Deal, Stages, signs_of_life
from crm.exemptions import OpenDeal, Won
from storage import deal_settings, deals

A_YEAR = timedelta(days=365)


def held_by_deals(
    tx: Connection, customer: Customer, *, workspace_id: str, touches: Sequence[datetime]
) -> tuple[tuple[OpenDeal, ...], Won | None]:
    """(open deals by their last sign of life, what was won last). `touches`: the follow-ups of this epoch that count."""
    found = deals.of_customer(tx, workspace_id=workspace_id, customer_id=customer.customer_id)
    if not found:
        return (), None
    stages = deal_settings.stages(tx, workspace_id=workspace_id)
    standing = [deal for deal in found if deal.closed_at is None]
    histories = deals.histories(tx, workspace_id=workspace_id, deal_ids=[one.deal_id for one in standing])
    alive = []
    for deal in standing:
        signs = signs_of_life(histories[deal.deal_id], touches, stages)
        if _was_opened_after_another(deal, found, customer):
            signs = tuple(sign for sign in signs if sign[0] != deal.created_at)
        alive += [OpenDeal(at, None, days) for at, days in signs]
    return tuple(alive), _won(found, stages)


def won_customers(tx: Connection, owners: Collection[str], *, workspace_id: str) -> dict[str, list[Won]]:
    """Of each of these people what they won and hold, a customer once."""
    stages = deal_settings.stages(tx, workspace_id=workspace_id)
    of_customer: dict[tuple[str, str], list[Deal]] = defaultdict(list)
    for owner_id, deal in deals.won_of(tx, workspace_id=workspace_id, stage=stages.won.code, owners=owners):
        of_customer[owner_id, deal.customer_id].append(deal)
    found: dict[str, list[Won]] = defaultdict(list)
    for (owner_id, _), theirs in of_customer.items():
        found[owner_id] += [won] if (won := _won(theirs, stages)) else []
    return found


def _won(found: Sequence[Deal], stages: Stages) -> Won | None:
    """Of several contracts the one that runs longest."""
    won = [deal for deal in found if deal.closed_at and deal.stage == stages.won.code]
    last = max(won, key=lambda deal: deal.contract_end or _when(deal).date() + A_YEAR, default=None)
    return Won(_when(last), last.contract_end) if last else None


def _when(deal: Deal) -> datetime:
    assert deal.closed_at is not None
    return deal.closed_at


def _was_opened_after_another(deal: Deal, found: Sequence[Deal], customer: Customer) -> bool:
    since = customer.epoch_started_at
    return since is not None and any(one.deal_id < deal.deal_id and one.created_at >= since for one in found)

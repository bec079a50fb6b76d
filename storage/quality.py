"""What entry quality is judged by, read for several people at once."""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, and_, bindparam, func, or_, select

from crm.completeness import Known
from crm.customers import Contact
from crm.quality import Planned, Written
from storage.deals import as_deal, select_deals
from storage.prebuilt import given
from storage.tables.activities import ActivityRow, FollowUpRow
from storage.tables.customers import ContactRow, CustomerRow
from storage.tables.deals import DealRow
from storage.tables.merges import MergeRow
from storage.tables.spot_checks import SpotCheckRow

_OWNED = (
    *given(CustomerRow.workspace_id),
    CustomerRow.owner_id.in_(bindparam("owner_ids", expanding=True)),
    CustomerRow.state == "owned",
)
_OWNED_IDS = select(CustomerRow.customer_id).where(*_OWNED)
_DEALS = select_deals().where(
    *given(DealRow.workspace_id), DealRow.closed_at.is_(None), DealRow.customer_id.in_(_OWNED_IDS)
)
_PLANNED = select(FollowUpRow.customer_id).where(
    *given(FollowUpRow.workspace_id), FollowUpRow.state == "open", FollowUpRow.customer_id.in_(_OWNED_IDS)
)
_CONTACTS = (
    select(ContactRow.customer_id, ContactRow.contact_id, ContactRow.name, ContactRow.phone, ContactRow.email)
    .where(*given(ContactRow.workspace_id), ContactRow.customer_id.in_(_OWNED_IDS))
    .order_by(ContactRow.contact_id)
)
_KNOWN = (
    select(CustomerRow.customer_id, CustomerRow.name, CustomerRow.owner_id, CustomerRow.source, CustomerRow.phone)
    .where(*_OWNED)
    .order_by(CustomerRow.name)
)


def known(tx: Connection, *, workspace_id: str, owner_ids: Collection[str]) -> tuple[Known, ...]:
    """What is known of the customers these people own, by name."""
    mine = {"workspace_id": workspace_id, "owner_ids": sorted(owner_ids)}
    deals = defaultdict(list)
    for row in tx.execute(_DEALS, mine):
        deals[row.customer_id].append(as_deal(row))
    contacts: dict[str, list[Contact]] = defaultdict(list)
    for customer_id, contact_id, name, phone, email in tx.execute(_CONTACTS, mine):
        contacts[customer_id].append(Contact(contact_id, name, phone, email))
    planned = set(tx.execute(_PLANNED, mine).scalars())
    return tuple(
        Known(
            customer_id,
            name,
            owner_id or "",
            source,
            phone is not None,
            tuple(contacts[customer_id]),
            customer_id in planned,
            tuple(deals[customer_id]),
        )
        for customer_id, name, owner_id, source, phone in tx.execute(_KNOWN, mine)
    )


def written(tx: Connection, *, workspace_id: str, person_ids: Collection[str], since: datetime) -> tuple[Written, ...]:
    """The logs that stand and count as these people's, without those that came with a list."""
    whose = func.coalesce(ActivityRow.on_behalf_of, ActivityRow.author_id)
    found = (
        select(
            whose,
            ActivityRow.customer_id,
            ActivityRow.happened_at,
            ActivityRow.logged_at,
            ActivityRow.outcome,
            ActivityRow.no_answer,
            ActivityRow.why_not,
            SpotCheckRow.state,
        )
        .outerjoin(
            SpotCheckRow,
            and_(
                SpotCheckRow.workspace_id == ActivityRow.workspace_id,
                SpotCheckRow.activity_id == ActivityRow.activity_id,
            ),
        )
        .where(
            ActivityRow.workspace_id == workspace_id,
            or_(ActivityRow.author_id.in_(person_ids), ActivityRow.on_behalf_of.in_(person_ids)),
            ActivityRow.logged_at >= since,
            ActivityRow.withdrawn_at.is_(None),
            func.coalesce(ActivityRow.why_not, "") != "imported",
        )
        .order_by(ActivityRow.logged_at, ActivityRow.activity_id)
    )
    return tuple(
        Written(person, customer, happened, logged, words, no_answer, why_not == "near_copy", checked == "rejected")
        for person, customer, happened, logged, words, no_answer, why_not, checked in tx.execute(found)
        if person in person_ids
    )


def planned(tx: Connection, *, workspace_id: str, person_ids: Collection[str], since: datetime) -> tuple[Planned, ...]:
    """The plans of these people first due since. Left out: what was dropped before its day, and what came to them with a
    customer after it."""
    found = select(
        FollowUpRow.owner_id, FollowUpRow.customer_id, FollowUpRow.created_at, FollowUpRow.first_due_at
    ).join(
        CustomerRow,
        and_(CustomerRow.workspace_id == FollowUpRow.workspace_id, CustomerRow.customer_id == FollowUpRow.customer_id),
    )
    dropped = and_(FollowUpRow.state == "dropped", FollowUpRow.closed_at <= FollowUpRow.first_due_at)
    inherited = and_(
        CustomerRow.owner_id == FollowUpRow.owner_id, CustomerRow.epoch_started_at > FollowUpRow.first_due_at
    )
    mine = (
        FollowUpRow.workspace_id == workspace_id,
        FollowUpRow.owner_id.in_(person_ids),
        FollowUpRow.first_due_at >= since,
        ~dropped,
        ~func.coalesce(inherited, False),
    )
    return tuple(Planned(*row) for row in tx.execute(found.where(*mine)))


def doubles(
    tx: Connection, *, workspace_id: str, person_ids: Collection[str], since: datetime
) -> tuple[tuple[str, str, datetime], ...]:
    """(person, customer, when) of customers they entered that were merged into one that was there; not those of a list."""
    found = select(CustomerRow.created_by, CustomerRow.customer_id, CustomerRow.created_at).join(
        MergeRow,
        and_(MergeRow.workspace_id == CustomerRow.workspace_id, MergeRow.gone_id == CustomerRow.customer_id),
    )
    mine = (
        CustomerRow.workspace_id == workspace_id,
        CustomerRow.created_by.in_(person_ids),
        CustomerRow.created_at >= since,
        CustomerRow.import_id.is_(None),
        MergeRow.undone_at.is_(None),
    )
    return tuple((person or "", customer, at) for person, customer, at in tx.execute(found.where(*mine).distinct()))

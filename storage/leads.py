"""Inquiries, the secrets that sign them, and the channels they come by, as you would ask for them."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, func, insert, or_, select, update

from crm.customers import normal_name
from crm.leads.lead import KeptLead, Lead, LeadKey, WatchedChannel
from storage.database import insert_into
from storage.tables.customers import AliasRow, ContactRow, CustomerRow
from storage.tables.leads import LeadKeyRow, LeadRow, WatchedChannelRow

_LEAD = select(
    LeadRow.lead_id,
    LeadRow.at,
    LeadRow.door,
    LeadRow.company,
    LeadRow.contact,
    LeadRow.email,
    LeadRow.phone,
    LeadRow.domain,
    LeadRow.city,
    LeadRow.industry,
    LeadRow.message,
    LeadRow.source,
    LeadRow.campaign,
    LeadRow.state,
    LeadRow.customer_id,
    LeadRow.candidates,
    LeadRow.told,
    LeadRow.decided_by,
)


def _as_lead(row: Sequence[Any]) -> KeptLead:
    lead_id, at, door, *said, state, customer_id, candidates, told, decided_by = row
    ids = tuple(candidates.split(",")) if candidates else ()
    return KeptLead(lead_id, at, door, Lead(*said), state, customer_id, ids, told, decided_by)


def add(tx: Connection, one: KeptLead, *, workspace_id: str) -> None:
    said = {name: getattr(one.lead, name) for name in Lead.__slots__}
    tx.execute(
        insert(LeadRow).values(
            workspace_id=workspace_id,
            lead_id=one.lead_id,
            at=one.at,
            door=one.door,
            state=one.state,
            customer_id=one.customer_id,
            candidates=",".join(one.candidate_ids),
            told=one.told,
            **said,
        )
    )


def lead(tx: Connection, *, workspace_id: str, lead_id: str) -> KeptLead | None:
    row = tx.execute(_LEAD.where(LeadRow.workspace_id == workspace_id, LeadRow.lead_id == lead_id)).first()
    return _as_lead(row) if row else None


def latest(tx: Connection, *, workspace_id: str, customer_id: str, limit: int) -> tuple[KeptLead, ...]:
    """A customer's inquiries, the latest first."""
    mine = (LeadRow.workspace_id == workspace_id, LeadRow.customer_id == customer_id)
    return tuple(_as_lead(row) for row in tx.execute(_LEAD.where(*mine).order_by(LeadRow.at.desc()).limit(limit)))


def decide(
    tx: Connection, *, workspace_id: str, lead_id: str, state: str, customer_id: str | None, decided_by: str
) -> bool:
    """Compare and set: True if it was asked about and is now decided."""
    mine = (LeadRow.workspace_id == workspace_id, LeadRow.lead_id == lead_id, LeadRow.state == "asked")
    decided = update(LeadRow).where(*mine).values(state=state, customer_id=customer_id, decided_by=decided_by)
    return tx.execute(decided.returning(LeadRow.lead_id)).first() is not None


def counts(tx: Connection, *, workspace_id: str, since: datetime) -> dict[str, int]:
    """How many came in since, by what became of them."""
    mine = (LeadRow.workspace_id == workspace_id, LeadRow.at >= since)
    found = tx.execute(select(LeadRow.state, func.count()).where(*mine).group_by(LeadRow.state))
    return {state: int(count) for state, count in found}


# who it may be


def called(tx: Connection, *, workspace_id: str, name: str) -> tuple[str, ...]:
    """The customers in use whose name, or another name, has exactly this normal form."""
    form = normal_name(name)
    if not form:
        return ()
    by_name = select(CustomerRow.customer_id).where(
        CustomerRow.workspace_id == workspace_id, CustomerRow.normal_name == form, CustomerRow.state != "archived"
    )
    by_alias = (
        select(AliasRow.customer_id)
        .join(CustomerRow, _same_customer(AliasRow))
        .where(AliasRow.workspace_id == workspace_id, AliasRow.normal_alias == form, CustomerRow.state != "archived")
    )
    return tuple(tx.execute(by_name.union(by_alias)).scalars())


def reached_at(
    tx: Connection, *, workspace_id: str, email: str | None, phones: Collection[str], domain: str | None
) -> Sequence[tuple[str, str]]:
    """(customer, by what) of the customers in use that an address, a number or a web domain belongs to: mail, phone, domain,
    and neighbour where a contact has an address of the domain. Numbers are compared by their digits."""
    in_use = (CustomerRow.workspace_id == workspace_id, CustomerRow.state != "archived")
    found: list[tuple[str, str]] = []
    own = [CustomerRow.domain == domain] if domain else []
    own += [_dialled(CustomerRow.phone, phones)] if phones else []
    if own:
        rows = tx.execute(select(CustomerRow.customer_id, CustomerRow.domain).where(*in_use, or_(*own)).limit(20))
        found += [(row[0], "domain" if domain and row[1] == domain else "phone") for row in rows]
    theirs = [func.lower(ContactRow.email) == email.lower()] if email and not _is_of(email, domain) else []
    theirs += [func.lower(ContactRow.email).endswith(f"@{domain}", autoescape=True)] if domain else []
    theirs += [_dialled(ContactRow.phone, phones)] if phones else []
    if theirs:
        people = select(ContactRow.customer_id, func.lower(ContactRow.email), digits(ContactRow.phone))
        people = people.join(CustomerRow, _same_customer(ContactRow)).where(*in_use, or_(*theirs)).limit(50)
        for customer_id, mail, phone in tx.execute(people):
            found += [(customer_id, "mail")] if email and mail == email.lower() else []
            found += [(customer_id, "phone")] if phone in phones else []
            found += [(customer_id, "neighbour")] if domain and mail and mail.endswith(f"@{domain}") else []
    return found


def _is_of(email: str, domain: str | None) -> bool:
    """Whether whoever looks for addresses of the domain finds this one too."""
    return domain is not None and email.lower().endswith(f"@{domain}")


def _dialled(column: Any, phones: Collection[str]) -> Any:
    """Numbers of these digits. Only those with the same two last characters are taken apart: a hundredth of all."""
    ends = {phone[-2:] for phone in phones}
    return or_(*(column.endswith(end) for end in sorted(ends))) & digits(column).in_(phones)


def digits(column: Any) -> Any:
    """A number as it is dialled. A whole look through the contacts: it is asked once an inquiry, not once a note."""
    bare = column
    for mark in " -().+/–":
        bare = func.replace(bare, mark, "")
    return bare


def _same_customer(table: Any) -> Any:
    return (CustomerRow.workspace_id == table.workspace_id) & (CustomerRow.customer_id == table.customer_id)


# where they come in


def keys(tx: Connection, *, workspace_id: str, now: datetime) -> tuple[LeadKey, ...]:
    """The secrets that are taken now, the newest first."""
    mine = (LeadKeyRow.workspace_id == workspace_id, or_(LeadKeyRow.ends_at.is_(None), LeadKeyRow.ends_at > now))
    found = select(
        LeadKeyRow.key_id, LeadKeyRow.secret, LeadKeyRow.made_by, LeadKeyRow.made_at, LeadKeyRow.ends_at
    ).where(*mine)
    return tuple(LeadKey(*row) for row in tx.execute(found.order_by(LeadKeyRow.key_id.desc())))


def add_key(tx: Connection, key: LeadKey, *, workspace_id: str) -> None:
    fields = {name: getattr(key, name) for name in LeadKey.__slots__}
    tx.execute(insert(LeadKeyRow).values(workspace_id=workspace_id, **fields))


def end_keys(tx: Connection, *, workspace_id: str, at: datetime) -> int:
    """No secret made so far is taken after that instant; returns how many that ended or shortened."""
    late = or_(LeadKeyRow.ends_at.is_(None), LeadKeyRow.ends_at > at)
    ended = update(LeadKeyRow).where(LeadKeyRow.workspace_id == workspace_id, late).values(ends_at=at)
    return len(tx.execute(ended.returning(LeadKeyRow.key_id)).all())


_CHANNEL = select(
    WatchedChannelRow.channel_id, WatchedChannelRow.source, WatchedChannelRow.watched_by, WatchedChannelRow.since
)


def channels(tx: Connection, *, workspace_id: str) -> tuple[WatchedChannel, ...]:
    found = _CHANNEL.where(WatchedChannelRow.workspace_id == workspace_id).order_by(WatchedChannelRow.channel_id)
    return tuple(WatchedChannel(*row) for row in tx.execute(found))


def channel(tx: Connection, *, workspace_id: str, channel_id: str) -> WatchedChannel | None:
    mine = (WatchedChannelRow.workspace_id == workspace_id, WatchedChannelRow.channel_id == channel_id)
    row = tx.execute(_CHANNEL.where(*mine)).first()
    return WatchedChannel(*row) if row else None


def watch(tx: Connection, one: WatchedChannel, *, workspace_id: str) -> None:
    """From now on, or with another source."""
    fields = {"source": one.source, "watched_by": one.watched_by, "since": one.since}
    new = insert_into(tx, WatchedChannelRow).values(workspace_id=workspace_id, channel_id=one.channel_id, **fields)
    tx.execute(new.on_conflict_do_update(index_elements=["workspace_id", "channel_id"], set_=fields))


def unwatch(tx: Connection, *, workspace_id: str, channel_id: str) -> bool:
    """True if it was watched."""
    mine = (WatchedChannelRow.workspace_id == workspace_id, WatchedChannelRow.channel_id == channel_id)
    return (
        tx.execute(delete(WatchedChannelRow).where(*mine).returning(WatchedChannelRow.channel_id)).first() is not None
    )

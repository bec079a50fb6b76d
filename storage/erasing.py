"""Erasures asked for, and every text there is, page by page, so that one person's traces can be taken out of all of it.

A column is looked through unless it is known to hold no words of people: a table that is new is not forgotten.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, delete, insert, select, update

from crm.people import Person
from storage import people
from storage.migrations import metadata
from storage.tables.customers import AliasRow, ContactRow, CustomerRow
from storage.tables.erasures import ErasureRow
from storage.tables.inout import ImportFillRow
from storage.tables.leads import LeadRow
from storage.tables.people import PersonRow

PAGE = 500
INQUIRIES = 2_000  # looked at in one go
LEAST_WIDTH = 60  # narrower columns hold ids and codes
NO_WORDS = frozenset(  # settings, and names of firms and colleagues
    {
        *("workspaces", "people", "teams", "customers", "customer_aliases", "contacts", "deal_stages", "claim_rules"),
        *(
            "rule_proposals",
            "import_mappings",
            "exchange_rates",
            "seen",
            "job_run",
            "channel_gate",
            "erasures",
            "installations",
        ),
    }
)
KEYS = frozenset(
    {
        "receipt_ts",
        "digest",
        "candidates",
        "candidate_ids",
        "dedupe_key",
        "lane",
        "error",
        "lease_by",
        "file_url",
        "source_ts",
        "kind",
        "links",
        "ts",
        "secret",
    }
)


@dataclass(frozen=True, slots=True)
class Erasure:
    """`customer_id`: of a contact; None for a person. `traces`: JSON of crm.erasing.Traces, gone when it is done."""

    workspace_id: str
    erasure_id: str
    customer_id: str | None
    asked_by: str | None
    traces: str
    done_at: datetime | None = None
    changed: int = 0


_ERASURE = select(
    ErasureRow.workspace_id,
    ErasureRow.erasure_id,
    ErasureRow.customer_id,
    ErasureRow.asked_by,
    ErasureRow.traces,
    ErasureRow.done_at,
    ErasureRow.changed,
)
_WAITING = _ERASURE.where(ErasureRow.done_at.is_(None)).limit(20)


def add(tx: Connection, one: Erasure, *, now: datetime) -> None:
    fields = {name: getattr(one, name) for name in ("workspace_id", "erasure_id", "customer_id", "asked_by", "traces")}
    tx.execute(insert(ErasureRow).values(**fields, asked_at=now))


def find(tx: Connection, *, workspace_id: str, erasure_id: str) -> Erasure | None:
    mine = (ErasureRow.workspace_id == workspace_id, ErasureRow.erasure_id == erasure_id)
    row = tx.execute(_ERASURE.where(*mine)).first()
    return Erasure(*row) if row else None


def waiting(tx: Connection) -> tuple[Erasure, ...]:
    """What is not done yet, in every workspace."""
    return tuple(Erasure(*row) for row in tx.execute(_WAITING))


def done(tx: Connection, one: Erasure, *, changed: int, now: datetime) -> bool:
    """Forget the traces too; False where another process was quicker."""
    mine = (ErasureRow.workspace_id == one.workspace_id, ErasureRow.erasure_id == one.erasure_id)
    fields = {"traces": "", "done_at": now, "changed": changed}
    return tx.execute(update(ErasureRow).where(*mine, ErasureRow.done_at.is_(None)).values(fields)).rowcount == 1


def contacts(
    tx: Connection, *, workspace_id: str, normal: str, email: str, phone_end: str
) -> list[tuple[str, str, str, str, str | None, str | None]]:
    """(customer, its name, contact, name, phone, e-mail) of those with this normal name, this address, or a number with
    these digits in a row, whatever stands between; what is empty finds nobody. The database looks through them: only who
    may be meant comes here."""
    said = [ContactRow.normal_name == normal] if normal else []
    said += [sa.func.lower(ContactRow.email) == email.lower()] if email else []
    said += [ContactRow.phone.like(f"%{'%'.join(phone_end)}%")] if phone_end else []
    if not said:
        return []
    found = (
        select(
            CustomerRow.customer_id,
            CustomerRow.name,
            ContactRow.contact_id,
            ContactRow.name,
            ContactRow.phone,
            ContactRow.email,
        )
        .join(
            CustomerRow,
            (CustomerRow.workspace_id == ContactRow.workspace_id) & (CustomerRow.customer_id == ContactRow.customer_id),
        )
        .where(ContactRow.workspace_id == workspace_id, sa.or_(*said))
        .limit(PAGE)
    )
    return [(row[0], row[1], row[2], row[3], row[4], row[5]) for row in tx.execute(found)]


def colleagues(tx: Connection, *, workspace_id: str, name: str) -> tuple[Person, ...]:
    """Everybody in the workspace of this name, those who have left too; who was erased has none any more."""
    called = (PersonRow.workspace_id == workspace_id, sa.func.lower(PersonRow.name) == name.strip().lower())
    ids = tx.execute(select(PersonRow.person_id).where(*called)).scalars().all()
    return people.of_ids(tx, workspace_id=workspace_id, person_ids=ids)


def inquirers(
    tx: Connection, *, workspace_id: str, after: str
) -> list[tuple[str, str | None, str, str | None, str | None]]:
    """(inquiry, customer, name, phone, e-mail) of the next that were written after this one, at most a page of them. How a
    name is written there is anybody's guess, so no index finds it."""
    found = (
        select(LeadRow.lead_id, LeadRow.customer_id, LeadRow.contact, LeadRow.phone, LeadRow.email)
        .where(
            LeadRow.workspace_id == workspace_id,
            LeadRow.lead_id > after,
            sa.or_(LeadRow.contact.is_not(None), LeadRow.phone.is_not(None), LeadRow.email.is_not(None)),
        )
        .order_by(LeadRow.lead_id)
        .limit(INQUIRIES)
    )
    return [(row[0], row[1], row[2] or "", row[3], row[4]) for row in tx.execute(found)]


def forget_inquirer(tx: Connection, *, workspace_id: str, lead_id: str, message: str) -> None:
    """Who wrote an inquiry is not kept any more; what they wanted is."""
    mine = (LeadRow.workspace_id == workspace_id, LeadRow.lead_id == lead_id)
    tx.execute(update(LeadRow).where(*mine).values(contact=None, phone=None, email=None, message=message))


def unname_customer(tx: Connection, *, workspace_id: str, customer_id: str, name: str, normal: str) -> None:
    """A customer that was called as a person is; other names it had go too."""
    mine = (CustomerRow.workspace_id == workspace_id, CustomerRow.customer_id == customer_id)
    tx.execute(update(CustomerRow).where(*mine).values(name=name, normal_name=normal))
    tx.execute(delete(AliasRow).where(AliasRow.workspace_id == workspace_id, AliasRow.customer_id == customer_id))


def forget_contact(tx: Connection, *, workspace_id: str, contact_id: str) -> bool:
    """Remove the entry, and what an import remembers of having filled in; False where it was gone."""
    filled = (ImportFillRow.workspace_id == workspace_id, ImportFillRow.of_id == contact_id)
    tx.execute(delete(ImportFillRow).where(*filled))
    mine = (ContactRow.workspace_id == workspace_id, ContactRow.contact_id == contact_id)
    return tx.execute(delete(ContactRow).where(*mine)).rowcount == 1


def tables() -> tuple[str, ...]:
    return tuple(name for name in metadata().tables if _texts(name))


def page(
    tx: Connection, table: str, *, workspace_id: str, customer_id: str | None, after: Sequence[Any] | None
) -> list[tuple[tuple[Any, ...], dict[str, str]]]:
    """(key, texts) of the next rows; of one customer, where the table knows customers and one is named."""
    one = metadata().tables[table]
    keys = list(one.primary_key.columns)
    where = [one.c.workspace_id == workspace_id]
    if customer_id and knows_customers(table):
        where.append(one.c.customer_id == customer_id)
    if after is not None:
        marks = [sa.literal(value, key.type) for key, value in zip(keys, after, strict=True)]
        where.append(sa.tuple_(*keys) > sa.tuple_(*marks))
    texts = _texts(table)
    found = select(*keys, *(one.c[name].label(f"text_{name}") for name in texts)).where(*where).order_by(*keys)
    rows = tx.execute(found.limit(PAGE)).all()
    return [
        (tuple(row[: len(keys)]), {name: text for name, text in zip(texts, row[len(keys) :], strict=True) if text})
        for row in rows
    ]


def knows_customers(table: str) -> bool:
    column = metadata().tables[table].c.get("customer_id")
    return column is not None and not column.nullable


def rewrite(
    tx: Connection, table: str, key: Sequence[Any], *, was: Mapping[str, str], now_is: Mapping[str, str]
) -> bool:
    """Compare and set: a text that has changed since it was read is left for the next pass."""
    one = metadata().tables[table]
    same = [column == value for column, value in zip(one.primary_key.columns, key, strict=True)]
    same += [one.c[name] == was[name] for name in now_is]
    return tx.execute(update(one).where(*same).values(dict(now_is))).rowcount == 1


@cache
def _texts(table: str) -> tuple[str, ...]:
    if table in NO_WORDS:
        return ()
    one = metadata().tables[table]
    return tuple(
        column.name
        for column in one.columns
        if isinstance(column.type, sa.String)
        and (column.type.length is None or column.type.length >= LEAST_WIDTH)
        and not column.primary_key
        and column.name not in KEYS
    )

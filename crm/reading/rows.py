"""Rows of the labelled sets in, predictions out: what the scorers read."""

from datetime import datetime
from functools import lru_cache
from typing import Any

from crm.reading.index import CustomerIndex
from crm.reading.model import CustomerMatch, KnownCustomer, Reading, ReadingContext, When
from crm.reading.read import read_date, read_note


def predict(row: dict[str, Any]) -> dict[str, Any]:
    """One labelled message; its known customers count as the writer's own."""
    return {"id": row["id"], "prediction": as_row(read_row(row))}


def read_row(row: dict[str, Any]) -> Reading:
    """One labelled message, its known customers the writer's own."""
    known = tuple(
        KnownCustomer(str(n), entry["name"], tuple(entry.get("aliases") or ()), tuple(entry.get("contacts") or ()))
        for n, entry in enumerate(row.get("known_customers") or ())
    )
    context = ReadingContext(
        now=datetime.fromisoformat(row["reference_now"]).replace(tzinfo=None),
        date_order=row.get("date_order") or "MDY",
        default_currency=row.get("default_currency") or "USD",
        own=frozenset(customer.customer_id for customer in known),
    )
    return read_note(row["text"], customers=_index_of(known), context=context)


@lru_cache(maxsize=256)
def _index_of(known: tuple[KnownCustomer, ...]) -> CustomerIndex:
    """Rows come many to a writer, and cutting the names of their customers takes longer than reading the notes."""
    return CustomerIndex(known)


def predict_date(row: dict[str, Any]) -> dict[str, Any]:
    """One date phrase."""
    found = read_date(row["text"], now=datetime.fromisoformat(row["reference"]).replace(tzinfo=None))
    return {"id": row["id"], "prediction": _iso(found)}


def as_row(reading: Reading) -> dict[str, Any]:
    return {
        "intent": reading.intent,
        "kind": reading.kind,
        "customer": _customer(reading.customer),
        "contact": reading.contact,
        "follow_up": _iso(reading.follow_up),
        "amount": float(reading.amount) if reading.amount is not None else None,
        "currency": reading.currency,
        "stage_hint": reading.stage_hint,
        "phone": reading.phone,
        "email": reading.email,
    }


def _customer(match: CustomerMatch) -> str | None:
    return "?" if match.is_asked else match.name


def _iso(when: When | None) -> str | None:
    if when is None:
        return None
    return f"{when.date.isoformat()}T{when.time:%H:%M}" if when.time else when.date.isoformat()

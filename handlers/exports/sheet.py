"""An export as rows of a sheet: a row a customer, with a further row for each further contact and activity. The headings are
those an import reads, the texts harmless to a spreadsheet, the instants with their offset: what went out can come in again."""

from collections.abc import Iterator
from datetime import datetime
from itertools import zip_longest

from crm.activities import Activity
from crm.customers import Contact
from crm.intake.fields import NAMES, own_heading
from crm.sheets import harmless
from handlers.kit import words
from handlers.kit.speech import Speech
from operations.exporting import ExportedCustomer

COLUMNS = tuple(name for name in NAMES if name not in ("first_name", "last_name", "decision"))


def headings(speech: Speech) -> list[str]:
    return [own_heading(name, speech.locale) for name in COLUMNS]


def rows(one: ExportedCustomer, speech: Speech) -> Iterator[list[str]]:
    about = _customer(one, speech)
    for contact, touch in zip_longest(one.contacts or (None,), one.touches):
        cells = {**about, **_contact(contact), **_touch(touch, one.people, speech)}
        yield [harmless(cells.get(name, "")) for name in COLUMNS]


def _customer(one: ExportedCustomer, speech: Speech) -> dict[str, str]:
    customer = one.customer
    return {
        "name": customer.name,
        "aliases": "; ".join(one.aliases),
        "owner": one.people.get(customer.owner_id or "", ""),
        "owner_since": _instant(customer.epoch_started_at if customer.owner_id else None, speech),
        "grade": customer.grade or "",
        "source": customer.source or "",
        "city": customer.city or "",
        "industry": customer.industry or "",
        "created": _instant(one.created_at, speech),
    }


def _contact(contact: Contact | None) -> dict[str, str]:
    if contact is None:
        return {}
    return {"contact": contact.name, "phone": contact.phone or "", "email": contact.email or ""}


def _touch(touch: Activity | None, people: dict[str, str], speech: Speech) -> dict[str, str]:
    if touch is None:
        return {}
    return {
        "kind": words.kind(speech, touch.kind),
        "happened_at": _instant(touch.happened_at, speech),
        "author": people.get(touch.author_id, ""),
        "with": touch.contact or "",
        "outcome": touch.outcome,
        "amount": "" if touch.amount is None else str(touch.amount),
        "currency": touch.currency or "",
    }


def _instant(instant: datetime | None, speech: Speech) -> str:
    return speech.local(instant).isoformat(sep=" ") if instant else ""

"""An export as rows of a sheet: a row a customer, with a further row for each further contact, activity, plan and deal. The
headings are those an import reads, the texts harmless to a spreadsheet, the instants with their offset: what went out can
come in again."""

from collections.abc import Iterator
from datetime import datetime
from itertools import zip_longest

from crm.activities import Activity
from crm.customers import Contact
from crm.deals import Deal
from crm.followups import FollowUp
from crm.intake.fields import NAMES, own_heading
from crm.sheets import harmless, together
from handlers.kit import words
from handlers.kit.speech import Speech
from operations.in_and_out.exporting import ExportedCustomer

OF_OTHERS = frozenset({"first_name", "last_name", "subject", "done", "deal_status", "decision"})  # only ever read
COLUMNS = tuple(name for name in NAMES if name not in OF_OTHERS)


def headings(speech: Speech) -> list[str]:
    return [own_heading(name, speech.locale) for name in COLUMNS]


def rows(one: ExportedCustomer, speech: Speech) -> Iterator[list[str]]:
    about = _customer(one, speech)
    for contact, touch, plan, deal in zip_longest(one.contacts or (None,), one.touches, one.plans, one.deals):
        cells = {**about, **_contact(contact), **_touch(touch, one.people, speech)}
        cells |= {**_plan(plan, one.people, speech), **_deal(deal, one, speech)}
        yield [harmless(cells.get(name, "")) for name in COLUMNS]


def _customer(one: ExportedCustomer, speech: Speech) -> dict[str, str]:
    customer = one.customer
    return {
        "name": customer.name,
        "aliases": together(one.aliases),
        "owner": one.people.get(customer.owner_id or "", ""),
        "owner_since": _instant(customer.epoch_started_at if customer.owner_id else None, speech),
        "grade": customer.grade or "",
        "source": words.source(speech, customer.source) if customer.source else "",
        "campaign": one.campaign or "",
        "city": customer.city or "",
        "industry": customer.industry or "",
        "created": _instant(one.created_at, speech),
        "domain": one.domain or "",
        "firm_phone": one.phone or "",
        "co_owners": together(one.people.get(person, "") for person in one.co_owners),
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
        "amount": "" if touch.amount is None else f"{touch.amount:f}",
        "currency": touch.currency or "",
    }


def _plan(plan: FollowUp | None, people: dict[str, str], speech: Speech) -> dict[str, str]:
    if plan is None:
        return {}
    return {
        "plan_due": _instant(plan.due_at, speech),
        "plan_step": plan.step or "",
        "plan_with": plan.contact or "",
        "plan_owner": people.get(plan.owner_id, ""),
    }


def _deal(deal: Deal | None, one: ExportedCustomer, speech: Speech) -> dict[str, str]:
    if deal is None:
        return {}
    stage = one.stages.of(deal.stage)
    return {
        "deal": deal.name,
        "deal_stage": (stage and stage.name) or words.stage(speech, deal.stage),
        "deal_amount": "" if deal.amount is None else f"{deal.amount:f}",
        "deal_currency": deal.currency or "",
        "deal_close": deal.close_on.isoformat() if deal.close_on else "",
        "deal_owner": one.people.get(deal.owner_id or "", ""),
        "deal_helpers": together(one.people.get(person, "") for person in deal.helpers),
        "deal_probability": "" if deal.probability is None else str(deal.probability),
        "deal_created": _instant(deal.created_at, speech),
        "deal_entered": _instant(deal.entered_at, speech),
        "deal_ended": _instant(deal.closed_at, speech),
        "deal_lost": words.lost_reason(speech, deal.lost_reason) if deal.lost_reason else "",
        "competitor": deal.competitor or "",
        "contract_end": deal.contract_end.isoformat() if deal.contract_end else "",
    }


def _instant(instant: datetime | None, speech: Speech) -> str:
    return speech.local(instant).isoformat(sep=" ") if instant else ""

"""The log form: every field of a log, for a new one, a kept note, or an edit."""

import json
from dataclasses import dataclass, replace
from datetime import datetime

from crm.activities import KINDS, Activity, Entry
from crm.calendar import WorkCalendar
from crm.customers import Customer
from crm.deals import LOST_REASONS, reason_code
from crm.details import SOURCES
from crm.drafts import Draft, DraftPart
from crm.followups import FollowUp
from crm.people import Person
from crm.reading import Reading, When
from handlers.kit import ids, words
from handlers.kit.blocks import (
    Block,
    date_of,
    date_picker,
    external_select,
    input_,
    modal,
    option,
    select,
    text_input,
    time_of,
    time_picker,
    user_select,
)
from handlers.kit.speech import Speech

CURRENCIES = ("USD", "CNY", "EUR", "GBP", "HKD", "SGD", "AUD", "JPY", "CAD", "TWD", "INR")


@dataclass(frozen=True)
class Prefill:
    """What stands in the form when it opens. `metadata` comes back with the submission."""

    customer: tuple[str, str] | None = None
    new_name: str | None = None
    kind: str = "call"
    contact: str | None = None
    outcome: str | None = None
    happened_at: datetime | None = None
    follow_up_at: datetime | None = None
    next_step: str | None = None
    amount: str | None = None
    currency: str | None = None
    competitor: str | None = None
    lost_reason: str | None = None
    source: str | None = None
    metadata: str = "{}"
    rep_id: str | None = None  # whom it is for, where that is not the writer
    editing: bool = False
    read: bool = False  # from words: what was read in passing is shown, to be corrected


def log_prefill(activity: Activity, customer: Customer, entry: Entry, place: tuple[str, str]) -> Prefill:
    """An existing log, to be edited."""
    return Prefill(
        customer=(customer.customer_id, customer.name),
        kind=entry.kind,
        contact=entry.contact,
        outcome=entry.outcome,
        happened_at=entry.happened_at,
        follow_up_at=entry.follow_up_at,
        next_step=entry.next_step,
        amount=None if entry.amount is None else f"{entry.amount.normalize():f}",
        currency=entry.currency,
        competitor=entry.competitor,
        lost_reason=entry.lost_reason,
        source=entry.source,
        metadata=json.dumps(
            {
                "activity": activity.activity_id,
                "place": place,
                "due": entry.follow_up_at and entry.follow_up_at.timestamp(),
            }
        ),
        editing=True,
        read=True,
    )


def done_prefill(plan: FollowUp) -> Prefill:
    """The outcome of a follow-up; saving it closes the follow-up."""
    return Prefill(
        customer=(plan.customer_id, plan.customer_name),
        contact=plan.contact,
        metadata=json.dumps({"followup": plan.followup_id}),
    )


def part_prefill(draft: Draft, part: DraftPart, reading: Reading, speech: Speech, *, place: tuple[str, str]) -> Prefill:
    """One part of a note about several customers, with what was read from it; saving it logs the part."""
    whole = note_prefill(draft, reading, speech, place=place)
    customer = (part.customer_id, reading.customer.name or "?") if part.customer_id else None
    metadata = json.dumps({"draft": draft.draft_id, "part": part.part, "place": place, "for": part.on_behalf_of})
    return replace(whole, customer=customer, new_name=part.new_name, metadata=metadata, rep_id=part.on_behalf_of)


def note_prefill(draft: Draft, reading: Reading, speech: Speech, *, place: tuple[str, str]) -> Prefill:
    """A kept note, with what was read from it."""
    return Prefill(
        new_name=reading.customer.name if reading.customer.is_new else None,
        kind=reading.kind or "note",
        contact=reading.contact,
        outcome=draft.text,
        happened_at=min(_instant(reading.happened_on, speech) or draft.sent_at, draft.sent_at),
        follow_up_at=_instant(reading.follow_up, speech),
        next_step=reading.next_step,
        amount=None if reading.amount is None else f"{reading.amount.normalize():f}",
        currency=reading.currency,
        competitor=reading.competitor,
        lost_reason=reason_code(reading.lost_reason),
        source=reading.source,
        metadata=json.dumps({"draft": draft.draft_id, "place": place, "for": reading.on_behalf_of}),
        rep_id=reading.on_behalf_of,
        read=True,
    )


def log_form(prefill: Prefill, speech: Speech, writer: Person | None = None) -> Block:
    """An assistant says for which rep."""
    t, zone = speech.t, speech.zone
    kinds = [option(words.kind(speech, kind), kind) for kind in KINDS]
    currencies = [option(code, code) for code in CURRENCIES]
    customer = option(prefill.customer[1], prefill.customer[0]) if prefill.customer else None
    picker = external_select(ids.PICK_CUSTOMER, customer, placeholder=t("Search by name"))
    rep = user_select(initial=prefill.rep_id, placeholder=t("Choose the rep"))
    blocks = [
        *([input_(t("For whom"), "for", rep, optional=True)] if writer and writer.writes_for_others else ()),
        input_(t("Customer"), "customer", picker, optional=True),
        input_(
            t("Or a new customer"),
            "new_name",
            text_input(prefill.new_name, most=200),
            hint=t("Only if it is not in the list."),
            optional=True,
        ),
        input_(t("What you did"), "kind", select(kinds, prefill.kind)),
        input_(
            t("With whom"),
            "contact",
            text_input(prefill.contact, most=200),
            hint=t("Leave empty if nobody answered."),
            optional=True,
        ),
        input_(t("What came of it"), "outcome", text_input(prefill.outcome, multiline=True)),
        input_(t("On which day"), "happened_on", date_picker(date_of(prefill.happened_at or speech.now, zone))),
        input_(t("Next step on"), "due_on", date_picker(date_of(prefill.follow_up_at, zone)), optional=True),
        input_(t("At"), "due_at", time_picker(time_of(prefill.follow_up_at, zone)), optional=True),
        input_(
            t("Next step"),
            "step",
            text_input(prefill.next_step, most=500, placeholder=t("such as: send the quote")),
            optional=True,
        ),
        input_(t("Amount"), "amount", text_input(prefill.amount, most=20), optional=True),
        input_(t("Currency"), "currency", select(currencies, prefill.currency), optional=True),
        *(_asides(prefill, speech) if prefill.read else ()),
    ]
    title = t("Edit the log") if prefill.editing else t("Log a call")
    return modal(title, t("Save"), t("Cancel"), blocks, callback_id=ids.LOG_FORM, metadata=_opened(prefill, speech))


def _opened(prefill: Prefill, speech: Speech) -> str:
    """What comes back with the form, and when it was opened: a form costs seconds, and the value report counts them."""
    return json.dumps({**json.loads(prefill.metadata), "opened": int(speech.now.timestamp())})


def _asides(prefill: Prefill, speech: Speech) -> list[Block]:
    """What a note says in passing. A form that begins empty is shorter without."""
    t = speech.t
    reasons = [option(words.lost_reason(speech, one), one) for one in LOST_REASONS]
    sources = [option(words.source(speech, one), one) for one in SOURCES]
    return [
        input_(t("Competitor"), "competitor", text_input(prefill.competitor, most=200), optional=True),
        input_(t("If lost: why"), "lost_reason", select(reasons, prefill.lost_reason), optional=True),
        input_(t("Where they know us from"), "source", select(sources, prefill.source), optional=True),
    ]


def _instant(when: When | None, speech: Speech) -> datetime | None:
    return WorkCalendar(speech.zone).at(when.date, when.time or speech.morning) if when else None

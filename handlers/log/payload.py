"""The log form as it comes back, and what in it can't be taken."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal
from unicodedata import normalize

from crm.activities import Entry
from crm.calendar import WorkCalendar
from crm.customers import normal_name
from crm.deals import MOST_MONEY
from crm.reading.deal import amount_in
from handlers.kit.desk import FormErrors
from handlers.kit.payloads import Form, about
from handlers.kit.speech import Speech
from operations.hearing.logs import Chosen

NO_ANSWER = re.compile(r"no answer|voicemail|没接|未接|无人接听|没人接", re.I)
LEFT_LYING = 1800  # seconds


@dataclass(frozen=True)
class Filled:
    chosen: Chosen
    entry: Entry
    activity_id: str | None
    draft_id: str | None
    followup_id: str | None
    place: tuple[str, str]
    part: int | None = None
    took_seconds: int | None = None


def read_form(form: Form, speech: Speech) -> Filled:
    """Raises FormErrors, each at its field."""
    values, opened = form.values, about(form.metadata)
    happened_at = _happened_at(values.get("happened_on"), speech)
    amount, written = read_amount(values.get("amount"), speech)
    entry = Entry(
        kind=values.get("kind") or "note",
        outcome=_outcome(values.get("outcome"), speech),
        happened_at=happened_at,
        contact=values.get("contact"),
        no_answer=not values.get("contact") and bool(NO_ANSWER.search(values.get("outcome") or "")),
        amount=amount,
        currency=written or values.get("currency"),
        competitor=values.get("competitor"),
        lost_reason=values.get("lost_reason"),
        source=values.get("source"),
        on_behalf_of=values["for"] if "for" in values else opened.get("for"),
        follow_up_at=due_at(values, speech, kept=opened.get("due")),
        next_step=values.get("step"),
    )
    return Filled(
        _customer(values, speech),
        entry,
        opened.get("activity"),
        opened.get("draft"),
        opened.get("followup"),
        tuple(opened.get("place") or ("", "")),
        opened.get("part"),
        _took(opened.get("opened"), speech),
    )


def _took(opened: int | None, speech: Speech) -> int | None:
    """For how many seconds the form was open; nothing for one that was left lying about."""
    seconds = speech.now.timestamp() - opened if opened else -1
    return round(seconds) if 0 <= seconds <= LEFT_LYING else None


def due_at(
    values: dict[str, str | None],
    speech: Speech,
    *,
    needed: bool = False,
    kept: float | None = None,
    usual: time | None = None,
) -> datetime | None:
    """The instant of the fields `due_on` and `due_at`; a day without a time is when the writer's work begins, or `usual`.

    `kept`: the time that stood there when the form was opened, in seconds: unchanged, it may have passed meanwhile.
    """
    day, at = values.get("due_on"), values.get("due_at")
    if day is None:
        if at or needed:
            raise FormErrors(due_on=speech.t("Choose the day too."))
        return None
    instant = WorkCalendar(speech.zone).at(
        date.fromisoformat(day), time.fromisoformat(at) if at else usual or speech.morning
    )
    if kept is not None and abs(instant.timestamp() - kept) < 60:  # the field shows minutes
        return datetime.fromtimestamp(kept, UTC)
    if instant <= speech.now:
        raise FormErrors(due_on=speech.t("That time has passed. Choose one that is still to come."))
    return instant


def _customer(values: dict[str, str | None], speech: Speech) -> Chosen:
    picked, new = values.get("customer"), values.get("new_name")
    if new and not normal_name(new):
        raise FormErrors(new_name=speech.t("A name needs at least one letter or digit."))
    if not picked and not new:
        raise FormErrors(customer=speech.t("Choose a customer, or write the name of a new one below."))
    return Chosen(customer_id=None if new else picked, new_name=new)


def _happened_at(day: str | None, speech: Speech) -> datetime:
    """Today is now; an earlier day is its noon; a later one can't have happened."""
    today = speech.local(speech.now).date()
    chosen = date.fromisoformat(day) if day else today
    if chosen > today:
        raise FormErrors(happened_on=speech.t("That day is still to come. What is planned goes under the next step."))
    return speech.now if chosen == today else WorkCalendar(speech.zone).at(chosen, time(12))


def read_amount(typed: str | None, speech: Speech) -> tuple[Decimal | None, str | None]:
    """A sum as people write them, and its currency where they wrote one: 50000, 50k, 5万, $50,000."""
    if not typed or not typed.strip():
        return None, None
    found = amount_in(normalize("NFKC", typed))
    if found is None or not 0 <= found[0] < MOST_MONEY:
        raise FormErrors(amount=speech.t("Write the amount in figures, such as 12000 or 50k."))
    return found[0].quantize(Decimal("0.01")), found[1]


def _outcome(typed: str | None, speech: Speech) -> str:
    if not typed or not typed.strip():
        raise FormErrors(outcome=speech.t("Say in a few words what came of it."))
    return typed

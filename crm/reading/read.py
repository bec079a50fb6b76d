"""One message in, one Reading out: what was found in the note, composed."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from crm.reading import followup
from crm.reading.asides import asides
from crm.reading.asked import asked_customer
from crm.reading.choice import customer_of
from crm.reading.dates.finder import moments
from crm.reading.dates.moment import Moment
from crm.reading.doubt import is_doubtful, thought_of
from crm.reading.index import CustomerIndex
from crm.reading.intent import intent
from crm.reading.kind import kind_of
from crm.reading.markup import plain
from crm.reading.model import CustomerMatch, Reading, ReadingContext, When
from crm.reading.names import is_han
from crm.reading.nextstep import next_step, ordered_step, without_firm
from crm.reading.note import Note, note
from crm.reading.people import main_contact, named, people
from crm.reading.person import Person
from crm.reading.stage import ORDER, stage_hint
from crm.reading.tokens import Token, tokens
from crm.reading.worth import deal_amount

_WITHOUT_DATE = ("export", "import", "help", "merge", "rename")


def read_note(text: str, *, customers: CustomerIndex, context: ReadingContext) -> Reading:
    """Everything one message says, by the writer's own clock and customers. Never raises for any text."""
    return _composed(note(text, customers, context))


def _composed(said: Note) -> Reading:
    match, persons = _about(said)
    is_named = bool(match.customer_id or match.candidates or match.is_new)
    purpose, detail = intent(said, names_customer=is_named, names_person=bool(persons))
    if purpose in ("lookup", "command"):
        match = match if not match.is_new else CustomerMatch()
        persons = [person for person in persons if person.sure > 2]
    reading = Reading(intent=purpose, language=said.language)
    if purpose == "chitchat":
        return reading
    if purpose == "lookup" and not (match.customer_id or match.candidates):
        match = asked_customer(said)
    step = followup.moved_to(said) if detail == "move" else followup.next_moment(said)
    steps = list(followup.next_steps(said))
    doubtful = step is not None and purpose == "log" and is_doubtful(said, step, steps)
    days = thought_of(step, steps) if doubtful and step else []
    amount = deal_amount(said.sums, said.tokens, said.keys, said.clauses)
    happened = followup.happened_on(said)
    reading = replace(
        reading,
        customer=match,
        contact=main_contact(persons),
        contacts=named(persons),
        phone=said.reach.phone,
        email=said.reach.email,
        follow_up=None if doubtful else _when(said, step),
        next_step=without_firm(next_step(said, step, persons), match.phrase, is_new=match.is_new),
        amount=amount.value if amount else None,
        currency=amount.currency if amount else None,
        stage_hint=_stage(said, purpose),
        happened_on=_when(said, happened),
        needs_date=doubtful or (step is None and followup.needs_date(said)),
        days=tuple(day for moment in days if (day := _when(said, moment))),
    )
    if purpose == "lookup":
        return replace(
            reading,
            lookup=detail,
            follow_up=None,
            next_step=None,
            amount=None,
            currency=None,
            stage_hint=None,
            needs_date=False,
        )
    if purpose == "command":
        if detail == "assign":
            reading = replace(reading, contact=None, contacts=())  # whom it goes to is one of us
        if detail in _WITHOUT_DATE:
            reading = replace(reading, follow_up=None, needs_date=False)  # what it names is a filter
        return replace(reading, command=detail, next_step=ordered_step(said, step, match.phrase, persons))
    kind = kind_of(said.kinds, said.keys, said.clauses, said.moments)
    return replace(reading, kind=kind, **asides(said, reading.stage_hint, about=match.phrase))


def _about(said: Note) -> tuple[CustomerMatch, list[Person]]:
    """The customer and its people; a company found new may show who its people are."""
    match = customer_of(said, people(said))
    persons = people(said, beside=match.phrase if match.is_new or match.is_asked else "")
    return match, [
        person
        for person in persons
        if person.name not in (match.phrase, match.name) and not _within(said, person, match.phrase)
    ]


def _within(said: Note, person: Person, firm: str) -> bool:
    """成化 in 大成化工 is nobody. (A person may well begin a firm's name: 张伟 of 张伟印刷.)"""
    inside = said.text.find(firm) if firm else -1
    return 0 <= inside < said.tokens[person.start].start < inside + len(firm) and is_han(firm[0])


def _stage(said: Note, purpose: str) -> str | None:
    if purpose == "command":
        return max((str(cue.tag) for cue in said.stages), key=ORDER.index, default=None)
    coming = [moment for moment in said.moments if not moment.past and not moment.today]
    return stage_hint(said.stages, said.keys, said.clauses, coming)


def _when(said: Note, moment: Moment | None) -> When | None:
    return when(moment, said.text, said.tokens) if moment else None


def when(moment: Moment, text: str, cut: Sequence[Token]) -> When | None:
    """A moment with its own words, and the second reading where two were near."""
    if moment.day is None:
        return None
    words = text[cut[moment.start].start : cut[moment.end - 1].end]
    other = When(moment.other, moment.time, words) if moment.other else None
    return When(moment.day, moment.time, words, other)


def read_date(phrase: str, *, now: datetime, date_order: str = "MDY") -> When | None:
    """The first day or time ahead that a phrase or sentence names; `now` is the writer's naive local time."""
    text = plain(phrase).text
    cut = tokens(text)
    found = moments(text, cut, [token.key for token in cut], now=now, order=date_order)
    known = [moment for moment in found if moment.day]
    best = next((moment for moment in known if not moment.past), known[0] if known else None)
    return when(best, text, cut) if best else None

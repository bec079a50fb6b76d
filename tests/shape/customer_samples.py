"""The forms about a customer, filled with whatever words a test wants to see survive."""

from collections.abc import Iterator
from dataclasses import replace

from crm import cards
from crm.cards.customers import ContactsCard, DetailsCard, Doubt
from crm.complaints import Complaint
from crm.customers import Contact
from crm.details import Details, marks
from crm.details import Person as ContactFacts
from crm.merging import UNMERGE_FOR, Merged
from handlers.complaints.view import complaint_form, resolve_form
from handlers.customer.view import contact_form, contacts, customer_form
from handlers.kit.speech import Speech
from tests.shape.samples import NOW, ULID, activity, customer, customer_card, receipts


def customer_forms(words: str, speech: Speech) -> Iterator[dict[str, object]]:
    """The forms about a customer and its people, new, full, and with every question above them."""
    name = words[:200] or "?"
    facts = Details(name, (name,) * 20, words[:100], words[:100], "acme.com", "+86 138", words[:60], "A")
    contact = ContactFacts(name, words[:60], words[:254])
    near = (cards.Candidate(ULID, name, name), cards.Candidate(ULID, name, None))
    doubt = Doubt(facts, marks(facts), near, tuple(marks(facts)))
    for may_grade in (False, True):
        yield customer_form(DetailsCard(ULID, facts, may_grade), speech)
        yield customer_form(DetailsCard(ULID, facts, may_grade), speech, doubt, (ULID,) * 40)
    yield contacts(ContactsCard(ULID, name, ()), speech)
    people = tuple(Contact(f"{number:026}", name, words[:60], words[:254]) for number in range(120))
    yield contacts(ContactsCard(ULID, name, people), speech, offset=40)
    yield contact_form(ULID, None, None, speech)
    yield contact_form(ULID, ULID, contact, speech, Doubt(contact, marks(contact), clashes=("name", "email")))


def complaint_cards(words: str) -> Iterator[cards.ComplaintCard]:
    """Complaints and promises, on every occasion, open and closed."""
    name = words[:200] or None
    for kind, severity in (("complaint", "high"), ("promise", None)):
        one = Complaint(ULID, ULID, kind, severity, words or "?", "U0MEI", "U0TOM", NOW, NOW)  # type: ignore[arg-type]
        for occasion in ("opened", "due", "late"):
            yield cards.ComplaintCard(one, customer(words), name, name, None, occasion)
        closed = replace(one, state="resolved", resolution=words or "?", score=4, resolved_by="U0MEI", resolved_at=NOW)
        yield cards.ComplaintCard(closed, customer(words), name, name, name, "resolved")


def team_cards(words: str) -> Iterator[object]:
    """Joining, in every state, for both sides; and what a co-owner logged."""
    for state in ("asked", "joined", "refused", "left"):
        for to_owner in (True, False):
            yield cards.JoinCard(customer(words), "U0TOM", words[:200], words[:200] or None, state, to_owner)
    yield cards.TeamLogCard(activity(words), customer(words), words[:200])


def complaint_forms(words: str, speech: Speech) -> Iterator[dict[str, object]]:
    for kind in ("complaint", "promise"):
        yield complaint_form(kind, None, None, speech)
        yield complaint_form(kind, (ULID, words[:200]), words, speech, ULID)
    yield from (resolve_form(card, speech) for card in complaint_cards(words))


def every_card(words: str) -> Iterator[object]:
    """Each kind of card of this room, in its states, and where complaints stand on other cards."""
    told = tuple(complaint_cards(words))
    yield from told
    yield from team_cards(words)
    for undone_by in (None, words[:200]):
        yield Merged(ULID, customer(words), words[:200] or "?", words[:200], undone_by, NOW + UNMERGE_FOR)
    some = tuple(replace(one.complaint, state="open") for one in told)
    full = customer_card(words, complaints=some, co_owner_names=(words[:200],) * 12)
    yield full
    yield replace(full, masked=True, is_mine=False, contacts=(), touches=(), follow_ups=(), deals=())
    yield cards.BriefCard(full, "expired", words[:200] or None)
    yield replace(next(receipts(words)), hears="complaint")
    yield replace(next(receipts(words)), hears="promise")
    reps = cards.TeamNumbers(cards.Done(), cards.Done(), 0, 0)
    yield cards.DigestCard(NOW.date(), None, reps, (), (), told * 3)

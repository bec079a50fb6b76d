"""The forms about a customer, filled with whatever words a test wants to see survive."""

from collections.abc import Iterator

from crm import cards
from crm.customer_cards import ContactsCard, DetailsCard, Doubt
from crm.customers import Contact
from crm.details import Details, marks
from crm.details import Person as ContactFacts
from handlers.customer.view import contact_form, contacts, customer_form
from handlers.kit.speech import Speech
from tests.shape.samples import ULID


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
    yield contacts(ContactsCard(ULID, name, people), speech)
    yield contact_form(ULID, None, None, speech)
    yield contact_form(ULID, ULID, contact, speech, Doubt(contact, marks(contact), clashes=("name", "email")))

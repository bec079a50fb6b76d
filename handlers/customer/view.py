"""The forms about a customer: its own facts, and the people there."""

import json

from crm.cards import Candidate
from crm.cards.customers import ContactsCard, DetailsCard, Doubt
from crm.customers import Contact
from crm.details import GRADES, SOURCES, marks
from crm.details import Person as Facts
from handlers.kit import ids, paging, words
from handlers.kit.blocks import (
    Block,
    actions,
    button,
    confirm,
    esc,
    input_,
    modal,
    option,
    section,
    select,
    text_input,
)
from handlers.kit.speech import Speech

MOST_ALIASES_TEXT = 3000
MOST_CONTACTS = 40


def customer_form(
    card: DetailsCard, speech: Speech, doubt: Doubt | None = None, answered: tuple[str, ...] = ()
) -> Block:
    """Every fact in its field. With a doubt, the same with what was typed, and the question above it; `answered`: the
    near customers asked about before."""
    t, kept = speech.t, card.details
    sources = [option(words.source(speech, one), one) for one in (*SOURCES, *_unlisted(kept.source))]
    blocks = [
        *_doubts(doubt, _fields(speech), speech),
        input_(t("Name"), "name", text_input(kept.name, most=200)),
        input_(
            t("Other names"),
            "aliases",
            text_input("\n".join(kept.aliases), multiline=True, most=MOST_ALIASES_TEXT),
            hint=t("One a line: short forms, former names, its name in another language."),
            optional=True,
        ),
        input_(t("City"), "city", text_input(kept.city, most=100), optional=True),
        input_(t("Industry"), "industry", text_input(kept.industry, most=100), optional=True),
        input_(t("Web domain"), "domain", text_input(kept.domain, most=300, placeholder="acme.com"), optional=True),
        input_(t("Phone"), "phone", text_input(kept.phone, most=60), optional=True),
        input_(t("Source"), "source", select(sources, kept.source), optional=True),
    ]
    if card.may_grade:
        grades = [option(one, one) for one in GRADES]
        grade = input_(
            t("Grade"),
            "grade",
            select(grades, kept.grade),
            hint=t("It sets the days of the clock. A running date never gets earlier."),
            optional=True,
        )
        blocks.append(grade)
    metadata = _metadata(card, doubt, answered)
    return modal(
        t("Edit the customer"), t("Save"), t("Cancel"), blocks, callback_id=ids.CUSTOMER_FORM, metadata=metadata
    )


def _metadata(card: DetailsCard, doubt: Doubt | None, answered: tuple[str, ...]) -> str:
    """What comes back with the form: whom it is about, what stood there, and which near names were asked about."""
    near = tuple(one.customer_id for one in doubt.near) if doubt else ()
    stood = doubt.stood if doubt else marks(card.details)
    asked = list(dict.fromkeys((*answered, *near)))[:40]
    return json.dumps({"customer": card.customer_id, "stood": stood, "asked": asked, "grade": card.may_grade})


def _unlisted(source: str | None) -> tuple[str, ...]:
    return (source,) if source and source not in SOURCES else ()


def _doubts(doubt: Doubt | None, names: dict[str, str], speech: Speech) -> list[Block]:
    """The questions about a form that was sent, nothing of which is lost; `names`: how its fields are called there."""
    if doubt is None:
        return []
    asked = []
    if doubt.near:
        firms = speech.comma.join(_candidate(one, speech) for one in doubt.near[:5])
        same = speech.t("This may be the same firm as {names}.", names=firms)
        other = speech.t("If it is another firm, press *Save* once more. Nothing is saved yet.")
        asked.append(speech.sentences(same, other))
    if doubt.clashes:
        fields = speech.comma.join(names[one] for one in doubt.clashes)
        changed = speech.t("Somebody has changed this meanwhile: {fields}.", fields=fields)
        keep = speech.t("Press *Save* once more to keep what you wrote, or close the form to leave theirs.")
        asked.append(speech.sentences(changed, keep))
    return [section(one) for one in asked]


def _candidate(one: Candidate, speech: Speech) -> str:
    owner = speech.named(one.owner_name) if one.owner_name else speech.t("no owner")
    return f"*{esc(one.name, 120)}*{speech.aside(owner)}"


def _fields(speech: Speech) -> dict[str, str]:
    t = speech.t
    return {
        "name": t("Name"),
        "aliases": t("Other names"),
        "city": t("City"),
        "industry": t("Industry"),
        "domain": t("Web domain"),
        "phone": t("Phone"),
        "source": t("Source"),
        "grade": t("Grade"),
    }


def _fields_of_contact(speech: Speech) -> dict[str, str]:
    return {"name": speech.t("Their name"), "phone": speech.t("Phone"), "email": speech.t("E-mail")}


def contacts(card: ContactsCard, speech: Speech, *, offset: int = 0) -> Block:
    """Everybody there, a page of them where they are many, each with a button."""
    t = speech.t
    shown = paging.page(card.contacts, offset, MOST_CONTACTS)
    rows = [_contact_row(card.customer_id, one, speech) for one in shown.rows]
    blocks = [
        section(f"*{esc(card.customer_name, 120)}*"),
        *(rows or [section(t("Nobody is known there yet. A log that names somebody adds them."))]),
        *paging.turning(shown, lambda at: ids.CONTACTS.id(card.customer_id, at), speech),
        actions(button(t("Add a contact…"), ids.ADD_CONTACT.id(card.customer_id), style="primary")),
    ]
    return modal(t("Contacts"), None, t("Close"), blocks, callback_id=ids.CONTACTS_VIEW)


def _contact_row(customer_id: str, one: Contact, speech: Speech) -> Block:
    text = " · ".join(esc(part, 80) for part in (one.name, one.phone, one.email) if part)
    edit = button(speech.t("Edit…"), ids.EDIT_CONTACT.id(customer_id, one.contact_id))
    return section(text, accessory=edit)


def contact_form(
    customer_id: str, contact_id: str | None, facts: Facts | None, speech: Speech, doubt: Doubt | None = None
) -> Block:
    """A new contact, or one that is known, with a button that removes it."""
    t, known = speech.t, facts or Facts("")
    stood = doubt.stood if doubt else marks(known)
    blocks = [
        *_doubts(doubt, _fields_of_contact(speech), speech),
        input_(t("Their name"), "name", text_input(known.name, most=200)),
        input_(t("Phone"), "phone", text_input(known.phone, most=60), optional=True),
        input_(t("E-mail"), "email", text_input(known.email, most=254), optional=True),
    ]
    if contact_id:
        sure = confirm(t("Remove this contact?"), t("Logs that name them stay as they are."), t("Remove"), t("Keep it"))
        remove = ids.REMOVE_CONTACT.id(customer_id, contact_id)
        blocks.append(actions(button(t("Remove"), remove, style="danger", confirm=sure)))
    title = t("Edit the contact") if contact_id else t("Add a contact")
    metadata = json.dumps({"customer": customer_id, "contact": contact_id, "stood": stood})
    return modal(title, t("Save"), t("Cancel"), blocks, callback_id=ids.CONTACT_FORM, metadata=metadata)

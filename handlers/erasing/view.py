"""Erasing in words: what goes and what stays, before and after."""

from collections.abc import Sequence

from crm.cards import Erasable, ErasedCard
from handlers.kit import ids
from handlers.kit.blocks import Block, Element, Message, button, confirm, context, esc, section
from handlers.kit.speech import Speech


def found(rows: Sequence[Erasable], speech: Speech) -> Message:
    """Everybody who may be meant, each with a button; and what erasing does."""
    title = speech.t("Whom shall I erase?")
    effect = speech.t(
        "Name, phone and e-mail address go, here and in every note, plan and message I keep. "
        "What was done stays, without the name; so does the ledger. It can't be taken back. "
        "What stands in Slack itself stays there: delete it there."
    )
    blocks: list[Block] = [section(f"*{title}*")]
    blocks += [section(_who(one, speech), accessory=_button(one, speech)) for one in rows]
    blocks.append(context(effect))
    named = speech.comma.join(_who(one, speech) for one in rows)
    return Message(speech.sentences(title, f"{named}{speech.stop}", effect), blocks)


def erased(card: ErasedCard, speech: Speech) -> Message:
    """Done; nobody is named any more."""
    if not card.changed:
        said = speech.t("Erased. Older backups still hold it.")
        return Message(said, [section(said)])
    said = speech.tn(
        "Erased. {n} entry that named them is kept without the name. Older backups still hold it.",
        "Erased. {n} entries that named them are kept without the name. Older backups still hold it.",
        card.changed,
    )
    return Message(said, [section(said)])


def _who(one: Erasable, speech: Speech) -> str:
    if one.person_id:
        return speech.t("{name}, who has left", name=esc(one.name, 120))
    reach = " · ".join(esc(value, 120) for value in (one.phone, one.email) if value and value != one.name)
    if one.lead_id:
        named = speech.t("{name}, who wrote an inquiry", name=esc(one.name, 120))
    else:
        named = speech.t("{contact} at {customer}", contact=esc(one.name, 120), customer=esc(one.customer, 120))
    return f"{named} · {reach}" if reach else named


def _button(one: Erasable, speech: Speech) -> Element:
    t = speech.t
    sure = confirm(t("Erase for good?"), t("It can't be taken back."), t("Erase"), t("Leave it"))
    return button(t("Erase…"), _tap(one), style="danger", confirm=sure)


def _tap(one: Erasable) -> str:
    if one.person_id:
        return ids.ERASE_PERSON.id(one.person_id)
    if one.lead_id:
        return ids.ERASE_INQUIRER.id(one.lead_id)
    return ids.ERASE_CONTACT.id(one.customer_id, one.contact_id)

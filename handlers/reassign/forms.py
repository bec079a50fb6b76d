"""Who shall have it, or all of them: the forms behind the manager's buttons."""

import json

from crm.cards import Together
from handlers.kit import ids
from handlers.kit.blocks import (
    Block,
    context,
    esc,
    external_select,
    input_,
    modal,
    multi_external_select,
    section,
    text_input,
)
from handlers.kit.speech import Speech
from handlers.reassign.together import leaver_line


def assign_form(customer_id: str, epoch: str, name: str, speech: Speech) -> Block:
    t = speech.t
    blocks = [
        section(f"*{esc(name, 120)}*"),
        input_(t("Who shall have it?"), "rep", external_select(ids.PICK_REP, placeholder=t("Search by name"))),
        _reason(speech),
    ]
    metadata = json.dumps({"customer": customer_id, "epoch": epoch})
    return modal(t("Choose a rep"), t("Assign"), t("Cancel"), blocks, callback_id=ids.ASSIGN_FORM, metadata=metadata)


def hand_over_form(card: Together, speech: Speech) -> Block:
    t = speech.t
    said = speech.tn("{n} customer needs an owner.", "{n} customers need an owner.", card.open)
    blocks = [
        section(
            speech.sentences(said, t("Name one person for all of them, or several: then they are shared out evenly."))
        ),
        *([context(leaver_line(card.leaver, speech))] if card.leaver else []),
        input_(
            t("Who shall have them?"),
            "to",
            multi_external_select(ids.PICK_REP, placeholder=t("Search by name"), most=20),
        ),
        _reason(speech),
    ]
    about = json.dumps({"manager": card.manager_id, "opened_at": card.opened_at.isoformat()})
    title, submit = t("Share them out"), t("Hand over")
    return modal(title, submit, t("Cancel"), blocks, callback_id=ids.HAND_OVER_FORM, metadata=about)


def _reason(speech: Speech) -> Block:
    """What lifts the cooldown of a former owner."""
    return input_(
        speech.t("Reason"),
        "reason",
        text_input(most=500),
        hint=speech.t("Only needed to give it back to somebody who had it lately."),
        optional=True,
    )

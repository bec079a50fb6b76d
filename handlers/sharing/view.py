"""A customer shown to a channel: whose it is and until when; the rest each member opens for themselves."""

import json

from crm.cards import SharedCard
from handlers.kit import ids
from handlers.kit.blocks import (
    Block,
    Message,
    actions,
    button,
    context,
    conversations_select,
    esc,
    input_,
    modal,
    section,
)
from handlers.kit.speech import Speech
from handlers.who.view import about, shown_name, standing


def shared(card: SharedCard, speech: Speech) -> Message:
    """To a channel."""
    said = speech.t("{name} shares a customer.", name=speech.named(card.by_name))
    customer, state = shown_name(card.card), standing(card.card, speech)
    blocks = [context(said), section(f"*{customer}*\n{state}")]
    if facts := about(card.card.customer, speech):
        blocks.append(context(facts))
    see = button(speech.t("Customer card"), ids.OPEN_CARD.id(card.card.customer.customer_id))
    return Message(speech.sentences(said, speech.t("{customer}:", customer=customer), state), [*blocks, actions(see)])


def share_form(customer_id: str, name: str, speech: Speech) -> Block:
    t = speech.t
    blocks = [
        section(
            t(
                "The channel sees whose *{customer}* is and until when. Contacts and notes stay with those who may read them.",
                customer=esc(name, 120),
            )
        ),
        input_(t("Channel"), "channel", conversations_select()),
    ]
    metadata = json.dumps({"customer": customer_id})
    return modal(t("Share"), t("Share"), t("Cancel"), blocks, callback_id=ids.SHARE_FORM, metadata=metadata)

"""A page of a customer's timeline."""

from crm.cards import TimelineCard
from handlers.kit import ids, words
from handlers.kit.blocks import Block, actions, button, context, esc, modal, section
from handlers.kit.speech import Speech


def timeline(card: TimelineCard, speech: Speech) -> Block:
    """Each touch a section of its own: day, kind, who with whom, and their words."""
    t = speech.t
    rows = [section(words.touch_line(speech, one, card.names.get(one.author_id))) for one in card.touches]
    turns = [
        button(label, ids.TIMELINE.id(card.customer.customer_id, offset, "yes"))
        for label, offset in ((t("Newer…"), card.newer), (t("Older…"), card.older))
        if offset is not None
    ]
    blocks = [section(f"*{esc(card.customer.name, 120)}*"), *(rows or [context(t("Nothing is written here yet."))])]
    if turns:
        blocks.append(actions(*turns))
    return modal(t("Timeline"), None, t("Close"), blocks, callback_id=ids.CARD_VIEW)

"""After an outage, in words: nobody loses a customer by it."""

from crm.cards import DaysBackCard
from handlers.kit.blocks import Message, context, section
from handlers.kit.speech import Speech


def days_back(card: DaysBackCard, speech: Speech) -> Message:
    """From when to when Dibs was away, and what that gives back."""
    away = speech.t(
        "I could not hear you from {down} to {up}.",
        down=speech.moment(card.outage.down_at),
        up=speech.moment(card.outage.up_at),
    )
    days = speech.tn("{n} working day", "{n} working days", card.days)
    back = speech.tn(
        "Nobody loses a customer by that: {n} customer of yours has {days} more.",
        "Nobody loses a customer by that: {n} customers of yours have {days} more.",
        card.customers,
        days=days,
    )
    mend = speech.t("Write to me what you did meanwhile. `/dibs mine` shows the new dates.")
    return Message(speech.sentences(away, back, mend), [section(speech.sentences(away, back)), context(mend)])

"""Locks in words: the manager's question, the owner's answer, and what the commands say."""

from crm.cards import LockCard
from crm.customers import Customer
from crm.locks import Lock
from handlers.kit import ids
from handlers.kit.blocks import Message, actions, button, context, esc, section
from handlers.kit.speech import Speech


def lock(card: LockCard, speech: Speech) -> Message:
    """To the manager with two buttons; to the owner as the answer."""
    return _for_manager(card, speech) if card.to_manager else _for_owner(card, speech)


def _for_manager(card: LockCard, speech: Speech) -> Message:
    facts = {"asker": speech.named(card.asker_name), "customer": f"*{esc(card.customer.name, 120)}*"}
    said = speech.t("{asker} asks to lock {customer}: no follow-up is needed for {days} days.", **facts, days=card.days)
    why = speech.t("Reason: {reason}", reason=esc(card.lock.reason)) if card.lock.reason else None
    if card.lock.state != "asked":
        done = _decided(card, speech)
        return Message(speech.sentences(said, why, done), [section(said), context(*filter(None, (why, done)))])
    approve = button(speech.t("Lock it"), ids.ANSWER_LOCK.id(card.lock.lock_id, "approve"), style="primary")
    refuse = button(speech.t("Refuse"), ids.ANSWER_LOCK.id(card.lock.lock_id, "refuse"))
    see = button(speech.t("Customer card"), ids.OPEN_CARD.id(card.customer.customer_id))
    body = [section(said), *([context(why)] if why else [])]
    return Message(speech.sentences(said, why), [*body, actions(approve, refuse, see)])


def _decided(card: LockCard, speech: Speech) -> str:
    who = speech.named(card.decider_name)
    if card.lock.state == "locked" and card.lock.until:
        return speech.t("Locked by {who} until {day}.", who=who, day=speech.day(card.lock.until))
    if card.lock.state == "refused":
        return speech.t("Refused by {who}.", who=who)
    return speech.t("It is not locked any more.")


def _for_owner(card: LockCard, speech: Speech) -> Message:
    facts = {"who": speech.named(card.decider_name), "customer": f"*{esc(card.customer.name, 120)}*"}
    if card.lock.state == "locked" and card.lock.until:
        said = speech.t(
            "{who} locked {customer}: it stays yours until {day}, whether you follow up or not.",
            **facts,
            day=speech.day(card.lock.until),
        )
    elif card.lock.state == "refused":
        said = speech.t("{who} did not lock {customer}. A follow-up keeps it yours.", **facts)
    else:
        until = speech.day(card.customer.protected_until) if card.customer.protected_until else "?"
        said = speech.t("{customer} is not locked any more; it is yours until {day}.", **facts, day=until)
    return Message(said, [section(said)])


def asked(lock: Lock, name: str, speech: Speech) -> Message:
    """What /dibs lock answers."""
    if lock.state == "locked" and lock.until:
        said = speech.t(
            "{customer} is locked until {day}. `/dibs unlock` takes the lock off.",
            customer=esc(name, 120),
            day=speech.day(lock.until),
        )
    else:
        said = speech.t(
            "Your manager was asked to lock {customer}; the answer comes to our direct messages.",
            customer=esc(name, 120),
        )
    return Message(said)


def unlocked(customer: Customer, speech: Speech) -> Message:
    """What /dibs unlock answers: the clock as it runs now."""
    until = speech.day(customer.protected_until) if customer.protected_until else "?"
    return Message(
        speech.t(
            "{customer} is not locked any more; it is protected until {day}.",
            customer=esc(customer.name, 120),
            day=until,
        )
    )

"""/dibs brief: the five lines that matter before a call, each only where there is something to say."""

from crm.cards import CustomerCard
from handlers.complaints.view import lines as complaint_lines
from handlers.deals.words import facts, title
from handlers.kit import ids, words
from handlers.kit.blocks import Message, actions, bold, button, esc, section
from handlers.kit.speech import Speech
from handlers.who.view import shown_name, standing

MOST_COMPLAINTS = 2


def brief(card: CustomerCard, speech: Speech) -> Message:
    """Whose and until when; with whom; what was last said; what is promised or complained of; what is next, for what sum."""
    said = [
        standing(card, speech),
        *(one for one in (_people(card, speech), _last(card, speech), _rival(card, speech)) if one),
    ]
    said += _complaints(card, speech)
    said += [one for one in (_next(card, speech), _deal(card, speech)) if one]
    name = shown_name(card)
    rows = "\n".join(f"• {line}" for line in said)
    blocks = [section(bold(name, rows))]
    if not card.masked and card.customer.owner_id:
        customer_id = card.customer.customer_id
        log = button(speech.t("Log call"), ids.LOG_CALL.id(customer_id), style="primary")
        blocks.append(actions(log, button(speech.t("Customer card"), ids.OPEN_CARD.id(customer_id))))
    return Message(speech.sentences(speech.t("{customer}:", customer=name), *said), blocks)


def _people(card: CustomerCard, speech: Speech) -> str | None:
    if not card.contacts:
        return None
    people = [" ".join(esc(part, 60) for part in (one.name, one.phone) if part) for one in card.contacts[:3]]
    return speech.t("Speak with: {people}.", people=speech.comma.join(people))


def _last(card: CustomerCard, speech: Speech) -> str | None:
    if not card.touches:
        return None
    return words.last_touch(speech, card.touches[0])


def _rival(card: CustomerCard, speech: Speech) -> str | None:
    """Whom the last notes name as a competitor."""
    named = next((one.competitor for one in card.touches if one.competitor), None)
    return speech.t("Competitor: {name}.", name=esc(named, 80)) if named else None


def _complaints(card: CustomerCard, speech: Speech) -> list[str]:
    """The first of them, and how many more are open."""
    told = complaint_lines(card.complaints, speech, masked=card.masked)[:MOST_COMPLAINTS]
    left = 0 if card.masked else len(card.complaints) - len(told)
    return [*told, speech.tn("And {n} more is open.", "And {n} more are open.", left)] if left else told


def _next(card: CustomerCard, speech: Speech) -> str | None:
    if not card.follow_ups:
        return None
    plan = card.follow_ups[0]
    return speech.t("Next: {when}, {step}.", when=speech.moment(plan.due_at), step=words.step(speech, plan))


def _deal(card: CustomerCard, speech: Speech) -> str | None:
    if not card.deals:
        return None
    line = card.deals[0]
    return speech.t("Deal {deal}: {facts}.", deal=title(line.deal), facts=facts(line, speech))

"""What a manager gave away and nobody has called yet: to the new owner with buttons, to the manager to know."""

from crm.cards import ClaimLine, UntouchedCard
from handlers.expiry.view import left_over, mended, open_first
from handlers.kit import ids, words
from handlers.kit.blocks import Block, Message, actions, button, context, divider, esc, section
from handlers.kit.speech import Speech


def untouched(card: UntouchedCard, speech: Speech) -> Message:
    title = _title(card, speech)
    shown, hidden = open_first(card.lines)
    rows = [_row(line, card, speech) for line in shown]
    left = [left_over(hidden, card.to_manager, speech)] if hidden else []
    blocks: list[Block] = [section(f"*{title}*")]
    for line, row in zip(shown, rows, strict=True):
        blocks += [divider(), section(row), *_buttons(line, card, speech)]
    return Message(speech.sentences(title, *rows, *left), [*blocks, *(context(one) for one in left)])


def _title(card: UntouchedCard, speech: Speech) -> str:
    n = sum(not line.handled for line in card.lines)
    if n == 0:
        return speech.t("Settled: none of these waits for a first follow-up any more.")
    if card.to_manager:
        return speech.tn(
            "{n} customer that was handed over in your team still waits for a first follow-up.",
            "{n} customers that were handed over in your team still wait for a first follow-up.",
            n,
        )
    return speech.tn(
        "{n} customer you were given still waits for your first follow-up. A call today starts it well.",
        "{n} customers you were given still wait for your first follow-up. A call today starts it well.",
        n,
    )


def _row(line: ClaimLine, card: UntouchedCard, speech: Speech) -> str:
    if line.handled:
        return mended(line, f"*{esc(line.customer.name, 120)}*", speech)
    owner = speech.aside(speech.named(line.owner_name)) if card.to_manager else ""
    countdown = words.countdown(speech, line.customer, line.days_left)
    return f"*{esc(line.customer.name, 120)}*{owner} · {countdown}"


def _buttons(line: ClaimLine, card: UntouchedCard, speech: Speech) -> list[Block]:
    if line.handled:
        return []
    customer_id = line.customer.customer_id
    see = button(speech.t("Customer card"), ids.OPEN_CARD.id(customer_id))
    if card.to_manager:
        return [actions(see)]
    log = button(speech.t("Log call"), ids.LOG_CALL.id(customer_id), style="primary")
    return [actions(log, button(speech.t("Plan"), ids.PLAN.id(customer_id)), see)]

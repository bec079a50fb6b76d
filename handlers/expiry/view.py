"""When a claim runs out: the warning with a button that mends it, the manager's copy, and what the sweep took."""

import json
from collections.abc import Sequence

from crm.cards import ClaimLine, HaltedCard, LetGoCard, PooledCard, TimeRequestCard, WarningCard
from handlers.kit import ids, words
from handlers.kit.blocks import (
    Block,
    Message,
    actions,
    bold,
    button,
    confirm,
    context,
    date_picker,
    divider,
    esc,
    input_,
    modal,
    option,
    quote,
    section,
    select,
    text_input,
)
from handlers.kit.speech import Speech

MOST_ROWS = 15  # three blocks a row stay within Slack's 50
MOST_IN_A_SENTENCE = 3  # names; more are a list
RETURN_REASONS = ("no_response", "bad_data", "poor_fit", "later", "completed", "other")


def warning(card: WarningCard, speech: Speech) -> Message:
    """All customers concerned in one message; a mended row shows its new date."""
    title = _title(card, speech)
    shown, hidden = open_first(card.lines)
    rows = [_row(line, card, speech) for line in shown]
    left = [left_over(hidden, card.to_manager, speech)] if hidden else []
    blocks: list[Block] = [section(f"*{title}*")]
    for line, row in zip(shown, rows, strict=True):
        blocks += [divider(), section(row), *_row_buttons(line, card, speech)]
    blocks += [context(one) for one in left]
    if not card.to_manager and not all(line.handled for line in card.lines):
        blocks.append(
            context(speech.t("A follow-up you log extends it by itself. After the grace day it goes to the pool."))
        )
    return Message("\n".join([title, *rows, *left]), blocks)


def open_first(lines: Sequence[ClaimLine]) -> tuple[list[ClaimLine], int]:
    """The rows there is room for, those that wait before those that are settled; and how many that wait find none."""
    in_order = sorted(lines, key=lambda line: line.handled)
    return in_order[:MOST_ROWS], sum(not line.handled for line in in_order[MOST_ROWS:])


def left_over(n: int, to_manager: bool, speech: Speech) -> str:
    if to_manager:
        return speech.t("And {n} more.", n=n)
    return speech.t("And {n} more: `/dibs mine` shows them all.", n=n)


def _title(card: WarningCard, speech: Speech) -> str:
    n = sum(not line.handled for line in card.lines)
    if n == 0 and any(line.customer.protected_until is None for line in card.lines):
        return speech.t("Nothing of this waits for you any more.")
    if n == 0:
        return speech.t("Settled; the new dates are below.")
    if card.unreachable:
        return speech.tn(
            "I can't reach its owner, so this comes to you: {n} customer runs out.",
            "I can't reach their owner, so this comes to you: {n} customers run out.",
            n,
        )
    if card.to_manager:
        return speech.tn(
            "For your information: {n} customer of your team runs out.",
            "For your information: {n} customers of your team run out.",
            n,
        )
    return speech.tn("{n} customer of yours runs out soon.", "{n} customers of yours run out soon.", n)


def _row(line: ClaimLine, card: WarningCard, speech: Speech) -> str:
    name = f"*{esc(line.customer.name, 120)}*"
    if line.handled:
        return mended(line, name, speech)
    owner = speech.aside(speech.named(line.owner_name)) if card.to_manager else ""
    countdown = words.countdown(speech, line.customer, line.days_left)
    last = words.touch_line(speech, line.last, None) if line.last else None
    asked = speech.t("Time was asked for; the manager has not answered yet.") if line.time_asked else None
    return "\n".join(row for row in (f"{name}{owner} · {countdown}", last, asked) if row)


def mended(line: ClaimLine, name: str, speech: Speech) -> str:
    """A row that is settled: until when it is whose now, or that it is in the pool."""
    until = line.customer.protected_until
    if until is None:
        return speech.t("{customer}: in the pool now.", customer=name)
    return speech.t(
        "{customer}: {owner}'s until {day} now.",
        customer=name,
        owner=speech.named(line.owner_name),
        day=speech.day(until),
    )


def _row_buttons(line: ClaimLine, card: WarningCard, speech: Speech) -> list[Block]:
    customer_id = line.customer.customer_id
    if line.handled:
        return []
    if card.to_manager:
        return [actions(button(speech.t("Customer card"), ids.OPEN_CARD.id(customer_id)))]
    buttons = [
        button(speech.t("Log call"), ids.LOG_CALL.id(customer_id), style="primary"),
        button(speech.t("Plan"), ids.PLAN.id(customer_id)),
    ]
    if not line.time_asked:
        buttons.append(button(speech.t("Ask for time…"), ids.ASK_TIME.id(customer_id)))
    buttons.append(button(speech.t("Let go…"), ids.RELEASE.id(customer_id)))
    return [actions(*buttons)]


def pooled(card: PooledCard, speech: Speech) -> Message:
    """To a former owner: what went, why, and that what they developed stays noted."""
    names = speech.comma.join(esc(one.name, 120) for one in card.customers)
    said = speech.tn(
        "{n} customer went to the pool, since nobody followed up in time: {names}.",
        "{n} customers went to the pool, since nobody followed up in time: {names}.",
        len(card.customers),
        names=names,
    )
    more = speech.t("Your notes stay in their history. Your manager decides who calls them next.")
    shown = [section(said)] if len(card.customers) <= MOST_IN_A_SENTENCE else _gone(card, speech)
    return Message(speech.sentences(said, more), [*shown, context(more)])


def _gone(card: PooledCard, speech: Speech) -> list[Block]:
    title = speech.t("{n} customers went to the pool, since nobody followed up in time:", n=len(card.customers))
    rows = [f"• {esc(one.name, 100)}" for one in card.customers[:MOST_ROWS]]
    rest = len(card.customers) - len(rows)
    return [section(bold(title, *rows)), *([context(speech.t("And {n} more.", n=rest))] if rest else [])]


def time_form(customer_id: str, name: str, days: int, speech: Speech) -> Block:
    t = speech.t
    blocks = [
        section(t("Ask your manager for {days} more days with *{customer}*.", days=days, customer=esc(name, 120))),
        input_(t("Why do you need them?"), "reason", text_input(multiline=True, most=500)),
    ]
    metadata = json.dumps({"customer": customer_id})
    return modal(t("Ask for time"), t("Ask"), t("Cancel"), blocks, callback_id=ids.TIME_FORM, metadata=metadata)


def let_go(card: LetGoCard, speech: Speech) -> Message:
    """Said in words: the button opens the form that asks why, and only that lets it go."""
    t, name = speech.t, f"*{esc(card.customer.name, 120)}*"
    if not card.mine:
        said = t("{customer} is not yours any more.", customer=name)
        return Message(said, [section(said)])
    said = t("Let {customer} go? It is yours until you say why.", customer=name)
    buttons = (
        button(t("Let go…"), ids.LET_GO.id(card.customer.customer_id, card.why), style="danger"),
        button(t("Customer card"), ids.OPEN_CARD.id(card.customer.customer_id)),
    )
    return Message(said, [section(said), actions(*buttons)])


def release_form(
    customer_id: str, name: str, speech: Speech, *, why: str | None = None, offer: tuple[str, str] | None = None
) -> Block:
    """`why`: the reason that was named already, "later" asks for a day too; `offer`: channel and ts of the message it is
    opened from, which says afterwards that it is done."""
    t = speech.t
    reasons = [option(words.pool_reason(speech, code), code) for code in RETURN_REASONS]
    blocks = [
        section(t("*{customer}* goes to the pool, and somebody else may get it.", customer=esc(name, 120))),
        input_(t("Why do you let it go?"), ids.RELEASE_REASON.id(), select(reasons, why), heard=True),
    ]
    if why == "later":
        hint = t("Until that day it is hidden from everybody.")
        blocks.append(input_(t("Back on"), "wakes_on", date_picker(), hint=hint))
    metadata = json.dumps({"customer": customer_id, "name": name[:200], "offer": offer})
    return modal(t("Let go"), t("Let go"), t("Keep it"), blocks, callback_id=ids.RELEASE_FORM, metadata=metadata)


def time_request(card: TimeRequestCard, speech: Speech) -> Message:
    """To the manager with two buttons; to the rep as the answer."""
    if card.to_asker:
        said = _answered(card, speech)
        return Message(said, [section(said)])
    facts = {"asker": speech.named(card.asker_name), "days": card.days, "customer": f"*{esc(card.customer.name, 120)}*"}
    until = speech.day(card.customer.protected_until) if card.customer.protected_until else "?"
    said = speech.t(
        "{asker} asks for {days} more days with {customer} (now until {day}).",
        **facts,
        day=until,
    )
    asked, why = speech.sentences(said, esc(card.reason)), context(quote(card.reason, 500))
    if card.state != "open":
        done = _decided(card, speech)
        return Message(
            speech.sentences(said, speech.ended(esc(card.reason)), done), [section(said), why, context(done)]
        )
    grant = button(speech.t("Grant"), ids.ANSWER_TIME.id(card.request_id, "grant"), style="primary")
    refuse = button(speech.t("Refuse"), ids.ANSWER_TIME.id(card.request_id, "refuse"))
    see = button(speech.t("Customer card"), ids.OPEN_CARD.id(card.customer.customer_id))
    return Message(asked, [section(said), why, actions(grant, refuse, see)])


def _answered(card: TimeRequestCard, speech: Speech) -> str:
    customer = f"*{esc(card.customer.name, 120)}*"
    if card.state == "granted" and card.customer.protected_until:
        day = speech.day(card.customer.protected_until)
        return speech.t(
            "{decider} gave you time: {customer} is yours until {day}.",
            decider=speech.named(card.decider_name),
            customer=customer,
            day=day,
        )
    return speech.t(
        "{decider} did not give more time for {customer}. A follow-up keeps it yours.",
        decider=speech.named(card.decider_name),
        customer=customer,
    )


def _decided(card: TimeRequestCard, speech: Speech) -> str:
    who = speech.named(card.decider_name)
    return {
        "granted": speech.t("Granted by {who}.", who=who),
        "refused": speech.t("Refused by {who}.", who=who),
        "lapsed": speech.t("Not answered in time, so the answer was no."),
    }[card.state]


def halted(card: HaltedCard, speech: Speech) -> Message:
    """The breaker: so many at once smells of a wrong clock or rule."""
    said = speech.t(
        "I have stopped: {due} of {owned} customers would go to the pool at once, more than is usual. "
        "Are the rule and this machine's clock right?",
        due=card.due,
        owned=card.owned,
    )
    if card.resumed:
        return Message(said, [section(said), context(speech.t("It was let go on."))])
    sure = confirm(
        speech.t("Let it go on?"),
        speech.t("{n} customers leave their owners.", n=card.due),
        speech.t("Go on"),
        speech.t("Wait"),
    )
    go = button(speech.t("Let it go on"), ids.RESUME_SWEEP.id(card.halted_at.isoformat()), style="danger", confirm=sure)
    return Message(said, [section(said), actions(go)])

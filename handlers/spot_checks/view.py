"""Spot checks in words: the manager's few logs of the week, the form for a no, and what its writer hears."""

import json

from crm.cards import SpotCheckRow, SpotChecksCard, SpotRejectedCard
from handlers.kit import ids, words
from handlers.kit.blocks import (
    Block,
    Message,
    actions,
    button,
    context,
    divider,
    esc,
    input_,
    modal,
    quote,
    section,
    text_input,
)
from handlers.kit.speech import Speech

MOST_ROWS = 12  # four blocks a row stay within Slack's 50


def checks(card: SpotChecksCard, speech: Speech) -> Message:
    """Each log with what was said, and two buttons; one that was judged shows how."""
    title = speech.tn(
        "Spot check: is this a real follow-up?", "Spot check: are these {n} real follow-ups?", len(card.rows)
    )
    blocks: list[Block] = [section(f"*{title}*")]
    for row in card.rows[:MOST_ROWS]:
        blocks += [divider(), section(f"{_head(row, speech)}\n{quote(row.activity.outcome)}"), _below(row, speech)]
    blocks.append(
        context(speech.t("Drawn at random from last week's logs that moved a date. A no takes that move back."))
    )
    return Message(speech.sentences(title, *(_spoken(row, speech) for row in card.rows)), blocks)


def _head(row: SpotCheckRow, speech: Speech) -> str:
    return speech.t(
        "*{customer}* · {author}, {kind}, {day} (+{n} days)",
        customer=esc(row.customer.name, 120),
        author=speech.named(row.author_name),
        kind=words.kind(speech, row.activity.kind),
        day=speech.day(row.activity.happened_at),
        n=row.activity.gained_days,
    )


def _below(row: SpotCheckRow, speech: Speech) -> Block:
    verdict = _verdict(row, speech)
    if verdict:
        return context(verdict)
    activity_id = row.activity.activity_id
    return actions(
        button(speech.t("Fine"), ids.SPOT_FINE.id(activity_id), style="primary"),
        button(speech.t("Not a real follow-up…"), ids.SPOT_REJECT.id(activity_id)),
        button(speech.t("Customer card"), ids.OPEN_CARD.id(row.customer.customer_id)),
    )


def _verdict(row: SpotCheckRow, speech: Speech) -> str | None:
    who = speech.named(row.decider_name)
    if row.check.state == "fine":
        return speech.t("Fine, says {who}.", who=who)
    if row.check.state == "rejected":
        return speech.t("Not counted by {who}: {reason}", who=who, reason=esc(row.check.reason or "", 300))
    return None


def _spoken(row: SpotCheckRow, speech: Speech) -> str:
    said = speech.t(
        "{customer}, {author}: {words}",
        customer=esc(row.customer.name, 120),
        author=speech.named(row.author_name),
        words=esc(row.activity.outcome, 200),
    )
    return speech.sentences(said + ("" if said.endswith((".", "。", "!", "?")) else speech.stop), _verdict(row, speech))


def reject_form(row: SpotCheckRow, speech: Speech) -> Block:
    t = speech.t
    blocks = [
        section(f"{_head(row, speech)}\n{quote(row.activity.outcome)}"),
        input_(t("Why is it not a real follow-up?"), "reason", text_input(multiline=True, most=500)),
        context(
            t("The note stays in the history. Its days are taken back, with time to be warned, and the rep hears why.")
        ),
    ]
    metadata = json.dumps({"activity": row.activity.activity_id})
    return modal(
        t("Not counted"), t("Take it back"), t("Cancel"), blocks, callback_id=ids.REJECT_FORM, metadata=metadata
    )


def rejected(card: SpotRejectedCard, speech: Speech) -> Message:
    """To the writer: which, why, until when now, and how to mend it."""
    row = card.row
    said = speech.t(
        "{who} looked at your {kind} of {day} with {customer} and does not count it as a follow-up: “{reason}”.",
        who=speech.named(row.decider_name),
        kind=words.kind(speech, row.activity.kind),
        day=speech.day(row.activity.happened_at),
        customer=f"*{esc(row.customer.name, 120)}*",
        reason=esc(row.check.reason or "", 300),
    )
    now_until = _until(card, speech)
    mend = speech.t("Your note is kept. Speak with them again and write what came of it: that moves the date.")
    buttons = [
        button(speech.t("Log call"), ids.LOG_CALL.id(row.customer.customer_id), style="primary"),
        button(speech.t("Customer card"), ids.OPEN_CARD.id(row.customer.customer_id)),
    ]
    whole = speech.sentences(said, now_until, mend)
    return Message(whole, [section(speech.sentences(said, now_until)), context(mend), actions(*buttons)])


def _until(card: SpotRejectedCard, speech: Speech) -> str | None:
    until = card.row.customer.protected_until
    if until is None:
        return None
    if card.is_mine:
        return speech.t("Yours until {day}.", day=speech.day(until))
    return speech.t("{owner}'s until {day}.", owner=speech.named(card.owner_name), day=speech.day(until))

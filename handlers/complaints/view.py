"""Complaints and promises: what is open, what is due, what came of it."""

import json
from collections.abc import Sequence
from datetime import datetime

from crm.cards import ComplaintCard
from crm.complaints import SEVERITIES, Complaint
from handlers.kit import ids
from handlers.kit import words as words_
from handlers.kit.blocks import (
    Block,
    Message,
    actions,
    bold,
    button,
    context,
    date_of,
    date_picker,
    esc,
    external_select,
    input_,
    modal,
    option,
    quote,
    section,
    select,
    text_input,
    time_picker,
)
from handlers.kit.speech import Speech

MOST = 8
MOST_LISTED = 40  # a block each, within Slack's 50
SCORES = ("5", "4", "3", "2", "1")


def complaint(card: ComplaintCard, speech: Speech) -> Message:
    """What it is, by when, and a button while it is open."""
    one, said = card.complaint, _said(card, speech)
    blocks = [section(said), context(quote(one.words))]
    if one.is_open:
        blocks.append(actions(*_buttons(card, speech)))
        return Message(speech.sentences(said, esc(one.words)), blocks)
    if one.resolution:
        blocks.append(section(_outcome(one, speech)))
    return Message(speech.sentences(said, _outcome(one, speech), esc(one.words)), blocks)


def _said(card: ComplaintCard, speech: Speech) -> str:
    t, one = speech.t, card.complaint
    facts = {
        "customer": f"*{esc(card.customer.name, 120)}*",
        "owner": speech.named(card.owner_name),
        "opener": speech.named(card.opener_name),
        "due": speech.moment(one.due_at),
        "severity": severity(speech, one.severity),
    }
    promised = one.kind == "promise"
    if not one.is_open:
        who = speech.named(card.resolver_name)
        if promised:
            return t("Promise to {customer}: closed by {who}.", who=who, **facts)
        return t("Complaint of {customer}: closed by {who}.", who=who, **facts)
    if card.occasion == "due":
        if promised:
            return t("It is time: what was promised to {customer} is due ({due}).", **facts)
        return t("It is time: the complaint of {customer} is to be settled ({due}).", **facts)
    if card.occasion == "late":
        if promised:
            return t("Overdue since {due}: a promise to {customer}. {owner} sees to it.", **facts)
        return t("Overdue since {due}: a complaint of {customer} ({severity}). {owner} sees to it.", **facts)
    if promised:
        return t("Promised to {customer}, noted by {opener}: {owner} sees to it by {due}.", **facts)
    return t("Complaint of {customer} ({severity}), noted by {opener}: {owner} sees to it by {due}.", **facts)


def severity(speech: Speech, code: str | None) -> str:
    return {"high": speech.t("high"), "medium": speech.t("medium"), "low": speech.t("low")}.get(code or "", "")


def _outcome(one: Complaint, speech: Speech) -> str:
    came = speech.t("What came of it: {words}", words=esc(one.resolution or "", 500))
    return "\n".join(
        filter(None, (came, speech.t("Satisfaction: {score} of 5.", score=one.score) if one.score else None))
    )


def _buttons(card: ComplaintCard, speech: Speech) -> list[Block]:
    return [
        button(speech.t("Close it…"), ids.RESOLVE.id(card.complaint.complaint_id), style="primary"),
        button(speech.t("Customer card"), ids.OPEN_CARD.id(card.customer.customer_id)),
    ]


def lines(open_ones: Sequence[Complaint], speech: Speech, *, masked: bool) -> list[str]:
    """One sentence each, for a customer's card; masked, only how many there are."""
    if masked:
        many = len(open_ones)
        return (
            [speech.tn("{n} complaint or promise is open.", "{n} complaints or promises are open.", many)]
            if many
            else []
        )
    said = [_sentence(_line(one, speech), speech) for one in open_ones[:MOST]]
    return [*said, *_left(len(open_ones) - MOST, speech)]


def _sentence(line: str, speech: Speech) -> str:
    """People's words may end without a stop; in a row of sentences they need one."""
    return line if line[-1:] in ".!?…。！？" else f"{line}{speech.stop}"


def rows(open_ones: Sequence[Complaint], speech: Speech, *, masked: bool) -> list[Block]:
    """The same in blocks, each with its button."""
    if masked:
        return [context(one) for one in lines(open_ones, speech, masked=True)]
    shown = [
        section(_line(one, speech), accessory=button(speech.t("Close it…"), ids.RESOLVE.id(one.complaint_id)))
        for one in open_ones[:MOST]
    ]
    return [*shown, *(context(one) for one in _left(len(open_ones) - MOST, speech))]


def _left(n: int, speech: Speech) -> list[str]:
    """How many are left out, and the command that shows them."""
    return [speech.t("And {n} more: `/dibs complaint`.", n=n)] if n > 0 else []


def _line(one: Complaint, speech: Speech) -> str:
    facts = {
        "due": speech.moment(one.due_at),
        "words": esc(one.words, 160),
        "severity": severity(speech, one.severity),
    }
    late = one.due_at < speech.now
    if one.kind == "promise":
        return (
            speech.t("Promise overdue since {due}: {words}", **facts)
            if late
            else speech.t("Promised by {due}: {words}", **facts)
        )
    if late:
        return speech.t("Complaint ({severity}), overdue since {due}: {words}", **facts)
    return speech.t("Complaint ({severity}), due {due}: {words}", **facts)


def listed(cards: Sequence[ComplaintCard], title: str, total: int, speech: Speech) -> list[Block]:
    """The first of several customers' below a title, with how many there are besides."""
    blocks: list[Block] = [section(bold(title))]
    for card in cards:
        text = (
            f"*{esc(card.customer.name, 120)}* · {speech.named(card.owner_name, 60)}\n{_line(card.complaint, speech)}"
        )
        close = button(speech.t("Close it…"), ids.RESOLVE.id(card.complaint.complaint_id))
        blocks.append(section(text, accessory=close))
    return [*blocks, *(context(one) for one in _left(total - len(cards), speech))]


def open_list(cards: Sequence[ComplaintCard], speech: Speech) -> Message:
    """/dibs complaint alone: what is open, and a button for a new one."""
    t = speech.t
    new = actions(
        button(t("New complaint…"), ids.COMPLAIN.id("complaint", "", "")),
        button(t("New promise…"), ids.COMPLAIN.id("promise", "", "")),
    )
    if not cards:
        said = t("No complaint and no promise is open.")
        return Message(said, [section(said), new])
    title = speech.tn("{n} complaint or promise is open.", "{n} complaints or promises are open.", len(cards))
    shown = cards[:MOST_LISTED]
    more = words_.and_more(speech, len(cards) - len(shown))
    spoken = [
        f"{esc(one.customer.name, 80)}{speech.colon}{_sentence(_line(one.complaint, speech), speech)}" for one in shown
    ]
    blocks = [*listed(shown, title, len(shown), speech), *(context(one) for one in more), new]
    return Message(speech.sentences(title, *spoken, *more), blocks)


def complaint_form(
    kind: str,
    customer: tuple[str, str] | None,
    said: str | None,
    speech: Speech,
    activity_id: str | None = None,
    due: datetime | None = None,
) -> Block:
    """What it is, how bad, by when."""
    t = speech.t
    chosen = option(customer[1] or "?", customer[0]) if customer else None
    severities = [option(severity(speech, one), one) for one in SEVERITIES]
    left_empty = (
        t("Left empty: within one working day if it is high, three if medium, five if low.")
        if kind == "complaint"
        else t("Left empty: within three working days.")
    )
    how_bad = input_(t("How serious"), "severity", select(severities, "medium"))
    words = text_input(said, multiline=True)
    blocks = [
        input_(t("Customer"), "customer", external_select(ids.PICK_CUSTOMER, chosen, placeholder=t("Search by name"))),
        input_(t("What they complain about") if kind == "complaint" else t("What was promised"), "words", words),
        *([how_bad] if kind == "complaint" else []),
        input_(
            t("To be settled by") if kind == "complaint" else t("To be kept by"),
            "due_on",
            date_picker(date_of(due, speech.zone)),
            hint=left_empty,
            optional=True,
        ),
        input_(t("At"), "due_at", time_picker(), optional=True),
        context(
            t(
                "The customer's owner sees to it. They are reminded at the time; when it is overdue, their manager hears."
            )
        ),
    ]
    metadata = json.dumps({"kind": kind, "activity": activity_id})
    title = t("Keep a complaint") if kind == "complaint" else t("Keep a promise")
    return modal(title, t("Save"), t("Cancel"), blocks, callback_id=ids.COMPLAINT_FORM, metadata=metadata)


def resolve_form(card: ComplaintCard, speech: Speech) -> Block:
    """What came of it, and how the customer takes it."""
    t = speech.t
    scores = [option(t("{score} of 5", score=one), one) for one in SCORES]
    satisfied = input_(t("How satisfied are they?"), "score", select(scores), optional=True)
    blocks = [
        section(f"*{esc(card.customer.name, 120)}*"),
        context(quote(card.complaint.words)),
        input_(t("What came of it"), "resolution", text_input(multiline=True)),
        *([satisfied] if card.complaint.kind == "complaint" else []),
    ]
    metadata = json.dumps({"complaint": card.complaint.complaint_id})
    return modal(t("Close it"), t("Save"), t("Cancel"), blocks, callback_id=ids.RESOLVE_FORM, metadata=metadata)

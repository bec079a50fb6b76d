"""Many customers at once: the two buttons on the manager's card, the form that shares them out, and who is told what."""

import json
from collections.abc import Sequence

from crm.cards import BatchCard, BriefCard, BriefsCard, Leaver, MovedOnsCard, Together
from handlers.kit import ids, words
from handlers.kit.blocks import (
    Block,
    Message,
    actions,
    bold,
    bullets,
    button,
    confirm,
    context,
    divider,
    esc,
    section,
    that_fit,
)
from handlers.kit.refusals import say
from handlers.kit.speech import Speech
from handlers.who.view import spoken, standing

MOST_SKIPPED = 15
MOST_OF_EACH = 3  # contacts and next steps; the card has them all
MOST_IN_A_SENTENCE = 3  # new owners; more are a list
MOST_NAMES = 12  # of a list that is read, not searched
MOST_DETAIL = 8_000  # characters of blocks; Slack refuses a message of more than about 13,000


def all_together(card: Together, speech: Speech) -> list[Block]:
    """Who left and what they took out; then the buttons that decide about all, where there is more than one."""
    blocks = [context(leaver_line(card.leaver, speech))] if card.leaver else []
    facts = (card.manager_id, card.opened_at.isoformat())
    taps = []
    if card.suggested > 1:
        label = speech.t("Assign all {n} as suggested", n=card.suggested)
        sure = confirm(
            speech.t("Assign them all?"),
            speech.t("Each goes to the rep suggested for it. You can take any of them back for 24 hours."),
            speech.t("Assign all"),
            speech.t("Not yet"),
        )
        taps.append(button(label, ids.ASSIGN_ALL.id(*facts), style="primary", confirm={**sure, "style": "primary"}))
    if card.open > 1:
        taps.append(button(speech.t("Share them out…"), ids.HAND_OVER.id(*facts)))
    return [*blocks, actions(*taps)] if taps else blocks


def leaver_line(leaver: Leaver, speech: Speech) -> str:
    """What somebody who left took out of the company's, and looked at."""
    return speech.t(
        "{name} in the last {days} days: exports {exports}, customers looked up in the pool {views}.",
        name=speech.named(leaver.name),
        days=leaver.days,
        exports=leaver.exports,
        views=leaver.views,
    )


def batch(card: BatchCard, speech: Speech) -> Message:
    """To the manager: how far it is; at the end who got how many, and what was left out and why."""
    if card.to_go:
        said = speech.t("Handing over: {done} of {total} so far.", done=card.total - card.to_go, total=card.total)
        return Message(said, [section(said)])
    n = sum(count for _, count in card.given)
    each = [f"{speech.named(name, 60)}{speech.aside(str(count))}" for name, count in card.given]
    if (left := len(each) - MOST_NAMES) > 0:
        each = [*each[:MOST_NAMES], speech.tn("and {n} other", "and {n} others", left)]
    said = (
        speech.tn(
            "{n} customer has a new owner: {each}.",
            "{n} customers have new owners: {each}.",
            n,
            each=speech.comma.join(each),
        )
        if n
        else speech.t("None of them has a new owner.")
    )
    shown_given = section(said)
    if len(card.given) > MOST_IN_A_SENTENCE:
        head = speech.tn("{n} customer has a new owner", "{n} customers have new owners", n)
        shown_given = section(bold(head, *bullets(each)))
    lines = bullets(_left_out(name, say(why, dict(facts), speech), speech) for name, why, facts in card.skipped)
    if not lines:
        return Message(said, [shown_given])
    title = speech.tn("{n} was left out:", "{n} were left out:", len(lines))
    shown = that_fit(title, lines[:MOST_SKIPPED])
    rest = len(lines) - len(shown)
    more = [speech.t("And {n} more.", n=rest)] if rest else []
    blocks = [shown_given, section(bold(title, *shown)), *(context(one) for one in more)]
    return Message(speech.sentences(said, title, *shown, *more), blocks)


def _left_out(name: str, why: str, speech: Speech) -> str:
    """Which one and why; a reason that names it says both."""
    return why if esc(name, 40).rstrip("…") in why else f"*{esc(name, 120)}*{speech.colon}{why}"


def briefs(card: BriefsCard, speech: Speech) -> Message:
    """To a new owner: all that is theirs now, and before each first call who, what was said last and what was promised."""
    title = speech.tn("{n} customer is yours now.", "{n} customers are yours now.", len(card.rows) + len(card.more))
    blocks: list[Block] = [section(f"*{title}*")]
    told = 0
    for row in card.rows:
        detail = [divider(), *_brief(row, speech)]
        if told and _size([*blocks, *detail]) > MOST_DETAIL:
            break
        blocks += detail
        told += 1
    rest = _rest([*(row.card.customer.name for row in card.rows[told:]), *card.more], speech)
    if rest:
        blocks += [divider(), section(rest)]
    said = (speech.sentences(_whence(row, speech), spoken(row.card, speech)) for row in card.rows[:told])
    return Message(speech.sentences(title, *said, rest), blocks)


def _size(blocks: list[Block]) -> int:
    return len(json.dumps(blocks, ensure_ascii=False))


def _rest(names: Sequence[str], speech: Speech) -> str | None:
    if not names:
        return None
    shown = _some([esc(name, 40) for name in names], speech)
    return speech.t("And {n} more, all in `/dibs mine`: {names}.", n=len(names), names=shown)


def _some(names: Sequence[str], speech: Speech) -> str:
    return speech.listed(names[:MOST_NAMES], more=len(names) > MOST_NAMES)


def _brief(row: BriefCard, speech: Speech) -> list[Block]:
    card = row.card
    see = button(speech.t("Customer card"), ids.OPEN_CARD.id(card.customer.customer_id))
    names = dict(card.author_names)
    touches = [words.touch_line(speech, one, names.get(one.author_id)) for one in card.touches]
    steps = [f"{speech.moment(one.due_at)} · {words.step(speech, one)}" for one in card.follow_ups]
    people = [" · ".join(esc(one, 60) for one in (who.name, who.phone) if one) for who in card.contacts]
    parts = ((speech.t("Contacts"), people), (speech.t("Next steps"), steps))
    known = "\n".join(
        bold(title, *bullets(lines[:MOST_OF_EACH]), *words.and_more(speech, len(lines) - MOST_OF_EACH))
        for title, lines in parts
        if lines
    )
    head = f"*{esc(card.customer.name, 120)}* · {standing(card, speech)}\n{_whence(row, speech)}"
    said = [section(head, accessory=see), *([context("\n".join(touches))] if touches else [])]
    return [*said, *([context(known)] if known else [])]


def _whence(row: BriefCard, speech: Speech) -> str:
    if not row.from_name:
        return speech.t("Nobody had it before.")
    why = words.pool_reason(speech, row.why)
    return speech.t("It was {owner}'s: {why}.", owner=speech.named(row.from_name), why=why)


def moved_ons(card: MovedOnsCard, speech: Speech) -> Message:
    """To a former owner, once for all of them."""
    each = [
        speech.t("{customer}: {owner}'s now.", customer=f"*{esc(name, 100)}*", owner=speech.named(owner, 60))
        for name, owner in card.rows[:MOST_NAMES]
    ]
    title = speech.tn(
        "{n} customer that was yours has a new owner. Your notes stay in its history under your name.",
        "{n} customers that were yours have new owners. Your notes stay in their history under your name.",
        len(card.rows),
    )
    if len(card.rows) > MOST_NAMES:
        each.append(speech.t("And {n} more.", n=len(card.rows) - MOST_NAMES))
    return Message(speech.sentences(title, *each), [section(title), section("\n".join(each))])

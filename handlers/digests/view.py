"""A rep's morning list: what today asks, each line with the button that acts on it."""

from collections.abc import Sequence

from crm.cards import ClaimLine, DayCard
from crm.followups import FollowUp
from handlers.kit import ids, words
from handlers.kit.blocks import Block, Message, bold, button, context, esc, section
from handlers.kit.speech import Speech

MOST_LINES = 8
NOON = 12


def morning(card: DayCard, speech: Speech) -> Message:
    """A rep's day in one message: due today, overdue, claims near their end."""
    early = speech.local(speech.now).hour < NOON
    greeting = speech.t("Good morning.") if early else None
    title = speech.sentences(greeting, speech.t("Your day, {day}:", day=speech.date(card.day)))
    return Message(
        speech.sentences(title, *day_sentences(card, speech)), [section(f"*{title}*"), *day_blocks(card, speech)]
    )


def day_sentences(card: DayCard, speech: Speech) -> list[str]:
    counted = (
        (card.due, speech.tn("{n} follow-up today", "{n} follow-ups today", len(card.due))),
        (card.overdue, speech.tn("{n} overdue", "{n} overdue", len(card.overdue))),
        (card.expiring, speech.tn("{n} customer runs out soon", "{n} customers run out soon", len(card.expiring))),
    )
    named: list[str] = []
    for rows, said in counted:
        if rows:
            names = speech.comma.join(_name(one) for one in rows[:MOST_LINES])
            named.append(f"{said}{speech.colon}{names}{speech.stop}")
    return named


def day_blocks(card: DayCard, speech: Speech, *, most: int = MOST_LINES) -> list[Block]:
    """The day's plans and countdowns, each with its button and at most so many of a kind; empty parts are left out."""
    blocks: list[Block] = []
    for title, plans in ((speech.t("Today"), card.due), (speech.t("Overdue"), card.overdue)):
        left = len(plans) - most
        said = speech.tn(
            "And {n} more: it comes up as these are done.", "And {n} more: they come up as these are done.", left
        )
        blocks += _plans(title, plans, speech, most, said)
    if card.expiring:
        blocks.append(section(bold(speech.t("Running out"))))
        blocks += [_claim(line, speech) for line in card.expiring[:most]]
        blocks += _in_mine(len(card.expiring) - most, speech)
    return blocks


def day_rows(card: DayCard, speech: Speech) -> list[Block]:
    """The same without titles, what is overdue first."""
    return [
        *(_plan(plan, speech) for plan in (*card.overdue, *card.due)),
        *(_claim(one, speech) for one in card.expiring),
    ]


def coming_blocks(card: DayCard, speech: Speech, *, most: int = MOST_LINES) -> list[Block]:
    """The plans of the week after today, for who looks ahead."""
    left = speech.t("And {n} more after these.", n=len(card.coming) - most)
    return _plans(speech.t("The next seven days"), card.coming, speech, most, left)


def coming_sentence(card: DayCard, speech: Speech) -> str | None:
    if not card.coming:
        return None
    rows = (f"{speech.moment(one.due_at)} {_name(one)}{speech.aside(words.step(speech, one))}" for one in card.coming)
    named = speech.comma.join([*rows][:MOST_LINES])
    return speech.t("The next seven days") + speech.colon + named + speech.stop


def _name(one: FollowUp | ClaimLine) -> str:
    return esc(one.customer_name if isinstance(one, FollowUp) else one.customer.name, 80)


def _plans(title: str, plans: Sequence[FollowUp], speech: Speech, most: int, left: str) -> list[Block]:
    """`left`: what to say of those that find no room."""
    if not plans:
        return []
    rows = [_plan(plan, speech) for plan in plans[:most]]
    return [section(f"*{title}*"), *rows, *([context(left)] if len(plans) > most else [])]


def _in_mine(n: int, speech: Speech) -> list[Block]:
    return [context(speech.t("And {n} more: `/dibs mine` shows them all.", n=n))] if n > 0 else []


def _plan(plan: FollowUp, speech: Speech) -> Block:
    when = (
        speech.time(plan.due_at)
        if speech.local(plan.due_at).date() == speech.local(speech.now).date()
        else speech.moment(plan.due_at)
    )
    text = f"{when} · *{esc(plan.customer_name, 120)}* · {words.step(speech, plan)}"
    return section(text, accessory=button(speech.t("Done…"), ids.PLAN_DONE.id(plan.followup_id, plan.customer_id)))


def _claim(line: ClaimLine, speech: Speech) -> Block:
    text = f"*{esc(line.customer.name, 120)}* · {words.countdown(speech, line.customer, line.days_left)}"
    return section(text, accessory=button(speech.t("Log call"), ids.LOG_CALL.id(line.customer.customer_id)))

"""Grades suggested for a month: one card, one tap for all, and one for each that shall stay as it is."""

from collections import Counter
from datetime import date

from babel.dates import format_date

from crm.cards.grades import GradesCard, Suggestion
from handlers.kit import ids
from handlers.kit.blocks import Block, Message, actions, bold, button, context, esc, section
from handlers.kit.speech import Speech

MOST_ROWS = 12


def grades(card: GradesCard, speech: Speech) -> Message:
    t = speech.t
    month = format_date(
        date.fromisoformat(f"{card.month}-01"),
        "y年M月" if speech.locale == "zh" else "MMMM y",
        locale="zh_Hans" if speech.locale == "zh" else "en",
    )
    heading = t("Grades, {month}", month=month)
    head = speech.sentences(_stands(card, speech), _changes(card, speech))
    shown = card.rows[:MOST_ROWS]
    blocks: list[Block] = [section(bold(heading, head)), *(_row(one, card, speech) for one in shown)]
    more = t("And {n} more.", n=len(card.rows) - len(shown)) if len(card.rows) > len(shown) else None
    if more:
        blocks.append(context(more))
    n = card.count("open")
    if n:
        confirm = ids.CONFIRM_GRADES.id(card.manager_id, card.month)
        label = speech.tn("Confirm {n} grade", "Confirm {n} grades", n)
        blocks.append(actions(button(label, confirm, style="primary")))
    blocks.append(
        context(
            t("By what was won or invoiced in twelve months; the grade sets the clock's days."),
            t("How it is counted: `/dibs define grades`."),
        )
    )
    named = speech.comma.join(_said(one, card, speech) for one in shown)
    return Message(f"{heading}{speech.colon}{speech.sentences(head, named + speech.stop, more)}", blocks)


def _stands(card: GradesCard, speech: Speech) -> str:
    n, running = card.count("open"), card.count("confirmed")
    if n:
        return speech.tn("{n} customer would have another grade.", "{n} customers would have another grade.", n)
    if running:
        return speech.tn("{n} grade is being set.", "{n} grades are being set.", running)
    done = card.count("done")
    return speech.tn("Decided; {n} grade was set.", "Decided; {n} grades were set.", done)


def _changes(card: GradesCard, speech: Speech) -> str | None:
    """ "A → B (3), none → C (12)." of what is still open."""
    counted = Counter((one.before, one.grade) for one in card.rows if one.state == "open")
    said = [
        f"{_grade(before, speech)} → {after}{speech.aside(str(n))}"
        for (before, after), n in sorted(counted.items(), key=str)
    ]
    return speech.comma.join(said) + speech.stop if said else None


def _row(one: Suggestion, card: GradesCard, speech: Speech) -> Block:
    text = f"*{esc(one.customer_name, 120)}* · {_facts(one, card, speech)}"
    if one.state != "open":
        return section(f"{text} · {_became(one, speech)}")
    label = speech.t("Leave it {grade}", grade=one.before) if one.before else speech.t("Leave it without a grade")
    return section(text, accessory=button(label, ids.KEEP_GRADE.id(card.manager_id, card.month, one.customer_id)))


def _said(one: Suggestion, card: GradesCard, speech: Speech) -> str:
    return speech.t("{customer} ({facts})", customer=esc(one.customer_name, 80), facts=_facts(one, card, speech))


def _facts(one: Suggestion, card: GradesCard, speech: Speech) -> str:
    value = speech.money(one.value.quantize(1), card.currency)
    return f"{_grade(one.before, speech)} → {one.grade}{speech.comma}{value}"


def _became(one: Suggestion, speech: Speech) -> str:
    t = speech.t
    return {
        "confirmed": t("confirmed"),
        "done": t("set"),
        "kept": t("left as it was"),
        "overtaken": t("graded otherwise meanwhile"),
    }[one.state]


def _grade(grade: str | None, speech: Speech) -> str:
    return grade or speech.t("no grade")

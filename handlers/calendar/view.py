"""A team's days in words: its week, what differs from it in the year to come, and the form that corrects it."""

from collections.abc import Collection

from crm.cards.rules import CalendarCard, CalendarSpan
from crm.day_list import SetDay
from handlers.kit import ids, paging
from handlers.kit.blocks import Block, Message, actions, button, context, esc, input_, modal, section, text_input
from handlers.kit.speech import Speech

MOST_SPANS = 24


def calendar(card: CalendarCard, speech: Speech, *, offset: int = 0) -> Message:
    """The next holidays and make-up days of a team, a page of them where they are many; a button to correct them for who
    may."""
    title = speech.t("The days of {team}:", team=esc(card.team.name, 80))
    week = _week(card, speech)
    shown = paging.page(card.spans, offset, MOST_SPANS)
    rows = [_span(one, speech) for one in shown.rows]
    listed = rows or [speech.t("Nothing differs from the week in the year to come.")]
    blocks = [section("\n".join([f"*{title}*", week])), section("\n".join(listed))]
    blocks += paging.turning(shown, paging.of_line("calendar"), speech, value=card.team.team_id)
    if not card.team.country:
        blocks.append(context(speech.t("No country is set, so no public holidays: `/dibs team country CN` sets it.")))
    if card.may_change:
        blocks.append(
            context(
                speech.t(
                    "A day at once: `/dibs calendar {day} off Founders' day`.",
                    day=f"{speech.local(speech.now).year + 1}-05-04",
                )
            )
        )
        blocks.append(actions(button(speech.t("Add or remove days…"), ids.SET_DAYS.id(card.team.team_id))))
    spoken = speech.sentences(title, week, f"{_joined(listed, speech)}{speech.stop}", paging.standing(shown, speech))
    return Message(spoken, blocks)


def weekdays(days: Collection[int], speech: Speech) -> str:
    """ "Mon–Fri", or the days one by one."""
    names = [
        speech.t("Mon"),
        speech.t("Tue"),
        speech.t("Wed"),
        speech.t("Thu"),
        speech.t("Fri"),
        speech.t("Sat"),
        speech.t("Sun"),
    ]
    order = sorted(days)
    in_a_row = len(order) > 2 and order[-1] - order[0] == len(order) - 1
    if in_a_row:
        return speech.t("{first}–{last}", first=names[order[0]], last=names[order[-1]])
    return speech.comma.join(names[day] for day in order)


def days_form(card: CalendarCard, speech: Speech) -> Block:
    """One field to write or paste days into."""
    t = speech.t
    example = t("2026-05-04 off Founders' day\n2026-05-09 working\n2026-10-01..2026-10-08 off")
    hint = t(
        "A day or a span a line, then “off” or “working” and its name; “published” takes a correction back. "
        "A CSV or a calendar file (ICS) may be pasted too."
    )
    blocks = [
        section(f"*{esc(card.team.name, 80)}*"),
        input_(t("Days"), "days", text_input(multiline=True, placeholder=example), hint=hint),
    ]
    if card.by_hand:
        kept = [_as_written(one, speech) for one in card.by_hand[:MOST_SPANS]]
        left = len(card.by_hand) - len(kept)
        more = [t("And {n} more.", n=left)] if left else []
        blocks.append(section("\n".join([t("Set by hand so far:"), *kept, *more])))
    return modal(t("Days"), t("Save"), t("Cancel"), blocks, callback_id=ids.DAYS_FORM, metadata=card.team.team_id)


def _as_written(one: SetDay, speech: Speech) -> str:
    """A day as this form would read it again."""
    facts = {"day": one.day.isoformat(), "name": esc(one.name, 80)}
    said = speech.t("{day} working {name}", **facts) if one.kind == "working" else speech.t("{day} off {name}", **facts)
    return said.rstrip()


def _week(card: CalendarCard, speech: Speech) -> str:
    where = " · ".join(one for one in (card.team.zone, card.team.country) if one)
    return speech.t(
        "{days}, until {time} ({where}).",
        days=weekdays(card.calendar.weekdays, speech),
        time=card.calendar.day_end.strftime("%H:%M"),
        where=esc(where),
    )


def _span(one: CalendarSpan, speech: Speech) -> str:
    when = speech.date(one.first)
    if one.last != one.first:
        when = speech.t("{first}–{last}", first=when, last=speech.date(one.last))
    kind = speech.t("worked in return") if one.kind == "working" and not one.by_hand else _kind(one, speech)
    name = f" · {esc(one.name, 60)}" if one.name else ""
    return f"{when}{speech.colon}{kind}{name}"


def _kind(one: CalendarSpan, speech: Speech) -> str:
    if not one.by_hand:
        return speech.t("day off")
    return speech.t("working, set by hand") if one.kind == "working" else speech.t("day off, set by hand")


def _joined(rows: list[str], speech: Speech) -> str:
    return speech.semicolon.join(row.rstrip("。.") for row in rows)

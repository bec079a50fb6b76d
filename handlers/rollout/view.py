"""Rolling out in words: how each team stands, what the clock would have done in shadow, and what a switch did."""

from dataclasses import replace
from datetime import date

from crm.cards import RolloutCard, ShadowCount, ShadowWeekCard, TeamClockCard, TeamRollout
from crm.people import Team
from handlers.kit import ids, paging
from handlers.kit.blocks import Block, Element, Message, actions, bold, button, confirm, context, esc, section
from handlers.kit.speech import Speech

MOST_TEAMS = 20
MOST_ROWS = 10


def rollout(card: RolloutCard, speech: Speech, *, may_change: bool, offset: int = 0) -> Message:
    """Every team with its state, a page of them where they are many, and for an admin the buttons that change it."""
    t = speech.t
    if not card.teams:
        said = t("There is no team yet. An admin builds one: `/dibs team new Sales`.")
        return Message(said, [section(said)])
    title = t("The claim clock, team by team:")
    begun = None if card.clock_on else t("It has not begun yet. The first team you switch on begins, and no other.")
    blocks: list[Block] = [section(bold(title, begun) if begun else f"*{title}*")]
    spoken = [title, begun]
    shown = paging.page(card.teams, offset, MOST_TEAMS)
    for row in shown.rows:
        lines = [_state(row, speech, begun=card.clock_on), assisted(row.team, speech)]
        blocks.append(section("\n".join([_head(row, speech), *(line for line in lines if line)])))
        spoken += [_named(row.team, line, speech) for line in lines if line]
        if may_change:
            blocks.append(actions(*_buttons(row, speech, begun=card.clock_on)))
    blocks += paging.turning(shown, paging.of_line("rollout"), speech)
    if may_change:
        blocks.append(
            context(
                t(
                    "Assisted entry: `/dibs team assisted {day} in Sales`, `/dibs team assisted off`.",
                    day=f"{speech.local(speech.now).year + 1}-06-30",
                )
            )
        )
    return Message(speech.sentences(*spoken, paging.standing(shown, speech)), blocks)


def switched(card: TeamClockCard, speech: Speech) -> Message:
    """What a switch did, said once to whom it concerns."""
    row = replace(card.row, seen=None)  # nothing to count yet
    line = _state(row, speech, begun=True) if card.about == "clock" else assisted(row.team, speech, always=True)
    said = _named(row.team, line or "", speech)
    if card.about == "clock" and row.team.clock == "shadow":
        said = speech.sentences(said, speech.t("Each week its manager hears what it would have done."))
    return Message(said, [section(said)])


def shadow_week(card: ShadowWeekCard, speech: Speech) -> Message:
    """What would have happened in a week, and the button that makes it happen."""
    t = speech.t
    title = t(
        "The clock in shadow, team {team}, {first} to {last}: nobody was warned and nothing moved.",
        team=esc(card.team.name, 80),
        first=speech.date(card.first_day),
        last=speech.date(card.last_day),
    )
    counted = _counted(card.count, speech)
    rows = [
        t(
            "{customer} · {owner} · {day}",
            customer=esc(one.name, 120),
            owner=speech.named(one.owner_name, 60),
            day=speech.day(one.at),
        )
        for one in card.count.pooled[:MOST_ROWS]
    ]
    if (more := len(card.count.pooled) - MOST_ROWS) > 0:
        rows.append(speech.tn("and {n} other", "and {n} others", more))
    close = t("When these are the right ones, the team is ready.") if card.count.pooled else None
    blocks: list[Block] = [section(bold(title, counted))]
    if rows:
        blocks.append(section("\n".join(f"• {row}" for row in rows)))
    if card.may_switch:
        blocks.append(actions(_on(card.team, speech)))
    else:
        blocks.append(context(t("An admin switches it on with `/dibs rollout`.")))
    listed = speech.semicolon.join(rows)
    return Message(speech.sentences(title, counted, f"{listed}{speech.stop}" if rows else None, close), blocks)


def _head(row: TeamRollout, speech: Speech) -> str:
    people = speech.tn("{n} person", "{n} people", row.people)
    owned = speech.tn("{n} customer", "{n} customers", row.owned)
    return f"*{esc(row.team.name, 80)}* · {people} · {owned}"


def _named(team: Team, line: str, speech: Speech) -> str:
    named = speech.t("Team {team}", team=esc(team.name, 80))
    return f"{named}{speech.colon}{line}"


def _state(row: TeamRollout, speech: Speech, *, begun: bool) -> str:
    t, team = speech.t, row.team
    if team.clock == "shadow":
        shadow = t(
            "The clock has been in shadow since {day}: it counts, nobody is warned, nothing moves.",
            day=_since(team, speech),
        )
        return speech.sentences(shadow, _counted(row.seen, speech) if row.seen else None)
    if team.clock == "off":
        return t("The claim clock is off: nobody is warned and nothing goes to the pool.")
    if row.on_now:
        return t("The claim clock is on.")
    if not begun:
        return t("Ready: the clock runs for it as soon as it begins.")
    if team.clock_from:
        return t("The clock starts on {day}. What is overdue by then is warned first.", day=_since(team, speech))
    return t("The clock is to start; `/dibs rules` says when.")


def _since(team: Team, speech: Speech) -> str:
    return speech.date(team.clock_from or speech.local(speech.now).date())


def _counted(count: ShadowCount, speech: Speech) -> str:
    t = speech.t
    gone = len(count.pooled)
    return speech.sentences(
        t("Of {owned} customers it would have reminded of none.", owned=count.owned)
        if not count.reminders
        else t(
            "It would have reminded {people} people {reminders} times.", people=count.people, reminders=count.reminders
        ),
        speech.tn("{n} customer would have gone to the pool.", "{n} customers would have gone to the pool.", gone)
        if gone
        else t("None would have gone to the pool."),
        speech.tn(
            "{n} was past its date before; it would be warned first.",
            "{n} were past their date before; they would be warned first.",
            count.overdue,
        )
        if count.overdue
        else None,
    )


def assisted(team: Team, speech: Speech, *, always: bool = False) -> str | None:
    """Until when assistants may enter; silent where there is no end, unless that was just said."""
    if team.assisted_until is None:
        return speech.t("Assistants may enter for its reps without an end.") if always else None
    if team.assisted_until < _today(speech):
        return speech.t("Assisted entry ended on {day}.", day=speech.date(team.assisted_until))
    return speech.t("Assistants may enter for its reps until {day}.", day=speech.date(team.assisted_until))


def _today(speech: Speech) -> date:
    return speech.local(speech.now).date()


def _buttons(row: TeamRollout, speech: Speech, *, begun: bool) -> list[Element]:
    t, team = speech.t, row.team
    on, shadow = _on(team, speech), button(t("Shadow"), ids.SWITCH_TEAM.id(team.team_id, "shadow"))
    off = button(t("Switch off"), ids.SWITCH_TEAM.id(team.team_id, "off"), style="danger", confirm=_sure(speech))
    if team.clock == "shadow":
        return [on, off]
    if team.clock == "off" or not begun:
        return [shadow, on]
    return [shadow, off]


def _on(team: Team, speech: Speech) -> Element:
    return button(speech.t("Switch on from tomorrow"), ids.SWITCH_TEAM.id(team.team_id, "on"), style="primary")


def _sure(speech: Speech) -> Element:
    t = speech.t
    return confirm(
        t("Switch the clock off?"),
        t("Nobody is warned and nothing moves until it is on again."),
        t("Switch off"),
        t("Leave it as it is"),
    )

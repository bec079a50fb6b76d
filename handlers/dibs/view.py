"""Answers to /dibs: lists, the team, the rules, and help."""

from collections.abc import Sequence

from crm.cards import ClaimLine, DayCard, MineCard
from crm.people import Person, Team
from handlers.calendar.view import weekdays
from handlers.digests.view import day_blocks, day_sentences
from handlers.kit import ids, words
from handlers.kit.blocks import Block, Message, actions, button, context, esc, section
from handlers.kit.speech import Speech


def today(card: DayCard, speech: Speech) -> Message:
    """My day."""
    title = speech.t("Your day, {day}:", day=speech.date(card.day))
    sentences = day_sentences(card, speech) or [speech.t("Nothing is due today.")]
    return Message(
        speech.sentences(title, *sentences),
        [section(f"*{title}*"), *(day_blocks(card, speech) or [section(sentences[0])])],
    )


def mine(card: MineCard, speech: Speech) -> Message:
    """My customers, the nearest deadline first."""
    if not card.lines:
        said = speech.t(
            "None yet. Send me a line after your next call, such as “called Acme, spoke with Jane, send quote Friday”."
        )
        return Message(said, [section(said)])
    title = speech.tn("{n} customer is yours.", "{n} customers are yours.", card.total)
    blocks = [section(f"*{title}*"), *(_mine_row(line, speech) for line in card.lines)]
    if card.total > len(card.lines):
        blocks.append(context(speech.t("And {n} more; `/who name` finds any.", n=card.total - len(card.lines))))
    return Message(speech.sentences(title, *(_mine_spoken(line, speech) for line in card.lines)), blocks)


def _mine_spoken(line: ClaimLine, speech: Speech) -> str:
    state = words.countdown(speech, line.customer, line.days_left)
    said = speech.t("{customer}: {state}.", customer=esc(line.customer.name, 80), state=state)
    return speech.sentences(said, words.held(speech, line.held) if line.held else None)


def _mine_row(line: ClaimLine, speech: Speech) -> Block:
    text = f"*{esc(line.customer.name, 120)}* · {words.countdown(speech, line.customer, line.days_left)}"
    if line.held:
        text = f"{text}\n{words.held(speech, line.held)}"
    return section(text, accessory=button(speech.t("Card"), ids.OPEN_CARD.id(line.customer.customer_id)))


def teams(rows: Sequence[tuple[Team, Sequence[Person]]], speech: Speech, *, may_change: bool) -> Message:
    """Who is in which team; how to change one is said to those who may."""
    if not rows:
        said = speech.t("There is no team yet. An admin builds one: `/dibs team new Sales`.")
        return Message(said, [section(said)])
    blocks = [section(_team(team, members, speech)) for team, members in rows[:20]]
    if may_change:
        people = speech.t("Change it: `/dibs team add @rep`, `manager @boss`, `assistant @clerk`.")
        days = speech.t("Its days: `zone Asia/Shanghai`, `country CN`, `days Mon-Fri`, `ends 18:00`, `/dibs calendar`.")
        blocks.append(context(people, days))
    return Message(speech.sentences(*(_team(team, members, speech) for team, members in rows)), blocks)


def _team(team: Team, members: Sequence[Person], speech: Speech) -> str:
    who = speech.comma.join(f"{esc(one.name, 60)} ({words.role(speech, one.role.value)})" for one in members[:60])
    who = who or speech.t("nobody yet")
    where = " · ".join(one for one in (team.zone, team.country) if one)
    week = f"{weekdays(team.weekdays, speech)} –{team.day_end:%H:%M}"
    return f"*{esc(team.name, 80)}* · {esc(where)} · {week}\n{who}"


def help_(person: Person, speech: Speech) -> Message:
    """What this person can do, by role, each with an example."""
    t = speech.t
    lines = [
        t("*Just write to me* after a call: “called Acme, spoke with Jane, send quote Friday 3pm”."),
        t("`/who Acme` is it free, whose is it, until when"),
        t("`/dibs today` your day · `/dibs mine` your customers · `/dibs pool` what is free"),
        t("`/dibs claim Acme` take it · `/dibs release Acme` let it go"),
        t("`/dibs join Acme` ask to work on it too · `/dibs join Acme @colleague` take somebody in"),
        t("`/dibs complaint Acme …` · `/dibs promise Acme …` keep one and see to it in time"),
        t("`/dibs brief Acme` what matters before a call"),
        t("`/dibs merge Acme | Acme Inc` make two customers one · `/dibs unmerge Acme` two again"),
        t("`/dibs edit Acme` its names, place and source · `/dibs contacts Acme` the people there"),
        t("`/dibs plan Acme Friday 3pm send quote` plan a step · `/log` the form"),
        t("`/dibs deal Acme 50k proposal` open or move a deal · `/dibs deal` your deals"),
        t("`/dibs away 3–10 July cover @colleague` your leave: the clocks stand still"),
        t("`/dibs lock Acme: their board meets in May` hold it without follow-ups · `/dibs unlock Acme`"),
        t("`/dibs undo` takes back your last log · `/dibs history Acme` who had it when"),
        t("`/dibs calendar` your team's holidays and make-up days"),
        t("`/dibs language 中文` my language · `/dibs digest off` no morning message"),
    ]
    if person.role == "assistant":
        lines.insert(
            0, t("*Write for a rep*, the rep's name first: “for @Mei called Acme, spoke with Jane, send quote Friday”.")
        )
    lines.append(t("`/dibs export xlsx` your customers as a file"))
    lines.append(
        t(
            "`/dibs funnel` where your deals stand · `/dibs forecast` what they promise · `/dibs define` how it is counted"
        )
    )
    lines.append(t("`/dibs quality` how good your entries are, and what to mend"))
    if person.leads:
        lines.append(t("`/dibs assign Acme @rep` give a free customer to somebody · `/dibs team` your team"))
        lines.append(t("`/dibs people` what each closed and kept · `/dibs adoption` who has not logged this week"))
        lines.append(t("`/dibs history @rep` what came to somebody and went from them"))
        lines.append(t("`/dibs leads` where inquiries come in: your website's form, watched channels"))
        lines.append(t("Drop a CSV or Excel list on me to import it"))
    if person.role == "admin":
        lines.append(
            t("`/dibs rules` the claim clock: see it, change it, switch it · `/dibs history rules` its versions")
        )
        lines.append(t("`/dibs stages` the stages of a deal: see them, change them"))
        lines.append(t("`/dibs rate USD 7.1` what another currency is worth in yours"))
    lines.append(t("Chinese works too: `/dibs 我的`, `/dibs 公海`, `/dibs 认领 华为`."))
    return Message(
        "\n".join(lines),
        [section("\n".join(lines)), actions(button(t("Log a call"), ids.NEW_LOG.id(), style="primary"))],
    )

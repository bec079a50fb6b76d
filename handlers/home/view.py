"""The App Home: my day, my customers with their countdown, what waits for me, settings. A screen and a half on a phone:
each list shows its first few, and where that is still too long the least urgent parts are a line with a button."""

from dataclasses import replace
from typing import Any

from crm.cards import HomeCard, HomeDeals
from handlers.deals.view import row
from handlers.deals.words import stage_name
from handlers.dibs.view import only_select
from handlers.digests.view import coming_blocks, day_blocks, day_rows
from handlers.home.admin import folded_workspace, workspace
from handlers.home.phone import Part, fitted
from handlers.home.settings import folded_settings, settings
from handlers.home.team import asked_of_me, first_asked, folded_stalled, folded_team, my_team, still_in_my_team
from handlers.kit import ids, words
from handlers.kit.blocks import Block, actions, bold, button, context, divider, esc, header, section
from handlers.kit.speech import Speech
from handlers.quality.view import fix_blocks, folded_fixes
from handlers.rollout.view import assisted

MOST_BLOCKS = 100  # a home may have twice what a message has
MOST_REPS = 20  # an assistant's, by name
MOST_LINES = 3  # of each part of the day


def home(card: HomeCard, speech: Speech) -> dict[str, Any]:
    """The view to publish."""
    other, its_name = ("en", "English") if speech.locale == "zh" else ("zh", "中文")
    top = actions(
        button(speech.t("Log a call"), ids.NEW_LOG.id(), style="primary"),
        button(its_name, ids.LANGUAGE.id(other)),
    )
    return {"type": "home", "blocks": [top, *fitted(_parts(card, speech))][:MOST_BLOCKS]}


def _parts(card: HomeCard, speech: Speech) -> list[Part]:
    """What waits for the reader comes first, and is folded last."""
    team, admin = card.team, card.admin
    parts = [Part(9, asked_of_me(team, speech), asked_of_me(first_asked(team), speech))] if team else []
    parts += [Part(6, workspace(admin, speech), folded_workspace(admin, speech))] if admin else []
    parts += [
        Part(8, _day(card, speech, MOST_LINES), _folded_day(card, speech)),
        Part(3, coming_blocks(card.day, speech, most=MOST_LINES), _folded_coming(card, speech)),
        Part(4, fix_blocks(card.fixes, card.fixes_total, speech), folded_fixes(card.fixes, speech)),
    ]
    if team and (card.works_in or not admin):
        parts.append(Part(5, my_team(team, speech), folded_team(team, speech)))
    return [
        *parts,
        Part(2, still_in_my_team(card.deals, speech), folded_stalled(card.deals, speech)),
        Part(7, _mine(card, speech), _folded_mine(card, speech)),
        Part(1, _deals(card.deals, speech), _folded_deals(card.deals, speech)),
        Part(0, [divider(), *settings(card, speech)], [divider(), folded_settings(card, speech)]),
    ]


def _day(card: HomeCard, speech: Speech, most: int) -> list[Block]:
    shown = day_blocks(card.day, speech, most=most) or [context(speech.t("Nothing is due today."))]
    return [header(speech.t("My day")), *shown]


def _folded_day(card: HomeCard, speech: Speech) -> list[Block]:
    """How much there is, and the first of each kind."""
    t, day = speech.t, card.day
    kinds = ((t("Overdue"), day.overdue), (t("Today"), day.due), (t("Running out"), day.expiring))
    count = " · ".join(f"{title} {len(found)}" for title, found in kinds if found)
    rows = day_rows(replace(day, overdue=day.overdue[:1], due=day.due[:1], expiring=day.expiring[:1]), speech)
    all_of_it = button(t("Show more"), ids.TRY.id("today"))
    return [header(t("My day")), *([section(count, accessory=all_of_it)] if count else []), *rows]


def _folded_coming(card: HomeCard, speech: Speech) -> list[Block]:
    n = len(card.day.coming)
    said = speech.tn("{n} plan in the next seven days.", "{n} plans in the next seven days.", n)
    return [section(said, accessory=button(speech.t("Show more"), ids.TRY.id("today")))] if n else []


def _folded_mine(card: HomeCard, speech: Speech) -> list[Block]:
    if not card.mine:
        return []
    said = speech.tn("You have {n} customer.", "You have {n} customers.", card.mine_total)
    return [section(said, accessory=button(speech.t("My customers"), ids.MINE.id(0)))]


def _mine(card: HomeCard, speech: Speech) -> list[Block]:
    t = speech.t
    title = header(t("My customers"))
    if not card.mine and card.writes_for is not None:
        return _writes_for(card.writes_for, card, speech)
    if not card.mine and card.leads:
        return []
    if not card.mine:
        hint = t(
            "None yet. Send me a line after your next call, such as “called Acme, spoke with Jane, send quote Friday”."
        )
        return [title, section(hint)]
    rows = [
        section(
            f"*{esc(line.customer.name, 120)}* · {words.countdown(speech, line.customer, line.days_left)}",
            accessory=button(t("Card"), ids.OPEN_CARD.id(line.customer.customer_id)),
        )
        for line in card.mine
    ]
    more = card.mine_total - len(card.mine)
    rest = [button(t("And {n} more…", n=more), ids.MINE.id(len(card.mine)))] if more > 0 else []
    return [title, *rows, actions(*rest, only_select(None, speech))]


def _writes_for(reps: tuple[str, ...], card: HomeCard, speech: Speech) -> list[Block]:
    """An assistant's: how they write, for whom, and until when."""
    t = speech.t
    named = speech.comma.join(speech.named(name) for name in reps[:MOST_REPS])
    more = t("And {n} more.", n=len(reps) - MOST_REPS) if len(reps) > MOST_REPS else None
    blocks = [header(t("You write for")), section(words.for_others(speech))]
    if named:
        blocks.append(section(speech.sentences(f"{named}{speech.stop}", more)))
    until = assisted(card.works_in, speech) if card.works_in else None
    return [*blocks, context(until)] if until else blocks


def _deals(of: HomeDeals, speech: Speech) -> list[Block]:
    """One's own: the funnel in one line, then the open deals, the nearest close first."""
    t, blocks = speech.t, _funnel(of, speech)
    if of.mine:
        blocks += [header(t("My deals")), *(row(line, speech) for line in of.mine)]
    if of.mine_total > len(of.mine):
        blocks.append(actions(button(t("And {n} more…", n=of.mine_total - len(of.mine)), ids.TRY.id("deals"))))
    return blocks


def _folded_deals(of: HomeDeals, speech: Speech) -> list[Block]:
    said = speech.tn("{n} deal is open.", "{n} deals are open.", of.mine_total)
    return [section(said, accessory=button(speech.t("My deals"), ids.TRY.id("deals")))] if of.mine_total else []


def _funnel(of: HomeDeals, speech: Speech) -> list[Block]:
    """Where they stand and what they come to, with the button to the figures."""
    if not of.stages:
        return []
    t = speech.t
    standing = " · ".join(f"{stage_name(stage, speech)} {n}" for stage, n in of.stages)
    sums = speech.comma.join(speech.money(amount, currency) for currency, amount in of.worth)
    worth = t("Open deals come to {sums}.", sums=sums) if sums else None
    said = bold(t("My funnel"), *filter(None, (standing, worth)))
    return [section(said, accessory=button(t("Funnel"), ids.LINE.id("funnel")))]


def heading(what: str, speech: Speech) -> str:
    """The title over a list that was asked for by a button."""
    return {
        "today": speech.t("My day"),
        "mine": speech.t("My customers"),
        "deals": speech.t("My deals"),
        "pool": speech.t("The pool"),
        "team": speech.t("The teams"),
        "my_team": speech.t("My team"),
        "decide": speech.t("For you to decide"),
    }.get(what, speech.t("What I can do"))

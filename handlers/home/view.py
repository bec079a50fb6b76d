"""The App Home: my day, my customers with their countdown, what waits for me, settings. One screen on a phone: each list
shows its first few, and the rest behind a button."""

from typing import Any

from crm.cards import HomeCard, HomeDeals
from handlers.deals.view import row
from handlers.deals.words import stage_name
from handlers.dibs.view import only_select
from handlers.digests.view import coming_blocks, day_blocks
from handlers.home.admin import workspace
from handlers.home.settings import settings
from handlers.home.team import asked_of_me, my_team, still_in_my_team
from handlers.kit import ids, words
from handlers.kit.blocks import Block, actions, bold, button, context, divider, esc, header, section
from handlers.kit.speech import Speech
from handlers.quality.view import fix_blocks

MOST_BLOCKS = 100  # a home may have twice what a message has
MOST_LINES = 3  # of each part of the day


def home(card: HomeCard, speech: Speech) -> dict[str, Any]:
    """The view to publish."""
    t = speech.t
    blocks: list[Block] = [
        actions(
            button(t("Log a call"), ids.NEW_LOG.id(), style="primary"),
            button(
                "中文" if card.locale == "en" else "English", ids.LANGUAGE.id("zh" if card.locale == "en" else "en")
            ),
        )
    ]
    blocks += asked_of_me(card.team, speech) if card.team else []
    blocks += workspace(card.admin, speech) if card.admin else []
    blocks.append(header(t("My day")))
    blocks += day_blocks(card.day, speech, most=MOST_LINES) or [context(t("Nothing is due today."))]
    blocks += coming_blocks(card.day, speech, most=MOST_LINES)
    blocks += fix_blocks(card.fixes, card.fixes_total, speech)
    blocks += my_team(card.team, speech) if card.team and (card.works_in or not card.admin) else []
    blocks += still_in_my_team(card.deals, speech)
    blocks += _mine(card, speech)
    blocks += _deals(card.deals, speech)
    blocks += [divider(), *settings(card, speech)]
    return {"type": "home", "blocks": blocks[:MOST_BLOCKS]}


def _mine(card: HomeCard, speech: Speech) -> list[Block]:
    t = speech.t
    title = header(t("My customers"))
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


def _deals(of: HomeDeals, speech: Speech) -> list[Block]:
    """One's own: the funnel in one line, then the open deals, the nearest close first."""
    t, blocks = speech.t, []
    if of.stages:
        standing = " · ".join(f"{stage_name(stage, speech)} {n}" for stage, n in of.stages)
        sums = speech.comma.join(speech.money(amount, currency) for currency, amount in of.worth)
        worth = t("Open deals come to {sums}.", sums=sums) if sums else None
        said = bold(t("My funnel"), *filter(None, (standing, worth)))
        blocks.append(section(said, accessory=button(t("Funnel"), ids.LINE.id("funnel"))))
    if of.mine:
        blocks += [header(t("My deals")), *(row(line, speech) for line in of.mine)]
    if of.mine_total > len(of.mine):
        blocks.append(actions(button(t("And {n} more…", n=of.mine_total - len(of.mine)), ids.TRY.id("deals"))))
    return blocks


def heading(what: str, speech: Speech) -> str:
    """The title over a list that was asked for by a button."""
    return {
        "today": speech.t("My day"),
        "mine": speech.t("My customers"),
        "deals": speech.t("My deals"),
        "pool": speech.t("The pool"),
        "team": speech.t("The teams"),
    }.get(what, speech.t("What I can do"))

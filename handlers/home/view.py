"""The App Home: my day, my customers with their countdown, what waits for me, settings. One screen on a phone."""

from typing import Any

from crm.cards import HomeCard, HomeDeals
from handlers.deals.view import row
from handlers.digests.view import day_blocks
from handlers.home.settings import settings
from handlers.kit import ids, words
from handlers.kit.blocks import Block, actions, button, context, divider, esc, header, section
from handlers.kit.speech import Speech
from handlers.quality.view import fix_blocks
from handlers.reassign.view import decision

MOST_BLOCKS = 100  # a home may have twice what a message has


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
    blocks += _waiting(card, speech)
    blocks.append(header(t("My day")))
    blocks += day_blocks(card.day, speech) or [context(t("Nothing is due today."))]
    blocks += fix_blocks(card.fixes, card.fixes_total, speech)
    blocks += _team(card, speech)
    blocks += _mine(card, speech)
    blocks += _deals(card.deals, speech)
    blocks += [divider(), *settings(card, speech)]
    return {"type": "home", "blocks": blocks[:MOST_BLOCKS]}


def _waiting(card: HomeCard, speech: Speech) -> list[Block]:
    if not card.waiting:
        return []
    title = speech.tn("{n} customer needs an owner.", "{n} customers need an owner.", len(card.waiting))
    return [
        header(speech.t("For you to decide")),
        context(title),
        *(block for row in card.waiting for block in decision(row, speech)),
    ]


def _team(card: HomeCard, speech: Speech) -> list[Block]:
    """A manager's: whose customers run out within the week."""
    if not card.team:
        return []
    rows = [
        section(
            f"*{esc(line.customer.name, 120)}* · {esc(line.owner_name or '?', 80)} · "
            + words.countdown(speech, line.customer, line.days_left),
            accessory=button(speech.t("Card"), ids.OPEN_CARD.id(line.customer.customer_id)),
        )
        for line in card.team
    ]
    return [header(speech.t("Running out in my team")), *rows]


def _mine(card: HomeCard, speech: Speech) -> list[Block]:
    t = speech.t
    title = header(t("My customers"))
    if not card.mine and card.role in ("manager", "admin"):
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
    return [
        title,
        *rows,
        *([actions(button(t("And {n} more…", n=more), ids.MINE.id(len(card.mine))))] if more > 0 else []),
    ]


def _deals(of: HomeDeals, speech: Speech) -> list[Block]:
    """A manager sees first what stands still in the team, then anybody their own open deals."""
    t, blocks = speech.t, []
    for title, lines, total, command in (
        (t("Deals that stand still in my team"), of.stalled, of.stalled_total, "`/dibs funnel`"),
        (t("My deals"), of.mine, of.mine_total, "`/dibs deal`"),
    ):
        if lines:
            blocks += [header(title), *(row(line, speech) for line in lines)]
        if total > len(lines):
            blocks.append(context(t("And {n} more: {command}.", n=total - len(lines), command=command)))
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

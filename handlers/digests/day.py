"""A manager's morning: what waits first, then what the last working day was, each line with the button that acts on it."""

from collections.abc import Sequence

from crm.cards import ClaimLine, DealLine, DigestCard, ReassignmentCard
from handlers.complaints.view import listed
from handlers.deals.view import row
from handlers.deals.words import title as deal_title
from handlers.digests.deals_done import deals_said, mine_buttons, stand_still
from handlers.digests.team import (
    asks_of,
    counted,
    figures_buttons,
    near_chart,
    near_not_drawn,
    near_said,
    owned_now,
    to_do,
)
from handlers.kit import ids, words
from handlers.kit.blocks import Block, Message, actions, bold, bullets, button, context, divider, esc, header, section
from handlers.kit.speech import Speech
from handlers.measures.funnel import stages_chart
from handlers.measures.words import in_which_money
from handlers.reassign.view import decision, in_the_home

MOST_LINES = 6  # with the other parts full, within Slack's 50 blocks


def digest(card: DigestCard, speech: Speech) -> Message:
    team = esc(card.team_name, 80) if card.team_name else speech.t("All teams")
    title = speech.t("{team}, {day}", team=team, day=speech.date(card.day))
    done, deals = counted(card.numbers, speech), deals_said(card.deals, speech) if card.deals else []
    named = [] if card.in_channel else _spoken(card, speech)
    if not done and not deals and not named:
        nothing = speech.t("{title}: nothing to report.", title=title)
        return Message(nothing, [section(nothing)])
    asks = None if card.in_channel else to_do(_asks(card, speech), speech)
    left = [] if card.in_channel else near_not_drawn(card.numbers, speech)
    blocks: list[Block] = [
        header(title),
        *([section(bold(asks))] if asks else []),
        section("\n".join([_figures(card, speech, deals), *left])),
    ]
    if card.in_channel:
        chart = stages_chart(card.deals.funnel, card.deals.rates, speech) if card.deals else []
        blocks += [*chart, mine_buttons(speech)]
    else:
        blocks += [*near_chart(card.numbers, speech), *_to_act_on(card, speech), divider(), figures_buttons(speech)]
        named += near_said(card.numbers, speech)
    note = in_which_money(card.deals.rates, card.deals.forecast.unconverted, speech) if card.deals and deals else None
    blocks += [context(note)] if note else []
    return Message(speech.sentences(f"{title}{speech.colon}".rstrip(), asks, *done, *deals, *named, note), blocks)


def _asks(card: DigestCard, speech: Speech) -> list[tuple[int, str]]:
    stalled = card.deals.funnel.stalled if card.deals else 0
    complaints = len(card.complaints)
    return asks_of(card.numbers.waiting, card.expiring_total, card.overdue, stalled, speech, complaints=complaints)


def _figures(card: DigestCard, speech: Speech, deals: list[str]) -> str:
    """The last working day in figures, then what is owned now."""
    done = counted(card.numbers, speech)
    none = speech.sentences(speech.t("Last working day:"), speech.t("nothing was logged."))
    did = [speech.t("Last working day:"), *bullets(done)] if done else [none]
    return "\n".join((*did, *owned_now(card.numbers, speech), *deals))


def _to_act_on(card: DigestCard, speech: Speech) -> list[Block]:
    """A line for each thing that waits, with its button."""
    blocks = needing(card.waiting, card.numbers.waiting, speech)
    if card.complaints:
        name = speech.t("Complaints and promises")
        title = f"{name}{speech.colon}{len(card.complaints)}"
        blocks += [divider(), *listed(card.complaints[:MOST_LINES], title, len(card.complaints), speech)]
    if card.expiring:
        blocks += [divider(), *running_out(card.expiring, card.expiring_total, speech)]
    if card.stalled and card.deals:
        blocks += [divider(), *standing_still(card.stalled, card.deals.funnel.stalled, speech)]
    return blocks


def running_out(lines: tuple[ClaimLine, ...], total: int, speech: Speech) -> list[Block]:
    name, left = speech.t("Running out within a week"), total - len(lines)
    on = [actions(button(speech.t("And {n} more…", n=left), ids.EXPIRING.id(len(lines))))] if left > 0 else []
    return [section(bold(f"{name}{speech.colon}{total}")), *(_expiring(line, speech) for line in lines), *on]


def needing(waiting: Sequence[ReassignmentCard], total: int, speech: Speech) -> list[Block]:
    """Those of `total` there is room for, and what has been decided since."""
    if not waiting and not total:
        return []
    title = speech.tn("{n} customer needs an owner.", "{n} customers need an owner.", total)
    if not total:
        title = speech.t("All are decided.")
    left = total - sum(one.state == "open" for one in waiting)
    at_home = in_the_home(left, speech) if waiting else speech.t("They are in the app's Home.")
    more = [context(at_home)] if left > 0 else []
    return [divider(), section(f"*{title}*"), *(block for one in waiting for block in decision(one, speech)), *more]


def standing_still(lines: Sequence[DealLine], total: int, speech: Speech) -> list[Block]:
    left = total - len(lines)
    more = [context(speech.t("And {n} more: `/dibs funnel`.", n=left))] if left > 0 else []
    return [section(bold(stand_still(total, speech))), *(row(line, speech) for line in lines), *more]


def _expiring(line: ClaimLine, speech: Speech) -> Block:
    owner = speech.named(line.owner_name)
    text = f"*{esc(line.customer.name, 120)}* · {owner} · {words.countdown(speech, line.customer, line.days_left)}"
    return section(text, accessory=button(speech.t("Card"), ids.OPEN_CARD.id(line.customer.customer_id)))


def _spoken(card: DigestCard, speech: Speech) -> list[str]:
    said = []
    needing = [one for one in card.waiting if one.state == "open"]
    if needing:
        names = speech.comma.join(esc(one.customer.name, 80) for one in needing)
        said.append(speech.t("Needs an owner: {names}.", names=names))
    if card.complaints:
        names = speech.comma.join(esc(one.customer.name, 80) for one in card.complaints[:MOST_LINES])
        said.append(speech.t("Complaints and promises open: {names}.", names=names))
    if card.expiring:
        names = speech.comma.join(esc(line.customer.name, 80) for line in card.expiring)
        said.append(speech.t("Running out within a week: {names}.", names=names))
    if card.stalled and card.deals:
        names = speech.comma.join(deal_title(line.deal) for line in card.stalled)
        said.append(f"{stand_still(card.deals.funnel.stalled, speech)}{speech.colon}{names}{speech.stop}")
    return said

"""What a manager's Home has besides: what is asked of them, their team, the pool, deals that stand still."""

from dataclasses import replace

from crm.cards import HomeDeals, LeaveCard, LockCard, MemberLine, TeamHome, TimeRequestCard
from handlers.away.view import leave
from handlers.deals.view import row
from handlers.expiry.view import time_request
from handlers.kit import ids, words
from handlers.kit.blocks import Block, actions, bold, button, clip, context, esc, header, section
from handlers.kit.speech import Speech
from handlers.locks.view import lock
from handlers.reassign.view import decision

SHORT = 300  # letters of a reason; the message that asks has it whole
IN_A_SECTION = 15  # of a team's people, so that a section takes their longest names


def asked_of_me(team: TeamHome, speech: Speech, *, alone: bool = False) -> list[Block]:
    """Who shall have what came free, and what somebody wants granted, each with its buttons. `alone`: behind the button
    that shows more of it."""
    if not team.waiting and not team.asked:
        return []
    blocks: list[Block] = [header(speech.t("For you to decide"))]
    if team.waiting:
        blocks.append(
            context(speech.tn("{n} customer needs an owner.", "{n} customers need an owner.", team.waiting_total))
        )
    blocks += [block for one in team.waiting for block in decision(one, speech)]
    blocks += [block for one in team.asked for block in _asked(one, speech)]
    more = team.waiting_total - len(team.waiting) + team.asked_total - len(team.asked)
    if more and alone:
        said = speech.tn(
            "And {n} more: it comes up here as you decide, and its card is in our direct messages.",
            "And {n} more: they come up here as you decide, and their cards are in our direct messages.",
            more,
        )
        blocks.append(context(said))
    elif more:
        blocks.append(actions(button(speech.t("And {n} more…", n=more), ids.TRY.id("decide"))))
    return blocks


def first_asked(team: TeamHome) -> TeamHome:
    """No more than one of a kind, and without what happened before: that is on the card."""
    return replace(team, waiting=tuple(replace(one, history=()) for one in team.waiting[:1]), asked=team.asked[:1])


def folded_team(team: TeamHome, speech: Speech) -> list[Block]:
    """In one line: how many there are, how many of theirs run out, how many have no owner."""
    said = [
        speech.tn("{n} person", "{n} people", team.members_total),
        speech.tn("{n} runs out within a week", "{n} run out within a week", team.near_total),
        speech.tn("{n} customer without an owner", "{n} customers without an owner", team.pooled),
    ]
    about = bold(speech.t("My team"), speech.comma.join(said))
    return [section(about, accessory=button(speech.t("Show more"), ids.TRY.id("my_team")))]


def _asked(one: TimeRequestCard | LeaveCard | LockCard, speech: Speech) -> list[Block]:
    if isinstance(one, TimeRequestCard):
        return time_request(replace(one, reason=clip(one.reason, SHORT)), speech).blocks
    return (leave(one, speech) if isinstance(one, LeaveCard) else lock(one, speech)).blocks


def my_team(team: TeamHome, speech: Speech, *, alone: bool = False) -> list[Block]:
    """Who holds how many, whose run out within the week, and how many have no owner. `alone`: behind the button that
    shows more of it."""
    t = speech.t
    blocks: list[Block] = [header(t("My team"))]
    lines = [_member(one, speech) for one in team.members]
    if team.members_total > len(team.members):
        lines.append(t("And {n} more.", n=team.members_total - len(team.members)))
    blocks += [section("\n".join(lines[n : n + IN_A_SECTION])) for n in range(0, len(lines), IN_A_SECTION)]
    if team.near:
        blocks.append(section(f"*{t('Running out in my team')}*"))
    blocks += [
        section(
            f"*{esc(line.customer.name, 120)}* · {speech.named(line.owner_name)} · "
            + words.countdown(speech, line.customer, line.days_left),
            accessory=button(t("Card"), ids.OPEN_CARD.id(line.customer.customer_id)),
        )
        for line in team.near
    ]
    more = team.near_total - len(team.near)
    if more and alone:
        blocks.append(actions(button(t("And {n} more…", n=more), ids.EXPIRING.id(len(team.near)))))
    elif more:
        blocks.append(context(t("And {n} more.", n=more)))
    counted = speech.tn("{n} customer without an owner", "{n} customers without an owner", team.pooled)
    pool = counted if team.pooled else t("The pool")
    left_out = team.near_total > len(team.near) or team.members_total > len(team.members)
    longer = [button(t("Show more"), ids.TRY.id("my_team"))] if left_out and not alone else []
    return [*blocks, actions(*longer, button(pool, ids.TRY.id("pool")), button(t("The teams"), ids.TRY.id("team")))]


def _member(one: MemberLine, speech: Speech) -> str:
    held = speech.tn("{n} customer", "{n} customers", one.held)
    soon = speech.tn("{n} runs out within a week", "{n} run out within a week", one.soon) if one.soon else None
    return f"*{speech.named(one.name, 80)}* · {speech.comma.join(filter(None, (held, soon)))}"


def folded_stalled(of: HomeDeals, speech: Speech) -> list[Block]:
    said = speech.tn("{n} deal stands still.", "{n} deals stand still.", of.stalled_total)
    return [section(said, accessory=button(speech.t("Show more"), ids.LINE.id("funnel")))] if of.stalled_total else []


def still_in_my_team(of: HomeDeals, speech: Speech) -> list[Block]:
    """Deals of others that stand still, the longest first."""
    t, blocks = speech.t, []
    if of.stalled:
        blocks += [header(t("Deals that stand still in my team")), *(row(line, speech) for line in of.stalled)]
    if of.stalled_total > len(of.stalled):
        more = t("And {n} more…", n=of.stalled_total - len(of.stalled))
        blocks.append(actions(button(more, ids.LINE.id("funnel"))))
    return blocks

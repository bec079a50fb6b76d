"""What a manager's Home has besides: what is asked of them, their team, the pool, deals that stand still."""

from crm.cards import HomeDeals, LeaveCard, LockCard, MemberLine, TeamHome, TimeRequestCard
from handlers.away.view import leave
from handlers.deals.view import row
from handlers.expiry.view import time_request
from handlers.kit import ids, words
from handlers.kit.blocks import Block, actions, button, context, esc, header, section
from handlers.kit.speech import Speech
from handlers.locks.view import lock
from handlers.reassign.view import decision


def asked_of_me(team: TeamHome, speech: Speech) -> list[Block]:
    """Who shall have what came free, and what somebody wants granted, each with its buttons."""
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
    if more:
        said = speech.tn(
            "And {n} more; its card is in our direct messages.",
            "And {n} more; their cards are in our direct messages.",
            more,
        )
        blocks.append(context(said))
    return blocks


def _asked(one: TimeRequestCard | LeaveCard | LockCard, speech: Speech) -> list[Block]:
    if isinstance(one, TimeRequestCard):
        return time_request(one, speech).blocks
    return (leave(one, speech) if isinstance(one, LeaveCard) else lock(one, speech)).blocks


def my_team(team: TeamHome, speech: Speech) -> list[Block]:
    """Who holds how many, whose run out within the week, and how many have no owner."""
    t = speech.t
    blocks: list[Block] = [header(t("My team"))]
    lines = [_member(one, speech) for one in team.members]
    if team.members_total > len(team.members):
        lines.append(t("And {n} more.", n=team.members_total - len(team.members)))
    if lines:
        blocks.append(section("\n".join(lines)))
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
    if team.near_total > len(team.near):
        blocks.append(context(t("And {n} more.", n=team.near_total - len(team.near))))
    pool = speech.tn("{n} customer without an owner", "{n} customers without an owner", team.pooled)
    return [*blocks, actions(button(pool, ids.TRY.id("pool")), button(t("The teams"), ids.TRY.id("team")))]


def _member(one: MemberLine, speech: Speech) -> str:
    held = speech.tn("{n} customer", "{n} customers", one.held)
    soon = speech.tn("{n} runs out within a week", "{n} run out within a week", one.soon) if one.soon else None
    return f"*{esc(one.name, 80)}* · {speech.comma.join(filter(None, (held, soon)))}"


def still_in_my_team(of: HomeDeals, speech: Speech) -> list[Block]:
    """Deals of others that stand still, the longest first."""
    t, blocks = speech.t, []
    if of.stalled:
        blocks += [header(t("Deals that stand still in my team")), *(row(line, speech) for line in of.stalled)]
    if of.stalled_total > len(of.stalled):
        more = t("And {n} more…", n=of.stalled_total - len(of.stalled))
        blocks.append(actions(button(more, ids.LINE.id("funnel"))))
    return blocks

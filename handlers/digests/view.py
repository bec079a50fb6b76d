"""Morning list and daily digest: what today asks, and what yesterday was, each line with the button that acts on it."""

from collections.abc import Sequence

from crm.cards import ClaimLine, DayCard, DigestCard, TeamNumbers
from crm.followups import FollowUp
from handlers.complaints.view import listed
from handlers.deals.view import row
from handlers.deals.words import title as deal_title
from handlers.digests.deals_done import deals_said, mine_buttons, stand_still
from handlers.kit import ids, words
from handlers.kit.blocks import Block, Message, bold, button, context, divider, esc, header, section
from handlers.kit.charts import bars
from handlers.kit.speech import Speech
from handlers.reassign.view import decision

MOST_LINES = 8
NOON = 12


def morning(card: DayCard, speech: Speech) -> Message:
    """A rep's day in one message: due today, overdue, claims near their end."""
    early = speech.local(speech.now).hour < NOON
    greeting = speech.t("Good morning.") if early else None
    title = speech.sentences(greeting, speech.t("Your day, {day}:", day=speech.date(card.day)))
    return Message(
        speech.sentences(title, *day_sentences(card, speech)), [section(f"*{title}*"), *day_blocks(card, speech)]
    )


def day_sentences(card: DayCard, speech: Speech) -> list[str]:
    counted = (
        (card.due, speech.tn("{n} follow-up today", "{n} follow-ups today", len(card.due))),
        (card.overdue, speech.tn("{n} overdue", "{n} overdue", len(card.overdue))),
        (card.expiring, speech.tn("{n} customer runs out soon", "{n} customers run out soon", len(card.expiring))),
    )
    named: list[str] = []
    for rows, said in counted:
        if rows:
            names = speech.comma.join(_name(one) for one in rows[:MOST_LINES])
            named.append(f"{said}{speech.colon}{names}{speech.stop}")
    return named


def day_blocks(card: DayCard, speech: Speech, *, most: int = MOST_LINES) -> list[Block]:
    """The day's plans and countdowns, each with its button and at most so many of a kind; empty parts are left out."""
    blocks: list[Block] = []
    for title, plans in ((speech.t("Today"), card.due), (speech.t("Overdue"), card.overdue)):
        blocks += _plans(title, plans, speech, most)
    if card.expiring:
        blocks.append(section(bold(speech.t("Running out"))))
        blocks += [_claim(line, speech) for line in card.expiring[:most]]
        blocks += _more(len(card.expiring) - most, speech)
    return blocks


def _name(one: FollowUp | ClaimLine) -> str:
    return esc(one.customer_name if isinstance(one, FollowUp) else one.customer.name, 80)


def _plans(title: str, plans: Sequence[FollowUp], speech: Speech, most: int) -> list[Block]:
    if not plans:
        return []
    rows = [_plan(plan, speech) for plan in plans[:most]]
    return [section(f"*{title}*"), *rows, *_more(len(plans) - most, speech)]


def _more(n: int, speech: Speech) -> list[Block]:
    return [context(speech.t("And {n} more.", n=n))] if n > 0 else []


def _plan(plan: FollowUp, speech: Speech) -> Block:
    when = (
        speech.time(plan.due_at)
        if speech.local(plan.due_at).date() == speech.local(speech.now).date()
        else speech.moment(plan.due_at)
    )
    text = f"{when} · *{esc(plan.customer_name, 120)}* · {words.step(speech, plan)}"
    return section(text, accessory=button(speech.t("Done…"), ids.PLAN_DONE.id(plan.followup_id, plan.customer_id)))


def _claim(line: ClaimLine, speech: Speech) -> Block:
    text = f"*{esc(line.customer.name, 120)}* · {words.countdown(speech, line.customer, line.days_left)}"
    return section(text, accessory=button(speech.t("Log call"), ids.LOG_CALL.id(line.customer.customer_id)))


def digest(card: DigestCard, speech: Speech) -> Message:
    """A manager's morning: the numbers, then what waits for a decision, what runs out, and what stands still."""
    team = esc(card.team_name, 80) if card.team_name else speech.t("all teams")
    title = speech.t("{team}, {day}", team=team, day=speech.date(card.day))
    done, deals = counted(card.numbers, speech), deals_said(card.deals, speech) if card.deals else []
    named = [] if card.in_channel else _spoken(card, speech)
    if not done and not deals and not named:
        nothing = speech.t("{title}: nothing to report.", title=title)
        return Message(nothing, [section(nothing)])
    blocks: list[Block] = [header(title), section("\n".join((_figures(card.numbers, speech), *deals)))]
    if len(card.numbers.by_rep) > 1:
        blocks.append(by_rep_chart(card.numbers, speech))
    blocks += [mine_buttons(speech)] if card.in_channel else _to_act_on(card, speech)
    return Message(speech.sentences(f"{title}{speech.colon}".rstrip(), *done, *deals, *named), blocks)


def _to_act_on(card: DigestCard, speech: Speech) -> list[Block]:
    """A line for each thing that waits, with its button."""
    blocks = _waiting(card, speech)
    if card.complaints:
        blocks += [divider(), *listed(card.complaints[:MOST_LINES], speech)]
    if card.expiring:
        blocks += [
            divider(),
            section(bold(speech.t("Running out within a week"))),
            *(_expiring(line, speech) for line in card.expiring),
        ]
    if card.stalled and card.deals:
        still = bold(stand_still(card.deals.funnel.stalled, speech))
        blocks += [divider(), section(still), *(row(line, speech) for line in card.stalled)]
    return blocks


def counted(numbers: TeamNumbers, speech: Speech) -> list[str]:
    """What was done, a sentence each; what there is none of is left out."""
    rows = (
        (numbers.activities, speech.tn("{n} activity logged", "{n} activities logged", numbers.activities)),
        (numbers.new_customers, speech.tn("{n} new customer", "{n} new customers", numbers.new_customers)),
        (numbers.followups_kept, speech.tn("{n} follow-up kept", "{n} follow-ups kept", numbers.followups_kept)),
        (
            numbers.followups_missed,
            speech.tn("{n} follow-up missed", "{n} follow-ups missed", numbers.followups_missed),
        ),
        (numbers.pooled, speech.tn("{n} customer went to the pool", "{n} customers went to the pool", numbers.pooled)),
        (
            numbers.reassigned,
            speech.tn("{n} customer got a new owner", "{n} customers got a new owner", numbers.reassigned),
        ),
    )
    return [f"{said}{speech.stop}" for n, said in rows if n]


def _figures(numbers: TeamNumbers, speech: Speech) -> str:
    """The last working day in figures, then what is owned now."""
    done = counted(numbers, speech) or [speech.t("nothing was logged.")]
    day = speech.sentences(speech.t("Last working day:"), *done)
    now = speech.tn("{n} customer is owned now.", "{n} customers are owned now.", numbers.owned)
    money = speech.comma.join(speech.money(total, currency) for currency, total in numbers.amount)
    return "\n".join([day, now, *([speech.t("Amounts in the notes: {amounts}.", amounts=money)] if money else [])])


def by_rep_chart(numbers: TeamNumbers, speech: Speech) -> Block:
    labels, counts = [name for name, _ in numbers.by_rep], [count for _, count in numbers.by_rep]
    return bars(speech.t("Activities by rep"), labels, (speech.t("Activities"), counts))


def _waiting(card: DigestCard, speech: Speech) -> list[Block]:
    if not card.waiting:
        return []
    title = speech.tn("{n} customer needs an owner.", "{n} customers need an owner.", card.numbers.waiting)
    if not card.numbers.waiting:
        title = speech.t("All are decided.")
    return [divider(), section(f"*{title}*"), *(block for row in card.waiting for block in decision(row, speech))]


def _expiring(line: ClaimLine, speech: Speech) -> Block:
    owner = esc(line.owner_name or "?", 80)
    text = f"*{esc(line.customer.name, 120)}* · {owner} · {words.countdown(speech, line.customer, line.days_left)}"
    return section(text, accessory=button(speech.t("Card"), ids.OPEN_CARD.id(line.customer.customer_id)))


def _spoken(card: DigestCard, speech: Speech) -> list[str]:
    said = []
    needing = [row for row in card.waiting if row.state == "open"]
    if needing:
        names = speech.comma.join(esc(row.customer.name, 80) for row in needing)
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

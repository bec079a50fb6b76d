"""A customer finds a new owner: the manager's card, the brief for the new owner, a word to the former one."""

from crm.cards import BriefCard, MovedOnCard, ReassignmentCard, ReassignmentsCard
from handlers.kit import ids, words
from handlers.kit.blocks import (
    Block,
    Message,
    actions,
    button,
    context,
    divider,
    esc,
    section,
)
from handlers.kit.speech import Speech
from handlers.leads.view import inquiry_line, inquiry_lines
from handlers.reassign.together import all_together, leaver_line
from handlers.who.view import card_blocks, spoken


def reassignments(card: ReassignmentsCard, speech: Speech) -> Message:
    """Who shall have these? Each with why it came, its history in three lines, and a suggestion."""
    waiting = [row for row in card.rows if row.state == "open"]
    title = (
        speech.tn(
            "{n} customer needs an owner.",
            "{n} customers need an owner.",
            card.together.open if card.together else len(waiting),
        )
        if waiting
        else speech.t("All are decided.")
    )
    blocks: list[Block] = [section(f"*{title}*")]
    late = (
        speech.t("{manager} has not decided in time.", manager=speech.named(card.late_manager))
        if card.late_manager
        else None
    )
    if late:
        blocks.append(context(late))
    if card.together:
        blocks += all_together(card.together, speech)
    for row in card.rows:
        blocks += [divider(), *decision(row, speech)]
    if card.more:
        blocks.append(context(in_the_home(card.more, speech)))
    left = leaver_line(card.together.leaver, speech) if card.together and card.together.leaver else None
    return Message(speech.sentences(title, late, left, *(_spoken(row, speech) for row in card.rows)), blocks)


def in_the_home(n: int, speech: Speech) -> str:
    return speech.tn("And {n} more in the app's Home.", "And {n} more in the app's Home.", n)


def decision(row: ReassignmentCard, speech: Speech) -> list[Block]:
    """One customer's decision, open or made."""
    if row.state != "open":
        undo = button(speech.t("Take back"), ids.TAKE_BACK.id(row.customer.customer_id, row.epoch))
        said = f"*{esc(row.customer.name, 120)}*{speech.colon}{_made(row, speech)}"
        return [section(said, accessory=undo) if row.state == "assigned" else section(said)]
    names = dict(row.author_names)
    history = [words.touch_line(speech, one, names.get(one.author_id)) for one in row.history]
    if row.inquiry:
        history = inquiry_lines([row.inquiry], speech, of=row.customer.name)
    blocks = [section(_why(row, speech))]
    if history:
        blocks.append(context("\n".join(history)))
    return [*blocks, actions(*_buttons(row, speech))]


def _buttons(row: ReassignmentCard, speech: Speech) -> list[Block]:
    customer_id, epoch = row.customer.customer_id, row.epoch
    buttons = [
        button(speech.t("Choose a rep…"), ids.ASSIGN_OTHER.id(customer_id, epoch)),
        button(speech.t("Open to all"), ids.OPEN_TO_ALL.id(customer_id, epoch)),
        button(speech.t("Customer card"), ids.OPEN_CARD.id(customer_id)),
    ]
    if row.why == "expired" and row.from_name:
        give_back = speech.t("Give back to {name}", name=row.from_name)
        buttons.insert(2, button(give_back, ids.TAKE_BACK.id(customer_id, epoch)))
    if row.suggested_id and row.suggested_name:
        assign = speech.t("Assign to {name}", name=row.suggested_name)
        buttons.insert(0, button(assign, ids.ASSIGN.id(customer_id, epoch, row.suggested_id), style="primary"))
    return buttons


def _why(row: ReassignmentCard, speech: Speech) -> str:
    name = f"*{esc(row.customer.name, 120)}*"
    why = words.pool_reason(speech, row.why)
    if row.from_name:
        came = speech.t(
            "{customer}, {owner}'s until now: {why}.", customer=name, owner=speech.named(row.from_name), why=why
        )
    else:
        came = speech.t("{customer}: {why}.", customer=name, why=why)
    if not row.suggested_name:
        return speech.sentences(came, speech.t("Nobody is free to take it: choose a rep, or open it to all."))
    because = words.suggested_because(speech, row.suggested_why)
    return speech.sentences(
        came, speech.t("Suggested: {rep} ({because}).", rep=speech.named(row.suggested_name), because=because)
    )


def _made(row: ReassignmentCard, speech: Speech) -> str:
    who, owner = speech.named(row.decided_by_name), speech.named(row.new_owner_name)
    return {
        "assigned": speech.t("{who} gave it to {owner}.", who=who, owner=owner),
        "opened": speech.t("{who} opened it to all.", who=who),
        "claimed": speech.t("{who} claimed it.", who=who),
        "undone": speech.t("{who} took it back.", who=who),
    }[row.state]


def _spoken(row: ReassignmentCard, speech: Speech) -> str:
    if row.state != "open":
        return f"{esc(row.customer.name, 120)}{speech.colon}{_made(row, speech)}"
    asked = f"{inquiry_line(row.inquiry, speech, of=row.customer.name)}{speech.stop}" if row.inquiry else None
    return speech.sentences(_why(row, speech), asked)


def brief(card: BriefCard, speech: Speech) -> Message:
    """To the new owner: it is yours, why, and everything that matters before the first call."""
    customer = esc(card.card.customer.name, 120)
    if card.from_name and card.from_name == card.card.owner_name:
        said = speech.t("*{customer}* is yours again.", customer=customer)
    elif card.from_name:
        why = words.pool_reason(speech, card.why)
        said = speech.t(
            "*{customer}* is yours now. It was {owner}'s: {why}.",
            customer=customer,
            owner=speech.named(card.from_name),
            why=why,
        )
    else:
        said = speech.t("*{customer}* is yours now.", customer=customer)
    return Message(speech.sentences(said, spoken(card.card, speech)), [section(said), *card_blocks(card.card, speech)])


def moved_on(card: MovedOnCard, speech: Speech) -> Message:
    said = speech.t(
        "{customer} is {owner}'s now. Your notes stay in its history under your name.",
        customer=f"*{esc(card.customer.name, 120)}*",
        owner=speech.named(card.new_owner_name),
    )
    if card.stays:
        percent, until = card.stays
        credit = speech.t(
            "You developed it: {percent}% of what is won there is credited to you until {day}.",
            percent=percent,
            day=speech.day(until),
        )
        said = speech.sentences(said, credit)
    return Message(said, [section(said)])

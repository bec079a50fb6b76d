"""The receipt of a note: what was logged, until when the customer is whose, what comes next, and what is still asked."""

from crm.activities import Activity
from crm.cards import ReceiptCard
from handlers.deals.view import hint_buttons, hint_text
from handlers.kit import ids, words
from handlers.kit.blocks import (
    Block,
    Element,
    Message,
    actions,
    button,
    context,
    date_picker,
    esc,
    plain,
    quote,
    section,
)
from handlers.kit.speech import Speech


def receipt(card: ReceiptCard, speech: Speech) -> Message:
    """Logged: what, who, until when, what next; with Edit, Undo, and the card."""
    if card.activity.withdrawn:
        said = speech.t("Undone: {what}. Your words are kept below.", what=_what(card, speech))
        return Message(said, [section(said), context(quote(card.activity.outcome))])
    lines = [
        _logged(card, speech),
        _clock(card, speech),
        _held(card, speech),
        _next(card, speech),
        _amount(card, speech),
        *asides(card.activity, speech),
    ]
    said = speech.sentences(*lines)
    why_not = words.why_not(speech, card.activity, card.owner_name, card.rule)
    blocks: list[Block] = [section(f"*{_logged(card, speech)}*\n{speech.sentences(*lines[1:])}")]
    if why_not:
        blocks.append(context(why_not))
    assisted = _assisted(card, speech)
    if assisted:
        blocks.append(context(assisted))
    which_day = _which_day(card, speech)
    if which_day:
        blocks += [section(which_day), actions(*_days(card, speech))]
    about_deal = hint_text(card.deal, speech) if card.deal else None
    if about_deal:
        blocks.append(section(about_deal))
    if card.deal and card.deal.offers:
        blocks.append(actions(*hint_buttons(card.deal, card.activity, speech)))
    blocks.append(actions(*_receipt_buttons(card, speech)))
    return Message(speech.sentences(said, why_not, assisted, which_day, about_deal), blocks)


def _assisted(card: ReceiptCard, speech: Speech) -> str | None:
    """How long its writer may still write for others; silent once that is over."""
    if card.assisted_until is None:
        return None
    left = (card.assisted_until - speech.local(speech.now).date()).days
    if left < 0:
        return None
    if left == 0:
        return speech.t("Today is the last day you can enter for this team.")
    return speech.tn(
        "You can enter for this team for {n} more day, until {day}.",
        "You can enter for this team for {n} more days, until {day}.",
        left,
        day=speech.date(card.assisted_until),
    )


def _what(card: ReceiptCard, speech: Speech) -> str:
    did, customer = words.kind(speech, card.activity.kind), esc(card.customer.name, 120)
    if card.activity.contact:
        return speech.t(
            "{kind}, {contact} ({customer})", kind=did, contact=esc(card.activity.contact, 120), customer=customer
        )
    return speech.t("{kind} ({customer})", kind=did, customer=customer)


def _logged(card: ReceiptCard, speech: Speech) -> str:
    if card.is_new:
        return speech.t("Logged with a new customer: {what}.", what=_what(card, speech))
    return speech.t("Logged: {what}.", what=_what(card, speech))


def _clock(card: ReceiptCard, speech: Speech) -> str:
    until, mine = card.customer.protected_until, card.customer.owner_id == card.activity.author_id
    if until is None:
        return speech.t("It is in the pool: nobody owns it.")
    facts = {"owner": speech.named(card.owner_name), "day": speech.day(until)}
    if not card.gained_days:
        return speech.t("Yours until {day}.", **facts) if mine else speech.t("{owner}'s until {day}.", **facts)
    if mine:
        return speech.tn("Yours until {day} (+{n} day).", "Yours until {day} (+{n} days).", card.gained_days, **facts)
    return speech.tn(
        "{owner}'s until {day} (+{n} day).", "{owner}'s until {day} (+{n} days).", card.gained_days, **facts
    )


def _held(card: ReceiptCard, speech: Speech) -> str | None:
    return words.held(speech, card.held) if card.held else None


def _next(card: ReceiptCard, speech: Speech) -> str | None:
    plan = card.follow_up
    if plan is None:
        return None
    if plan.step:
        return speech.t(
            "Next: {when}, {step}.", when=speech.moment(plan.due_at), step=esc(plan.step.rstrip("。."), 200)
        )
    return speech.t("Next: {when}.", when=speech.moment(plan.due_at))


def _amount(card: ReceiptCard, speech: Speech) -> str | None:
    if card.activity.amount is None:
        return None
    return speech.t("Amount: {amount}.", amount=speech.money(card.activity.amount, card.activity.currency))


def asides(activity: Activity, speech: Speech) -> list[str]:
    """What the note said in passing: against whom, why it was lost, where the customer came from."""
    said = []
    if activity.competitor:
        said.append(speech.t("Competitor: {name}.", name=esc(activity.competitor, 80)))
    if activity.lost_reason:
        said.append(speech.t("Why lost: {reason}.", reason=words.lost_reason(speech, activity.lost_reason)))
    if activity.source:
        said.append(speech.t("Came from: {source}.", source=words.source(speech, activity.source)))
    return said


def _receipt_buttons(card: ReceiptCard, speech: Speech) -> list[Element]:
    activity, customer = card.activity, card.customer
    buttons = [
        button(speech.t("Edit"), ids.EDIT_LOG.id(activity.activity_id)),
        button(speech.t("Undo"), ids.UNDO_LOG.id(activity.activity_id)),
        button(speech.t("Customer card"), ids.OPEN_CARD.id(customer.customer_id)),
    ]
    if card.follow_up is None and not card.unclear_date:
        buttons.append(button(speech.t("Plan next step"), ids.PLAN.id(customer.customer_id)))
    if card.other_due and card.follow_up and card.other_due != card.follow_up.due_at:
        other = speech.t("I meant {when}", when=speech.moment(card.other_due))
        buttons.append(
            button(other, ids.TAKE_OTHER_DATE.id(card.follow_up.followup_id, int(card.other_due.timestamp())))
        )
    if card.hears == "complaint":
        buttons.append(button(speech.t("Keep as a complaint…"), _complain(card)))
    if card.hears == "promise":
        buttons.append(button(speech.t("Keep as a promise…"), _complain(card)))
    if activity.why_not == "unowned":
        buttons.append(button(speech.t("Claim"), ids.CLAIM.id(customer.customer_id), style="primary"))
    return buttons


def _which_day(card: ReceiptCard, speech: Speech) -> str | None:
    if not card.unclear_date or card.follow_up:
        return None
    return speech.t("I could not tell the day of the next step. Which one is it?")


def _days(card: ReceiptCard, speech: Speech) -> list[Element]:
    """The days that were thought of, as long as they lie ahead, and any other."""
    activity_id = card.activity.activity_id
    ahead = [day for day in card.days if day > speech.now]
    named = [button(speech.moment(day), ids.SET_DAY.id(activity_id, int(day.timestamp()))) for day in ahead]
    other = speech.t("Another day") if named else speech.t("Pick the day")
    return [*named, {**date_picker(), "action_id": ids.PICK_DAY.id(activity_id), "placeholder": plain(other, 75)}]


def _complain(card: ReceiptCard) -> str:
    return ids.COMPLAIN.id(card.hears or "complaint", card.customer.customer_id, card.activity.activity_id)

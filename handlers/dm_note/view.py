"""A note's answers: the receipt that carries the clock, the question whose it is, and a helpful line."""

from crm.activities import Activity
from crm.cards import (
    Candidate,
    ChoicesCard,
    DeclinedCard,
    PlanCard,
    QuestionCard,
    ReceiptCard,
    UndeliverableCard,
    VoiceCard,
    WordCard,
)
from crm.followups import FollowUpState
from handlers.deals.view import hint_buttons, hint_text
from handlers.dm_note.instead import INSTEAD
from handlers.kit import ids, refusals, words
from handlers.kit.blocks import Block, Element, Message, actions, button, context, esc, overflow, quote, section
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
    if card.unclear_date:
        blocks.append(context(speech.t("I could not tell the date of the next step. *Plan* it with one tap.")))
    about_deal = hint_text(card.deal, speech) if card.deal else None
    if about_deal:
        blocks.append(section(about_deal))
    if card.deal and card.deal.offers:
        blocks.append(actions(*hint_buttons(card.deal, card.activity, speech)))
    blocks.append(actions(*_receipt_buttons(card, speech)))
    return Message(speech.sentences(said, why_not, assisted, about_deal), blocks)


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
    facts = {"owner": esc(card.owner_name or "?", 80), "day": speech.day(until)}
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
    if card.unclear_date or card.follow_up is None:
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


def _complain(card: ReceiptCard) -> str:
    return ids.COMPLAIN.id(card.hears or "complaint", card.customer.customer_id, card.activity.activity_id)


def question(card: QuestionCard, speech: Speech) -> Message:
    """Which customer? At most three candidates and "new"; the words are shown, so that nobody fears for them."""
    if card.state == "discarded":
        said = speech.t("Not logged. Your words were:")
        return Message(speech.sentences(said, esc(card.text)), [section(said), context(quote(card.text))])
    asked = _asked(card, speech)
    choices = [
        button(_candidate(one, speech), ids.CHOOSE.id(card.draft_id, one.customer_id)) for one in card.candidates
    ]
    if card.new_name:
        new = speech.t("New customer: {name}", name=card.new_name)
        choices.append(button(new, ids.CHOOSE.id(card.draft_id, "new"), style=None if card.candidates else "primary"))
    choices.append(button(speech.t("Another customer…"), ids.OTHER_CUSTOMER.id(card.draft_id)))
    choices.append(button(speech.t("Don't log"), ids.CHOOSE.id(card.draft_id, "discard")))
    return Message(
        speech.sentences(asked, esc(card.text)), [section(asked), context(quote(card.text)), actions(*choices)]
    )


def _asked(card: QuestionCard, speech: Speech) -> str:
    if card.candidates and card.new_name:
        return speech.t("Which customer is *{name}*? Your note is kept until you tap.", name=esc(card.new_name, 120))
    if card.new_name:
        return speech.t("*{name}* is new to me. Shall I add it and log your note?", name=esc(card.new_name, 120))
    return speech.t("Which customer is this about? Your note is kept until you tap.")


def _candidate(one: Candidate, speech: Speech) -> str:
    return f"{one.name}{speech.aside(one.owner_name)}" if one.owner_name else one.name


def voice_clip(card: VoiceCard, speech: Speech) -> Message:
    """Kept, and what happens next."""
    if card.closed:
        said = speech.t("Not logged. The voice clip stays in our messages.")
    elif card.lost:
        said = speech.t("I could not get the words of your voice clip. It is kept: write in a line what came of it.")
    else:
        said = speech.t("Transcribing your voice clip… it is kept, and the receipt comes here.")
    if card.closed or not card.lost:
        return Message(said, [section(said)])
    write = button(speech.t("Write it down…"), ids.OTHER_CUSTOMER.id(card.draft_id), style="primary")
    leave = button(speech.t("Don't log"), ids.CHOOSE.id(card.draft_id, "discard"))
    return Message(said, [section(said), actions(write, leave)])


def choices(card: ChoicesCard, speech: Speech) -> Message:
    """Several customers fit a question, or none."""
    query = esc(card.query, 120)
    if not card.candidates:
        said = speech.t("I know no customer called *{name}*. Log a call with it and it is yours.", name=query)
        return Message(said, [section(said)])
    said = speech.t("Which one do you mean by *{name}*?", name=query)
    buttons = [button(_candidate(one, speech), ids.OPEN_CARD.id(one.customer_id)) for one in card.candidates]
    names = speech.comma.join(esc(one.name, 120) for one in card.candidates)
    return Message(f"{said} {names}", [section(said), actions(*buttons)])


def word(card: WordCard, speech: Speech) -> Message:
    said = _WORDS[card.code](speech, esc(card.about, 120))
    return Message(said, [section(said)])


_WORDS = {
    "small_talk": lambda s, about: s.t(
        "Hello! Send me a line after each call, such as “called Acme, spoke with Jane, send quote Friday”, "
        "and the customer stays yours."
    ),
    "small_talk_assistant": lambda s, about: s.t(
        "Hello! Send me what a rep tells you, with the rep's name first: “for @Mei called Acme, spoke with Jane, "
        "send quote Friday”. It counts for the rep."
    ),
    "empty": lambda s, about: s.t(
        "There were no words in that. Send me a line such as “called Acme, spoke with Jane, send quote Friday”."
    ),
    "lookup_hint": lambda s, about: s.t("Which customer? Ask `/who Acme`, or see yours with `/dibs mine`."),
    "clock_on": lambda s, about: s.t("The claim clock starts tomorrow. Who is past their date is warned first."),
    "clock_off": lambda s, about: s.t("The claim clock is off: nobody is warned and nothing goes to the pool."),
    "command_hint": lambda s, about: s.t(
        "I can't do that from a message yet. `/dibs help` shows what I can do; nothing was changed."
    ),
    "undone": lambda s, about: s.t("Your last log, on {customer}, is undone.", customer=about),
    "released": lambda s, about: s.t("{customer} is in the pool now. Your notes stay in its history.", customer=about),
    "taken_back": lambda s, about: s.t(
        "{customer} is not yours any more: the assignment was taken back. What you logged stays.", customer=about
    ),
    "time_asked": lambda s, about: s.t("Your manager was asked for more time with {customer}.", customer=about),
}
_WORDS |= INSTEAD
WORD_CODES = frozenset({*_WORDS, "planned"})


def declined(card: DeclinedCard, speech: Speech) -> Message:
    said = refusals.say(card.code, dict(card.facts), speech)
    return Message(said, [section(said)])


def planned(card: PlanCard, speech: Speech) -> Message:
    """A plan was made: when, with whom, what."""
    plan, customer = card.follow_up, esc(card.follow_up.customer_name, 120)
    step = esc(plan.step or speech.t("follow up"), 200)
    if plan.state == FollowUpState.DROPPED:
        said = speech.t("Dropped: {customer}, {step}.", customer=customer, step=step)
    else:
        said = speech.t(
            "Planned with {customer}: {when}, {step}.", customer=customer, when=speech.moment(plan.due_at), step=step
        )
    if plan.state != FollowUpState.OPEN:
        return Message(said, [section(said)])
    menu = overflow(ids.PLAN_MENU.id(plan.followup_id), [(speech.t("Move…"), "move"), (speech.t("Drop"), "drop")])
    return Message(said, [section(said, accessory=menu)])


def undeliverable(card: UndeliverableCard, speech: Speech) -> Message:
    said = speech.t(
        "I can't reach {name} in Slack ({why}). What I had to say to them went to their manager where it mattered.",
        name=esc(card.person_name, 80),
        why=esc(card.why, 80),
    )
    return Message(said, [section(said)])

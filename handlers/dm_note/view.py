"""A note's answers: the receipt that carries the clock, the question whose it is, and a helpful line."""

from crm.cards import (
    ChoicesCard,
    DeclinedCard,
    ForWhomCard,
    PlanCard,
    QuestionCard,
    UndeliverableCard,
    VoiceCard,
    WordCard,
)
from crm.followups import FollowUpState
from handlers.dm_note.candidates import in_full, labels
from handlers.dm_note.instead import INSTEAD
from handlers.kit import ids, refusals
from handlers.kit.blocks import (
    Message,
    actions,
    button,
    context,
    esc,
    overflow,
    quote,
    section,
    user_select,
)
from handlers.kit.speech import Speech

MOST_ABOUT = 120
MOST_REPS = 5  # with a button each


def for_whom(card: ForWhomCard, speech: Speech) -> Message:
    """An assistant's note: the reps of the team as buttons, anybody else behind a menu."""
    asked = speech.t(
        "For whom do you write about *{name}*? It will be theirs. Your note is kept until you choose.",
        name=esc(card.customer_name, 120),
    )
    reps = [
        button(name or speech.t("someone"), ids.FOR_WHOM.id(card.draft_id, card.choice, rep_id))
        for rep_id, name in card.reps[:MOST_REPS]
    ]
    other = user_select(
        ids.FOR_WHOM.id(card.draft_id, card.choice, "other"), placeholder=speech.t("Another colleague…")
    )
    leave = button(speech.t("Don't log"), ids.CHOOSE.id(card.draft_id, "discard"))
    return Message(
        speech.sentences(asked, esc(card.text)),
        [section(asked), context(quote(card.text)), actions(*reps, other, leave)],
    )


def question(card: QuestionCard, speech: Speech) -> Message:
    """Which customer? At most three candidates and "new"; the words are shown, so that nobody fears for them."""
    if card.state == "discarded":
        said = speech.t("Not logged. Your words were:")
        return Message(speech.sentences(said, esc(card.text)), [section(said), context(quote(card.text))])
    asked = _asked(card, speech)
    choices = [
        button(label, ids.CHOOSE.id(card.draft_id, one.customer_id))
        for label, one in zip(labels(card.candidates, speech), card.candidates, strict=True)
    ]
    if card.new_name:
        new = speech.t("New customer: {name}", name=card.new_name)
        choices.append(button(new, ids.CHOOSE.id(card.draft_id, "new"), style=None if card.candidates else "primary"))
    choices.append(button(speech.t("Another customer…"), ids.OTHER_CUSTOMER.id(card.draft_id)))
    choices.append(button(speech.t("Don't log"), ids.CHOOSE.id(card.draft_id, "discard")))
    near = in_full(card.candidates, speech)
    return Message(
        "\n".join((speech.sentences(asked, esc(card.text)), *near)),
        [section("\n".join((asked, *near))), context(quote(card.text)), actions(*choices)],
    )


def _asked(card: QuestionCard, speech: Speech) -> str:
    if card.candidates and card.new_name:
        return speech.t("Which customer is *{name}*? Your note is kept until you tap.", name=esc(card.new_name, 120))
    if card.new_name:
        return speech.t("*{name}* is new to me. Shall I add it and log your note?", name=esc(card.new_name, 120))
    return speech.t("Which customer is this about? Your note is kept until you tap.")


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
    buttons = [
        button(label, ids.OPEN_CARD.id(one.customer_id))
        for label, one in zip(labels(card.candidates, speech), card.candidates, strict=True)
    ]
    if near := in_full(card.candidates, speech):
        whole = "\n".join((said, *near))
        return Message(whole, [section(whole), actions(*buttons)])
    names = speech.comma.join(esc(one.name, 120) for one in card.candidates)
    return Message(f"{said} {names}", [section(said), actions(*buttons)])


def word(card: WordCard, speech: Speech) -> Message:
    about = "" if card.code in INSTEAD and len(card.about) > MOST_ABOUT else card.about  # a line to copy has it whole
    said = _WORDS[card.code](speech, esc(about, MOST_ABOUT))
    return Message(said, [section(said)])


_WORDS = {
    "small_talk": lambda s, about: s.t(
        "I'm here. Send me a line after each call, such as “called Acme, spoke with Jane, send quote Friday”, "
        "and the customer stays yours."
    ),
    "small_talk_assistant": lambda s, about: s.t(
        "I'm here. Send me what a rep tells you, with the rep's name first: “for @Mei called Acme, spoke with Jane, "
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
    "handed_on": lambda s, about: s.t(
        "{name} has left. What the team asked of them waits for you now: it is on your Home.", name=about
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
        name=speech.named(card.person_name),
        why=esc(card.why, 80),
    )
    return Message(said, [section(said)])

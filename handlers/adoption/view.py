"""Who has not logged this week; and the word to one who has not."""

from crm.cards import AdoptionCard, NudgeCard, QuietLine
from handlers.kit import ids
from handlers.kit.blocks import Block, Message, actions, button, context, section
from handlers.kit.speech import Speech

MOST = 40


def adoption(card: AdoptionCard, speech: Speech) -> Message:
    t = speech.t
    if not card.before.whole:
        said = t("There is no rep in a team yet. Put them in one: `/dibs team add @rep`.")
        return Message(said, [section(said)])
    head = t(
        "{part} of {whole} reps logged this week; {before} of {all} the week before.",
        part=card.logged.part,
        whole=card.logged.whole,
        before=card.before.part,
        all=card.before.whole,
    )
    if not card.quiet:
        said = speech.sentences(head, t("Nobody is missing."))
        return Message(said, [section(said)])
    lines = [f"{_line(one, speech)}{speech.stop}" for one in card.quiet[:MOST]]
    blocks = [section(head), *(_row(one, speech) for one in card.quiet[:MOST])]
    if len(card.quiet) > MOST:
        blocks.append(context(t("And {n} more.", n=len(card.quiet) - MOST)))
    blocks.append(context(t("A word goes out once a week at most, in their working hours.")))
    return Message(speech.sentences(head, t("Nothing from:"), *lines), blocks)


def _row(one: QuietLine, speech: Speech) -> Block:
    may = not one.away and not one.nudged
    tap = button(speech.t("Send a kind word"), ids.NUDGE.id(one.person_id)) if may else None
    return section(_line(one, speech), accessory=tap)


def _line(one: QuietLine, speech: Speech) -> str:
    t = speech.t
    last = t("last on {day}", day=speech.day(one.last_at)) if one.last_at else t("nothing in ninety days")
    state = t("on leave") if one.away else t("written to this week") if one.nudged else None
    return " · ".join(filter(None, (speech.named(one.name), last, state)))


def nudged(name: str, speech: Speech) -> Message:
    return Message(speech.t("{person} gets a kind word from me, in your name.", person=speech.named(name)))


def nudge(card: NudgeCard, speech: Speech) -> Message:
    t = speech.t
    said = t(
        "{manager} asks how your week goes: nothing is logged yet. One line after a call is enough, such as “called Acme, "
        "spoke with Jane, send quote Friday”, and the customer stays yours.",
        manager=speech.named(card.manager_name),
    )
    return Message(said, [section(said), actions(button(t("Log a call"), ids.NEW_LOG.id(), style="primary"))])

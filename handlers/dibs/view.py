"""Answers to /dibs: lists and the team."""

from crm.cards import ClaimLine, ExpiringCard, LineCard, MineCard, TodayCard
from crm.customers import ONLY
from crm.details import GRADES
from handlers.dibs.names import SUBCOMMANDS
from handlers.digests.view import coming_blocks, coming_sentence, day_blocks, day_sentences
from handlers.kit import ids, paging, words
from handlers.kit.blocks import Block, Element, Message, actions, button, clip, esc, option, section, select
from handlers.kit.speech import Speech


def today(card: TodayCard, speech: Speech) -> Message:
    """My day."""
    day = card.day
    title = speech.t("Your day, {day}:", day=speech.date(day.day))
    sentences = day_sentences(day, speech) or [speech.t("Nothing is due today.")]
    today_ = day_blocks(day, speech) or [section(sentences[0])]
    return Message(
        speech.sentences(title, *sentences, coming_sentence(day, speech)),
        [section(f"*{title}*"), *today_, *coming_blocks(day, speech)],
    )


def mine(card: MineCard, speech: Speech) -> Message:
    """My customers, the nearest deadline first."""
    if not card.lines and card.only != "all":
        said = speech.t("None of your customers is like that.")
        return Message(said, [section(said), actions(only_select(card.only, speech))])
    if not card.lines and card.for_others:
        return Message(words.for_others(speech), [section(words.for_others(speech))])
    if not card.lines:
        said = speech.t(
            "None yet. Send me a line after your next call, such as “called Acme, spoke with Jane, send quote Friday”."
        )
        return Message(said, [section(said)])
    title = speech.tn("{n} customer is yours.", "{n} customers are yours.", card.total)
    if card.only != "all":
        title = f"{_only_words(speech)[card.only]}{speech.colon}{card.total}"
    blocks = [section(f"*{title}*"), *(_mine_row(line, speech) for line in card.lines)]
    turns = paging.turns(card.back, card.on, lambda offset: _page(card.only, offset), speech)
    where = paging.where(card.offset, len(card.lines), card.total, speech)
    blocks += [*where, actions(*turns, only_select(card.only, speech))]
    return Message(speech.sentences(title, *(_mine_spoken(line, speech) for line in card.lines)), blocks)


def expiring(card: ExpiringCard, speech: Speech) -> Message:
    """What runs out soon in a leader's team, each with whose it is."""
    t = speech.t
    if not card.lines:
        said = t("No customer runs out within a week.")
        return Message(said, [section(said)])
    title = speech.tn("{n} customer runs out within a week", "{n} customers run out within a week", card.total)
    left = card.total - card.offset - len(card.lines)
    more = [t("And {n} more.", n=left)] if left > 0 else []
    rows = [
        section(
            f"*{esc(line.customer.name, 120)}* · {_whose_and_when(line, speech)}",
            accessory=button(t("Card"), ids.OPEN_CARD.id(line.customer.customer_id)),
        )
        for line in card.lines
    ]
    spoken = [f"{esc(line.customer.name, 80)} · {_whose_and_when(line, speech)}" for line in card.lines]
    turns = paging.turns(card.back, card.on, ids.EXPIRING.id, speech)
    where = paging.where(card.offset, len(card.lines), card.total, speech)
    blocks = [section(f"*{title}*"), *rows, *where, *([actions(*turns)] if turns else [])]
    return Message("\n".join((title, *spoken, *more)), blocks)


def _whose_and_when(line: ClaimLine, speech: Speech) -> str:
    return f"{speech.named(line.owner_name)} · {words.countdown(speech, line.customer, line.days_left)}"


def _page(only: str, offset: int) -> str:
    return ids.MINE.id(offset) if only == "all" else ids.MINE_ONLY.id(only, offset)


def only_select(chosen: str | None, speech: Speech) -> Element:
    """Which of my customers to show."""
    options = [option(said, code) for code, said in _only_words(speech).items()]
    menu = select(options, chosen, placeholder=speech.t("Show only…"))
    return {**menu, "action_id": ids.MINE_ONLY.id("choose", 0)}


def _only_words(speech: Speech) -> dict[str, str]:
    t = speech.t
    words_ = (t("All of them"), t("Running out within a week"), t("Without a next step"))
    return dict(zip(ONLY, (*words_, *(t("Grade {grade}", grade=one) for one in GRADES)), strict=True))


def _mine_spoken(line: ClaimLine, speech: Speech) -> str:
    state = words.countdown(speech, line.customer, line.days_left)
    said = speech.t("{customer}: {state}.", customer=esc(line.customer.name, 80), state=state)
    return speech.sentences(said, words.held(speech, line.held) if line.held else None)


def _mine_row(line: ClaimLine, speech: Speech) -> Block:
    text = f"*{esc(line.customer.name, 120)}* · {words.countdown(speech, line.customer, line.days_left)}"
    if line.held:
        text = f"{text}\n{words.held(speech, line.held)}"
    return section(text, accessory=button(speech.t("Card"), ids.OPEN_CARD.id(line.customer.customer_id)))


def line_heard(card: LineCard, speech: Speech) -> Message:
    """A sub-command that came as a message: a form needs a tap, and so does all that is not a note."""
    said = speech.t("That is `{line}`; one tap does it. It was not logged.", line=line(card.name, card.rest, speech))
    return Message(said, [section(said), actions(line_button(card.name, card.rest, speech))])


def line_button(name: str, rest: str, speech: Speech) -> Element:
    """Does a line of /dibs, its rest carried along."""
    return button(f"/dibs {_word(name, speech)} {rest}".strip(), ids.LINE.id(name), value=clip(rest, 1900))


def line(name: str, rest: str, speech: Speech) -> str:
    """A line of /dibs as its reader would type it."""
    return esc(f"/dibs {_word(name, speech)} {rest}".strip().replace("`", "'"), 120)


def _word(name: str, speech: Speech) -> str:
    """What the sub-command is called in the reader's language."""
    chinese = next((word for word in SUBCOMMANDS[name] if not word.isascii()), name)
    return chinese if speech.locale == "zh" else name

"""What the clock was worth, in figures, each with how it is counted."""

from crm.cards import ValueCard
from handlers.kit.blocks import Message, begun, bold, context, section
from handlers.kit.speech import Speech
from handlers.measures.define import said
from handlers.measures.words import money, whose


def value(card: ValueCard, speech: Speech) -> Message:
    t, of = speech.t, card.worth
    span = speech.span(card.period.first, card.period.last)
    circle = t("you") if card.circle.whose == "mine" else whose(card.circle, speech)
    heading = t("What the clock was worth, {whose}, {span}", whose=circle, span=span)
    won = money(of.won_value, card.rates, speech)
    figures = (
        ("rescued", _rescued(card, speech)),
        ("new_hands", speech.tn("{n} deal, {value}", "{n} deals, {value}", of.won, value=won)),
        ("found_again", speech.tn("{n} customer", "{n} customers", of.found_again)),
        ("log_seconds", _seconds(card, speech)),
    )
    lines, blocks = [], [section(f"*{heading}*")]
    for code, figure in figures:
        name, formula = said(code, speech)
        lines.append(f"{name}{speech.colon}{figure}{speech.stop}")
        blocks += [section(bold(name, begun(figure))), context(formula)]
    return Message(speech.sentences(f"{heading}{speech.colon}".rstrip(), *lines), blocks)


def _rescued(card: ValueCard, speech: Speech) -> str:
    of = card.worth
    if not of.warned:
        return speech.t("nobody was warned")
    return speech.t(
        "{n} of {warned} warned; {gone} went, {open} still run",
        n=of.rescued,
        warned=of.warned,
        gone=of.gone,
        open=of.still_open,
    )


def _seconds(card: ValueCard, speech: Speech) -> str:
    of = card.worth
    by_message = speech.t("none by message")
    if of.by_message is not None:
        by_message = speech.t("{seconds} s by message ({n})", seconds=round(of.by_message), n=of.messages)
    by_form = speech.t("none by form")
    if of.by_form is not None:
        by_form = speech.t("{seconds} s by form ({n})", seconds=round(of.by_form), n=of.forms)
    return speech.comma.join((by_message, by_form))

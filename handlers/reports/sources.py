"""Where customers come from and what becomes of them, by source and campaign."""

from crm.cards import SourcesCard
from crm.sources import Origin, Yield
from handlers.kit import words
from handlers.kit.blocks import Block, Message, bold, context, esc, section, table
from handlers.kit.speech import Speech
from handlers.measures.words import figure, in_which_money, money, share


def sources(card: SourcesCard, speech: Speech) -> Message:
    t = speech.t
    span = speech.span(card.period.first, card.period.last)
    heading = t("Sources, {span}", span=span)
    if not card.whole.came:
        said = t("{heading}: nobody new came.", heading=heading)
        return Message(said, [section(said)])
    whole = f"{_yield(card.whole, card, speech)}{speech.stop}"
    blocks: list[Block] = [section(bold(heading, whole)), _table(card, speech)]
    note = in_which_money(card.rates, card.unconverted, speech)
    more = card.origins_total - len(card.origins)
    left = t("And {n} more, each with fewer.", n=more) if more else None
    blocks.append(context(*filter(None, (left, note, t("How it is counted: `/dibs define`.")))))
    rows = [f"{origin(one, speech)}{speech.colon}{_yield(of, card, speech)}{speech.stop}" for one, of in card.origins]
    return Message(speech.sentences(f"{heading}{speech.colon}".rstrip(), whole, *rows, left, note), blocks)


def origin(one: Origin, speech: Speech) -> str:
    """ "website · spring fair" """
    source, campaign = one
    named = esc(words.source(speech, source), 60) if source else speech.t("source unknown")
    return f"{named} · {esc(campaign, 60)}" if campaign else named


def _yield(of: Yield, card: SourcesCard, speech: Speech) -> str:
    """ "12 came, first touch after 3 hours, 2 not called yet, bought 3 of 12, $40,000 won, $90,000 open" """
    t = speech.t
    hours = None if of.hours is None else t("first touch after {hours} h", hours=_hours(of))
    waiting = t("{n} not called yet", n=of.untouched) if of.untouched else None
    said = (
        t("{n} came", n=of.came),
        hours,
        waiting,
        t("bought {share}", share=share(of.won, speech)),
        t("{amount} won", amount=money(of.won_value, card.rates, speech)),
        t("{amount} open", amount=money(of.open_value, card.rates, speech)),
    )
    return speech.semicolon.join(one for one in said if one)


def _table(card: SourcesCard, speech: Speech) -> Block:
    t = speech.t
    heading = (
        t("Source"),
        t("Came"),
        t("First touch"),
        t("Bought"),
        " ".join((t("Won"), card.rates.base)),
    )
    rows = [
        (
            origin(one, speech),
            _came(of, speech),
            "–" if of.hours is None else t("{hours} h", hours=_hours(of)),
            share(of.won, speech),
            figure(of.won_value, speech),
        )
        for one, of in card.origins
    ]
    return table(heading, rows)


def _came(of: Yield, speech: Speech) -> str:
    """ "12", or "12 (2 to call)" """
    waiting = speech.aside(speech.t("{n} to call", n=of.untouched)) if of.untouched else ""
    return f"{of.came}{waiting}"


def _hours(of: Yield) -> str:
    """Working hours, to the half below ten."""
    hours = of.hours or 0
    return f"{round(hours * 2) / 2:g}" if hours < 10 else f"{hours:.0f}"

"""A manager's week: what was done, what deals moved, what the forecast says, what stands still or is odd, with buttons."""

from crm.cards.reports import WeekCard
from handlers.deals.view import row
from handlers.deals.words import title
from handlers.digests.view import by_rep_chart, counted
from handlers.kit import ids
from handlers.kit.blocks import Block, Message, actions, bold, button, context, divider, header, section
from handlers.kit.speech import Speech
from handlers.measures.forecast import change
from handlers.measures.funnel import stages_chart
from handlers.measures.odd import odd_names, odd_row
from handlers.measures.words import in_which_money, money, whose


def week(card: WeekCard, speech: Speech) -> Message:
    t = speech.t
    heading = t(
        "{team}, week {first} – {last}",
        team=whose(card.circle, speech),
        first=speech.date(card.period.first),
        last=speech.date(card.period.last),
    )
    done, deals = counted(card.numbers, speech), _deals(card, speech)
    if not done and not deals:
        said = t("{title}: nothing to report.", title=heading)
        return Message(said, [section(said)])
    note = in_which_money(card.rates, card.forecast.unconverted, speech)
    waiting = None if card.in_channel else _waiting(card, speech)
    blocks: list[Block] = [
        header(heading),
        section("\n".join(filter(None, (speech.sentences(*done), *deals, waiting)))),
    ]
    if len(card.numbers.by_rep) > 1:
        blocks.append(by_rep_chart(card.numbers, speech))
    blocks += stages_chart(card.funnel, speech)
    if card.in_channel:
        mine = (
            button(t("My funnel"), ids.WEEK_MINE.id("funnel")),
            button(t("My forecast"), ids.WEEK_MINE.id("forecast")),
        )
        blocks += [actions(*mine), *([context(note)] if note else [])]
        return Message(speech.sentences(f"{heading}{speech.colon}".rstrip(), *done, *deals, note), blocks)
    if card.stalled:
        blocks += [divider(), section(bold(_stalled(card, speech))), *(row(line, speech) for line in card.stalled)]
    if card.odd:
        blocks += [divider(), section(bold(_odd(card, speech))), *(odd_row(line, speech) for line in card.odd)]
    how = t("Another day, or none: `/dibs digest weekly Friday`, `/dibs digest weekly off`.")
    blocks.append(context(*filter(None, (note, how))))
    return Message(
        speech.sentences(f"{heading}{speech.colon}".rstrip(), *done, *deals, waiting, *_named(card, speech), note),
        blocks,
    )


def _deals(card: WeekCard, speech: Speech) -> list[str]:
    """What deals did, what is open, what is forecast; nothing where there are none."""
    t, of = speech.t, card.funnel
    moved = [
        (card.opened, speech.tn("{n} deal opened", "{n} deals opened", card.opened)),
        (card.went_on, speech.tn("{n} step ahead", "{n} steps ahead", card.went_on)),
        (of.won, t("{n} won ({value})", n=of.won, value=money(of.won_value, card.rates, speech))),
        (of.lost, t("{n} lost", n=of.lost)),
    ]
    happened = speech.comma.join(said for n, said in moved if n)
    name = t("Deals")
    said = [f"{name}{speech.colon}{happened}{speech.stop}"] if happened else []
    if of.open:
        value = money(of.value, card.rates, speech)
        said.append(speech.tn("{n} deal is open, {value}.", "{n} deals are open, {value}.", of.open, value=value))
        weighted = money(card.forecast.total.weighted, card.rates, speech)
        said.append(
            speech.sentences(
                t("Forecast, weighted: {amount}.", amount=weighted), change(card.forecast, card.rates, speech)
            )
        )
    return said


def _waiting(card: WeekCard, speech: Speech) -> str | None:
    n = card.numbers.waiting
    return speech.tn("{n} customer needs an owner.", "{n} customers need an owner.", n) if n else None


def _stalled(card: WeekCard, speech: Speech) -> str:
    return speech.tn("{n} deal stands still", "{n} deals stand still", card.stalled_total)


def _odd(card: WeekCard, speech: Speech) -> str:
    return speech.tn("{n} odd deal", "{n} odd deals", card.odd_total)


def _named(card: WeekCard, speech: Speech) -> list[str]:
    said = []
    if card.stalled:
        names = speech.comma.join(title(line.deal) for line in card.stalled)
        said.append(f"{_stalled(card, speech)}{speech.colon}{names}{speech.stop}")
    if card.odd:
        said.append(f"{_odd(card, speech)}{speech.colon}{odd_names(card.odd, speech)}")
    return said

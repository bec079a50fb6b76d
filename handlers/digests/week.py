"""A manager's week: what was done, what deals moved, what the forecast says, what stands still or is odd, with buttons."""

from crm.cards.reports import WeekCard
from handlers.deals.view import row
from handlers.deals.words import title
from handlers.digests.deals_done import deals_said, mine_buttons, stand_still
from handlers.digests.view import by_rep_chart, counted
from handlers.kit.blocks import Block, Message, bold, context, divider, header, section
from handlers.kit.speech import Speech
from handlers.measures.funnel import stages_chart
from handlers.measures.odd import odd_names, odd_row
from handlers.measures.words import in_which_money, whose


def week(card: WeekCard, speech: Speech) -> Message:
    t = speech.t
    heading = t(
        "{team}, week {first} – {last}",
        team=whose(card.circle, speech),
        first=speech.date(card.period.first),
        last=speech.date(card.period.last),
    )
    done, deals = counted(card.numbers, speech), deals_said(card, speech)
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
        blocks += [mine_buttons(speech), *([context(note)] if note else [])]
        return Message(speech.sentences(f"{heading}{speech.colon}".rstrip(), *done, *deals, note), blocks)
    if card.stalled:
        still = bold(stand_still(card.stalled_total, speech))
        blocks += [divider(), section(still), *(row(line, speech) for line in card.stalled)]
    if card.odd:
        blocks += [divider(), section(bold(_odd(card, speech))), *(odd_row(line, speech) for line in card.odd)]
    how = t("Another day, or none: `/dibs digest weekly Friday`, `/dibs digest weekly off`.")
    blocks.append(context(*filter(None, (note, how))))
    return Message(
        speech.sentences(f"{heading}{speech.colon}".rstrip(), *done, *deals, waiting, *_named(card, speech), note),
        blocks,
    )


def _waiting(card: WeekCard, speech: Speech) -> str | None:
    """What asks for somebody now."""
    tn = speech.tn
    rows = (
        (
            card.numbers.waiting,
            tn("{n} customer needs an owner.", "{n} customers need an owner.", card.numbers.waiting),
        ),
        (
            card.expiring,
            tn("{n} customer runs out within a week.", "{n} customers run out within a week.", card.expiring),
        ),
        (
            card.overdue,
            tn("{n} complaint or promise is overdue.", "{n} complaints and promises are overdue.", card.overdue),
        ),
    )
    return speech.sentences(*(said for n, said in rows if n)) or None


def _odd(card: WeekCard, speech: Speech) -> str:
    return speech.tn("{n} odd deal", "{n} odd deals", card.odd_total)


def _named(card: WeekCard, speech: Speech) -> list[str]:
    said = []
    if card.stalled:
        names = speech.comma.join(title(line.deal) for line in card.stalled)
        said.append(f"{stand_still(card.stalled_total, speech)}{speech.colon}{names}{speech.stop}")
    if card.odd:
        said.append(f"{_odd(card, speech)}{speech.colon}{odd_names(card.odd, speech)}")
    return said

"""A manager's week: what waits first, then what was done and what deals moved, each with the button that acts on it."""

from crm.cards.reports import WeekCard
from handlers.complaints.view import listed
from handlers.deals.words import title
from handlers.digests.day import needing, running_out, standing_still
from handlers.digests.deals_done import deals_said, mine_buttons, stand_still
from handlers.digests.team import asks_of, counted, figures_buttons, tended_chart, tended_not_drawn, tended_said, to_do
from handlers.kit.blocks import Block, Message, bold, bullets, context, divider, esc, header, section
from handlers.kit.speech import Speech
from handlers.measures.forecast import cause_row, cause_text
from handlers.measures.funnel import stages_chart
from handlers.measures.odd import odd_names, odd_row
from handlers.measures.words import in_which_money, whose_first

MOST_CAUSES = 3


def week(card: WeekCard, speech: Speech) -> Message:
    t = speech.t
    heading = t(
        "{team}, week {first} – {last}",
        team=whose_first(card.circle, speech),
        first=speech.date(card.period.first),
        last=speech.date(card.period.last),
    )
    done, deals = counted(card.numbers, speech), deals_said(card, speech)
    if not done and not deals and not (card.near or card.waiting or card.complaints):
        said = t("{title}: nothing to report.", title=heading)
        return Message(said, [section(said)])
    note = in_which_money(card.rates, card.forecast.unconverted, speech)
    left = [] if card.in_channel else tended_not_drawn(card.numbers, speech)
    figures = section("\n".join([*bullets(done), *deals, *left]))
    spoken = f"{heading}{speech.colon}".rstrip()
    if card.in_channel:
        blocks = [header(heading), figures, *stages_chart(card.funnel, card.rates, speech), mine_buttons(speech)]
        return Message(speech.sentences(spoken, *done, *deals, note), [*blocks, *([context(note)] if note else [])])
    asks = to_do(_asks(card, speech), speech)
    charts = [*tended_chart(card.numbers, speech), *stages_chart(card.funnel, card.rates, speech)]
    how = t("Another day, or none: `/dibs digest weekly Friday`, `/dibs digest weekly off`.")
    last = [divider(), figures_buttons(speech), context(*filter(None, (note, how)))]
    blocks = [header(heading), section(bold(asks)), figures, *charts, *_to_act_on(card, speech), *last]
    return Message(
        speech.sentences(spoken, asks, *done, *deals, *_named(card, speech), *tended_said(card.numbers, speech), note),
        blocks,
    )


def _asks(card: WeekCard, speech: Speech) -> list[tuple[int, str]]:
    asks = asks_of(card.numbers.waiting, card.expiring, card.overdue, card.stalled_total, speech)
    return [*asks, (card.odd_total, _odd(card, speech))]


def _to_act_on(card: WeekCard, speech: Speech) -> list[Block]:
    """A line for each of the first that wait, with its button."""
    blocks = needing(card.waiting, card.numbers.waiting, speech)
    if card.near:
        blocks += [divider(), *running_out(card.near, card.expiring, speech)]
    if card.complaints:
        late = speech.tn("{n} complaint or promise is overdue", "{n} complaints and promises are overdue", card.overdue)
        blocks += [divider(), *listed(card.complaints, late, card.overdue, speech)]
    if card.stalled:
        blocks += [divider(), *standing_still(card.stalled, card.stalled_total, speech)]
    if card.odd:
        blocks += [divider(), section(bold(_odd(card, speech))), *(odd_row(line, speech) for line in card.odd)]
        left = card.odd_total - len(card.odd)
        blocks += [context(speech.t("And {n} more: `/dibs odd`.", n=left))] if left > 0 else []
    if causes := card.forecast.causes[:MOST_CAUSES]:
        moved = section(bold(speech.t("What moved the forecast most")))
        blocks += [divider(), moved, *(cause_row(one, card.rates, card.stages, speech) for one in causes)]
    return blocks


def _odd(card: WeekCard, speech: Speech) -> str:
    return speech.tn("{n} odd deal", "{n} odd deals", card.odd_total)


def _named(card: WeekCard, speech: Speech) -> list[str]:
    said = []
    if any(one.state == "open" for one in card.waiting):
        names = speech.comma.join(esc(one.customer.name, 80) for one in card.waiting if one.state == "open")
        said.append(speech.t("Needs an owner: {names}.", names=names))
    if card.near:
        names = speech.comma.join(esc(line.customer.name, 80) for line in card.near)
        said.append(speech.t("Running out first: {names}.", names=names))
    if card.complaints:
        names = speech.comma.join(esc(one.customer.name, 80) for one in card.complaints)
        said.append(speech.t("Overdue: {names}.", names=names))
    if card.stalled:
        names = speech.comma.join(title(line.deal) for line in card.stalled)
        said.append(f"{stand_still(card.stalled_total, speech)}{speech.colon}{names}{speech.stop}")
    if card.odd:
        said.append(f"{_odd(card, speech)}{speech.colon}{odd_names(card.odd, speech)}")
    moved = [cause_text(one, card.rates, card.stages, speech) for one in card.forecast.causes[:MOST_CAUSES]]
    if moved:
        said.append(speech.t("What moved the forecast most: {deals}.", deals=speech.comma.join(moved)))
    return said

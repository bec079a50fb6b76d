"""What deals did in some days, what is open and what is forecast, in sentences: of a day and of a week alike."""

from crm.cards.measures import DealsDone
from crm.cards.reports import WeekCard
from handlers.kit import ids
from handlers.kit.blocks import Block, actions, button
from handlers.kit.speech import Speech
from handlers.measures.forecast import change
from handlers.measures.words import money


def deals_said(card: DealsDone | WeekCard, speech: Speech) -> list[str]:
    """Nothing where there are none."""
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


def stand_still(total: int, speech: Speech) -> str:
    return speech.tn("{n} deal stands still", "{n} deals stand still", total)


def mine_buttons(speech: Speech) -> Block:
    """Under a digest in a channel: each one's own figures."""
    return actions(
        button(speech.t("My funnel"), ids.WEEK_MINE.id("funnel")),
        button(speech.t("My forecast"), ids.WEEK_MINE.id("forecast")),
    )

"""How a forecast came out, in sentences: what was promised, what was won, what slipped, was lost or came unforeseen."""

from crm.forecast import Outcome
from crm.measures import Rates
from handlers.kit.speech import Speech
from handlers.measures.words import money, percent


def came_out(of: Outcome, rates: Rates, speech: Speech) -> list[str]:
    t = speech.t
    promised = t(
        "Forecast at its start: weighted {weighted}, committed {committed}, at best {best}.",
        weighted=money(of.promised.weighted, rates, speech),
        committed=money(of.promised.committed, rates, speech),
        best=money(of.promised.best, rates, speech),
    )
    won = money(of.won, rates, speech)
    said = t("Won {won}.", won=won)
    if of.rate is not None:
        said = t("Won {won}, {share} of the weighted.", won=won, share=percent(of.rate))
    slipped = (
        t("{amount} of what was promised slipped.", amount=money(of.slipped, rates, speech)) if of.slipped else None
    )
    lost = t("{amount} of what was promised was lost.", amount=money(of.lost, rates, speech)) if of.lost else None
    extra = (
        t("{amount} of what was won nobody had promised.", amount=money(of.unforeseen, rates, speech))
        if of.unforeseen
        else None
    )
    return [one for one in (promised, said, slipped, lost, extra) if one]

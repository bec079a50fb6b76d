"""How figures are said: shares with their intervals, money in the workspace's own currency, whose they are."""

from collections.abc import Sequence
from decimal import Decimal

from crm.cards.measures import Circle, Dimension
from crm.measures import Rates, Share
from handlers.kit.blocks import begun, esc
from handlers.kit.speech import Speech


def percent(rate: float) -> str:
    return f"{rate * 100:.0f}%"


def share(one: Share, speech: Speech) -> str:
    """ "31% of 42"; of few with its interval; of too few only as they are: "3 of 7"."""
    if one.whole == 0:
        return "–"
    if one.rate is None:
        return speech.t("{part} of {whole}", part=one.part, whole=one.whole)
    said = percent(one.rate)
    if one.interval:
        low, high = one.interval
        said += speech.aside(f"{low * 100:.0f}–{high * 100:.0f}%")
    return speech.t("{share} of {whole}", share=said, whole=one.whole)


def money(amount: Decimal, rates: Rates, speech: Speech) -> str:
    """Rounded to whole units: a forecast in cents says more than it knows."""
    return speech.money(amount.quantize(Decimal(1)), rates.base)


def figure(amount: Decimal, speech: Speech) -> str:
    """The same in a column whose heading names the money."""
    return speech.money(amount.quantize(Decimal(1)), None)


def whose(circle: Circle, speech: Speech) -> str:
    if circle.whose == "mine":
        return speech.t("your deals")
    if circle.whose == "all":
        return speech.t("all teams")
    return esc(circle.name or "?", 80)


def whose_first(circle: Circle, speech: Speech) -> str:
    """The same where a title begins with it; a team is written as it writes itself."""
    said = whose(circle, speech)
    return begun(said) if circle.whose in ("mine", "all") else said


def group_name(name: str | None, by: Dimension | None, speech: Speech) -> str:
    if name:
        return esc(name, 60)
    return begun(
        {
            "rep": speech.t("in the pool"),
            "team": speech.t("no team"),
            "source": speech.t("source unknown"),
            "grade": speech.t("no grade"),
        }.get(by or "", "–")
    )


def in_which_money(rates: Rates, unconverted: Sequence[tuple[str, Decimal]], speech: Speech) -> str | None:
    """What is in no sum for want of a rate, and by which rates the rest was added up."""
    left = speech.comma.join(speech.money(amount, currency) for currency, amount in unconverted)
    missing = (
        speech.t("In no sum, for want of a rate: {amounts}. An admin sets one with `/dibs rate`.", amounts=left)
        if left
        else None
    )
    used = speech.comma.join(f"1 {currency} = {rate.normalize():f} {rates.base}" for currency, rate in rates.of.items())
    by = speech.t("Sums in {currency}, by your rates: {rates}.", currency=rates.base, rates=used) if used else None
    return speech.sentences(missing, by) or None

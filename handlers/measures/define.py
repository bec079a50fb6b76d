"""How each number is counted, and from which tables: the sentences of crm/measures.py. And the rates sums are added by."""

from collections.abc import Sequence

from crm.measures import MEASURES, SUBJECTS, Measure, Rates, named
from handlers.kit.blocks import Message, bold, esc, section
from handlers.kit.speech import Speech
from handlers.measures.formulas_deals import of_deals
from handlers.measures.formulas_team import of_the_team


def asked_for(words: str, speech: Speech) -> Measure | None:
    """The measure these words ask for, by any of its names or by the one it is listed under."""
    listed = (one for one in MEASURES if said(one.code, speech)[0].casefold() == words.strip().casefold())
    return named(words) or next(listed, None)


def definition(one: Measure, speech: Speech) -> Message:
    name, formula = said(one.code, speech)
    source = speech.t("Source: {tables}.", tables=speech.comma.join(f"`{table}`" for table in one.source))
    text = f"*{name}*{speech.colon}{speech.sentences(formula, source)}"
    return Message(text, [section(text)])


def definitions(speech: Speech, *, missed: str | None = None) -> Message:
    """The names of all, by subject."""
    unknown = (
        speech.t("I don't count anything called “{words}”. These there are:", words=esc(missed, 80)) if missed else None
    )
    lines = [
        bold(_subject(subject, speech)) + speech.colon + _names(measures, speech) + speech.stop
        for subject, measures in SUBJECTS.items()
    ]
    how = speech.t("How one is counted: `/dibs define weighted`.")
    text = "\n".join(filter(None, (unknown, *lines, how)))
    return Message(text, [section(text)])


def _names(measures: Sequence[Measure], speech: Speech) -> str:
    return speech.comma.join(said(one.code, speech)[0] for one in measures)


def _subject(subject: str, speech: Speech) -> str:
    t = speech.t
    return {
        "deals": t("Deals"),
        "forecast": t("Forecast"),
        "team": t("The team's work"),
        "people": t("People and customers"),
        "quality": t("Entry quality"),
        "worth": t("What the clock was worth"),
        "sources": t("Sources"),
        "finance": t("Finance"),
    }[subject]


def said(code: str, speech: Speech) -> tuple[str, str]:
    """(name, formula). Raises KeyError for a measure nobody defined."""
    return (of_deals(speech) | of_the_team(speech))[code]


def rates(of: Rates, speech: Speech) -> Message:
    """What other currencies are worth in the workspace's own."""
    if not of.of:
        said_ = speech.t(
            "All sums are in {currency}. Other currencies are told apart until an admin sets a rate: `/dibs rate USD 7.1`.",
            currency=of.base,
        )
    else:
        listed = speech.comma.join(f"1 {currency} = {rate.normalize():f} {of.base}" for currency, rate in of.of.items())
        said_ = speech.t("Sums are added up in {currency}: {rates}.", currency=of.base, rates=listed)
    return Message(said_, [section(said_)])

"""Words about files that go out."""

from crm.cards import LargeExportCard
from crm.credits import EXPORTED
from crm.exports import Export, Narrowed
from handlers.kit import words
from handlers.kit.blocks import Message, esc, section
from handlers.kit.speech import Speech


def asked(one: Export, speech: Speech) -> Message:
    only = narrowing(one.narrowed, speech)
    said = speech.tn(
        "A file with {n} customer is being made; it comes to our direct messages in a minute.",
        "A file with {n} customers is being made; it comes to our direct messages in a minute.",
        one.customers or 0,
    )
    return Message(speech.sentences(said, speech.t("Only {which}.", which=only) if only else None))


def how(unknown: str, speech: Speech) -> Message:
    """A word that nobody could read, or one after which something is missing."""
    return Message(
        speech.t(
            "I can't read “{word}”. Write `/dibs export`, with `mine`, `team` or `all`, `csv` or `xlsx`, and what narrows it: "
            "`grade A`, `source website`, `city Boston`, `industry logistics`, `pool`, `@colleague`. Nothing was exported.",
            word=esc(unknown, 60),
        )
    )


def narrowing(only: Narrowed, speech: Speech) -> str:
    """ "grade A, city Boston"; empty where nothing was left out."""
    t = speech.t
    said = (
        t("grade {grades}", grades="/".join(only.grades)) if only.grades else None,
        t("source {source}", source=esc(words.source(speech, only.source), 60)) if only.source else None,
        t("city {city}", city=esc(only.city, 60)) if only.city else None,
        t("industry {industry}", industry=esc(only.industry, 60)) if only.industry else None,
        t("those of <@{person}>", person=only.owner_id) if only.owner_id else None,
        t("those in the pool") if only.pooled else None,
    )
    return speech.comma.join(one for one in said if one)


def file_name(one: Export, speech: Speech) -> str:
    day = speech.local(one.asked_at).date().isoformat()
    if one.scope == EXPORTED:
        return speech.t("credits {day}", day=day) + ".csv"
    return speech.t("customers {day}", day=day) + f".{one.format}"


def comment(one: Export, speech: Speech, *, cut: int = 0) -> str:
    """Said with the file. `cut`: cells that hold only the beginning of a note, since Excel holds no more."""
    if one.scope == EXPORTED:
        return speech.tn("Here is your file: {n} line.", "Here is your file: {n} lines.", one.customers or 0)
    said = speech.tn(
        "Here is your file: {n} customer. That you took it out is noted.",
        "Here is your file: {n} customers. That you took it out is noted.",
        one.customers or 0,
    )
    return speech.sentences(said, _shortened(cut, speech) if cut else None)


def _shortened(cut: int, speech: Speech) -> str:
    return speech.tn(
        "{n} note is longer than Excel holds in a cell (32,767 characters) and is cut there; a CSV file has all of it.",
        "{n} notes are longer than Excel holds in a cell (32,767 characters) and are cut there; a CSV file has all of them.",
        cut,
    )


def large(card: LargeExportCard, speech: Speech) -> Message:
    said = speech.t("{name} has exported {n} customers.", name=speech.named(card.person_name), n=card.customers)
    return Message(said, [section(said)])

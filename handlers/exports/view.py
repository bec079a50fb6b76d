"""Words about files that go out."""

from crm.cards import LargeExportCard
from crm.credits import EXPORTED
from crm.imports import Export
from handlers.kit.blocks import Message, esc, section
from handlers.kit.speech import Speech


def asked(one: Export, speech: Speech) -> Message:
    return Message(
        speech.tn(
            "A file with {n} customer is being made; it comes to our direct messages in a minute.",
            "A file with {n} customers is being made; it comes to our direct messages in a minute.",
            one.customers or 0,
        )
    )


def file_name(one: Export, speech: Speech) -> str:
    day = speech.local(one.asked_at).date().isoformat()
    if one.scope == EXPORTED:
        return speech.t("credits {day}", day=day) + ".csv"
    return speech.t("customers {day}", day=day) + f".{one.format}"


def comment(one: Export, speech: Speech) -> str:
    if one.scope == EXPORTED:
        return speech.tn("Here is your file: {n} line.", "Here is your file: {n} lines.", one.customers or 0)
    return speech.tn(
        "Here is your file: {n} customer. That you took it out is noted.",
        "Here is your file: {n} customers. That you took it out is noted.",
        one.customers or 0,
    )


def large(card: LargeExportCard, speech: Speech) -> Message:
    said = speech.t("{name} has exported {n} customers.", name=esc(card.person_name, 80), n=card.customers)
    return Message(said, [section(said)])

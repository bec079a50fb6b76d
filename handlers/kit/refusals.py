"""What the CRM declines, in words: the one place where a Refusal becomes a sentence, with one thing to do next."""

from crm.refusal import Refusal
from handlers.kit.refused.copies import COPIES
from handlers.kit.refused.customers import CUSTOMERS
from handlers.kit.refused.facts import Facts, Sentences
from handlers.kit.refused.files import FILES
from handlers.kit.refused.notes import NOTES
from handlers.kit.refused.people import PEOPLE
from handlers.kit.speech import Speech

_SENTENCES: Sentences = CUSTOMERS | NOTES | PEOPLE | FILES | COPIES
CODES = frozenset(_SENTENCES)


def sentence(refusal: Refusal, speech: Speech) -> str:
    """The refusal in the reader's language. An unknown code is said plainly, with the code for support."""
    return say(refusal.code, refusal.facts, speech)


def say(code: str, facts: Facts, speech: Speech) -> str:
    worded = _SENTENCES.get(code)
    if worded is None:
        return speech.t("That can't be done now ({code}). Nothing was changed.", code=code)
    return worded(speech, facts)


def away(speech: Speech) -> str:
    """When the database is away: nothing was saved, and the person should know it."""
    return speech.t("I can't reach my records just now, so this was *not saved*. Please try again in a minute.")


def broken(speech: Speech, reference: str) -> str:
    """For a mistake of ours: no stack trace, a reference that support can find in the log."""
    return speech.t(
        "That went wrong on our side, and nothing was changed. If it stays so, tell your admin: {reference}.",
        reference=reference,
    )

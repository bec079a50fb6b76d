"""Once, on the first opening of the app: three steps, and what can be tried with a tap. Each role begins elsewhere."""

from crm.cards import WelcomeCard
from handlers.kit import ids
from handlers.kit.blocks import Element, Message, actions, button, section
from handlers.kit.speech import Speech


def welcome(card: WelcomeCard, speech: Speech) -> Message:
    """Once, on the first opening: three steps."""
    t = speech.t
    hello = t("I am Dibs. One line after a call keeps the customer yours, for as long as you follow up.")
    steps = {
        "assistant": [
            t(
                "1. Write down what a rep tells you, the rep first: “for @Mei called Acme, spoke with Jane, quote Friday”."
            ),
            t("2. It counts for the rep, and you get the receipt. Several customers in one message are fine."),
            t("3. Look anything of your team up with `/who Acme`."),
        ],
        "admin": [
            t(
                "1. Build a team: `/dibs team new Sales`, then `/dibs team add @rep @rep`, and `/dibs team manager @boss`."
            ),
            t("2. Give it its zone and holidays: `/dibs team zone Asia/Shanghai`, `/dibs team country CN`."),
            t("3. See what the claim clock would do, and switch it on: `/dibs rules`."),
        ],
        "manager": [
            t("1. Every working morning you get your team's numbers, with buttons for what needs you."),
            t("2. When a customer runs out, I ask you who shall have it next, with a suggestion."),
            t("3. Look anything up with `/who Acme`, and see the pool with `/dibs pool`."),
        ],
    }.get(
        card.role,
        [
            t("1. After a call, send me a line: “called Acme, spoke with Jane, send quote Friday 3pm”."),
            t("2. I answer with the date until which it is yours, and remind you of what you promised."),
            t("3. Is one free? `/who Acme`. All of yours: `/dibs mine`."),
        ],
    )
    return Message(
        speech.sentences(hello, *steps),
        [section(hello), section("\n".join(steps)), actions(*_tries(card.role, speech))],
    )


def _tries(role: str, speech: Speech) -> list[Element]:
    t = speech.t
    log = button(t("Log a call"), ids.NEW_LOG.id(), style="primary")
    help_ = button(t("What I can do"), ids.TRY.id("help"))
    mine, pool = button(t("My customers"), ids.TRY.id("mine")), button(t("The pool"), ids.TRY.id("pool"))
    team = button(t("The teams"), ids.TRY.id("team"))
    return {
        "admin": [team, help_, log],
        "manager": [team, pool, help_],
        "assistant": [log, help_],
    }.get(role, [log, mine, help_])

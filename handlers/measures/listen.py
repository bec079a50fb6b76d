"""`/dibs funnel`, `/dibs forecast`, `/dibs define` and `/dibs rate`: numbers, how they are counted, and in which money."""

import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import Any

from handlers.kit.blocks import Message
from handlers.kit.desk import Desk, Turn
from handlers.kit.payloads import Command
from handlers.kit.speech import Speech
from handlers.measures import define, forecast, funnel, odd
from operations.figures import asking, measuring
from operations.figures.question import Asked, What

MENTION = re.compile(r"<@([UW][A-Z0-9_]+)(?:\|[^>]*)?>")
RATE = re.compile(r"([A-Za-z]{3})\s*=?\s*([\d.]+)")


def funnel_command(desk: Desk, turn: Turn, asked: Command) -> Message:
    return figures(desk, turn, asked_for(asked), "funnel", funnel.funnel)


def forecast_command(desk: Desk, turn: Turn, asked: Command) -> Message:
    return figures(desk, turn, asked_for(asked), "forecast", forecast.forecast)


def odd_command(desk: Desk, turn: Turn, asked: Command) -> Message:
    return figures(desk, turn, asked_for(asked), "odd", odd.odd)


def figures(desk: Desk, turn: Turn, asked: Asked, what: What, view: Callable[[Any, Speech], Message]) -> Message:
    """The figures; or, where there is too much to count while Slack waits, that they are on their way."""
    card = asking.answer(
        desk.office, workspace_id=turn.workspace_id, asker=turn.person, what=what, asked=asked, now=turn.now
    )
    if card is None:
        return Message(turn.speech.t("That is much to count: the figures come to our direct messages in a moment."))
    return view(card, turn.speech)


def define_command(desk: Desk, turn: Turn, asked: Command) -> Message:
    found = define.asked_for(asked.text, turn.speech) if asked.text else None
    return define.definition(found, turn.speech) if found else define.definitions(turn.speech, missed=asked.text)


def rate_command(desk: Desk, turn: Turn, asked: Command) -> Message:
    """`USD 7.1` sets one; alone it shows them."""
    said = RATE.fullmatch(asked.text)
    if said is None:
        rates = measuring.read_rates(desk.office, workspace_id=turn.workspace_id)
        return define.rates(rates, turn.speech)
    rate = _decimal(said[2])
    if rate is None:
        return Message(turn.speech.t("Write the rate in figures, such as `/dibs rate USD 7.1`."))
    kept = measuring.set_rate(
        desk.office,
        workspace_id=turn.workspace_id,
        actor_id=turn.person_id,
        currency=said[1].upper(),
        rate=rate,
        now=turn.now,
    )
    return define.rates(kept, turn.speech)


def _decimal(figures: str) -> Decimal | None:
    try:
        rate = Decimal(figures)
    except InvalidOperation:
        return None
    return rate if Decimal("0.000001") <= rate <= Decimal("1000000") and len(figures) <= 16 else None


def asked_for(asked: Command) -> Asked:
    """The words and the person a command about numbers names."""
    mentioned = MENTION.search(asked.text)
    return Asked(MENTION.sub("", asked.text).strip(), mentioned[1] if mentioned else None)

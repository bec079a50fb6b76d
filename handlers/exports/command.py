"""`/dibs export [mine|team|all] [csv|xlsx]`, and what narrows it: grade, source, city, industry, the pool, @somebody."""

from handlers.exports.view import asked as asked_message
from handlers.exports.view import how
from handlers.exports.words import read_export
from handlers.kit.blocks import Message
from handlers.kit.desk import Desk, Turn
from handlers.kit.payloads import Command
from operations.in_and_out import exporting


def export_command(desk: Desk, turn: Turn, asked: Command) -> Message:
    """One's own customers as CSV where nothing else is said."""
    wanted = read_export(asked.text)
    if wanted.unknown:
        return how(wanted.unknown, turn.speech)
    one = exporting.ask_export(
        desk.office,
        workspace_id=turn.workspace_id,
        person_id=turn.person_id,
        scope=wanted.scope,
        format=wanted.format,
        narrowed=wanted.narrowed,
        now=turn.now,
    )
    return asked_message(one, turn.speech)

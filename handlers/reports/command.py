"""`/dibs people`, `/dibs value`, `/dibs sources`: figures a manager decides from, beside the funnel."""

from handlers.kit.blocks import Message
from handlers.kit.desk import Desk, Turn
from handlers.kit.payloads import Command
from handlers.measures.listen import asked_for
from handlers.reports.people import people
from handlers.reports.sources import sources
from handlers.reports.value import value
from operations.figures import people_report, worth_report


def people_command(desk: Desk, turn: Turn, asked: Command) -> Message:
    card = people_report.read_people(
        desk.office, workspace_id=turn.workspace_id, asker=turn.person, asked=asked_for(asked), now=turn.now
    )
    return people(card, turn.speech)


def value_command(desk: Desk, turn: Turn, asked: Command) -> Message:
    card = worth_report.read_value(
        desk.office, workspace_id=turn.workspace_id, asker=turn.person, asked=asked_for(asked), now=turn.now
    )
    return value(card, turn.speech)


def sources_command(desk: Desk, turn: Turn, asked: Command) -> Message:
    card = worth_report.read_sources(
        desk.office, workspace_id=turn.workspace_id, asker=turn.person, asked=asked_for(asked), now=turn.now
    )
    return sources(card, turn.speech)

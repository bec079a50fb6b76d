"""`/dibs people`, `/dibs value`, `/dibs sources`: figures a manager decides from, beside the funnel."""

from handlers.kit.blocks import Message
from handlers.kit.desk import Desk, Turn
from handlers.kit.payloads import Command
from handlers.measures.listen import asked_for, figures
from handlers.reports.people import people
from handlers.reports.sources import sources
from handlers.reports.value import value


def people_command(desk: Desk, turn: Turn, asked: Command) -> Message:
    return figures(desk, turn, asked_for(asked), "people", people)


def value_command(desk: Desk, turn: Turn, asked: Command) -> Message:
    return figures(desk, turn, asked_for(asked), "value", value)


def sources_command(desk: Desk, turn: Turn, asked: Command) -> Message:
    return figures(desk, turn, asked_for(asked), "sources", sources)

"""`/dibs finance`: what is invoiced, received, owed and overdue."""

from handlers.finance.view import report
from handlers.kit.blocks import Message
from handlers.kit.desk import Desk, Turn
from handlers.kit.payloads import Command
from handlers.measures.listen import figures
from operations.figures.question import Asked


def finance_command(desk: Desk, turn: Turn, asked: Command) -> Message:
    return figures(desk, turn, Asked(""), "finance", report)

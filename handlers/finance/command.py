"""`/dibs finance`: what is invoiced, received, owed and overdue."""

from handlers.finance.view import report
from handlers.kit.blocks import Message
from handlers.kit.desk import Desk, Turn
from handlers.kit.payloads import Command
from operations.figures import finance_report


def finance_command(desk: Desk, turn: Turn, asked: Command) -> Message:
    card = finance_report.read_finance(desk.office, workspace_id=turn.workspace_id, asker=turn.person, now=turn.now)
    return report(card, turn.speech)

"""`/dibs export [mine|team|all] [csv|xlsx]`."""

from handlers.exports.view import asked as asked_message
from handlers.kit.blocks import Message
from handlers.kit.desk import Desk, Turn
from handlers.kit.payloads import Command
from operations.in_and_out import exporting

SCOPES = {
    "mine": "mine", "my": "mine", "我的": "mine", "team": "team", "团队": "team", "all": "all", "全部": "all", "所有": "all",
}  # fmt: skip
FORMATS = {"csv": "csv", "xlsx": "xlsx", "excel": "xlsx"}


def export_command(desk: Desk, turn: Turn, asked: Command) -> Message:
    """One's own customers as CSV where nothing else is said."""
    scope, format_ = "mine", "csv"
    for word in asked.text.casefold().split():
        if word not in SCOPES and word not in FORMATS:
            return Message(
                turn.speech.t(
                    "Write `/dibs export`, with `mine`, `team` or `all`, and `csv` or `xlsx`. Nothing was exported."
                )
            )
        scope, format_ = SCOPES.get(word, scope), FORMATS.get(word, format_)
    one = exporting.ask_export(
        desk.office,
        workspace_id=turn.workspace_id,
        person_id=turn.person_id,
        scope=scope,
        format=format_,
        now=turn.now,
    )
    return asked_message(one, turn.speech)

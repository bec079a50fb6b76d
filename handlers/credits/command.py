"""`/dibs credits`: one's own, `@rep`, a period; `csv` for the file."""

import re

from handlers.credits.view import credits
from handlers.kit.blocks import Message
from handlers.kit.desk import Desk, Turn
from handlers.kit.payloads import Command
from operations.figures import crediting

MENTION = re.compile(r"<@([UW][A-Z0-9_]+)(?:\|[^>]*)?>")
FILE = ("csv", "file", "文件", "导出")


def credits_command(desk: Desk, turn: Turn, asked: Command) -> Message:
    if asked.text.casefold().strip() in FILE:
        one = crediting.ask_file(desk.office, workspace_id=turn.workspace_id, person_id=turn.person_id, now=turn.now)
        return Message(
            turn.speech.tn(
                "A file with {n} line is being made; it comes to our direct messages in a minute.",
                "A file with {n} lines is being made; it comes to our direct messages in a minute.",
                one.customers or 0,
            )
        )
    mentioned = MENTION.search(asked.text)
    card = crediting.read_credits(
        desk.office,
        workspace_id=turn.workspace_id,
        asker=turn.person,
        person_id=mentioned[1] if mentioned else None,
        words=MENTION.sub("", asked.text).strip(),
        now=turn.now,
    )
    return credits(card, turn.speech)

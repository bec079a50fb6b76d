"""A sub-command of /dibs that comes as a message: shown at once where it is a list, else offered behind a button, since a
form can only be opened by a tap."""

import re

from crm.notices.conversation import LineHeard, Shown
from operations.hearing.heard import Line
from operations.hearing.understanding import Understanding
from storage import customers, people

SHOWN = {"today": "today", "mine": "mine", "expiring": "expiring", "pool": "pool", "help": "help", "deal": "deals"}
MOST = 1500
END_OF_NAME = re.compile(r"[:：|,，;；]")


def is_meant(turn: Understanding, line: Line, *, replies: bool) -> bool:
    """Whether the message is this line and not a note."""
    if line.where == "word":
        return not replies
    if line.where == "customer":
        return _names_a_customer(turn, END_OF_NAME.split(line.rest, maxsplit=1)[0].strip())
    if line.where == "team":
        return any(
            one.name.casefold() == line.rest.casefold() for one in people.teams(turn.tx, workspace_id=turn.workspace_id)
        )
    match = turn.reading.customer if line.where == "nobody" else None
    return match is None or not (match.customer_id or match.candidates or match.is_new)


def _names_a_customer(turn: Understanding, name: str) -> bool:
    """By the whole name, or by a short form of it: 华为."""
    if customers.named(turn.tx, workspace_id=turn.workspace_id, name=name) is not None:
        return True
    match = turn.reading.customer
    return bool(match.customer_id or match.candidates) and match.phrase.casefold() == name.casefold()


def do_line(turn: Understanding, line: Line) -> None:
    if line.name in SHOWN and not line.rest:
        return turn.say(Shown(SHOWN[line.name]))
    return turn.say(LineHeard(line.name, line.rest[:MOST]))

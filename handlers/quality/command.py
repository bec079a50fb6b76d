"""`/dibs quality`: one's own figures and what to mend; `team 60` sets how much of them is the team's."""

import re

from handlers.kit.blocks import Message
from handlers.kit.desk import Desk, Turn
from handlers.kit.payloads import Command
from handlers.quality.view import quality
from operations.figures import entry_quality

MENTION = re.compile(r"<@([UW][A-Z0-9_]+)(?:\|[^>]*)?>")
WEIGHT = re.compile(r"(?:team|团队)\s*(\d{1,9})\s*[%％]?", re.I)


def quality_command(desk: Desk, turn: Turn, asked: Command) -> Message:
    weight, other = WEIGHT.fullmatch(asked.text), MENTION.search(asked.text)
    if weight:
        entry_quality.weigh_team(
            desk.office,
            workspace_id=turn.workspace_id,
            actor_id=turn.person_id,
            per_cent=int(weight[1]),
            now=turn.now,
        )
    card = entry_quality.read_quality(
        desk.office,
        workspace_id=turn.workspace_id,
        asker=turn.person,
        person_id=other[1] if other else None,
        now=turn.now,
    )
    return quality(card, turn.speech)

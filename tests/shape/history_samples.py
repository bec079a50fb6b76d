"""The ledger for the gallery: a line of every event, in every voice."""

from collections.abc import Iterator
from dataclasses import replace

from crm import cards
from crm.ledger import LedgerLine
from tests.shape.samples import NOW

PAGE = 12
EVENTS = """
entered imported claimed assigned handed paused resumed extended shortened recounted regraded complaint_opened
complaint_resolved merged unmerged stages_changed deal_changed rejected given_back planned plan_dropped locked
unlocked time_granted released swept undone left woken came_in archived
"""


def histories(words: str, of: str) -> Iterator[cards.HistoryCard]:
    """Pages with a line of every event, in every voice."""
    line = LedgerLine(NOW, "U0BOSS", "swept", 2, "U0MEI", "U0TOM", words or None, 3, NOW, NOW, "3d")
    bare = replace(line, new_deadline=None, old_deadline=None, to_owner=None, rule_version=None)
    lines = [replace(line, event=event, warning_rung=rung) for event in EVENTS.split() for rung in (None, "0d", "1d!")]
    lines += [replace(bare, event=event, actor_id=None) for event in EVENTS.split()]
    names = {"U0BOSS": words, "U0TOM": words}
    for first in range(0, len(lines), PAGE):
        rows = tuple((words[:200] or None if of == "person" else None, one) for one in lines[first : first + PAGE])
        yield cards.HistoryCard(
            of, "U0MEI", words[:200] or "?", rows, names, first - PAGE if first else None, first + PAGE
        )
    yield cards.HistoryCard(of, "U0MEI", words[:200] or "?", (), {}, None, None)

"""Lists in every state, for the gallery."""

from collections.abc import Iterator
from dataclasses import replace

from crm import cards
from crm.imports import Example, FileReading, Import, ImportState, Tally
from crm.intake.fields import NAMES
from crm.intake.rows import Reading

ULID = "01KKD6GRM09TARY37CBA6WQCK9"


def dropped(words: str, **more: object) -> Import:
    """A list with more columns than a form can offer."""
    headings = tuple(f"{words[:60]}{n}" for n in range(120))
    columns = {name: (n,) for n, name in enumerate(NAMES)}
    reading = FileReading(headings, 1, Reading(columns, "DMY", "Asia/Shanghai"))
    one = Import("T1", ULID, "U0BOSS", words[:255], "F1", "https://files.slack.com/x", ImportState.READY, reading)
    return replace(one, **more)


def every_list(words: str) -> Iterator[cards.ImportCard | cards.LargeExportCard]:
    yield cards.LargeExportCard(words[:200], 1_204)
    verdicts = ("new", "matched", "doubtful", "refused")
    why = {"refused": ("row_unknown_person", (("name", words[:200] or "?"),))}
    examples = tuple(
        Example(n, verdict, words[:80] or "?", *why.get(verdict, (words[:80] or "?", ())))
        for n, verdict in enumerate(verdicts * 3)
    )
    full = Tally(1, 2, 3, 4, 5, 6, 1, 0, 2, (words[:60] or "?",) * 5, examples)
    for state in ImportState:
        yield cards.ImportCard(dropped(words, state=state, tally=full, rows_read=1, rows_done=1))
    yield cards.ImportCard(dropped(words))
    nameless = FileReading((words[:60],), 1, Reading({}, "MDY", "UTC"))
    yield cards.ImportCard(dropped(words, reading=nameless))
    problem = ("too_many_columns", (("columns", "300"), ("limit", "256")))
    yield cards.ImportCard(dropped(words, state=ImportState.REFUSED, problem=problem))

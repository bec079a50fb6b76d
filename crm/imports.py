"""An import: what was dropped, how far it is, and what became of the rows."""

from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum

from crm.intake.rows import Reading

AMNESTY = timedelta(days=7)  # a claim that came by a list is not lost within a week of it
MOST_EXAMPLES = 3  # of each kind, on the preview


class ImportState(StrEnum):
    WAITING = "waiting"  # to be read for the first time, or anew with another mapping
    READY = "ready"  # read; waits for a person's word
    IMPORTING = "importing"
    DONE = "done"
    UNDOING = "undoing"
    UNDONE = "undone"
    DROPPED = "dropped"
    REFUSED = "refused"  # the file as a whole can't be read


@dataclass(frozen=True, slots=True)
class Example:
    """A row shown on the preview. `verdict`: new, matched, doubtful, refused; `about`: the like, or the refusal's code, with
    its facts."""

    row: int
    verdict: str
    name: str
    about: str = ""
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """Rows by what becomes of them, and what they bring. `new` counts customers; `without_start` new customers whose owner
    the file names, but not since when. `unknown_people`: names nobody here goes by."""

    new: int = 0
    matched: int = 0
    doubtful: int = 0
    refused: int = 0
    contacts: int = 0
    touches: int = 0
    owned: int = 0
    without_start: int = 0
    kept: int = 0  # of an undone import: customers somebody has worked with since
    unknown_people: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()
    changed: int = 0  # of a list of finance's: papers that say something else than before


@dataclass(frozen=True, slots=True)
class FileReading:
    """How a file is read, and the headings it has, for the form that corrects it."""

    headings: tuple[str, ...]
    rows_above: int
    reading: Reading


@dataclass(frozen=True, slots=True)
class Import:
    """`rows_read` counted when the file was read; `rows_done` carried in so far. `problem`: a refusal's code and facts."""

    workspace_id: str
    import_id: str
    person_id: str
    file_name: str
    file_id: str | None
    file_url: str | None
    state: ImportState
    reading: FileReading | None = None
    tally: Tally = field(default_factory=Tally)
    problem: tuple[str, tuple[tuple[str, str], ...]] | None = None
    report_file: str | None = None
    rows_read: int = 0
    rows_done: int = 0

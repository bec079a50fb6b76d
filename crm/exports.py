"""Taking customers out: what was asked for, which of them it narrows to, and how many a person may have."""

from dataclasses import dataclass, field
from datetime import datetime

REP_EXPORT_CAP = 500  # customers a local day
LARGE_EXPORT = 1_000  # customers: the admins hear of it


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Which of the customers somebody may see: those that fit everything said here. `source`, `city` and `industry` in
    anybody's words, compared without case; `pooled`: what nobody owns."""

    grades: tuple[str, ...] = ()
    source: str | None = None
    city: str | None = None
    industry: str | None = None
    owner_id: str | None = None
    pooled: bool = False


@dataclass(frozen=True, slots=True)
class Export:
    """`scope`: mine, team, all; `format`: csv, xlsx. `customers`: how many the file holds, once it is made."""

    workspace_id: str
    export_id: str
    person_id: str
    scope: str
    format: str
    state: str
    asked_at: datetime
    customers: int | None = None
    file_id: str | None = None
    tries: int = 0
    narrowed: Narrowed = field(default_factory=Narrowed)

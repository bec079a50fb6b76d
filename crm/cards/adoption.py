"""Who has logged this week, for who leads; and the kind word to one who has not."""

from dataclasses import dataclass
from datetime import date, datetime

from crm.measures import Share


@dataclass(frozen=True, slots=True)
class QuietLine:
    """A rep without a log this week. `last_at`: their last one within ninety days; `nudged`: they were written to."""

    person_id: str
    name: str
    last_at: datetime | None
    away: bool
    nudged: bool


@dataclass(frozen=True, slots=True)
class AdoptionCard:
    """`logged`: reps who logged since `monday`, of all who are not away; `before`: the same of the week before."""

    team_name: str | None
    monday: date
    logged: Share
    before: Share
    quiet: tuple[QuietLine, ...]


@dataclass(frozen=True, slots=True)
class NudgeCard:
    manager_name: str

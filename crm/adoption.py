"""Who logs: of the reps that are there, those for whom something was logged since Monday."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from crm.measures import Share


@dataclass(frozen=True, slots=True)
class Adoption:
    """`logged`: reps who logged, of those who are there; who is on leave is there if they logged all the same. `quiet`:
    those who did not, on leave or not."""

    logged: Share
    quiet: tuple[str, ...]


def adoption(
    reps: Collection[str], last_logged: Mapping[str, datetime], *, since: datetime, away: Collection[str]
) -> Adoption:
    """`last_logged`: when each last did, as far back as was looked."""
    logged = {one for one in reps if one in last_logged and last_logged[one] >= since}
    there = logged | {one for one in reps if one not in away}
    return Adoption(Share(len(logged), len(there)), tuple(one for one in reps if one not in logged))

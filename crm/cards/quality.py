"""Entry quality as its person and their managers see it."""

from dataclasses import dataclass

from crm.completeness import Asked
from crm.quality import Quality


@dataclass(frozen=True, slots=True)
class QualityCard:
    """`own`: None for who keeps no customers. `figure`: the asker's, their team's share in it. `ranking`: (team, score),
    the best first, for who leads."""

    own: Quality | None
    team: Quality | None
    team_name: str | None
    figure: float | None
    team_weight: int
    fixes: tuple[Asked, ...]
    fixes_total: int
    days: int
    ranking: tuple[tuple[str, float | None], ...] = ()
    may_weigh: bool = False

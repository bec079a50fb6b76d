"""Whose something is, and within whose circle it is counted: one rep's, one team's, or everybody's."""

from dataclasses import dataclass
from typing import Protocol


class Somebodys(Protocol):
    """A customer, a plan: what belongs to a rep and their team."""

    @property
    def rep_id(self) -> str | None: ...
    @property
    def team_id(self) -> str | None: ...


@dataclass(frozen=True, slots=True)
class Theirs:
    """What is somebody's, by their id and team alone."""

    rep_id: str | None
    team_id: str | None


@dataclass(frozen=True, slots=True)
class Within:
    """What is of one rep, else of one team, else of everybody."""

    rep_id: str | None = None
    team_id: str | None = None

    def holds(self, one: Somebodys) -> bool:
        if self.rep_id is not None:
            return one.rep_id == self.rep_id
        return self.team_id is None or one.team_id == self.team_id

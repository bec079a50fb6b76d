"""Figures at their hour, or asked for."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class FiguresAsked:
    """To who asked for the figures of more deals than are counted while Slack waits. `what`: the command; `words` and
    `person_id`: what it was asked for."""

    what: str
    words: str
    person_id: str | None = None


@dataclass(frozen=True, slots=True)
class WeeklyDigest:
    """To a manager: the seven days up to and with `last`."""

    last: date


@dataclass(frozen=True, slots=True)
class ChannelDay:
    """To a team's channel: the working day before `day` in figures, without any customer's name."""

    team_id: str
    day: date


@dataclass(frozen=True, slots=True)
class ChannelWeek:
    """To a team's channel: the same of seven days."""

    team_id: str
    last: date


@dataclass(frozen=True, slots=True)
class QuarterlyDigest:
    """To a manager: the quarter that began on `first` and is over."""

    first: date


Notice = FiguresAsked | WeeklyDigest | ChannelDay | ChannelWeek | QuarterlyDigest

"""What the claim clock was worth: customers rescued by a warning, won after a change of hands, found again after a silence,
and what a log costs by message and by form.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from crm.deals import Deal, Stages
from crm.funnel import Span
from crm.measures import Rates, median_of
from crm.qualifying import UNSPACED, WORD

SILENCE = timedelta(days=60)  # without a touch: longer than any grade is protected by one follow-up
WORDS_A_MINUTE = 36  # on a phone: the mean of 37,000 people (Palin et al., How do people type on mobile devices?, 2019)
CHARACTERS_A_MINUTE = 60  # Chinese by pinyin: a rounded figure of ours


@dataclass(frozen=True, slots=True)
class Warned:
    """An unbroken ownership whose owner was warned. `answered_at`: follow-ups of it that counted; `ended_at`: when it went."""

    rep_id: str | None
    team_id: str | None
    warned_at: datetime
    answered_at: tuple[datetime, ...] = ()
    ended_at: datetime | None = None


Fate = Literal["rescued", "gone", "open"]


def fate(one: Warned) -> Fate:
    """Rescued by a follow-up after the warning; gone without one; or still running."""
    if any(at > one.warned_at and (one.ended_at is None or at <= one.ended_at) for at in one.answered_at):
        return "rescued"
    return "open" if one.ended_at is None else "gone"


@dataclass(frozen=True, slots=True)
class Tenure:
    """An unbroken ownership of a customer."""

    owner_id: str
    started_at: datetime
    ended_at: datetime | None

    def holds(self, at: datetime) -> bool:
        return self.started_at <= at and (self.ended_at is None or at < self.ended_at)


def won_in_new_hands(
    deals: Iterable[Deal], tenures: Mapping[str, Sequence[Tenure]], *, stages: Stages, span: Span
) -> list[Deal]:
    """The deals won in the span by an owner whom somebody else had come before."""
    return [
        deal
        for deal in deals
        if deal.stage == stages.won.code
        and deal.closed_at is not None
        and span.holds(deal.closed_at)
        and _in_new_hands(deal.closed_at, tenures.get(deal.customer_id, ()))
    ]


def _in_new_hands(at: datetime, tenures: Sequence[Tenure]) -> bool:
    holder = next((one for one in tenures if one.holds(at)), None)
    if holder is None:
        return False
    return any(one.owner_id != holder.owner_id and one.started_at < holder.started_at for one in tenures)


def found_again(touches: Sequence[tuple[datetime, str]], span: Span) -> str | None:
    """Who touched a customer in the span after a silence, the first to do so; the first touch of all finds nobody again."""
    pairs = pairwise(sorted(touches))
    return next((who for (before, _), (at, who) in pairs if span.holds(at) and at - before >= SILENCE), None)


def typing_seconds(words: str) -> float:
    """How long writing this takes with two thumbs: an estimate, since Slack does not tell when somebody began."""
    characters = len(UNSPACED.findall(words))
    written = len(WORD.findall(UNSPACED.sub(" ", words)))
    return 60 * (written / WORDS_A_MINUTE + characters / CHARACTERS_A_MINUTE)


@dataclass(frozen=True, slots=True)
class Worth:
    """`warned` = `rescued` + `gone` + `still_open`. Seconds are medians, None without a log of the kind."""

    warned: int
    rescued: int
    gone: int
    still_open: int
    won: int
    won_value: Decimal
    found_again: int
    by_message: float | None
    messages: int
    by_form: float | None
    forms: int


@dataclass(frozen=True, slots=True)
class Effort:
    """What logs cost: the words of those sent as a message, the seconds of those filled in as a form."""

    messages: tuple[str, ...] = ()
    forms: tuple[float, ...] = ()


def worth(warned: Sequence[Warned], won: Sequence[Deal], again: int, effort: Effort, *, rates: Rates) -> Worth:
    fates = [fate(one) for one in warned]
    return Worth(
        warned=len(warned),
        rescued=fates.count("rescued"),
        gone=fates.count("gone"),
        still_open=fates.count("open"),
        won=len(won),
        won_value=rates.total((one.amount, one.currency) for one in won),
        found_again=again,
        by_message=median_of(typing_seconds(one) for one in effort.messages),
        messages=len(effort.messages),
        by_form=median_of(effort.forms),
        forms=len(effort.forms),
    )

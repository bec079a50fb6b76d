"""A deal: what a customer may buy, how far it has come, and every step it took on the way.

A deal is written as a row of versions, each whole: what it was at any instant is the last version before it, and a move
is two neighbours of different stages. So the funnel, the forecast and "since last week" need no second bookkeeping.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Literal

Kind = Literal["open", "won", "lost"]

LOST_REASONS = ("price", "competitor", "no_budget", "no_need", "timing", "fit", "no_response", "other")


def reason_code(read: str | None) -> str | None:
    """A reason as a note's reading calls it ("no budget"), as it is kept."""
    code = read.replace(" ", "_") if read else None
    return code if code in LOST_REASONS else None


MOST_MONEY = Decimal(10) ** 15
CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Stage:
    """A step of the one list a workspace has. `name` is an admin's own word, None for a stage known by its code;
    `probability` in per cent; `stall_days` is how long a deal may stand still in it."""

    code: str
    probability: int
    stall_days: int
    kind: Kind = "open"
    name: str | None = None


DEFAULT_STAGES = (
    Stage("lead", 5, 30),
    Stage("qualified", 15, 30),
    Stage("evaluation", 30, 30),
    Stage("proposal", 50, 20),
    Stage("negotiation", 75, 20),
    Stage("won", 100, 0, "won"),
    Stage("lost", 0, 0, "lost"),
)


@dataclass(frozen=True, slots=True)
class Stages:
    """The list in order: what is open first, then won, then lost."""

    all: tuple[Stage, ...] = DEFAULT_STAGES

    def of(self, code: str) -> Stage | None:
        return next((stage for stage in self.all if stage.code == code), None)

    def rank(self, code: str) -> int:
        """How far along; -1 for a stage that is no more."""
        return next((rank for rank, stage in enumerate(self.all) if stage.code == code), -1)

    @property
    def open(self) -> tuple[Stage, ...]:
        return tuple(stage for stage in self.all if stage.kind == "open")

    @property
    def won(self) -> Stage:
        return next(stage for stage in self.all if stage.kind == "won")

    @property
    def lost(self) -> Stage:
        return next(stage for stage in self.all if stage.kind == "lost")

    def hinted(self, hint: str | None) -> Stage | None:
        """The stage a note's words stand for; None where the workspace has no such stage."""
        return self.of(hint) if hint else None


@dataclass(frozen=True, slots=True)
class Deal:
    """`amount` in whole currency units, exact to the hundredth. `probability` in per cent where set by hand.

    `entered_at`: since when it stands in its stage; `closed_at`: when it was won or lost; `contract_end`: until when
    what was won runs; `competitor`: against whom, by name. `version` rises with every change: buttons carry it, and a
    stale one changes nothing.
    """

    deal_id: str
    customer_id: str
    customer_name: str
    name: str
    stage: str
    owner_id: str | None
    created_at: datetime
    entered_at: datetime
    changed_at: datetime
    version: int = 1
    amount: Decimal | None = None
    currency: str | None = None
    close_on: date | None = None
    probability: int | None = None
    lost_reason: str | None = None
    competitor: str | None = None
    contract_end: date | None = None
    closed_at: datetime | None = None
    helpers: tuple[str, ...] = ()

    def chance(self, stages: Stages) -> int:
        """In per cent: by hand while it is open, else its stage's."""
        stage = stages.of(self.stage)
        if stage is None or stage.kind != "open":
            return stage.probability if stage else 0
        return stage.probability if self.probability is None else self.probability


@dataclass(frozen=True, slots=True)
class Terms:
    """What a form, a command or a note says of a deal; None: nothing is said of it. `helpers` and the dates of a form
    that is saved whole are in `whole`: there None means empty."""

    name: str | None = None
    stage: str | None = None
    amount: Decimal | None = None
    currency: str | None = None
    close_on: date | None = None
    probability: int | None = None
    owner_id: str | None = None
    lost_reason: str | None = None
    competitor: str | None = None
    contract_end: date | None = None
    helpers: tuple[str, ...] = ()
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Version:
    """A deal as it was from `at` on, written by `actor_id`."""

    deal_id: str
    version: int
    at: datetime
    actor_id: str | None
    stage: str
    owner_id: str | None
    amount: Decimal | None = None
    currency: str | None = None
    close_on: date | None = None
    probability: int | None = None


@dataclass(frozen=True, slots=True)
class Move:
    """One step between stages; `before` is None where the deal began."""

    deal_id: str
    at: datetime
    actor_id: str | None
    before: str | None
    after: str


def moves(history: Sequence[Version]) -> tuple[Move, ...]:
    """The steps in the versions of one deal, the oldest first."""
    steps: list[Move] = []
    for one in history:
        before = steps[-1].after if steps else None
        if one.stage != before:
            steps.append(Move(one.deal_id, one.at, one.actor_id, before, one.stage))
    return tuple(steps)


def as_of(history: Sequence[Version], instant: datetime) -> Version | None:
    """What the deal was at an instant; None before it began."""
    return max((one for one in history if one.at <= instant), key=lambda one: one.version, default=None)


def stalled_days(deal: Deal, *, last_activity_at: datetime | None, stages: Stages, now: datetime) -> int | None:
    """For how many whole days an open deal has neither moved nor had an activity, if longer than its stage allows."""
    stage = stages.of(deal.stage)
    if stage is None or stage.kind != "open":
        return None
    alive_at = max(deal.entered_at, last_activity_at or deal.entered_at)
    still = now - alive_at
    return still.days if still > timedelta(days=stage.stall_days) else None


def value(deals: Iterable[Deal]) -> dict[str, Decimal]:
    """Amounts by currency: currencies are never added up here."""
    sums: dict[str, Decimal] = {}
    for deal in deals:
        if deal.amount is not None and deal.currency:
            sums[deal.currency] = sums.get(deal.currency, Decimal()) + deal.amount
    return sums


def changed(deal: Deal, terms: Terms, *, stages: Stages, now: datetime) -> Deal:
    """The deal with these terms, as its next version; the very same deal where they change nothing.

    Entering a stage, closing and opening again keep `entered_at`, `closed_at` and `lost_reason` true.
    """
    fields = {name: said for name in _SAID if (said := getattr(terms, name)) is not None}
    if terms.whole:
        fields |= {name: getattr(terms, name) for name in _WHOLE}
    if terms.amount is not None:
        fields["amount"] = terms.amount.quantize(CENT)
        fields["currency"] = terms.currency or deal.currency
    elif terms.whole:
        fields |= {"amount": None, "currency": None}
    wanted = replace(deal, **fields)
    stage = stages.of(wanted.stage)
    if wanted.stage != deal.stage:
        closed = stage is not None and stage.kind != "open"
        wanted = replace(wanted, entered_at=now, closed_at=now if closed else None)
    if stage is None or stage.kind != "lost":
        wanted = replace(wanted, lost_reason=None)
    return wanted if wanted == deal else replace(wanted, version=deal.version + 1, changed_at=now)


_SAID = ("name", "stage", "owner_id", "close_on", "probability", "lost_reason", "competitor", "contract_end")
_WHOLE = ("close_on", "probability", "competitor", "contract_end", "helpers")


def signs_of_life(
    history: Sequence[Version], touches: Sequence[datetime], stages: Stages
) -> tuple[tuple[datetime, int], ...]:
    """(when, stall days of its stage then) of all that keeps an open deal alive: coming further than ever before, and
    each follow-up that counted since it was opened. Each keeps the days of its own stage, so that moving on to a stage
    of fewer days takes nothing away."""
    furthest, signs = -1, []
    for step in moves(history):
        if stages.rank(step.after) > furthest:
            furthest = stages.rank(step.after)
            signs.append((step.at, _stall_days(step.after, stages)))
    for touch in touches:
        then = as_of(history, touch)
        if then:
            signs.append((touch, _stall_days(then.stage, stages)))
    return tuple(signs)


def _stall_days(code: str, stages: Stages) -> int:
    stage = stages.of(code)
    return stage.stall_days if stage else 0

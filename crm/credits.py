"""What somebody is owed for having developed a customer, whoever has it now.

The developer of a customer is its first owner. While it is theirs, and for some months after it ceased to be, they have
a one-off when its first deal is won, and a share of every deal another wins there. What is owed for a deal is computed
anew whenever the deal changes, and the difference to what was booked is booked: the ledger is only ever added to, and its
lines of a deal always sum to what is owed for it.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from typing import Literal

from crm.deals import CENT, Deal
from crm.rules import Rule

Kind = Literal["one_off", "share"]
EXPORTED = "credits"  # the scope of an export that holds them


@dataclass(frozen=True, slots=True)
class Credit:
    """A line of the ledger: `amount` in whole units of `currency`, below zero where it corrects. `percent`: the share it
    was computed by; `rule_version`: the rule it is from."""

    customer_id: str
    deal_id: str
    person_id: str
    kind: Kind
    amount: Decimal
    currency: str
    percent: int
    rule_version: int | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Development:
    """Who developed a customer, and since when it is not theirs any more; None while it is."""

    person_id: str
    ended_at: datetime | None


@dataclass(frozen=True, slots=True)
class Owed:
    """What a rule gives: a one-off in the workspace's own currency, a share in per cent, for so many months."""

    one_off: Decimal
    percent: int
    months: int
    rule_version: int | None = None

    @property
    def gives(self) -> bool:
        return bool(self.one_off or self.percent)

    @classmethod
    def nothing(cls) -> Owed:
        return cls(Decimal(), 0, 0)

    @classmethod
    def by(cls, rule: Rule) -> Owed:
        return cls(Decimal(rule.credit_one_off), rule.credit_share, rule.credit_months, rule.version)


def due(
    deal: Deal, *, is_won: bool, development: Development | None, owed: Owed, base: str, has_one_off: bool
) -> dict[tuple[Kind, str], Decimal]:
    """(kind, currency) -> what the developer has of a deal. `has_one_off`: another deal of the customer brought it."""
    if not is_won or deal.closed_at is None or development is None or not lasts(development, deal.closed_at, owed):
        return {}
    found: dict[tuple[Kind, str], Decimal] = {}
    if owed.one_off and not has_one_off:
        found["one_off", base] = owed.one_off
    if owed.percent and deal.amount and deal.currency and deal.owner_id != development.person_id:
        found["share", deal.currency] = (deal.amount * owed.percent / 100).quantize(CENT)
    return found


def lasts(development: Development, at: datetime, owed: Owed) -> bool:
    """Whether the developer still has something of what is won at an instant."""
    return development.ended_at is None or at < months_after(development.ended_at, owed.months)


def months_after(at: datetime, months: int) -> datetime:
    """The same day so many months on, or the last of a shorter month."""
    whole = at.year * 12 + at.month - 1 + months
    year, month = whole // 12, whole % 12 + 1
    return at.replace(year=year, month=month, day=min(at.day, calendar.monthrange(year, month)[1]))


def corrections(
    wanted: Mapping[tuple[Kind, str], Decimal], booked: Iterable[Credit]
) -> dict[tuple[Kind, str], Decimal]:
    """What is to be booked so that the lines of a deal sum to what is wanted; nothing where they do."""
    missing = dict(wanted)
    for one in booked:
        missing[one.kind, one.currency] = missing.get((one.kind, one.currency), Decimal()) - one.amount
    return {key: amount for key, amount in missing.items() if amount}


def reversals(booked: Iterable[Credit], *, now: datetime) -> list[Credit]:
    """What is to be booked so that the lines of a deal sum to nothing: a line against all of each kind and currency."""
    of: dict[tuple[Kind, str], list[Credit]] = {}
    for one in booked:
        of.setdefault((one.kind, one.currency), []).append(one)
    against = (
        replace(lines[0], amount=-sum((one.amount for one in lines), Decimal()), at=now) for lines in of.values()
    )
    return [one for one in against if one.amount]


def totals(lines: Iterable[Credit]) -> dict[str, Decimal]:
    """Sums by currency: currencies are never added up."""
    sums: dict[str, Decimal] = {}
    for one in lines:
        sums[one.currency] = sums.get(one.currency, Decimal()) + one.amount
    return {currency: amount for currency, amount in sums.items() if amount}

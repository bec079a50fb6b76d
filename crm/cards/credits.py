"""A statement of credits, as frozen facts."""

from dataclasses import dataclass
from decimal import Decimal

from crm.cards.measures import Circle
from crm.credits import Credit, Owed
from crm.periods import Period


@dataclass(frozen=True, slots=True)
class CreditLine:
    """`invoiced` and `received`: what finance has of the customer so far, in the currency of the credit; 0 and 0 where it
    has no paper of theirs."""

    credit: Credit
    customer_name: str
    deal_name: str
    invoiced: Decimal = Decimal(0)
    received: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class CreditsCard:
    """`totals`: (name, sums by currency), one for each person with any. `owed`: what the rule gives now."""

    circle: Circle
    period: Period
    lines: tuple[CreditLine, ...]
    total_lines: int
    totals: tuple[tuple[str, tuple[tuple[str, Decimal], ...]], ...]
    owed: Owed
    base: str

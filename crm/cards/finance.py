"""What is said of money that finance owns."""

from dataclasses import dataclass
from decimal import Decimal

from crm.cards.measures import Circle


@dataclass(frozen=True, slots=True)
class Sums:
    """Several customers' money in one currency; debts are each customer's own, so that one's credit pays no other's."""

    currency: str
    invoiced: Decimal
    received: Decimal
    owed: Decimal
    overdue: Decimal


@dataclass(frozen=True, slots=True)
class Debtor:
    customer_id: str
    name: str
    currency: str
    overdue: Decimal


@dataclass(frozen=True, slots=True)
class FinanceCard:
    """Whose customers' money, by currency, and who is late, the largest sum of each currency first. `more`: debtors left out."""

    circle: Circle
    sums: tuple[Sums, ...]
    debtors: tuple[Debtor, ...]
    more: int = 0

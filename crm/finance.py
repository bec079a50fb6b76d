"""Money that finance owns: orders, invoices and receipts, by reference. Dibs shows and counts them; it never makes, changes
or sends one. They come as lists, each paper under its own number, and a later list takes the place of an earlier one."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

KINDS = ("order", "invoice", "receipt")


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper of finance's. `number` is theirs, one a kind; `due`: of an invoice, the day it is to be paid by; `status` in
    finance's own words; a credit note is an invoice below nothing. Days are finance's own, without a zone."""

    kind: str
    number: str
    customer_id: str
    dated: date
    amount: Decimal
    currency: str
    due: date | None = None
    status: str | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """A customer's papers in one currency, summed. `fallen_due`: of what is invoiced, the part that was to be paid before
    today; an invoice without a day is due at once."""

    currency: str
    ordered: Decimal = Decimal(0)
    invoiced: Decimal = Decimal(0)
    received: Decimal = Decimal(0)
    fallen_due: Decimal = Decimal(0)

    @property
    def owed(self) -> Decimal:
        """What is invoiced and not received; never below nothing."""
        return max(Decimal(0), self.invoiced - self.received)

    @property
    def overdue(self) -> Decimal:
        """What is received goes to the oldest debts first, whatever it was paid for."""
        return min(self.owed, max(Decimal(0), self.fallen_due - self.received))

    def __add__(self, other: "Account") -> "Account":
        """Two customers' accounts in one currency."""
        assert self.currency == other.currency
        return Account(
            self.currency,
            self.ordered + other.ordered,
            self.invoiced + other.invoiced,
            self.received + other.received,
            self.fallen_due + other.fallen_due,
        )

"""Money that finance owns, summed for whoever asks: a rep's own customers, a manager's team, all for an admin."""

from collections.abc import Iterable
from decimal import Decimal
from zoneinfo import ZoneInfo

from crm.cards import Debtor, FinanceCard, Sums
from crm.circles import Theirs
from crm.finance import Account
from operations.figures.question import Question
from storage import finance, people

SHOWN = 8


def finance_card(asked: Question) -> FinanceCard:
    """What is invoiced, received, owed and overdue today, by the asker's own calendar day."""
    meant, today = asked.meant, asked.now.astimezone(ZoneInfo(asked.asker.zone)).date()
    teams = {one.person_id: one.team_id for one in people.people(asked.tx, **asked.key)}
    found = [
        (customer, account)
        for customer, account in finance.accounts_of_all(asked.tx, **asked.key, today=today)
        if meant.within.holds(Theirs(customer.owner_id, teams.get(customer.owner_id or "")))
    ]
    late = [
        Debtor(customer.customer_id, customer.name, account.currency, account.overdue)
        for customer, account in found
        if account.overdue
    ]
    late.sort(key=lambda one: (one.currency, -one.overdue, one.name))
    return FinanceCard(meant.circle, _sums(account for _, account in found), tuple(late[:SHOWN]), len(late[SHOWN:]))


def _sums(accounts: Iterable[Account]) -> tuple[Sums, ...]:
    by: dict[str, list[Account]] = {}
    for one in accounts:
        by.setdefault(one.currency, []).append(one)

    def total(currency: str, name: str) -> Decimal:
        return sum((getattr(one, name) for one in by[currency]), Decimal(0))

    names = ("invoiced", "received", "owed", "overdue")
    return tuple(Sums(currency, *(total(currency, name) for name in names)) for currency in sorted(by))

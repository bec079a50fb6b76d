"""Credits: a case by hand, and that the ledger always sums to what is owed."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from crm.credits import Credit, Development, Owed, corrections, due, months_after, reversals, totals
from crm.deals import Deal

NOW = datetime(2026, 3, 11, 1, tzinfo=UTC)
OWED = Owed(Decimal(500), 5, 12)


def deal(amount: int | None, owner: str = "U1", **more: object) -> Deal:
    money = (Decimal(amount), "USD") if amount is not None else (None, None)
    one = Deal("d", "c", "Acme", "Acme", "won", owner, NOW, NOW, NOW, amount=money[0], currency=money[1], closed_at=NOW)
    return replace(one, **more)


def of(one: Deal, ended: datetime | None = None, **more: object) -> dict[tuple[str, str], Decimal]:
    how = {"is_won": True, "development": Development("U1", ended), "owed": OWED, "base": "CNY", "has_one_off": False}
    return due(one, **{**how, **more})  # type: ignore[arg-type, return-value]


def test_a_customer_that_moved_on_by_hand() -> None:
    """U1 develops it and wins the first deal: 500. It goes to U2, who wins 12,345.67 within the year: 5% is 617.28."""
    assert of(deal(9000)) == {("one_off", "CNY"): Decimal(500)}
    lost = NOW - timedelta(days=200)
    later = replace(deal(0, "U2"), amount=Decimal("12345.67"))
    assert of(later, lost, has_one_off=True) == {("share", "USD"): Decimal("617.28")}
    assert of(later, lost) == {("one_off", "CNY"): Decimal(500), ("share", "USD"): Decimal("617.28")}
    assert of(later, NOW - timedelta(days=366), has_one_off=True) == {}  # over a year ago
    assert of(later, lost, is_won=False) == of(later, lost, development=None) == {}
    assert of(deal(None, "U2"), lost, has_one_off=True) == {}  # no sum, no share


def test_months_are_those_of_the_calendar() -> None:
    assert months_after(datetime(2026, 1, 31, tzinfo=UTC), 1) == datetime(2026, 2, 28, tzinfo=UTC)
    assert months_after(datetime(2027, 8, 30, tzinfo=UTC), 6) == datetime(2028, 2, 29, tzinfo=UTC)


MONEY = st.decimals(0, 10**6, places=2)
WANTED = st.dictionaries(st.tuples(st.sampled_from(("one_off", "share")), st.sampled_from(("CNY", "USD"))), MONEY)


@given(st.lists(WANTED, min_size=1, max_size=6))
@settings(max_examples=60)
def test_whatever_a_deal_goes_through_its_lines_sum_to_what_is_owed_and_a_second_look_books_nothing(
    steps: list[dict[tuple[str, str], Decimal]],
) -> None:
    ledger: list[Credit] = []
    for wanted in steps:
        for (kind, currency), amount in corrections(wanted, ledger).items():  # type: ignore[arg-type]
            ledger.append(Credit("c", "d", "U1", kind, amount, currency, 5, 1, NOW))
        assert corrections(wanted, ledger) == {}  # type: ignore[arg-type]
        for kind, currency in wanted:
            booked = sum(one.amount for one in ledger if (one.kind, one.currency) == (kind, currency))
            assert booked == wanted[kind, currency]
    back = [*ledger, *reversals(ledger, now=NOW)]
    assert totals(back) == {} and reversals(back, now=NOW) == []
    summed = totals(ledger)
    assert summed == {c: n for c in ("CNY", "USD") if (n := sum(a for (_, x), a in steps[-1].items() if x == c))}

"""Finance's papers: how they are summed, and what a list of them says."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm.finance import Account
from crm.imports import FileReading
from crm.intake.finance import ListedPaper, finance_columns, read_paper
from crm.intake.rows import Reading
from crm.refusal import Refusal

SUMS = st.decimals(-1000, 1000, places=2)
ACCOUNTS = st.builds(Account, st.just("CNY"), SUMS, SUMS, SUMS, SUMS)


@given(ACCOUNTS)
def test_nobody_owes_less_than_nothing_nor_is_more_overdue_than_owed(one: Account) -> None:
    assert 0 <= one.overdue <= one.owed


@given(ACCOUNTS, st.decimals(0, 500, places=2))
def test_a_receipt_never_raises_a_debt(one: Account, sum_: Decimal) -> None:
    paid = one + Account("CNY", received=sum_)
    assert paid.owed <= one.owed and paid.overdue <= one.overdue


def test_an_account_by_hand() -> None:
    """Two invoices of 1,000, the first due in March, 600 received by mid-April: 1,400 owed, 400 of it overdue."""
    one = Account("CNY", Decimal(2000), Decimal(2000), Decimal(600), Decimal(1000))
    assert (one.owed, one.overdue) == (1400, 400)


ENGLISH = (
    "Invoice Number",
    "Invoice Date",
    "Due Date",
    "Customer Name",
    "Total Amount",
    "Currency",
    "Status",
    "Order No",
)
CHINESE = ("发票号码", "开票日期", "到期日", "客户名称", "价税合计", "币种", "状态", "订单编号")


def reading(headings: tuple[str, ...]) -> FileReading:
    return FileReading(headings, 1, Reading(finance_columns(headings), "DMY", "Asia/Shanghai"))


def test_lists_in_english_and_chinese_say_the_same_and_are_about_the_later_of_two_numbers() -> None:
    row = ("INV-7", "2026-03-02", "31/3/2026", "Acme", "1,200.50", "cny", "open", "SO-9")
    english, chinese = (read_paper(row, reading(headings)) for headings in (ENGLISH, CHINESE))
    assert english == chinese
    assert isinstance(english, ListedPaper)
    assert (english.kind, english.number, english.amount, english.currency) == (
        "invoice",
        "INV-7",
        Decimal("1200.50"),
        "CNY",
    )
    assert (str(english.dated), str(english.due), english.status) == ("2026-03-02", "2026-03-31", "open")


def test_a_column_may_say_what_each_row_is() -> None:
    of = reading(("单据号", "类型", "客户", "日期", "金额"))
    kinds = ("订单", "发票", "收款")
    rows = [read_paper((f"N{n}", kind, "Acme", "2026-03-02", 5), of) for n, kind in enumerate(kinds)]
    assert [row.kind for row in rows if row] == ["order", "invoice", "receipt"]
    assert read_paper(("", "", "", "", ""), of) is None


def test_a_list_of_customers_or_of_calls_is_none_of_finances() -> None:
    for headings in (
        ("Customer", "Owner", "Phone"),
        ("Customer", "Number", "Date", "Amount"),
        ("Invoice no", "Amount"),
    ):
        assert finance_columns(headings) == {}


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (("", "2026-03-02", "", "Acme", "5"), "paper_no_number"),
        (("N" * 61, "2026-03-02", "", "Acme", "5"), "paper_no_number"),
        (("N1", "soon", "", "Acme", "5"), "row_date"),
        (("N1", "", "", "Acme", "5"), "row_date"),
        (("N1", "2026-03-02", "", "Acme", "much"), "row_amount"),
        (("N1", "2026-03-02", "", "?!", "5"), "row_no_name"),
    ],
)
def test_a_row_that_cannot_be_taken_says_why(row: tuple[str, ...], code: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_paper(row, reading(ENGLISH))
    assert refused.value.code == code

"""A list of orders, invoices or receipts: its headings, and what each row says. In English and Chinese, as accounting
programs export them. The customer must be known here; such a list brings none."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from zoneinfo import ZoneInfo

from crm.customers import normal_name, tidy_name
from crm.finance import KINDS
from crm.imports import FileReading
from crm.intake import values
from crm.intake.cells import Cells
from crm.intake.fields import field_of, folded
from crm.intake.rows import Reading
from crm.refusal import Refusal
from crm.sheets import Cell, plain_text

NOON = time(12)
PAPER = "paper"  # a list of several kinds: each row says which it is
MOST_NUMBER, MOST_STATUS = 60, 60
_NUMBERS = {  # the later of two in one list is what the list is about: an invoice list names its orders too
    "order": "order number | order no | order id | sales order | so number | 订单号 | 订单编号 | 销售订单号 | 合同号 | 合同编号",
    "invoice": "invoice number | invoice no | invoice id | invoice | bill number | 发票号 | 发票号码 | 开票编号 | 票号",
    "receipt": (
        "receipt number | receipt no | receipt id | payment number | payment no | payment id | transaction id"
        " | 收款单号 | 收款编号 | 回款编号 | 回款单号 | 到账流水号 | 流水号"
    ),
}
_FIELDS = {
    "number": "number | no | document number | document no | voucher number | reference | 单号 | 单据号 | 单据编号 | 凭证号",
    "kind": "type | document type | kind | 类型 | 单据类型",
    "dated": (
        "date | invoice date | order date | issue date | issued | document date | payment date | receipt date | paid on"
        " | received on | 日期 | 开票日期 | 下单日期 | 订单日期 | 收款日期 | 回款日期 | 到账日期 | 单据日期 | 签订日期"
    ),
    "due": "due date | due | payment due | due on | 到期日 | 到期日期 | 应付日期 | 应收日期 | 付款期限 | 计划回款日期",
    "amount": (
        "amount | total | total amount | grand total | gross amount | invoice amount | order amount | amount paid"
        " | amount received | 金额 | 总额 | 总金额 | 价税合计 | 含税金额 | 订单金额 | 开票金额 | 收款金额 | 回款金额 | 合同金额"
    ),
    "currency": "currency | currency code | 币种 | 货币",
    "status": "status | state | payment status | 状态 | 付款状态 | 收款状态 | 开票状态",
}
_KIND_WORDS = {
    "order": "order sales order so purchase order contract 订单 销售订单 合同",
    "invoice": "invoice bill credit note tax invoice 发票 开票 红字发票 账单",
    "receipt": "receipt payment 收款 回款 到账 付款 收据",
}


def _table(words: Mapping[str, str], split: str | None = "|") -> dict[str, str]:
    return {folded(word): name for name, names in words.items() for word in names.split(split)}


_NUMBER_OF, _FIELD_OF = _table(_NUMBERS), _table(_FIELDS)
_KIND_OF = {folded(word): kind for kind, words in _KIND_WORDS.items() for word in words.split()} | {
    folded("credit note"): "invoice",
    folded("sales order"): "order",
    folded("tax invoice"): "invoice",
}


@dataclass(frozen=True, slots=True)
class ListedPaper:
    """What a row says. `customer` as the list calls it."""

    kind: str
    number: str
    customer: str
    dated: date
    amount: Decimal
    currency: str | None
    due: date | None
    status: str | None


def finance_columns(headings: Sequence[str]) -> dict[str, tuple[int, ...]]:
    """field → its columns; empty where it is no list of finance's: without a number, a customer, a day and an amount, or
    without a word of what its rows are."""
    found = finance_found(headings)
    told = "kind" in found or any(folded(heading) in _NUMBER_OF for heading in headings)
    return found if told and {"number", "name", "dated", "amount"} <= found.keys() else {}


def finance_found(headings: Sequence[str]) -> dict[str, tuple[int, ...]]:
    """field → its columns, as far as the headings of a list of finance's tell."""
    found: dict[str, tuple[int, ...]] = {}
    numbers: dict[str, int] = {}
    for column, heading in enumerate(headings):
        form = folded(heading)
        if form in _NUMBER_OF:
            numbers.setdefault(_NUMBER_OF[form], column)
        elif form in _FIELD_OF:
            found.setdefault(_FIELD_OF[form], (column,))
        elif field_of(heading) in ("name", "decision"):
            field = str(field_of(heading))
            found[field] = (*found.get(field, ()), column)
    if numbers:
        about = max(numbers, key=KINDS.index)
        found["number"] = (numbers[about],)
    return found


def is_finance(reading: FileReading | None) -> bool:
    """As somebody said, or as its columns tell."""
    if reading is None:
        return False
    about = reading.reading.about
    return about == PAPER or about in KINDS if about else "number" in reading.reading.columns


def kind_of_numbers(reading: FileReading) -> str | None:
    """What the papers are by the heading of their numbers; None where each row says it."""
    for column in reading.reading.columns.get("number", ()):
        if column < len(reading.headings):
            return _NUMBER_OF.get(folded(reading.headings[column]))
    return None


def read_paper(row: Sequence[Cell], reading: FileReading) -> ListedPaper | None:
    """None for a blank row. Raises Refusal: row_no_name, paper_no_number, paper_no_kind, row_date, row_amount."""
    cells = Cells(row, reading.reading.columns)
    customer = tidy_name(cells.text("decision") or cells.text("name"))
    number = " ".join(cells.text("number").split())
    if not number and not any(plain_text(cell) for cell in row):
        return None
    if not normal_name(customer):
        raise Refusal("row_no_name")
    if not number or len(number) > MOST_NUMBER:
        raise Refusal("paper_no_number")
    dated = _day(cells, "dated", reading.reading)
    if dated is None:
        raise Refusal("row_date", value="")
    currency = cells.text("currency").upper()
    return ListedPaper(
        _kind(cells, reading),
        number,
        customer,
        dated,
        _amount(cells),
        currency if len(currency) == 3 and currency.isascii() and currency.isalpha() else None,
        _day(cells, "due", reading.reading),
        cells.some("status", MOST_STATUS),
    )


def _kind(cells: Cells, reading: FileReading) -> str:
    """What the row says it is, else what was said of the whole list, else what the heading of its number says."""
    about = reading.reading.about
    found = _KIND_OF.get(folded(cells.text("kind"))) or (about if about in KINDS else kind_of_numbers(reading))
    if found is None:
        raise Refusal("paper_no_kind", value=cells.text("kind")[:60])
    return found


def _amount(cells: Cells) -> Decimal:
    try:
        found = values.amount(cells.text("amount"))
    except ValueError:
        found = None
    if found is None:
        raise Refusal("row_amount", value=cells.text("amount")[:60])
    return found.quantize(Decimal("0.01"))


def _day(cells: Cells, field: str, reading: Reading) -> date | None:
    cell = cells.first(field)
    if cell is None:
        return None
    try:
        return values.instant(cell, reading.date_order, reading.zone, NOON).astimezone(ZoneInfo(reading.zone)).date()
    except ValueError:
        raise Refusal("row_date", value=plain_text(cell)[:60]) from None

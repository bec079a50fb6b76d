"""What a deal is worth."""

from decimal import Decimal

import pytest

from crm.reading import ReadingContext, read_note
from tests.crm.reading.notebook import INDEX, NOW, OWN, read


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("Globex quote $18.5k", "18500", "USD"),
        ("Globex $300-350k deal", "300000", "USD"),
        ("海康总价9万6", "96000", "CNY"),
        ("海康报价12万8", "128000", "CNY"),
        ("海康预算80到100万", "800000", "CNY"),
        ("海康大概300w", "3000000", "CNY"),
        ("海康从两百八十万谈到两百四", "2400000", "CNY"),
        ("Globex: we quoted 50k, competitor is at 40k", "50000", None),
        ("Globex deposit of $5k on the $25k order", "25000", "USD"),
    ],
)
def test_the_amount_is_the_deals_total(text: str, amount: str, currency: str | None) -> None:
    reading = read(text)
    assert (reading.amount, reading.currency) == (Decimal(amount), currency)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("海康半个亿的项目", 50_000_000),
        ("海康中标1.2个亿", 120_000_000),
        ("海康百来万的单子", 1_000_000),
        ("海康上月账单4万3千6", 43_600),
        ("海康合同人民币壹拾贰万元整", 120_000),
        ("海康上次买了8万的货，这次要12万的", 120_000),
        ("海康100万以上的项目要总部批，这个95万", 950_000),
        ("海康降了5千，降到4万5", 45_000),
        ("海康试剂一盒380，要200盒，76000", 76_000),
        ("海康合计18万2 元旦后施工", 182_000),
        ("海康订单确认了12万6千8周五打款", 126_800),
        ("海康维护费每年3万，三年一共9万", 90_000),
    ],
)
def test_a_sum_is_read_as_chinese_say_it(text: str, amount: int) -> None:
    assert read(text).amount == amount


@pytest.mark.parametrize(
    "text",
    [
        "Globex: $910/ton is too high, they have another mill at 880",
        "Globex would save 30k a year with us",
        "Globex: theirs is $5k cheaper",
        "Globex 1,850 a box",
        "Globex - sent quote #Q-10442",
        "Globex: claim of $6k on the damaged box",
        "Globex 50 seats at $40/user",
        "华为 100台，单价3000元",
        "Globex wants 10% off",
        "ship 1000 units to Globex",
        "海康油缸2.3万/根",
        "海康说再便宜两百美金就下单",
        "海康年营收要做到100亿",
        "海康要8台，单台11万8",
        "海康产线出了故障，赔了2万",
    ],
)
def test_unit_prices_counts_and_shares_are_no_amount(text: str) -> None:
    assert read(text).amount is None


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Globex 从80万砍到40万", 400_000),
        ("Globex offered 84.000 €", 84_000),
        ("Globex: grant is 100k but our part only 35k", 35_000),
        ("Globex: £850 deposit paid on the £8,500", 8_500),
        ("Globex: 12 @ £415 = £4,980", 4_980),
        ("Globex closed at one point two million", 1_200_000),
        ("Globex: our number 56,250, theirs 54", 56_250),
        ("Globex ballpark $2.5MM", 2_500_000),
        ("Globex: 18 buses, 2,150 a unit, 38.7k total", 38_700),
        ("Globex PO received Rs 12,40,000", 1_240_000),
        ("Globex renewed, 3 yrs @ 22k/yr = 66k", 66_000),
        ("Globex pays Schein 31k/yr, we came in at 26,500", 26_500),
        ("Globex 嫌贵，同行报49万8，我们52万，后天再谈", 520_000),
    ],
)
def test_the_sum_that_holds_is_the_amount(text: str, amount: int) -> None:
    assert read(text).amount == amount


@pytest.mark.parametrize(
    ("text", "amount"), [("price 4.8L", 480_000), ("half a million", 500_000), ("PO 4500987", None)]
)
def test_a_sum_is_read_as_it_is_said_at_home(text: str, amount: int | None) -> None:
    context = ReadingContext(now=NOW, own=OWN, default_currency="INR")
    assert read_note(f"Acme Labs {text}", customers=INDEX, context=context).amount == amount

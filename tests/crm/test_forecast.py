"""The change of a forecast over the end of a month, by hand."""

from datetime import UTC, date, datetime
from decimal import Decimal

from crm.deals import Deal, Version
from crm.forecast import Changed, Moment, forecast
from tests.crm.some_deals import RATES, STAGES


def at(month: int, day: int) -> datetime:
    return datetime(2026, month, day, 9, tzinfo=UTC)


def changed(*steps: tuple[datetime, str]) -> Changed:
    (began, _), (last, stage) = steps[0], steps[-1]
    deal = Deal("d", "c", "Acme", "Acme", stage, "U1", began, last, last, amount=Decimal(100), currency="CNY")
    return Changed(
        deal,
        tuple(Version("d", n, when, None, code, "U1", Decimal(100), "CNY") for n, (when, code) in enumerate(steps, 1)),
    )


def test_what_was_won_last_week_is_a_gain_though_its_month_is_over() -> None:
    """On 3 March: negotiating (75 of 100) until the 27th and won then gains 25; won on the 10th, renamed since, nothing."""
    won = changed((at(1, 5), "negotiation"), (at(2, 27), "won"))
    earlier = changed((at(1, 5), "negotiation"), (at(2, 10), "won"), (at(2, 28), "won"))
    now, before = Moment(at(3, 3), date(2026, 3, 3)), Moment(at(2, 24), date(2026, 2, 24))
    found = forecast((), (won, earlier), stages=STAGES, rates=RATES, now=now, before=before, local_date=datetime.date)
    assert [one.by for one in found.causes] == [25] and found.change == 25

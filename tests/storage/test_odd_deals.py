"""Which deals are odd, by hand, on both databases."""

from collections.abc import Sequence
from datetime import date, timedelta

from crm.circles import Within
from storage.database import Database
from storage.odd_deals import odd
from tests.crm.some_deals import NOW, RATES, STAGES
from tests.storage.counted import T1, Step, Written, deal, write

CLOSE = date(2026, 5, 1)


def whys(database: Database, written: Sequence[Written], *, planned: bool = True) -> dict[str, tuple[str, ...]]:
    ids = write(database, written, planned=planned)
    names = {deal_id: one.name for deal_id, one in zip(ids, written, strict=True)}
    with database.read() as tx:
        found, total = odd(tx, workspace_id=T1, within=Within(), stages=STAGES, rates=RATES, now=NOW, most=50)
    assert total == len(found)
    return {names[one.deal_id]: one.whys for one in found}


def usual(n: int) -> list[Written]:
    return [deal(Step(-5, "proposal", 100), name=f"u{number}") for number in range(n)]


def test_a_sum_is_out_of_line_beyond_ten_times_the_median_and_only_among_ten(database: Database) -> None:
    large, fits, tiny = (
        deal(Step(-5, "proposal", amount), name=name) for name, amount in (("large", 1001), ("fits", 1000), ("tiny", 9))
    )
    dollars = deal(Step(-5, "proposal", 143, currency="USD"), name="dollars")  # 1001 at 7
    euros = deal(Step(-5, "proposal", 9999, currency="EUR"), name="euros")  # no rate, so nothing is known of it
    found = whys(database, [*usual(9), large, fits, tiny, dollars, euros])
    assert found == {"large": ("amount",), "tiny": ("amount",), "dollars": ("amount",)}
    assert whys(database, [*usual(6), large, fits, tiny]) == {}


def test_a_deal_is_old_beyond_twice_what_nine_of_ten_took(database: Database) -> None:
    won = [deal(Step(-90, "proposal"), Step(-90 + days, "won"), name=f"w{days}") for days in range(11, 21)]
    old, young = (deal(Step(-days, "proposal"), name=str(days)) for days in (39, 38))  # nine of ten: 19 days
    assert whys(database, [*won, old, young]) == {"39": ("age",)}
    assert whys(database, [*won[1:], old]) == {}


def test_what_was_pushed_three_times_or_has_nothing_planned(database: Database) -> None:
    days = (CLOSE, CLOSE + timedelta(9), CLOSE, CLOSE + timedelta(1), None, CLOSE + timedelta(2))
    steps = [
        Step(-50 + n, "proposal", 100, at) for n, at in enumerate(days)
    ]  # forward, back, forward, emptied, forward
    assert whys(database, [deal(*steps, name="p"), deal(*steps[:4], name="q")]) == {"p": ("pushed",)}
    assert whys(database, [deal(*steps, name="p")], planned=False) == {"p": ("pushed", "no_step")}
    assert whys(database, [deal(Step(-2, "lead"), Step(-1, "won"), name="n")], planned=False) == {}

"""The forecast by worked examples, and what must hold of any: rows, groups and causes sum to their wholes."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from crm.cards.measures import Dimension
from crm.circles import Within
from crm.forecast import Forecast, Moment, Outcome, Promise, Sums, forecast, outcome, shares
from crm.funnel import Span
from storage import forecasts
from storage.database import Database
from tests.crm.some_deals import CODES, NOW, RATES, STAGES, day
from tests.storage.counted import T1, Step, Written, deal, write
from tests.storage.test_funnels import ALL, SOME, there

__all__ = ["there"]
MARCH, APRIL, MAY = date(2026, 3, 1), date(2026, 4, 1), date(2026, 5, 1)


def of(database: Database, *, by: Dimension | None = None, within: Within = ALL) -> tuple[Forecast, Sequence[Promise]]:
    now, before = Moment(NOW, NOW.date()), Moment(day(-7), day(-7).date())
    began = datetime(2026, 3, 1, tzinfo=NOW.tzinfo)
    key = {"workspace_id": T1, "within": within}
    with database.read() as tx:
        promises = forecasts.promises(tx, **key, by=by, stages=STAGES, now=now, month_began=began)  # type: ignore[arg-type]
        changed = forecasts.changed(tx, **key, since=before.at)  # type: ignore[arg-type]
    made = forecast(promises, changed, stages=STAGES, rates=RATES, now=now, before=before, local_date=datetime.date)
    return made, promises


def sums(won: int, committed: int, weighted: int, best: int) -> Sums:
    return Sums(*map(Decimal, (won, committed, weighted, best)))


def test_a_forecast_worked_by_hand(database: Database) -> None:
    write(
        database,
        [
            deal(Step(-30, "proposal", 1000, date(2026, 3, 20))),  # 50 %
            deal(Step(-30, "negotiation", 200, date(2026, 4, 30))),  # 75 %: committed
            deal(Step(-30, "lead", 400, date(2026, 4, 2), probability=90)),  # by hand
            deal(Step(-30, "evaluation", 100, date(2026, 9, 1))),
            deal(Step(-30, "evaluation", 100, date(2026, 3, 10))),  # yesterday
            deal(Step(-30, "evaluation", 100)),
            deal(Step(-30, "negotiation", 500), Step(-5, "won", 500)),
            deal(Step(-90, "proposal", 700), Step(-40, "won", 700)),  # in January: no part of this
            deal(Step(-30, "proposal", 900, MAY), Step(-20, "lost", 900, MAY)),
        ],
    )
    found, _ = of(database)
    assert found.rows == (
        (MARCH, sums(500, 500, 1000, 1500)),
        (APRIL, sums(0, 600, 510, 600)),
        ("later", sums(0, 0, 30, 100)),
        ("late", sums(0, 0, 30, 100)),
        ("undated", sums(0, 0, 30, 100)),
    )
    assert found.total == sums(500, 1100, 1600, 2400)


def test_the_change_since_last_week_names_the_deals_that_caused_it(database: Database) -> None:
    write(
        database,
        [
            deal(Step(-30, "proposal", 1000), Step(-2, "negotiation", 1000), name="moved"),  # 500 → 750
            deal(Step(-30, "proposal", 100), Step(-1, "lost", 100), name="lost"),  # 50 → 0
            deal(Step(-3, "proposal", 60), name="new"),  # 30
            deal(Step(-30, "proposal", 80), Step(-3, "proposal", 80), name="the same"),
        ],
    )
    found, _ = of(database)
    assert [(one.deal.name, one.by) for one in found.causes] == [
        ("moved", Decimal(250)),
        ("lost", Decimal(-50)),
        ("new", Decimal(30)),
    ]
    assert found.change == Decimal(230)
    assert found.causes[2].before is None


def test_a_sum_without_a_rate_is_told_apart(database: Database) -> None:
    write(
        database,
        [deal(Step(-30, "proposal", 1000, MAY, currency="EUR")), deal(Step(-30, "proposal", 10, MAY, currency="USD"))],
    )
    found, _ = of(database)
    assert found.total == sums(0, 0, 35, 70)
    assert found.unconverted == (("EUR", Decimal(1000)),)


def came_out(database: Database, *, within: Within = ALL) -> Outcome | None:
    """Of the quarter that began sixty days ago, and ends now."""
    start = Moment(day(-60), date(2026, 1, 10))
    with database.read() as tx:
        found = forecasts.past(
            tx, workspace_id=T1, within=within, by="rep", stages=STAGES, start=start, over=Span(start.at, NOW)
        )
    return outcome(found, stages=STAGES, rates=RATES)


def test_how_last_quarter_came_out(database: Database) -> None:
    write(
        database,
        [
            deal(Step(-90, "proposal", 1000, date(2026, 2, 1)), Step(-40, "won", 1000)),
            deal(Step(-90, "proposal", 400, date(2026, 3, 1)), Step(-40, "lost", 400)),
            deal(Step(-50, "proposal", 50, date(2026, 2, 1)), Step(-30, "won", 50)),  # began after the start
        ],
    )
    found = came_out(database)
    assert found is not None and found.promised == sums(0, 0, 700, 1400)
    assert (found.won, found.lost, found.slipped, found.unforeseen) == (1050, 400, 0, 50)
    assert found.rate is None  # two deals are too few to speak of
    slow = deal(Step(-90, "proposal", 1000, date(2026, 2, 1)), Step(-40, "lost", 1000))
    write(database, [deal(Step(-90, "proposal", 1000, date(2026, 2, 1)), Step(-40, "won", 1500))] * 5 + [slow] * 5)
    found = came_out(database)
    assert found is not None and found.rate == 1.5  # 7500 won, of ten times the half of 1000
    pooled = Written("x", (Step(-90, "negotiation", 100, date(2026, 2, 1)),), pooled=True)
    write(database, [pooled])
    found = came_out(database, within=Within(rep_id="U1"))  # what they had promised stays their promise
    assert found is not None and (found.promised, found.slipped) == (sums(0, 100, 75, 100), 100)
    write(database, [])
    assert came_out(database) is None


@st.composite
def any_deals(draw: st.DrawFn) -> list[Written]:
    found = []
    for number in range(draw(st.integers(0, 6))):
        steps = [
            Step(
                at,
                draw(st.sampled_from(CODES)),
                draw(st.none() | st.integers(0, 10**9)),
                draw(st.none() | st.dates(date(2026, 1, 1), date(2026, 12, 31))),
                draw(st.none() | st.integers(0, 100)),
                draw(st.sampled_from(("CNY", "USD", "EUR"))),
            )
            for at in sorted(draw(st.lists(st.integers(-80, 0), min_size=1, max_size=4)))
        ]
        found.append(deal(*steps, name=str(number), rep=draw(st.sampled_from((None, "U1", "U2")))))
    return found


@SOME
@given(any_deals())
def test_rows_groups_and_causes_sum_to_their_wholes(there: Database, written: list[Written]) -> None:
    write(there, written)
    found, promises = of(there, by="rep")
    assert found.total == of(there)[0].total
    assert sum((one for _, one in found.rows), Sums()) == found.total
    groups = shares(promises, stages=STAGES, rates=RATES)
    assert sum((one for _, one in groups), Sums()) == found.total
    for rep, theirs in groups:
        if rep:
            assert of(there, within=Within(rep_id=rep))[0].total == theirs
    assert sum((one.by for one in found.causes), Decimal()) == found.change


@SOME
@given(any_deals())
def test_won_is_committed_and_nothing_exceeds_the_best(there: Database, written: list[Written]) -> None:
    write(there, written)
    for _, one in of(there)[0].rows:
        assert Decimal() <= one.won <= one.committed <= one.best
        assert one.won <= one.weighted <= one.best


@SOME
@given(any_deals())
def test_what_was_promised_was_won_or_lost_or_slipped(there: Database, written: list[Written]) -> None:
    write(there, written)
    found = came_out(there)
    if found:
        assert found.slipped + found.lost <= found.promised.best
        assert Decimal() <= found.unforeseen <= found.won

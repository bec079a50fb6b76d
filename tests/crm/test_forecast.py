from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from crm.deals import DEFAULT_STAGES, Deal, Stages, Version
from crm.forecast import Forecast, Moment, Sums, forecast, outcome, shares
from crm.funnel import Track
from crm.measures import Rates

NOW = datetime(2026, 3, 11, 1, tzinfo=UTC)
STAGES = Stages()
RATES = Rates("CNY", {"USD": Decimal(7)})
CODES = [stage.code for stage in DEFAULT_STAGES]
MARCH, APRIL, MAY = date(2026, 3, 1), date(2026, 4, 1), date(2026, 5, 1)


def day(n: float) -> datetime:
    return NOW + timedelta(days=n)


def version(at: float, stage: str, amount: int | None = 100, close: date | None = None, **more: object) -> Version:
    sum_, currency = (Decimal(amount), "CNY") if amount is not None else (None, None)
    return replace(Version("d", 1, day(at), "U1", stage, "U1", sum_, currency, close), **more)


def track(*versions: Version, name: str = "Acme", rep: str | None = "U1") -> Track:
    history = tuple(replace(one, version=n) for n, one in enumerate(versions, 1))
    last = history[-1]
    closed = last.at if last.stage in ("won", "lost") else None
    deal = Deal(name, "c", name, name, last.stage, rep, history[0].at, last.at, last.at, len(history))
    deal = replace(deal, amount=last.amount, currency=last.currency, close_on=last.close_on, closed_at=closed)
    return Track(deal, history, rep)


def how(**more: object) -> dict[str, object]:
    now, before = Moment(NOW, NOW.date()), Moment(day(-7), day(-7).date())
    return {"stages": STAGES, "rates": RATES, "now": now, "before": before, "local_date": datetime.date, **more}


def of(*tracks: Track) -> Forecast:
    return forecast(tracks, **how())  # type: ignore[arg-type]


def sums(won: int, committed: int, weighted: int, best: int) -> Sums:
    return Sums(*map(Decimal, (won, committed, weighted, best)))


def test_a_forecast_worked_by_hand() -> None:
    found = of(
        track(version(-30, "proposal", 1000, date(2026, 3, 20))),  # 50%
        track(version(-30, "negotiation", 200, date(2026, 4, 30))),  # 75%: committed
        track(version(-30, "lead", 400, date(2026, 4, 2), probability=90)),  # by hand
        track(version(-30, "evaluation", 100, date(2026, 9, 1))),
        track(version(-30, "evaluation", 100, date(2026, 3, 10))),  # yesterday
        track(version(-30, "evaluation", 100)),
        track(version(-30, "negotiation", 500), version(-5, "won", 500)),
        track(version(-90, "proposal", 700), version(-40, "won", 700)),  # in January: no part of this
        track(version(-30, "proposal", 900, MAY), version(-20, "lost", 900, MAY)),
    )
    assert found.rows == (
        (MARCH, sums(500, 500, 1000, 1500)),
        (APRIL, sums(0, 600, 510, 600)),
        ("later", sums(0, 0, 30, 100)),
        ("late", sums(0, 0, 30, 100)),
        ("undated", sums(0, 0, 30, 100)),
    )
    assert found.total == sums(500, 1100, 1600, 2400)


def test_the_change_since_last_week_names_the_deals_that_caused_it() -> None:
    found = of(
        track(version(-30, "proposal", 1000), version(-2, "negotiation", 1000), name="moved"),  # 500 → 750
        track(version(-30, "proposal", 100), version(-1, "lost", 100), name="lost"),  # 50 → 0
        track(version(-3, "proposal", 60), name="new"),  # 30
        track(version(-30, "proposal", 80), version(-3, "proposal", 80), name="the same"),
    )
    assert [(one.track.deal.name, one.by) for one in found.causes] == [
        ("moved", Decimal(250)),
        ("lost", Decimal(-50)),
        ("new", Decimal(30)),
    ]
    assert found.change == Decimal(230)
    assert found.causes[2].before is None


def test_a_sum_without_a_rate_is_told_apart() -> None:
    euro = track(version(-30, "proposal", 1000, MAY, currency="EUR"))
    found = of(euro, track(version(-30, "proposal", 10, MAY, currency="USD")))
    assert found.total == sums(0, 0, 35, 70)
    assert found.unconverted == (("EUR", Decimal(1000)),)


def test_how_last_quarter_came_out() -> None:
    start = Moment(day(-60), date(2026, 1, 10))
    tracks = (
        track(version(-90, "proposal", 1000, date(2026, 2, 1)), version(-40, "won", 1000)),
        track(version(-90, "proposal", 400, date(2026, 3, 1)), version(-40, "lost", 400)),
        track(version(-50, "proposal", 50, date(2026, 2, 1)), version(-30, "won", 50)),  # began after the start
    )
    kept = {"stages": STAGES, "rates": RATES, "local_date": datetime.date}
    found = outcome(tracks, start=start, ended=NOW, **kept)  # type: ignore[arg-type]
    assert found is not None and found.promised == sums(0, 0, 700, 1400)
    assert (found.won, found.lost, found.slipped, found.unforeseen) == (1050, 400, 0, 50)
    assert found.rate == 1.5
    assert outcome((), start=start, ended=NOW, **kept) is None  # type: ignore[arg-type]


@st.composite
def any_tracks(draw: st.DrawFn) -> list[Track]:
    found = []
    for number in range(draw(st.integers(0, 6))):
        ats = sorted(draw(st.lists(st.floats(-80, 0), min_size=1, max_size=4)))
        versions = [
            version(
                at,
                draw(st.sampled_from(CODES)),
                draw(st.none() | st.integers(0, 10**9)),
                draw(st.none() | st.dates(date(2026, 1, 1), date(2026, 12, 31))),
                probability=draw(st.none() | st.integers(0, 100)),
            )
            for at in ats
        ]
        found.append(track(*versions, name=str(number), rep=draw(st.sampled_from((None, "U1", "U2")))))
    return found


@given(any_tracks())
def test_rows_groups_and_causes_sum_to_their_wholes(tracks: list[Track]) -> None:
    found = of(*tracks)
    assert sum((one for _, one in found.rows), Sums()) == found.total
    by_rep = shares(tracks, lambda one: one.rep_id, **how())
    assert sum((one for _, one in by_rep), Sums()) == found.total
    assert sum((one.by for one in found.causes), Decimal()) == found.change


@given(any_tracks())
def test_won_is_committed_and_nothing_exceeds_the_best(tracks: list[Track]) -> None:
    for _, one in of(*tracks).rows:
        assert Decimal() <= one.won <= one.committed <= one.best
        assert one.won <= one.weighted <= one.best

"""Which deals are odd, by hand."""

from datetime import date, timedelta

from crm.deals import Stages
from crm.odd import odd_deals, pushes
from tests.crm.test_forecast import NOW, RATES, track, version

CLOSE = date(2026, 5, 1)


def whys(*tracks: object, planned: frozenset[str] = frozenset({"c"})) -> dict[str, tuple[str, ...]]:
    found = odd_deals(tracks, planned=planned, stages=Stages(), rates=RATES, now=NOW)  # type: ignore[arg-type]
    return {one.track.deal.deal_id: one.whys for one in found}


def usual(n: int) -> list[object]:
    return [track(version(-5, "proposal", 100), name=f"u{number}") for number in range(n)]


def test_a_sum_is_out_of_line_beyond_ten_times_the_median_and_only_among_ten() -> None:
    large, fits, tiny = (
        track(version(-5, "proposal", amount), name=name)
        for name, amount in (("large", 1001), ("fits", 1000), ("tiny", 9))
    )
    assert whys(*usual(9), large, fits, tiny) == {"large": ("amount",), "tiny": ("amount",)}
    assert whys(*usual(6), large, fits, tiny) == {}


def test_a_deal_is_old_beyond_twice_what_nine_of_ten_took() -> None:
    won = [track(version(-90, "proposal"), version(-90 + days, "won"), name=f"w{days}") for days in range(11, 21)]
    old, young = (track(version(-days, "proposal"), name=str(days)) for days in (39, 38))  # nine of ten: 19 days
    assert whys(*won, old, young) == {"39": ("age",)}
    assert whys(*won[1:], old) == {}


def test_what_was_pushed_three_times_or_has_nothing_planned() -> None:
    days = (CLOSE, CLOSE + timedelta(9), CLOSE, CLOSE + timedelta(1), None, CLOSE + timedelta(2))
    versions = [version(-50 + n, "proposal", 100, day) for n, day in enumerate(days)]
    assert pushes(versions) == 3  # forward, back, forward, emptied, forward
    assert whys(track(*versions, name="p"), track(*versions[:4], name="q")) == {"p": ("pushed",)}
    assert whys(track(version(-1, "lead"), name="n"), planned=frozenset()) == {"n": ("no_step",)}
    assert whys(track(version(-2, "lead"), version(-1, "won"), name="n"), planned=frozenset()) == {}

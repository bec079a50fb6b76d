"""A year of a small company in memory, event by event: `make simulate` lives for five, in a large one."""

from tests.simulate.__main__ import simulate
from tests.simulate.company import Record
from tests.simulate.world import Size

YEAR = Size(reps=10, customers=600, days=365)
MUST_HAPPEN = ("swept", "rescued by a warning", "claimed", "assigned", "leave", "outages of Slack", "wrong clocks")


def _lived(seed: int) -> Record:
    return simulate(seed=seed, size=YEAR)


def test_a_year_of_a_company_breaks_no_promise() -> None:
    record = _lived(3)
    assert record.short == []
    assert all(record.counts[what] for what in MUST_HAPPEN), record.counts
    assert record.held > 10_000


def test_the_same_seed_lives_the_same_life() -> None:
    short = Size(reps=5, customers=100, days=60)
    assert simulate(seed=5, size=short) == simulate(seed=5, size=short)

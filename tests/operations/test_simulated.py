"""Some months of a small company over the real operations: `python -m tests.simulate --transactions` lives for a year."""

import pytest

from tests.simulate.transactions import Size, simulate


@pytest.mark.parametrize("seed", [1])
def test_months_of_a_small_company_break_no_promise(seed: int, tmp_path) -> None:  # type: ignore[no-untyped-def]
    life = simulate(f"sqlite:///{tmp_path}/dibs.db", seed=seed, size=Size(reps=3, customers=20, days=75, seconds=60))
    assert life.short == []
    assert life.held > 500 and life.counts["swept"] > 0

"""Ids sort as the work was done."""

from datetime import UTC, datetime, timedelta

from storage.ids import new_id

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def test_ids_of_one_frozen_instant_are_unique_and_rise() -> None:
    ids = [new_id(NOW) for _ in range(2000)]
    assert ids == sorted(set(ids)) and {len(each) for each in ids} == {26}


def test_a_later_instant_has_a_greater_id() -> None:
    assert new_id(NOW) < new_id(NOW + timedelta(milliseconds=1)) < new_id(NOW + timedelta(days=400))

"""Quiet hours, over random instants, zones and hours."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from crm.quiet import QuietHours, spoken_at

ZONES = st.sampled_from(["UTC", "Asia/Shanghai", "America/New_York", "Australia/Lord_Howe", "Europe/Berlin"])
INSTANTS = st.integers(0, 3 * 365 * 24 * 60).map(
    lambda minutes: datetime(2025, 1, 1, tzinfo=UTC) + timedelta(0, 60 * minutes)
)
HOURS = st.tuples(st.times(), st.times()).map(lambda two: tuple(one.replace(second=0, microsecond=0) for one in two))
QUIET = HOURS.filter(lambda two: two[0] != two[1]).map(lambda two: QuietHours(*two))


@settings(max_examples=60, deadline=None)
@given(instant=INSTANTS, zone=ZONES, quiet=QUIET)
def test_nothing_rings_in_quiet_hours_and_nothing_waits_longer_than_they_last(
    instant: datetime, zone: str, quiet: QuietHours
) -> None:
    spoken = spoken_at(instant, zone=zone, quiet=quiet)
    assert instant <= spoken <= instant + timedelta(hours=25)  # a day of the autumn has an hour more
    assert not quiet.holds(spoken.astimezone(ZoneInfo(zone)).time()) or spoken == instant
    assert spoken_at(spoken, zone=zone, quiet=quiet) == spoken
    if not quiet.holds(instant.astimezone(ZoneInfo(zone)).time()):
        assert spoken == instant


def test_quiet_hours_past_midnight_end_in_the_morning() -> None:
    night = QuietHours(time(20), time(8))
    late = datetime(2026, 3, 11, 14, 30, tzinfo=UTC)  # half past ten in Shanghai
    assert spoken_at(late, zone="Asia/Shanghai", quiet=night) == datetime(2026, 3, 12, 0, tzinfo=UTC)

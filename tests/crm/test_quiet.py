"""Quiet hours and own working hours, over random instants, zones and hours."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from crm.quiet import OwnHours, QuietHours, leaves_time, spoken_at

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


DAYS = st.sets(st.integers(0, 6), min_size=1).map(frozenset)
WORK = HOURS.filter(lambda two: two[0] != two[1]).flatmap(
    lambda two: DAYS.map(lambda days: OwnHours(min(two), max(two), days))
)


@settings(max_examples=60, deadline=None)
@given(instant=INSTANTS, quiet=st.none() | QUIET, hours=WORK, any_day=st.booleans())
def test_somebody_is_spoken_to_when_they_work_and_their_quiet_hours_are_over(
    instant: datetime, quiet: QuietHours | None, hours: OwnHours, any_day: bool
) -> None:
    minutes = [time(n // 60, n % 60) for n in range(24 * 60)]
    left = [at for at in minutes if hours.begin <= at < hours.end and not (quiet and quiet.holds(at))]
    assert leaves_time(quiet, hours) == bool(left)
    if not left:
        return
    spoken = spoken_at(instant, zone="Asia/Shanghai", quiet=quiet, hours=hours, any_day=any_day)
    wall = spoken.astimezone(ZoneInfo("Asia/Shanghai"))
    assert wall.time() in left and (any_day or wall.weekday() in hours.weekdays)
    assert instant <= spoken <= instant + timedelta(days=2 if any_day else 8)
    assert spoken_at(spoken, zone="Asia/Shanghai", quiet=quiet, hours=hours, any_day=any_day) == spoken


def test_quiet_hours_past_midnight_end_in_the_morning() -> None:
    night = QuietHours(time(20), time(8))
    late = datetime(2026, 3, 11, 14, 30, tzinfo=UTC)  # half past ten in Shanghai
    assert spoken_at(late, zone="Asia/Shanghai", quiet=night) == datetime(2026, 3, 12, 0, tzinfo=UTC)

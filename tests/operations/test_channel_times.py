"""When a team's channel is told: once a day and a week, late rather than never, never before its hour, in every zone."""

from collections import Counter
from datetime import date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from crm.calendar import WorkCalendar
from crm.notices.reporting import ChannelWeek
from crm.people import TeamChannel
from operations.figures.reporting import told_there
from tests.operations.zones import BEGUN, ZONES

WEEKS = 7

CHANNELS = st.builds(
    TeamChannel,
    st.just("T"),
    st.just("C"),
    st.just("U"),
    st.booleans(),
    st.none() | st.integers(0, 6),
    st.integers(0, 23),
)
TICKS = st.lists(st.integers(0, WEEKS * 7 * 24 * 60), max_size=120)
HOLIDAYS = st.frozensets(st.dates(date(2026, 3, 1), date(2026, 4, 19)), max_size=12)


@given(CHANNELS, st.sampled_from(ZONES), TICKS, HOLIDAYS)
def test_a_channel_is_told_each_day_and_week_once_and_late_rather_than_never(
    channel: TeamChannel, zone: str, ticks: list[int], holidays: frozenset[date]
) -> None:
    calendar = WorkCalendar(zone, holidays=holidays)
    told: dict[str, tuple[datetime, date]] = {}
    seen: dict[date, datetime] = {}  # the last look at each local day
    for minute in sorted(ticks):
        now = BEGUN + timedelta(minutes=minute)
        seen[calendar.local_date(now)] = now
        for name, ended, slip in told_there(channel, calendar, now):
            assert now >= calendar.at(calendar.local_date(now), time(channel.hour))  # not before its hour, nor at night
            if isinstance(slip, ChannelWeek):
                assert slip.last == ended - timedelta(days=1) <= calendar.local_date(now)
            told.setdefault(name, (now, ended))  # a slot is taken once
    days = [ended for name, (_, ended) in told.items() if "W" not in name]
    weeks = Counter(ended.isocalendar()[:2] for name, (_, ended) in told.items() if "W" in name)
    assert len(days) == len(set(days)) and all(map(calendar.is_working, days))
    assert all(count == 1 for count in weeks.values())
    missed = [
        day
        for day, last in seen.items()
        if channel.daily
        and calendar.is_working(day)
        and last >= calendar.at(day, time(channel.hour))
        and day not in days
    ]
    assert missed == []

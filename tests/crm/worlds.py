"""Random teams, calendars, rules and histories for the property tests of the clock."""

from datetime import UTC, date, datetime, time, timedelta

from hypothesis import strategies as st

from crm.calendar import WorkCalendar
from crm.clock import Epoch, deadline
from crm.rules import Rule

# Half-hour and quarter-hour offsets, a half-hour daylight saving, both sides of the date line, midnight changes.
ZONES = (
    "UTC",
    "Asia/Shanghai",
    "America/New_York",
    "Europe/Berlin",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Asia/Kathmandu",
    "America/St_Johns",
    "America/Havana",
    "Asia/Beirut",
    "Pacific/Kiritimati",
)

# hypothesis wants the bounds naive and puts the zone in itself.
days = st.dates(date(2024, 1, 1), date(2029, 12, 31))
FIRST, LAST = datetime(2024, 1, 1), datetime(2028, 12, 31)  # noqa: DTZ001
instants = st.datetimes(FIRST, LAST, timezones=st.just(UTC))
minutes = st.builds(lambda at: at.replace(second=0, microsecond=0), instants)


@st.composite
def calendars(draw: st.DrawFn) -> WorkCalendar:
    opens, closes = draw(st.tuples(st.integers(0, 11), st.integers(12, 23)))
    return WorkCalendar(
        zone=draw(st.sampled_from(ZONES)),
        weekdays=draw(st.frozensets(st.integers(0, 6), min_size=1)),
        holidays=draw(st.frozensets(days, max_size=30)),
        makeup_days=draw(st.frozensets(days, max_size=10)),
        day_start=time(opens, draw(st.sampled_from((0, 30)))),
        day_end=time(closes, draw(st.sampled_from((0, 30, 59)))),
    )


@st.composite
def rules(draw: st.DrawFn) -> Rule:
    protection = draw(st.integers(1, 90))
    return Rule(
        enabled=True,
        protection_days=protection,
        extend_days=draw(st.integers(1, 60)),
        max_hold_days=draw(st.none() | st.integers(90, 400)),
        warn_rungs=tuple(sorted(draw(st.sets(st.integers(0, 15), min_size=1, max_size=5)), reverse=True)),
        min_notice_hours=draw(st.sampled_from((1, 8.5, 24, 40))),
        grace_days=draw(st.integers(0, 5)),
    )


def touches(started_at: datetime, max_size: int = 6) -> st.SearchStrategy[tuple[datetime, ...]]:
    after = st.timedeltas(timedelta(), timedelta(days=250))
    return st.lists(after.map(lambda later: started_at + later), max_size=max_size).map(tuple)


@st.composite
def pauses(draw: st.DrawFn, near: date) -> tuple[tuple[date, date], ...]:
    spans = st.tuples(st.integers(-40, 300), st.integers(0, 30))
    return tuple(
        (near + timedelta(days=first), near + timedelta(days=first + length))
        for first, length in draw(st.lists(spans, max_size=4))
    )


@st.composite
def epochs(draw: st.DrawFn) -> Epoch:
    started_at = draw(minutes)
    later = st.timedeltas(timedelta(), timedelta(days=300)).map(lambda after: started_at + after)
    return Epoch(
        started_at=started_at,
        touches=draw(touches(started_at)),
        pauses=draw(pauses(started_at.date())),
        extension_days=tuple(draw(st.lists(st.integers(1, 15), max_size=2))),
        grade=draw(st.sampled_from((None, "A", "B", "C", "unknown"))),
        exempt_until=draw(st.none() | later),
        given_back=draw(st.integers(0, 5)),
        not_before=draw(st.none() | later),
    )


# A claim by hand: taken in September, in a zone without clock changes, counted in days from its start

EVERY_DAY = WorkCalendar("Asia/Shanghai", weekdays=frozenset(range(7)))
OFFICE = WorkCalendar("Europe/Berlin")
RULE = Rule(enabled=True)
START = datetime(2026, 9, 1, 8, tzinfo=UTC)

calendar_ = calendars()


def day(n: int) -> datetime:
    """Ten in the morning, local time, n days after START."""
    return START + timedelta(days=n)


def until(epoch: Epoch, rule: Rule = RULE, calendar: WorkCalendar = EVERY_DAY) -> int:
    """The deadline as a number of local days after the epoch's start."""
    return (calendar.local_date(deadline(epoch, rule=rule, calendar=calendar)) - calendar.local_date(START)).days

"""What the claim clock costs: microseconds a call, the median of seven runs over a busy epoch in China."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from statistics import median
from timeit import Timer
from zoneinfo import ZoneInfo

from crm.calendar import country_calendar
from crm.clock import Epoch, Warned, deadline, may_sweep, rungs
from crm.rules import Rule

CALLS, RUNS = 5_000, 7

CALENDAR = country_calendar("CN", "Asia/Shanghai", range(2025, 2029))
ZONE = ZoneInfo(CALENDAR.zone)
RULE = Rule(enabled=True)
START = datetime(2026, 9, 1, 3, tzinfo=UTC)
EPOCH = Epoch(
    started_at=START,
    touches=tuple(START + timedelta(days=3 * n) for n in range(20)),
    pauses=((date(2026, 9, 20), date(2026, 9, 25)),),
    extension_days=(15,),
    grade="B",
)


def microseconds(call: Callable[[], object]) -> float:
    return median(Timer(call).repeat(RUNS, CALLS)) / CALLS * 1e6


def main() -> None:
    until = deadline(EPOCH, rule=RULE, calendar=CALENDAR)
    warned = Warned(until - timedelta(days=9), until)
    # No answer comes cheaper than one instant brought to a local day and one local day brought to an instant.
    floor = microseconds(lambda: datetime.combine(START.astimezone(ZONE), CALENDAR.day_end, ZONE).astimezone(UTC))
    calls = {
        "clock_deadline": lambda: deadline(EPOCH, rule=RULE, calendar=CALENDAR),
        "clock_rungs": lambda: rungs(until, rule=RULE, calendar=CALENDAR),
        "clock_may_sweep": lambda: may_sweep(until, deadline=until, rule=RULE, calendar=CALENDAR, warned=warned),
    }
    for name, call in calls.items():
        took = microseconds(call)
        print(f"{name}  {took:.1f}  us  {floor:.1f}  {took / floor:.1f}")


if __name__ == "__main__":
    main()

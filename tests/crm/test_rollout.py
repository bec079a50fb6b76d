from datetime import UTC, datetime, timedelta

from crm.calendar import WorkCalendar
from crm.clock import Epoch, deadline
from crm.rollout import breaker_trips
from crm.rules import Rule

EVERY_DAY = WorkCalendar(weekdays=frozenset(range(7)))
NOW = datetime(2026, 11, 20, 3, tzinfo=UTC)
RULE = Rule()


def test_switching_a_rule_on_resets_no_clock() -> None:
    epoch = Epoch(NOW - timedelta(days=300))
    later = Rule(enabled=True, effective_from=NOW.date())
    assert deadline(epoch, rule=later, calendar=EVERY_DAY) == deadline(epoch, rule=RULE, calendar=EVERY_DAY) < NOW


def test_more_than_ten_or_five_per_cent_at_once_stops_the_sweep() -> None:
    assert [breaker_trips(due, 100, rule=RULE) for due in (0, 10, 11)] == [False, False, True]
    assert [breaker_trips(due, 1000, rule=RULE) for due in (50, 51)] == [False, True]
    assert not breaker_trips(0, 0, rule=RULE)

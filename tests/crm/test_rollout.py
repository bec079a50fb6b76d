from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from crm.calendar import WorkCalendar
from crm.clock import Epoch, deadline, sweep_at
from crm.rollout import DryRun, Held, breaker_trips, dry_run, left_today
from crm.rules import Rule

EVERY_DAY = WorkCalendar(weekdays=frozenset(range(7)))
NOW = datetime(2026, 11, 20, 3, tzinfo=UTC)
RULE = Rule()


def held(customer: str, owner: str, days_ago: int) -> Held:
    return Held(customer, owner, Epoch(NOW - timedelta(days=days_ago)))


def test_a_dry_run_names_what_would_move_and_whose_it_is() -> None:
    customers = [held("1", "li", 10), held("2", "li", 40), held("3", "wu", 90), held("4", "li", 300)]
    run = dry_run(customers, now=NOW, rule=RULE, calendar=EVERY_DAY)
    assert run == DryRun(customer_ids=("2", "3", "4"), owned=4, by_owner=(("li", 2), ("wu", 1)))


def test_a_dry_run_counts_the_grace() -> None:
    def moved(days_ago: int) -> int:
        customers = [held("1", "li", days_ago)]
        return len(dry_run(customers, now=NOW, rule=RULE, calendar=EVERY_DAY).customer_ids)

    assert [moved(31), moved(32)] == [0, 1]


def test_a_dry_run_moves_what_a_sweep_would_at_that_very_instant() -> None:
    one = held("1", "li", 40)
    goes = sweep_at(deadline(one.epoch, rule=RULE, calendar=EVERY_DAY), rule=RULE, calendar=EVERY_DAY)
    for now, moves in ((goes - timedelta.resolution, ()), (goes, ("1",))):
        assert dry_run([one], now=now, rule=RULE, calendar=EVERY_DAY).customer_ids == moves


def test_switching_a_rule_on_resets_no_clock() -> None:
    epoch = Epoch(NOW - timedelta(days=300))
    later = Rule(enabled=True, effective_from=NOW.date())
    assert deadline(epoch, rule=later, calendar=EVERY_DAY) == deadline(epoch, rule=RULE, calendar=EVERY_DAY) < NOW


@given(st.integers(1, 5000), st.integers(0, 5000))
def test_a_staged_start_works_off_all_that_is_due_at_most_a_tenth_a_day(owned: int, due: int) -> None:
    due = min(due, owned)
    days = 0
    while due:
        quota = left_today(owned, 0, rule=RULE)
        assert 1 <= quota <= max(1, owned / 10)
        assert left_today(owned, quota, rule=RULE) == 0
        due -= min(due, quota)
        days += 1
        assert days <= 20


def test_more_than_ten_or_five_per_cent_at_once_stops_the_sweep() -> None:
    assert [breaker_trips(due, 100, rule=RULE) for due in (0, 10, 11)] == [False, False, True]
    assert [breaker_trips(due, 1000, rule=RULE) for due in (50, 51)] == [False, True]
    assert not breaker_trips(0, 0, rule=RULE)

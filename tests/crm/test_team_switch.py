"""A team's switch takes nothing but the clock away, and shadow says what the clock itself would do."""

import itertools
from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from crm.calendar import WorkCalendar
from crm.clock import in_force, rungs, sweep_at
from crm.people import Team
from crm.rules import Rule
from crm.team_switch import Span, spans, switched, would_have

CALENDAR = WorkCalendar("Asia/Shanghai")
RULE = Rule(enabled=True, effective_from=date(2026, 3, 2))
START = datetime(2026, 3, 2, tzinfo=UTC)
HOURS = st.integers(0, 24 * 60).map(lambda hours: START + timedelta(hours=hours))
DAYS = st.dates(date(2026, 2, 20), date(2026, 5, 10)).map(lambda day: CALENDAR.end_of(CALENDAR.next_working_day(day)))


@given(
    clock=st.sampled_from(["on", "shadow", "off"]),
    begins=st.none() | st.dates(date(2026, 2, 1), date(2026, 5, 1)),
    enabled=st.booleans(),
    now=HOURS,
)
def test_a_team_has_the_clock_when_both_the_rule_and_its_own_switch_say_so(
    clock: str, begins: date | None, enabled: bool, now: datetime
) -> None:
    rule = Rule(enabled=enabled, effective_from=RULE.effective_from)
    team = Team("1", "Sales", clock=clock, clock_from=begins)  # type: ignore[arg-type]
    runs = in_force(now, rule=switched(rule, team, rolled_out=False), calendar=CALENDAR)
    begun = begins is None or CALENDAR.local_date(now) >= begins
    assert runs == (clock == "on" and begun and in_force(now, rule=rule, calendar=CALENDAR))
    nobodys = switched(rule, None, rolled_out=False)
    assert not nobodys.enabled and switched(rule, None, rolled_out=True) == rule


@settings(max_examples=50)
@given(deadline=DAYS, until=HOURS, cuts=st.lists(HOURS, max_size=4))
def test_shadow_says_what_the_ladder_and_the_sweep_of_this_deadline_would_do(
    deadline: datetime, until: datetime, cuts: list[datetime]
) -> None:
    end = until + timedelta(hours=1)
    ends = sorted({START, end, *(cut for cut in cuts if cut < end)})
    parted = [Span(a, b, deadline) for a, b in itertools.pairwise(ends)]
    seen = would_have(parted, rule=RULE, calendar=CALENDAR)
    gone = sweep_at(deadline, rule=RULE, calendar=CALENDAR)
    assert seen.overdue == (gone < START)
    assert seen.pooled_at == (gone if START <= gone < end else None)
    if not seen.overdue:
        ladder = rungs(deadline, rule=RULE, calendar=CALENDAR)
        assert seen.reminders == sum(START <= rung.at < end for rung in ladder)


@settings(max_examples=50)
@given(moves=st.lists(st.tuples(HOURS, st.none() | DAYS), max_size=5), now=DAYS)
def test_the_deadlines_of_a_time_follow_each_other_without_a_gap(
    moves: list[tuple[datetime, datetime | None]], now: datetime
) -> None:
    moves.sort(key=lambda move: move[0])
    old = [None, *(new for _, new in moves)]
    known = [(at, before, new) for (at, new), before in zip(moves, old, strict=False)]
    until = START + timedelta(days=30)
    found = spans(known, deadline=now, since=START, until=until)
    assert all(one.since < one.until <= until for one in found)
    assert all(a.until <= b.since for a, b in itertools.pairwise(found))
    for (at, new), (later, _) in itertools.pairwise(moves):
        assert new is None or at == later or at >= until or Span(at, min(later, until), new) in found

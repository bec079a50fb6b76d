"""One customer's life under the clock, told at random: claims, logs, edits, outages, leave, exemptions, sweeps.

The model is what the jobs do (warn what is due, deliver or fail, sweep what may go); the invariants are what a rep
is promised. Everything it decides, it decides by the pure functions.
"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from crm.calendar import WorkCalendar
from crm.clock import Epoch, Warned, deadline, floor, in_force, may_sweep, rung_due, sweep_at
from crm.rules import Rule
from tests.crm.worlds import calendars, rules

START = datetime(2026, 1, 5, 3, tzinfo=UTC)


class Life(RuleBasedStateMachine):
    @initialize(calendar=calendars(), clock_rule=rules())
    def begin(self, calendar: WorkCalendar, clock_rule: Rule) -> None:
        self.calendar, self.rule, self.now = calendar, clock_rule, START
        self.down = self.pooled = False
        self._claimed()

    def _claimed(self) -> None:
        self.epoch = Epoch(self.now)
        self.sent: dict[datetime, dict[str, datetime | None]] = {}  # deadline → rung → delivered at
        self.exempt_until: datetime | None = None

    @property
    def until(self) -> datetime:
        return deadline(self.epoch, rule=self.rule, calendar=self.calendar)

    @property
    def warned(self) -> Warned | None:
        arrived = [at for at in self.sent.get(self.until, {}).values() if at]
        return Warned(min(arrived), self.until) if arrived else None

    def _earlier_only_with_notice(self, epoch: Epoch) -> None:
        """What an operation does when it takes time away: the new deadline leaves the minimum notice."""
        shorter = deadline(epoch, rule=self.rule, calendar=self.calendar)
        if shorter < self.until:
            epoch = replace(epoch, not_before=floor(self.now, rule=self.rule, calendar=self.calendar))
        self.epoch = epoch

    @rule(later=st.timedeltas(timedelta(minutes=1), timedelta(days=12)))
    def time_passes(self, later: timedelta) -> None:
        self.now += later

    @precondition(lambda self: not self.down)
    @rule(days=st.integers(1, 60), arrives=st.sampled_from((True, True, False)))
    def nobody_does_anything(self, days: int, arrives: bool) -> None:
        for _ in range(2 * days):
            self.now += timedelta(hours=12)
            if not self.pooled:
                self.warn(arrives)
                self.sweep()

    @rule(back=st.timedeltas(timedelta(minutes=1), timedelta(hours=2)))
    def the_servers_clock_is_set_back(self, back: timedelta) -> None:
        self.now = max(self.epoch.started_at, self.now - back)

    @rule(down=st.booleans())
    def the_process_stops_or_starts(self, down: bool) -> None:
        self.down = down

    @precondition(lambda self: not self.pooled)
    @rule(ago=st.timedeltas(timedelta(), timedelta(hours=72)))
    def somebody_logs(self, ago: timedelta) -> None:
        before = self.until
        self.epoch = replace(self.epoch, touches=(*self.epoch.touches, self.now - ago))
        assert self.until >= before

    @precondition(lambda self: not self.pooled and self.epoch.touches)
    @rule(which=st.integers(0, 100))
    def a_log_is_withdrawn(self, which: int) -> None:
        touches = list(self.epoch.touches)
        before = self.until
        del touches[which % len(touches)]
        self._earlier_only_with_notice(replace(self.epoch, touches=tuple(touches)))
        assert self.until >= min(before, floor(self.now, rule=self.rule, calendar=self.calendar))

    @precondition(lambda self: not self.pooled)
    @rule(starts=st.integers(0, 40), length=st.integers(0, 20))
    def leave_is_approved(self, starts: int, length: int) -> None:
        first = self.calendar.local_date(self.now) + timedelta(days=starts)
        self.epoch = replace(self.epoch, pauses=(*self.epoch.pauses, (first, first + timedelta(days=length))))

    @precondition(lambda self: not self.pooled)
    @rule(days=st.integers(1, 15))
    def time_is_granted(self, days: int) -> None:
        self.epoch = replace(self.epoch, extension_days=(*self.epoch.extension_days, days))

    @precondition(lambda self: not self.pooled)
    @rule(days=st.integers(0, 60))
    def an_exemption_begins_or_ends(self, days: int) -> None:
        exempt_until = self.now + timedelta(days=days) if days else None
        self._earlier_only_with_notice(replace(self.epoch, exempt_until=exempt_until))

    @precondition(lambda self: not self.pooled)
    @rule(changed=rules())
    def the_rule_changes(self, changed: Rule) -> None:
        before, old = self.until, self.rule
        self.rule = changed
        if self.until < before:
            self.epoch = replace(self.epoch, not_before=floor(self.now, rule=changed, calendar=self.calendar))
        assert in_force(self.now, rule=old, calendar=self.calendar)

    @precondition(lambda self: not self.pooled and not self.down)
    @rule(arrives=st.sampled_from((True, True, False)))
    def the_jobs_run(self, arrives: bool) -> None:
        self.warn(arrives)
        self.sweep()

    def warn(self, arrives: bool) -> None:
        sent = self.sent.setdefault(self.until, {})
        messages = 0
        while due := rung_due(self.now, self.until, rule=self.rule, calendar=self.calendar, sent=frozenset(sent)):
            assert due.name not in sent
            sent[due.name] = self.now if arrives else None
            messages += 1
        assert messages <= 1  # however long it was down

    def sweep(self) -> None:
        touched = max(self.epoch.touches, default=None)
        if not may_sweep(
            self.now,
            deadline=self.until,
            rule=self.rule,
            calendar=self.calendar,
            warned=self.warned,
            exempt_until=self.epoch.exempt_until,
            last_touch=touched,
        ):
            return
        warned, notice = self.warned, self.rule.min_notice_hours - 1e-6
        assert warned is not None
        assert self.calendar.working_hours_between(warned.delivered_at, self.now) >= notice
        grace_ends = sweep_at(self.until, rule=self.rule, calendar=self.calendar)
        assert self.now >= grace_ends
        if touched is not None and touched < grace_ends:
            assert self.calendar.working_hours_between(touched, self.now) >= notice
        base = self.calendar.local_date(self.epoch.started_at) + timedelta(days=self.rule.protection_days)
        assert self.now > self.calendar.end_of(base)
        today = self.calendar.local_date(self.until)
        assert not any(first <= today <= last for first, last in self.epoch.pauses)
        self.pooled = True

    @precondition(lambda self: self.pooled)
    @rule()
    def somebody_claims(self) -> None:
        self.pooled = False
        self._claimed()

    @invariant()
    def a_customer_nobody_was_warned_of_stays(self) -> None:
        if not self.pooled and self.warned is None:
            assert not may_sweep(
                self.now + timedelta(days=999),
                deadline=self.until,
                rule=self.rule,
                calendar=self.calendar,
                warned=self.warned,
            )


TestLife = Life.TestCase
TestLife.settings = settings(
    max_examples=100, stateful_step_count=60, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)

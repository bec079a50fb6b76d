"""Steps inside a transaction that keep the clock's instants true. The rule itself is crm/clock.py; this feeds it.

`protected_until`, `warn_at` and `sweep_after` of a customer are indexes of that pure function: whatever changes an
input rewrites them here, in the same transaction.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection

from crm import clock, day_list, downtime
from crm.allowances import first_touch_due
from crm.calendar import WorkCalendar, country_calendar
from crm.clock import Epoch, Pause, Warned
from crm.customers import Customer
from crm.exemptions import Exemption, exemption
from crm.people import Person, Team
from crm.rules import Rule, ScopedRule, rule_for
from crm.team_switch import switched
from operations.clock.holding import holds
from storage import activities, claims, customers, leave, people, rules, time_requests, traces, warnings
from storage.warnings import WarningLine

INSTEAD = "!"  # ends the rung of a warning that went to a manager because its owner can't be reached


@dataclass(frozen=True)
class Clock:
    """The rule and the calendar that hold for one customer."""

    rule: Rule
    calendar: WorkCalendar

    def runs_at(self, now: datetime) -> bool:
        return clock.in_force(now, rule=self.rule, calendar=self.calendar)

    def first_touch_by(self, assigned_at: datetime) -> datetime | None:
        """When the first follow-up on what somebody else assigned is due; None where nobody asks for it."""
        due = first_touch_due(assigned_at, rule=self.rule, calendar=self.calendar)
        return due if self.runs_at(assigned_at) else None


@dataclass(frozen=True)
class Clocks:
    """The rules and teams of a workspace, read once a transaction."""

    rules: Sequence[ScopedRule]
    teams: dict[str, Team]
    zone: str
    now: datetime
    _known: dict[tuple[bool, str | None, str | None, str | None], Clock] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def of(self, owner: Person | None, customer: Customer | None = None) -> Clock:
        """The clock for a customer of this owner; without a customer, the one of the owner's team."""
        team_id = owner.team_id if owner else None
        grade, source = (customer.grade, customer.source) if customer else (None, None)
        asked = (owner is not None, team_id, grade, source)
        if asked not in self._known:
            self._known[asked] = self._clock(*asked)
        return self._known[asked]

    def _clock(self, owned: bool, team_id: str | None, grade: str | None, source: str | None) -> Clock:
        rule = rule_for(self.rules, team=team_id, grade=grade, source=source)
        if owned:
            rule = switched(rule, self.teams.get(team_id or ""), rolled_out=self._rolled_out)
        return Clock(rule, self.calendar(team_id))

    @property
    def _rolled_out(self) -> bool:
        """Whether every team has its clock on; while they get it one by one, who is in none has none."""
        return all(team.clock == "on" for team in self.teams.values())

    def spoken_at(self, person: Person | None, planned: datetime) -> datetime:
        """When to tell a person what was planned for an instant (crm.downtime): at night only what is on time."""
        calendar = self.calendar(person.team_id if person else None)
        zone, hours = (person.zone, person.hours) if person else (calendar.zone, None)
        own = replace(calendar, day_start=hours.begin, day_end=hours.end) if hours else calendar
        return downtime.spoken_at(self.now, planned=planned, zone=zone, calendar=own)

    def works_on(self, person: Person, day: date) -> bool:
        """Whether that day is one of work for a person: by their own week, else their team's, and its holidays."""
        calendar = self.calendar(person.team_id)
        return (replace(calendar, weekdays=person.hours.weekdays) if person.hours else calendar).is_working(day)

    def calendar(self, team_id: str | None) -> WorkCalendar:
        team = self.teams.get(team_id or "")
        return calendar_of(team, self.now) if team else WorkCalendar(self.zone)


def calendar_of(team: Team, now: datetime) -> WorkCalendar:
    """The team's days: its own week, its country's holidays and make-up days, and what was set by hand, which wins."""
    return _calendar(team.zone, team.country, team.weekdays, team.day_end, team.days_set, now.year)


@lru_cache(maxsize=1000)
def _calendar(
    zone: str, country: str | None, weekdays: frozenset[int], day_end: time, days_set: str, year: int
) -> WorkCalendar:
    published = country_calendar(country, zone, range(year - 1, year + 3)) if country else WorkCalendar(zone)
    own = replace(published, weekdays=weekdays, day_end=day_end)
    by_hand = day_list.kept(days_set)
    off = (one.day for one in by_hand if one.kind == "off")
    return own.corrected(off=off, working=(one.day for one in by_hand if one.kind == "working"))


def read_clocks(
    tx: Connection, *, workspace_id: str, now: datetime, rules_of: date | None = None, zone: str | None = None
) -> Clocks:
    """The clocks as they are now; `rules_of`: by the rules of a day to come; `zone`: the workspace's, where known."""
    zone = zone or people.workspace(tx, workspace_id=workspace_id).zone
    today = WorkCalendar(zone).local_date(now)
    teams = {team.team_id: team for team in people.teams(tx, workspace_id=workspace_id)}
    return Clocks(rules.rules(tx, workspace_id=workspace_id, today=rules_of or today), teams, zone, now)


@dataclass(frozen=True)
class Running:
    """The epoch of an owned customer, what holds it longest, and whether anybody was ever warned in it."""

    epoch: Epoch
    exemption: Exemption | None
    warned: bool


def epoch_of(tx: Connection, customer: Customer, *, workspace_id: str, clock_: Clock) -> Epoch:
    """The running epoch of an owned customer, as the pure function needs it."""
    return _running(tx, customer, workspace_id=workspace_id, clock_=clock_).epoch


def _running(tx: Connection, customer: Customer, *, workspace_id: str, clock_: Clock) -> Running:
    assert customer.owner_id is not None and customer.epoch_started_at is not None
    key: dict[str, Any] = {"workspace_id": workspace_id, "customer_id": customer.customer_id}
    key["epoch"] = customer.owner_epoch
    found = traces.of_claim(tx, **key, owner_id=customer.owner_id)
    extra, touches = claims.stretch(tx, **key), activities.extending(tx, **key)
    held_by = holds(tx, customer, workspace_id=workspace_id, touches=touches, found=found)
    exempt = exemption(held_by, rule=clock_.rule, calendar=clock_.calendar)
    epoch = Epoch(
        started_at=customer.epoch_started_at,
        touches=touches,
        pauses=_pauses(tx, customer.owner_id, workspace_id=workspace_id) if found.leave else (),
        extension_days=time_requests.granted_days(tx, **key) if found.requests else (),
        grade=customer.grade,
        former_grades=extra.former_grades,
        exempt_until=exempt.until if exempt else None,
        given_back=extra.given_back,
        not_before=extra.not_before,
    )
    return Running(epoch, exempt, found.warnings)


def held(tx: Connection, customer: Customer, *, workspace_id: str, clock_: Clock, now: datetime) -> Exemption | None:
    """Why an owned customer is held now, to be told: a lock always, anything else where the deadline rests on it."""
    if customer.owner_id is None or customer.protected_until is None:
        return None
    running = _running(tx, customer, workspace_id=workspace_id, clock_=clock_)
    found = running.exemption
    if found is None or found.until <= now:
        return None
    why = clock.reason(running.epoch, rule=clock_.rule, calendar=clock_.calendar)
    return found if found.why == "locked" or why == "exempt" else None


def _pauses(tx: Connection, owner_id: str, *, workspace_id: str) -> tuple[Pause, ...]:
    taken = leave.approved(tx, workspace_id=workspace_id, person_id=owner_id)
    return tuple((one.first_day, one.last_day) for one in taken)


def rewrite(tx: Connection, customer: Customer, *, workspace_id: str, clock_: Clock, now: datetime) -> Customer | None:
    """Compute the deadline anew and store it with what is searched by. None if the owner changed meanwhile."""
    key: dict[str, Any] = {"workspace_id": workspace_id, "customer_id": customer.customer_id}
    key["epoch"] = customer.owner_epoch
    running = _running(tx, customer, workspace_id=workspace_id, clock_=clock_)
    until = clock.deadline(running.epoch, rule=clock_.rule, calendar=clock_.calendar)
    sent = warnings.of_claim(tx, **key) if running.warned else ()
    last_touch = max(running.epoch.touches, default=None)
    stands = customers.change(
        tx,
        **key,
        owner_id=customer.owner_id,
        protected_until=until,
        warn_at=next_warning(until, clock_=clock_, sent=sent, now=now),
        sweep_after=sweep_from(until, clock_=clock_, sent=counting(sent, customer), last_touch=last_touch),
    )
    return replace(customer, protected_until=until) if stands else None


def next_warning(until: datetime, *, clock_: Clock, sent: Sequence[WarningLine], now: datetime) -> datetime | None:
    """When the warning job should look at this claim next; None where no rung is left or the rule is off."""
    rule, calendar = clock_.rule, clock_.calendar
    if not rule.enabled:
        return None
    if not clock_.runs_at(now):
        assert rule.effective_from is not None
        starts = calendar.start_of(rule.effective_from)
        ladder = clock.rungs(until, rule=rule, calendar=calendar)
        return max(starts, ladder[0].at)
    if clock.rung_due(now, until, rule=rule, calendar=calendar, sent=rungs_sent(until, sent)):
        return now
    later = (rung.at for rung in clock.rungs(until, rule=rule, calendar=calendar) if rung.at > now)
    return next(later, None)


def rungs_sent(until: datetime, sent: Sequence[WarningLine]) -> frozenset[str]:
    """The rungs of this deadline that were put, be it to the owner or to a manager in their place."""
    return frozenset([line.rung.rstrip(INSTEAD) for line in sent if line.deadline == until])


def counting(sent: Sequence[WarningLine], customer: Customer) -> list[WarningLine]:
    """The warnings that count as notice: those to the owner, and those to a manager in an unreachable owner's place."""
    return [line for line in sent if line.person_id == customer.owner_id or line.rung.endswith(INSTEAD)]


def sweep_from(
    until: datetime, *, clock_: Clock, sent: Sequence[WarningLine], last_touch: datetime | None
) -> datetime | None:
    """The instant from which the sweep may go; None while no warning of this deadline has arrived. `sent`: those
    that count."""
    rule, calendar, warned = clock_.rule, clock_.calendar, warned_of(until, sent)
    if not rule.enabled or warned is None:
        return None
    earliest = clock.earliest_sweep(until, rule=rule, calendar=calendar, warned=warned, last_touch=last_touch)
    if earliest is None or rule.effective_from is None:
        return earliest
    return max(earliest, calendar.at(rule.effective_from, time.min))


def planned_sweep(tx: Connection, customer: Customer, *, workspace_id: str, clock_: Clock) -> datetime | None:
    """`sweep_from` of an owned customer as its rows are now."""
    assert customer.protected_until is not None
    key = {"workspace_id": workspace_id, "customer_id": customer.customer_id, "epoch": customer.owner_epoch}
    touches = activities.extending(tx, **key)  # type: ignore[arg-type]
    sent = counting(warnings.of_claim(tx, **key), customer)  # type: ignore[arg-type]
    return sweep_from(customer.protected_until, clock_=clock_, sent=sent, last_touch=max(touches, default=None))


def warned_of(until: datetime, sent: Sequence[WarningLine]) -> Warned | None:
    """The first warning of this deadline that arrived."""
    arrived = [line.delivered_at for line in sent if line.deadline == until and line.delivered_at]
    return Warned(min(arrived), until) if arrived else None

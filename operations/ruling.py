"""The rule as an admin sets it: first what it would do, then doing it, from the next local day and without a flood.

Claims that are already past their deadline when the rule begins are not swept in a heap: each gets its minimum notice,
and they come due over several working days, a twentieth of all that is owned a day, which stays below the breaker.
"""

from collections import Counter, defaultdict
from dataclasses import replace
from datetime import date, datetime, timedelta

from sqlalchemy import Connection

from crm.calendar import WorkCalendar
from crm.cards import RuleState
from crm.customers import Customer
from crm.notices import Word
from crm.people import Role
from crm.refusal import Refusal
from crm.rollout import DryRun, Held, dry_run
from crm.rules import Rule, ScopedRule
from operations import mail
from operations.clockwork import Clock, Clocks, epoch_of, read_clocks, rewrite
from operations.members import meet
from operations.office import Office
from storage import audit, claims, customers, people, rules


def read_rule(office: Office, *, workspace_id: str, now: datetime) -> RuleState:
    with office.database.read() as tx:
        rule = _own_rule(tx, workspace_id=workspace_id, now=now)
        clocks = read_clocks(tx, workspace_id=workspace_id, now=now)
        would = _dry_run(tx, rule, clocks, workspace_id=workspace_id, now=now)
        named = people.names(
            tx,
            workspace_id=workspace_id,
            person_ids={one.owner_id for one in customers.owned(tx, workspace_id=workspace_id)},
        )
    return RuleState(rule, would, named)


def switch_clock(office: Office, *, workspace_id: str, actor_id: str, on: bool, now: datetime) -> RuleState:
    """Switch the claim clock on from the next local day, or off at once. Raises Refusal: not_allowed, as_it_is."""
    with office.database.begin() as tx:
        if meet(tx, workspace_id=workspace_id, person_id=actor_id).role != Role.ADMIN:
            raise Refusal("not_allowed")
        old = _own_rule(tx, workspace_id=workspace_id, now=now)
        if old.enabled == on:
            raise Refusal("as_it_is")
        today = WorkCalendar(people.workspace(tx, workspace_id=workspace_id).zone).local_date(now)
        first_day = today + timedelta(days=1) if on else today
        version = rules.latest_version(tx, workspace_id=workspace_id) + 1
        rule = replace(old, enabled=on, effective_from=first_day, version=version)
        rules.save(
            tx, ScopedRule(rule), workspace_id=workspace_id, effective_from=first_day, saved_by=actor_id, now=now
        )
        audit.write(
            tx,
            workspace_id=workspace_id,
            actor_id=actor_id,
            what="clock_on" if on else "clock_off",
            now=now,
            version=version,
        )
        clocks = read_clocks(tx, workspace_id=workspace_id, now=now, rules_of=first_day)
        _apply(tx, clocks, workspace_id=workspace_id, now=now)
        word = Word("clock_on" if on else "clock_off")
        mail.post(tx, word, workspace_id=workspace_id, to=actor_id, now=now)
        mail.republish_home(tx, workspace_id=workspace_id, person_id=actor_id, now=now)
    return read_rule(office, workspace_id=workspace_id, now=now)


def _own_rule(tx: Connection, *, workspace_id: str, now: datetime) -> Rule:
    """The one that was saved last, begun or still to come: what was switched on for tomorrow can be switched off today."""
    found = read_clocks(tx, workspace_id=workspace_id, now=now, rules_of=date.max).rules
    return next((scoped.rule for scoped in found if not scoped.scope), Rule())


def _apply(tx: Connection, clocks: Clocks, *, workspace_id: str, now: datetime) -> None:
    """Every running claim hears of the rule. The overdue ones get their notice, a twentieth of all a working day."""
    held = customers.owned(tx, workspace_id=workspace_id)
    overdue = sorted(
        (one for one in held if one.protected_until and one.protected_until <= now),
        key=lambda one: one.protected_until or now,
    )
    for position, customer in enumerate(overdue):
        _give_notice(tx, customer, clocks, place=position * 20 // max(1, len(held)), workspace_id=workspace_id, now=now)
    for customer in held:
        owner = people.person(tx, workspace_id=workspace_id, person_id=customer.owner_id or "")
        rewrite(tx, customer, workspace_id=workspace_id, clock_=clocks.of(owner, customer), now=now)


def _give_notice(
    tx: Connection, customer: Customer, clocks: Clocks, *, place: int, workspace_id: str, now: datetime
) -> None:
    """Keep an overdue claim until its own day of the staged start: the whole ladder of warnings fits before it."""
    owner = people.person(tx, workspace_id=workspace_id, person_id=customer.owner_id or "")
    clock_ = clocks.of(owner, customer)
    if not clock_.rule.enabled:
        return
    ladder = max(clock_.rule.warn_rungs)
    day = clock_.calendar.add_working_days(clock_.calendar.local_date(now), 1 + ladder + place)
    claims.hold_until(
        tx,
        workspace_id=workspace_id,
        customer_id=customer.customer_id,
        epoch=customer.owner_epoch,
        not_before=clock_.calendar.end_of(day),
    )


def _dry_run(tx: Connection, rule: Rule, clocks: Clocks, *, workspace_id: str, now: datetime) -> DryRun:
    """Team by team, since each has a calendar of its own."""
    owners = {one.person_id: one for one in people.people(tx, workspace_id=workspace_id)}
    by_team: dict[str | None, list[Held]] = defaultdict(list)
    for customer in customers.owned(tx, workspace_id=workspace_id):
        owner = owners.get(customer.owner_id or "")
        team_id = owner.team_id if owner else None
        how = Clock(rule, clocks.calendar(team_id))
        epoch = epoch_of(tx, customer, workspace_id=workspace_id, clock_=how)
        by_team[team_id].append(Held(customer.customer_id, customer.owner_id or "", epoch))
    runs = [dry_run(held, now=now, rule=rule, calendar=clocks.calendar(team_id)) for team_id, held in by_team.items()]
    counts = Counter({owner: count for run in runs for owner, count in run.by_owner})
    return DryRun(
        tuple(one for run in runs for one in run.customer_ids),
        sum(run.owned for run in runs),
        tuple(counts.most_common()),
    )

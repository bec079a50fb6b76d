"""The rules as an admin sets them: what a change would do is counted first, then it is saved, from the next local day.

A rule is whole: a team, a grade or a source that differs has a full one of its own, every version of which is kept. What
a change does to the claims there are is the work of operations/clock/recounting.py, on the day it begins.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from sqlalchemy import Connection

from crm import rules as rulebook
from crm.calendar import WorkCalendar
from crm.cards.rules import Scope
from crm.notices.clock import RuleProposed
from crm.notices.conversation import Word
from crm.refusal import Refusal
from crm.rollout import forecast
from crm.rules import Problem, Rule, ScopedRule
from operations import mail
from operations.clock import recounting
from operations.clock.clockwork import read_clocks
from operations.clock.reading_rules import must_be_admin, rule_of, saved_rule, standing, version_of
from operations.clock.recounting import ask_recount, survey
from operations.members import meet
from operations.office import Office
from storage import audit, customers, people, proposals, rules
from storage.ids import new_id
from storage.proposals import Proposal

ONE_DAY = timedelta(days=1)


class ImpossibleRule(Exception):  # noqa: N818 - raised for a form, which shows each problem at its field
    """A rule with values no rule can have."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(problems)
        self.problems = tuple(problems)


def propose(
    office: Office,
    *,
    workspace_id: str,
    actor_id: str,
    scope: Scope,
    changes: Mapping[str, object],
    based_on: int,
    now: datetime,
) -> str:
    """Keep the scope's rule with these changes, to be counted; nothing else changes yet. A scope without one starts
    from the workspace's. `based_on`: the latest version its maker saw. Returns the proposal's id.

    Raises ImpossibleRule, Refusal: not_allowed, rules_moved, rule_tie, rule_as_it_is.
    """
    with office.database.begin() as tx:
        must_be_admin(meet(tx, workspace_id=workspace_id, person_id=actor_id))
        versions = rules.versions(tx, workspace_id=workspace_id)
        wanted = ScopedRule(Rule(), scope.team_id, scope.grade, scope.source)
        old = rule_of(versions, wanted.scope)
        base = old or rule_of(versions, frozenset()) or Rule()
        wanted = replace(wanted, rule=replace(base, **changes))  # type: ignore[arg-type]
        if problems := rulebook.check(wanted.rule):
            raise ImpossibleRule(problems)
        if old and _same(old, wanted.rule):
            raise Refusal("rule_as_it_is")
        others = [one.scoped for one in standing(versions) if one.scoped.scope != wanted.scope]
        if rulebook.conflicts([*others, wanted]):
            raise Refusal("rule_tie")
        return _keep(tx, wanted, False, based_on, workspace_id=workspace_id, actor_id=actor_id, now=now)


def retire_rule(office: Office, *, workspace_id: str, actor_id: str, version: int, now: datetime) -> str:
    """Propose that a scope has no rule of its own any more. Raises Refusal: not_allowed, rules_moved, rule_tie."""
    with office.database.begin() as tx:
        must_be_admin(meet(tx, workspace_id=workspace_id, person_id=actor_id))
        versions = rules.versions(tx, workspace_id=workspace_id)
        gone = version_of(versions, version)
        if not gone.scope:
            raise Refusal("not_allowed")
        if rulebook.conflicts([one.scoped for one in standing(versions) if one.scoped.scope != gone.scope]):
            raise Refusal("rule_tie")
        latest = rules.latest_version(tx, workspace_id=workspace_id)
        return _keep(tx, gone, True, latest, workspace_id=workspace_id, actor_id=actor_id, now=now)


def count_proposals(office: Office, *, now: datetime) -> int:
    """Find out what the rules proposed would do, and tell those who proposed them; returns how many."""
    with office.database.read() as tx:
        waiting = proposals.counting(tx)
    for workspace_id, one in waiting:
        _count(office, one, workspace_id=workspace_id, now=now)
    return len(waiting)


def confirm(office: Office, *, workspace_id: str, actor_id: str, proposal_id: str, now: datetime) -> int:
    """Save a counted rule as a new version, from the next local day; returns the version.

    Raises Refusal: not_allowed, decided_already, rules_moved (another version was saved meanwhile).
    """
    with office.database.begin() as tx:
        must_be_admin(meet(tx, workspace_id=workspace_id, person_id=actor_id))
        one = proposals.proposal(tx, workspace_id=workspace_id, proposal_id=proposal_id)
        if one is None or one.state != "open":
            raise Refusal("decided_already")
        if rules.latest_version(tx, workspace_id=workspace_id) != one.based_on:
            raise Refusal("rules_moved")
        version, begins = one.based_on + 1, _today(tx, workspace_id=workspace_id, now=now) + ONE_DAY
        saved = {"state": "saved", "version": version, "begins": begins, "decided_at": now}
        if not proposals.move(tx, workspace_id=workspace_id, proposal_id=proposal_id, was="open", **saved):  # type: ignore[arg-type]
            raise Refusal("decided_already")
        _save(tx, one.scoped, workspace_id=workspace_id, actor_id=actor_id, begins=begins, retired=one.retire, now=now)
        _redraw(tx, one, workspace_id=workspace_id, now=now)
        return version


def drop(office: Office, *, workspace_id: str, actor_id: str, proposal_id: str, now: datetime) -> None:
    """Forget a proposed rule. Raises Refusal: not_allowed, decided_already."""
    with office.database.begin() as tx:
        must_be_admin(meet(tx, workspace_id=workspace_id, person_id=actor_id))
        one = proposals.proposal(tx, workspace_id=workspace_id, proposal_id=proposal_id)
        key = {"workspace_id": workspace_id, "proposal_id": proposal_id}
        if one is None or not proposals.move(tx, **key, was="open", state="dropped", decided_at=now):
            raise Refusal("decided_already")
        _redraw(tx, one, workspace_id=workspace_id, now=now)


def switch_clock(office: Office, *, workspace_id: str, actor_id: str, on: bool, now: datetime) -> None:
    """Switch the workspace's claim clock on from the next local day, or off at once. Raises Refusal: not_allowed,
    as_it_is."""
    with office.database.begin() as tx:
        must_be_admin(meet(tx, workspace_id=workspace_id, person_id=actor_id))
        if not set_clock(tx, workspace_id=workspace_id, actor_id=actor_id, on=on, now=now):
            raise Refusal("as_it_is")
        mail.post(tx, Word("clock_on" if on else "clock_off"), workspace_id=workspace_id, to=actor_id, now=now)


def set_clock(tx: Connection, *, workspace_id: str, actor_id: str, on: bool, now: datetime) -> bool:
    """Inside a transaction: the workspace's rule with its clock on from the next local day, or off at once; False where
    it is like that already."""
    old = saved_rule(tx, workspace_id=workspace_id)
    if old.enabled == on:
        return False
    today = _today(tx, workspace_id=workspace_id, now=now)
    fresh, begins = ScopedRule(replace(old, enabled=on)), today + ONE_DAY if on else today
    _save(tx, fresh, workspace_id=workspace_id, actor_id=actor_id, begins=begins, now=now)
    return True


def proposal_key(proposal_id: str) -> str:
    """The outbox key of the message that tells what a rule would do."""
    return f"proposal:{proposal_id}"


def _save(
    tx: Connection,
    scoped: ScopedRule,
    *,
    workspace_id: str,
    actor_id: str,
    begins: date,
    now: datetime,
    retired: bool = False,
) -> None:
    """One version more, the audit, and the recount on its first day."""
    version = rules.latest_version(tx, workspace_id=workspace_id) + 1
    fresh = replace(scoped, rule=replace(scoped.rule, version=version, effective_from=begins))
    where = {"workspace_id": workspace_id, "now": now}
    rules.save(tx, fresh, **where, effective_from=begins, saved_by=actor_id, retired=retired)  # type: ignore[arg-type]
    scope = dict(sorted(scoped.scope))
    what = "rule_retired" if retired else "rule_saved"
    audit.write(tx, **where, actor_id=actor_id, what=what, version=version, begins=begins, **scope)  # type: ignore[arg-type]
    zone = people.workspace(tx, workspace_id=workspace_id).zone
    due_at = max(now, WorkCalendar(zone).at(begins, time.min))
    ask_recount(tx, **where, cause="rule", about=str(version), actor_id=actor_id, due_at=due_at)  # type: ignore[arg-type]
    mail.republish_home(tx, workspace_id=workspace_id, person_id=actor_id, now=now)


def _keep(
    tx: Connection,
    scoped: ScopedRule,
    retire: bool,
    based_on: int,
    *,
    workspace_id: str,
    actor_id: str,
    now: datetime,
) -> str:
    if rules.latest_version(tx, workspace_id=workspace_id) != based_on:
        raise Refusal("rules_moved")
    begins = _today(tx, workspace_id=workspace_id, now=now) + ONE_DAY
    one = Proposal(new_id(now), scoped, retire, based_on, actor_id, now, begins)
    proposals.keep(tx, one, workspace_id=workspace_id)
    return one.proposal_id


def _same(a: Rule, b: Rule) -> bool:
    return a == replace(b, version=a.version, effective_from=a.effective_from)


def _count(office: Office, one: Proposal, *, workspace_id: str, now: datetime) -> None:
    """One message: where counting takes long it says so first, and is edited to the result."""
    with office.database.begin() as tx:
        if customers.count_owned(tx, workspace_id=workspace_id) >= recounting.LONG:
            _tell(tx, one, workspace_id=workspace_id, now=now)
    with office.database.read(at_most=60) as tx:
        before = read_clocks(tx, workspace_id=workspace_id, now=now)
        begins = one.begins or before.of(None).calendar.local_date(now)
        saved = read_clocks(tx, workspace_id=workspace_id, now=now, rules_of=date.max)
        after = replace(saved, rules=with_rule(saved.rules, one))
        when = WorkCalendar(before.zone).at(begins, time.min)
        seen = survey(tx, workspace_id=workspace_id, before=before, after=after, when=when)
    counts = forecast(seen.turned, owned=seen.owned, taken=seen.taken, rule=after.of(None).rule)
    with office.database.begin() as tx:
        if proposals.counted(tx, workspace_id=workspace_id, proposal_id=one.proposal_id, forecast=counts):
            _tell(tx, one, workspace_id=workspace_id, now=now)


def _tell(tx: Connection, one: Proposal, *, workspace_id: str, now: datetime) -> None:
    slip, key = RuleProposed(one.proposal_id), proposal_key(one.proposal_id)
    if mail.post(tx, slip, workspace_id=workspace_id, to=one.asked_by, now=now, key=key) is None:
        _redraw(tx, one, workspace_id=workspace_id, now=now)


def with_rule(saved: Sequence[ScopedRule], one: Proposal) -> list[ScopedRule]:
    """The rules of a workspace were this one confirmed."""
    others = [scoped for scoped in saved if scoped.scope != one.scoped.scope]
    begun = replace(one.scoped, rule=replace(one.scoped.rule, effective_from=one.begins))
    return others if one.retire else [*others, begun]


def _redraw(tx: Connection, one: Proposal, *, workspace_id: str, now: datetime) -> None:
    mail.edit_keyed(tx, workspace_id=workspace_id, key=proposal_key(one.proposal_id), now=now)


def _today(tx: Connection, *, workspace_id: str, now: datetime) -> date:
    return WorkCalendar(people.workspace(tx, workspace_id=workspace_id).zone).local_date(now)

"""The rules as an admin sets them: what a change would do is counted first, then it is saved, from the next local day.

A rule is whole: a team, a grade or a source that differs has a full one of its own, every version of which is kept. What
a change does to the claims there are is the work of operations/clock/recounting.py, on the day it begins.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from sqlalchemy import Connection

from crm import rules as rulebook
from crm.calendar import WorkCalendar
from crm.cards.rules import RuleFormFacts, RulesCard, Scope, ScopeRule, VersionLine
from crm.notices import RuleProposed, Word
from crm.people import Person, Role, may_manage
from crm.refusal import Refusal
from crm.rollout import forecast
from crm.rules import Problem, Rule, ScopedRule
from operations import mail
from operations.clock import recounting
from operations.clock.clockwork import read_clocks
from operations.clock.recounting import ask_recount, survey
from operations.members import meet
from operations.office import Office
from storage import audit, claims, customers, people, proposals, rules
from storage.ids import new_id
from storage.proposals import Proposal
from storage.rules import RuleVersion

ONE_DAY = timedelta(days=1)


class ImpossibleRule(Exception):  # noqa: N818 - raised for a form, which shows each problem at its field
    """A rule with values no rule can have."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(problems)
        self.problems = tuple(problems)


def read_rules(office: Office, *, workspace_id: str, asker: Person, now: datetime) -> RulesCard:
    """Every scope's rule as it was last saved, and what is past its date: of the asker's own, or of those they lead."""
    with office.database.read() as tx:
        saved = _standing(rules.versions(tx, workspace_id=workspace_id))
        teams = people.teams(tx, workspace_id=workspace_id)
        named = {team.team_id: team.name for team in teams}
        overdue = _theirs(tx, customers.count_overdue(tx, workspace_id=workspace_id, now=now), asker)
        owned = sum(_theirs(tx, claims.open_counts(tx, workspace_id=workspace_id), asker).values())
        names = people.names(tx, workspace_id=workspace_id, person_ids=set(overdue))
    shown = [ScopeRule(scope_of(one.scoped, named), one.scoped.rule, one.begins) for one in saved]
    if not any(one.scope.everybody for one in shown):
        shown.insert(0, ScopeRule(Scope(), Rule()))
    most = Counter({names.get(owner, owner): count for owner, count in overdue.items()}).most_common()
    waiting = tuple(team.name for team in teams if team.clock != "on")
    return RulesCard(tuple(sorted(shown, key=lambda one: not one.scope.everybody)), owned, tuple(most), waiting)


def _theirs(tx: Connection, overdue: dict[str, int], asker: Person) -> dict[str, int]:
    """How many of each owner the asker may hear of."""
    named = {one.person_id: one.team_id for one in people.people(tx, workspace_id=asker.workspace_id)}
    return {
        owner: count
        for owner, count in overdue.items()
        if owner == asker.person_id or may_manage(asker, team_id=named.get(owner))
    }


def read_form(office: Office, *, workspace_id: str, person_id: str, version: int | None) -> RuleFormFacts:
    """What the form of a saved rule shows (version 0: the workspace's, never saved); without a version, that of a scope
    to be chosen, which starts from the workspace's. Raises Refusal: not_allowed, rules_moved."""
    with office.database.read() as tx:
        _must_be_admin(people.person(tx, workspace_id=workspace_id, person_id=person_id))
        versions = rules.versions(tx, workspace_id=workspace_id)
        named = _team_names(tx, workspace_id=workspace_id)
    based_on = max((one.scoped.rule.version for one in versions), default=0)
    if not version:
        scope = Scope() if version == 0 else None
        return RuleFormFacts(_rule_of(versions, frozenset()) or Rule(), scope, tuple(named.items()), based_on)
    chosen = _saved(versions, version)
    return RuleFormFacts(chosen.rule, scope_of(chosen, named), (), based_on)


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
        _must_be_admin(meet(tx, workspace_id=workspace_id, person_id=actor_id))
        versions = rules.versions(tx, workspace_id=workspace_id)
        wanted = ScopedRule(Rule(), scope.team_id, scope.grade, scope.source)
        old = _rule_of(versions, wanted.scope)
        base = old or _rule_of(versions, frozenset()) or Rule()
        wanted = replace(wanted, rule=replace(base, **changes))  # type: ignore[arg-type]
        if problems := rulebook.check(wanted.rule):
            raise ImpossibleRule(problems)
        if old and _same(old, wanted.rule):
            raise Refusal("rule_as_it_is")
        others = [one.scoped for one in _standing(versions) if one.scoped.scope != wanted.scope]
        if rulebook.conflicts([*others, wanted]):
            raise Refusal("rule_tie")
        return _keep(tx, wanted, False, based_on, workspace_id=workspace_id, actor_id=actor_id, now=now)


def retire_rule(office: Office, *, workspace_id: str, actor_id: str, version: int, now: datetime) -> str:
    """Propose that a scope has no rule of its own any more. Raises Refusal: not_allowed, rules_moved, rule_tie."""
    with office.database.begin() as tx:
        _must_be_admin(meet(tx, workspace_id=workspace_id, person_id=actor_id))
        versions = rules.versions(tx, workspace_id=workspace_id)
        gone = _saved(versions, version)
        if not gone.scope:
            raise Refusal("not_allowed")
        if rulebook.conflicts([one.scoped for one in _standing(versions) if one.scoped.scope != gone.scope]):
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
        _must_be_admin(meet(tx, workspace_id=workspace_id, person_id=actor_id))
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
        _must_be_admin(meet(tx, workspace_id=workspace_id, person_id=actor_id))
        one = proposals.proposal(tx, workspace_id=workspace_id, proposal_id=proposal_id)
        key = {"workspace_id": workspace_id, "proposal_id": proposal_id}
        if one is None or not proposals.move(tx, **key, was="open", state="dropped", decided_at=now):
            raise Refusal("decided_already")
        _redraw(tx, one, workspace_id=workspace_id, now=now)


def switch_clock(office: Office, *, workspace_id: str, actor_id: str, on: bool, now: datetime) -> None:
    """Switch the workspace's claim clock on from the next local day, or off at once. Raises Refusal: not_allowed,
    as_it_is."""
    with office.database.begin() as tx:
        _must_be_admin(meet(tx, workspace_id=workspace_id, person_id=actor_id))
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


def saved_rule(tx: Connection, *, workspace_id: str) -> Rule:
    """The workspace's rule as it was last saved, be its first day still to come."""
    return _rule_of(rules.versions(tx, workspace_id=workspace_id), frozenset()) or Rule()


def read_versions(office: Office, *, workspace_id: str) -> tuple[tuple[VersionLine, ...], dict[str, str]]:
    """Every version of every rule, the latest first, and the names of those who saved them."""
    with office.database.read() as tx:
        versions = rules.versions(tx, workspace_id=workspace_id)
        named = _team_names(tx, workspace_id=workspace_id)
        savers = {one.saved_by for one in versions if one.saved_by}
        names = people.names(tx, workspace_id=workspace_id, person_ids=savers)
    before: dict[frozenset[tuple[str, str]], Rule] = {}
    lines = []
    for one in versions:
        scope, old = scope_of(one.scoped, named), before.get(one.scoped.scope)
        lines.append(VersionLine(scope, one.scoped.rule, old, one.begins, one.retired, one.saved_by, one.saved_at))
        before[one.scoped.scope] = one.scoped.rule
    return tuple(reversed(lines)), names


def scope_of(scoped: ScopedRule, team_names: dict[str, str]) -> Scope:
    name = team_names.get(scoped.team, scoped.team) if scoped.team else None
    return Scope(scoped.team, name, scoped.grade, scoped.source)


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


def _rule_of(versions: Sequence[RuleVersion], scope: frozenset[tuple[str, str]]) -> Rule | None:
    return next((one.scoped.rule for one in _standing(versions) if one.scoped.scope == scope), None)


def _saved(versions: Sequence[RuleVersion], version: int) -> ScopedRule:
    """The rule of that version, if no later one stands in its place. Raises Refusal("rules_moved")."""
    found = next((one.scoped for one in _standing(versions) if one.scoped.rule.version == version), None)
    if found is None:
        raise Refusal("rules_moved")
    return found


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


def _standing(versions: Sequence[RuleVersion]) -> list[RuleVersion]:
    """The version of each scope that was saved last, begun or still to come."""
    last = {one.scoped.scope: one for one in versions}
    return [one for one in last.values() if not one.retired]


def _team_names(tx: Connection, *, workspace_id: str) -> dict[str, str]:
    return {team.team_id: team.name for team in people.teams(tx, workspace_id=workspace_id)}


def _today(tx: Connection, *, workspace_id: str, now: datetime) -> date:
    return WorkCalendar(people.workspace(tx, workspace_id=workspace_id).zone).local_date(now)


def _must_be_admin(person: Person | None) -> None:
    if person is None or person.role != Role.ADMIN:
        raise Refusal("not_allowed")

"""The rules as they are read: what stands now of each scope, every version there was, what the form of one shows."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection

from crm.cards.rules import RuleFormFacts, RulesCard, Scope, ScopeRule, VersionLine
from crm.people import Person, Role, may_manage
from crm.refusal import Refusal
from crm.rules import Rule, ScopedRule
from operations.office import Office
from storage import claims, customers, people, rules
from storage.rules import RuleVersion


def read_rules(office: Office, *, workspace_id: str, asker: Person, now: datetime) -> RulesCard:
    """Every scope's rule as it was last saved, and what is past its date: of the asker's own, or of those they lead."""
    with office.database.read() as tx:
        saved = standing(rules.versions(tx, workspace_id=workspace_id))
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
        must_be_admin(people.person(tx, workspace_id=workspace_id, person_id=person_id))
        versions = rules.versions(tx, workspace_id=workspace_id)
        named = _team_names(tx, workspace_id=workspace_id)
    based_on = max((one.scoped.rule.version for one in versions), default=0)
    if not version:
        scope = Scope() if version == 0 else None
        return RuleFormFacts(rule_of(versions, frozenset()) or Rule(), scope, tuple(named.items()), based_on)
    chosen = version_of(versions, version)
    return RuleFormFacts(chosen.rule, scope_of(chosen, named), (), based_on)


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


def saved_rule(tx: Connection, *, workspace_id: str) -> Rule:
    """The workspace's rule as it was last saved, be its first day still to come."""
    return rule_of(rules.versions(tx, workspace_id=workspace_id), frozenset()) or Rule()


def scope_of(scoped: ScopedRule, team_names: dict[str, str]) -> Scope:
    name = team_names.get(scoped.team, scoped.team) if scoped.team else None
    return Scope(scoped.team, name, scoped.grade, scoped.source)


def rule_of(versions: Sequence[RuleVersion], scope: frozenset[tuple[str, str]]) -> Rule | None:
    return next((one.scoped.rule for one in standing(versions) if one.scoped.scope == scope), None)


def version_of(versions: Sequence[RuleVersion], version: int) -> ScopedRule:
    """The rule of that version, if no later one stands in its place. Raises Refusal("rules_moved")."""
    found = next((one.scoped for one in standing(versions) if one.scoped.rule.version == version), None)
    if found is None:
        raise Refusal("rules_moved")
    return found


def standing(versions: Sequence[RuleVersion]) -> list[RuleVersion]:
    """The version of each scope that was saved last, begun or still to come."""
    last = {one.scoped.scope: one for one in versions}
    return [one for one in last.values() if not one.retired]


def _team_names(tx: Connection, *, workspace_id: str) -> dict[str, str]:
    return {team.team_id: team.name for team in people.teams(tx, workspace_id=workspace_id)}


def must_be_admin(person: Person | None) -> None:
    if person is None or person.role != Role.ADMIN:
        raise Refusal("not_allowed")

"""Cards about rules, made from the rows as they are: a proposal as it stands, and how far a recount is."""

from datetime import date, datetime

from sqlalchemy import Connection

from crm.cards.rules import ProposalCard, RecountCard
from crm.rules import Rule, rule_for
from operations.clock.reading_rules import scope_of
from storage import people, proposals, recounts, rules


def proposal(tx: Connection, proposal_id: str, *, workspace_id: str, now: datetime) -> ProposalCard | None:
    """What changes is told against the latest rule of the scope that was saved before it; for a scope without one,
    against the workspace's."""
    one = proposals.proposal(tx, workspace_id=workspace_id, proposal_id=proposal_id)
    if one is None:
        return None
    owners = {owner for owner, _ in one.forecast.by_owner} if one.forecast else set()
    names = people.names(tx, workspace_id=workspace_id, person_ids=owners)
    teams = {team.team_id: team.name for team in people.teams(tx, workspace_id=workspace_id)}
    saved = [row for row in rules.versions(tx, workspace_id=workspace_id) if row.scoped.rule.version <= one.based_on]
    latest = {row.scoped.scope: row for row in saved}
    standing = [row.scoped for row in latest.values() if not row.retired]
    about = one.scoped
    old = next((row.rule for row in standing if row.scope == about.scope), None)
    wider = rule_for(standing, team=None, grade=None, source=None) if standing else Rule()
    return ProposalCard(
        proposal_id,
        scope_of(about, teams),
        old or wider,
        about.rule,
        one.retire,
        one.begins or date.max,
        one.state,
        one.version,
        one.forecast,
        tuple(names.items()),
    )


def recount(tx: Connection, recount_id: str, *, workspace_id: str) -> RecountCard | None:
    one = recounts.recount(tx, workspace_id=workspace_id, recount_id=recount_id)
    if one is None:
        return None
    teams = {team.team_id: team.name for team in people.teams(tx, workspace_id=workspace_id)}
    about = teams.get(one.about, "") if one.cause != "rule" else one.about
    return RecountCard(one.cause, about, one.seen, one.total, one.earlier, one.later, one.finished_at is not None)

"""The claim rules: every version is kept, the latest one in effect holds."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from pydantic import TypeAdapter
from sqlalchemy import Connection, func, insert, select

from crm.rules import Rule, ScopedRule
from storage.prebuilt import given
from storage.tables.claims import ClaimRuleRow

_RULE = TypeAdapter(Rule)
_EVERYBODY = (None, None, None)
_RULES = (
    select(
        ClaimRuleRow.team_id,
        ClaimRuleRow.grade,
        ClaimRuleRow.source,
        ClaimRuleRow.fields,
        ClaimRuleRow.effective_from,
        ClaimRuleRow.retired,
    )
    .where(*given(ClaimRuleRow.workspace_id))
    .order_by(ClaimRuleRow.version)
)


@dataclass(frozen=True, slots=True)
class RuleVersion:
    """One version of one scope's rule, as it was saved. `retired`: from `begins` the scope has no rule of its own."""

    scoped: ScopedRule
    begins: date
    retired: bool
    saved_by: str | None
    saved_at: datetime


def rules(tx: Connection, *, workspace_id: str, today: date) -> tuple[ScopedRule, ...]:
    """One rule a scope: the latest whose first day has come. Where the workspace's own first rule is still to come it
    is told of already; before the first day of a scope's own, the wider rule holds."""
    chosen: dict[tuple[str | None, ...], tuple[bool, str, bool]] = {}
    for row in tx.execute(_RULES, {"workspace_id": workspace_id}):
        scope, begun = (row.team_id, row.grade, row.source), row.effective_from <= today
        if begun or (scope == _EVERYBODY and not chosen.get(scope, (False,))[0]):
            chosen[scope] = begun, row.fields, row.retired
    return tuple(ScopedRule(_parsed(fields), *scope) for scope, (_, fields, retired) in chosen.items() if not retired)


@lru_cache(maxsize=1000)
def _parsed(fields: str) -> Rule:
    return _RULE.validate_json(fields)


def latest_version(tx: Connection, *, workspace_id: str) -> int:
    mine = ClaimRuleRow.workspace_id == workspace_id
    return int(tx.execute(select(func.max(ClaimRuleRow.version)).where(mine)).scalar() or 0)


def versions(tx: Connection, *, workspace_id: str) -> tuple[RuleVersion, ...]:
    """Every version there was, the first one first."""
    found = (
        select(
            ClaimRuleRow.fields,
            ClaimRuleRow.team_id,
            ClaimRuleRow.grade,
            ClaimRuleRow.source,
            ClaimRuleRow.effective_from,
            ClaimRuleRow.retired,
            ClaimRuleRow.saved_by,
            ClaimRuleRow.saved_at,
        )
        .where(ClaimRuleRow.workspace_id == workspace_id)
        .order_by(ClaimRuleRow.version)
    )
    return tuple(
        RuleVersion(ScopedRule(_parsed(fields), *scope), begins, retired, saved_by, saved_at)
        for fields, *scope, begins, retired, saved_by, saved_at in tx.execute(found)
    )


def save(
    tx: Connection,
    scoped: ScopedRule,
    *,
    workspace_id: str,
    effective_from: date,
    saved_by: str | None,
    now: datetime,
    retired: bool = False,
) -> None:
    """Raises IntegrityError where the version was taken meanwhile."""
    tx.execute(
        insert(ClaimRuleRow).values(
            workspace_id=workspace_id,
            version=scoped.rule.version,
            team_id=scoped.team,
            grade=scoped.grade,
            source=scoped.source,
            fields=_RULE.dump_json(scoped.rule).decode(),
            effective_from=effective_from,
            retired=retired,
            saved_by=saved_by,
            saved_at=now,
        )
    )

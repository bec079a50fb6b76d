"""The claim rules: every version is kept, the latest one in effect holds."""

from datetime import date, datetime
from functools import lru_cache

from pydantic import TypeAdapter
from sqlalchemy import Connection, func, insert, select

from crm.rules import Rule, ScopedRule
from storage.prebuilt import given
from storage.tables.claims import ClaimRuleRow

_RULE = TypeAdapter(Rule)
_RULES = (
    select(
        ClaimRuleRow.team_id, ClaimRuleRow.grade, ClaimRuleRow.source, ClaimRuleRow.fields, ClaimRuleRow.effective_from
    )
    .where(*given(ClaimRuleRow.workspace_id))
    .order_by(ClaimRuleRow.version)
)


def rules(tx: Connection, *, workspace_id: str, today: date) -> tuple[ScopedRule, ...]:
    """One rule a scope: the latest whose first day has come; where none has, the next to come."""
    chosen: dict[tuple[str | None, ...], tuple[bool, str]] = {}
    for row in tx.execute(_RULES, {"workspace_id": workspace_id}):
        scope, begun = (row.team_id, row.grade, row.source), row.effective_from <= today
        if begun or not chosen.get(scope, (False,))[0]:
            chosen[scope] = begun, row.fields
    return tuple(ScopedRule(_parsed(fields), *scope) for scope, (_, fields) in chosen.items())


@lru_cache(maxsize=1000)
def _parsed(fields: str) -> Rule:
    return _RULE.validate_json(fields)


def latest_version(tx: Connection, *, workspace_id: str) -> int:
    mine = ClaimRuleRow.workspace_id == workspace_id
    return int(tx.execute(select(func.max(ClaimRuleRow.version)).where(mine)).scalar() or 0)


def save(
    tx: Connection, scoped: ScopedRule, *, workspace_id: str, effective_from: date, saved_by: str | None, now: datetime
) -> None:
    tx.execute(
        insert(ClaimRuleRow).values(
            workspace_id=workspace_id,
            version=scoped.rule.version,
            team_id=scoped.team,
            grade=scoped.grade,
            source=scoped.source,
            fields=_RULE.dump_json(scoped.rule).decode(),
            effective_from=effective_from,
            saved_by=saved_by,
            saved_at=now,
        )
    )

"""Rules as they were proposed: counted, then saved or dropped."""

import json
from dataclasses import dataclass
from datetime import date, datetime

from pydantic import TypeAdapter
from sqlalchemy import Connection, Row, insert, select, update

from crm.rollout import Forecast
from crm.rules import Rule, ScopedRule
from storage.tables.rules import RuleProposalRow

_RULE, _FORECAST = TypeAdapter(Rule), TypeAdapter(Forecast)


@dataclass(frozen=True, slots=True)
class Proposal:
    """`scoped` as it would be; `retire`: the scope would have no rule of its own; `based_on`: the latest version its
    maker saw; `state`: counting, open, saved, dropped."""

    proposal_id: str
    scoped: ScopedRule
    retire: bool
    based_on: int
    asked_by: str
    asked_at: datetime
    begins: date | None = None
    state: str = "counting"
    forecast: Forecast | None = None
    version: int | None = None


_PROPOSAL = select(
    RuleProposalRow.workspace_id,
    RuleProposalRow.proposal_id,
    RuleProposalRow.team_id,
    RuleProposalRow.grade,
    RuleProposalRow.source,
    RuleProposalRow.fields,
    RuleProposalRow.retire,
    RuleProposalRow.based_on,
    RuleProposalRow.asked_by,
    RuleProposalRow.asked_at,
    RuleProposalRow.begins,
    RuleProposalRow.state,
    RuleProposalRow.counted,
    RuleProposalRow.version,
)
_COUNTING = _PROPOSAL.where(RuleProposalRow.state == "counting").order_by(RuleProposalRow.asked_at).limit(20)


def proposal(tx: Connection, *, workspace_id: str, proposal_id: str) -> Proposal | None:
    mine = (RuleProposalRow.workspace_id == workspace_id, RuleProposalRow.proposal_id == proposal_id)
    row = tx.execute(_PROPOSAL.where(*mine)).first()
    return _as_proposal(row) if row else None


def counting(tx: Connection) -> tuple[tuple[str, Proposal], ...]:
    """(workspace, proposal) of those not counted yet, the oldest first."""
    return tuple((row.workspace_id, _as_proposal(row)) for row in tx.execute(_COUNTING))


def keep(tx: Connection, one: Proposal, *, workspace_id: str) -> None:
    tx.execute(
        insert(RuleProposalRow).values(
            workspace_id=workspace_id,
            proposal_id=one.proposal_id,
            team_id=one.scoped.team,
            grade=one.scoped.grade,
            source=one.scoped.source,
            fields=_RULE.dump_json(one.scoped.rule).decode(),
            retire=one.retire,
            based_on=one.based_on,
            asked_by=one.asked_by,
            asked_at=one.asked_at,
            begins=one.begins,
        )
    )


def counted(tx: Connection, *, workspace_id: str, proposal_id: str, forecast: Forecast) -> bool:
    """Compare and set: True for the one process whose count is kept."""
    return move(
        tx,
        workspace_id=workspace_id,
        proposal_id=proposal_id,
        was="counting",
        state="open",
        counted=_FORECAST.dump_json(forecast).decode(),
    )


def move(tx: Connection, *, workspace_id: str, proposal_id: str, was: str, state: str, **fields: object) -> bool:
    """Compare and set: True if it was in the state `was` and is now in this one."""
    mine = (
        RuleProposalRow.workspace_id == workspace_id,
        RuleProposalRow.proposal_id == proposal_id,
        RuleProposalRow.state == was,
    )
    moved = update(RuleProposalRow).where(*mine).values(state=state, **fields).returning(RuleProposalRow.proposal_id)
    return tx.execute(moved).first() is not None


def _as_proposal(row: Row) -> Proposal:  # type: ignore[type-arg]
    scoped = ScopedRule(_RULE.validate_json(row.fields), row.team_id, row.grade, row.source)
    known = _FORECAST.validate_python(json.loads(row.counted)) if row.counted else None
    return Proposal(
        row.proposal_id,
        scoped,
        row.retire,
        row.based_on,
        row.asked_by,
        row.asked_at,
        row.begins,
        row.state,
        known,
        row.version,
    )

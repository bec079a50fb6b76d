"""The workspace's list of stages, changed by an admin: deals of a stage that goes move in the same transaction."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection

from crm.deals import Stages, Terms, changed
from crm.people import Role
from crm.refusal import Refusal
from crm.staging import removed, signature
from operations.clock.resetting import reset
from operations.members import meet
from operations.office import Office
from storage import audit, deal_settings, deals


def count_in(office: Office, *, workspace_id: str, codes: frozenset[str]) -> dict[str, int]:
    """How many deals stand in each of these stages."""
    with office.database.read() as tx:
        return {code: len(deals.standing_in(tx, workspace_id=workspace_id, stage=code)) for code in codes}


def change_stages(
    office: Office, *, workspace_id: str, actor_id: str, wanted: Stages, move_to: str | None, seen: str, now: datetime
) -> None:
    """Write the list anew; `move_to` takes the deals of stages that go. `seen`: the signature of the list that was
    changed. Every version of a deal keeps its own stage's code, so its history stays as it was.

    Raises Refusal: not_allowed, stages_moved, as_it_is, no_stage where deals would be left without a stage.
    """
    with office.database.begin() as tx:
        if meet(tx, workspace_id=workspace_id, person_id=actor_id).role != Role.ADMIN:
            raise Refusal("not_allowed")
        before = deal_settings.stages(tx, workspace_id=workspace_id)
        if signature(before) != seen:
            raise Refusal("stages_moved")
        if before == wanted:
            raise Refusal("as_it_is")
        _move_all(tx, before, wanted, move_to, workspace_id=workspace_id, actor_id=actor_id, now=now)
        deal_settings.save_stages(tx, wanted.all, workspace_id=workspace_id)
        facts = {"before": signature(before), "after": signature(wanted), "moved_to": move_to}
        audit.write(tx, workspace_id=workspace_id, actor_id=actor_id, what="stages_changed", now=now, **facts)
        _let_the_clock_hear(tx, before, wanted, workspace_id=workspace_id, actor_id=actor_id, now=now)


def _move_all(
    tx: Connection,
    before: Stages,
    wanted: Stages,
    move_to: str | None,
    *,
    workspace_id: str,
    actor_id: str,
    now: datetime,
) -> None:
    target = wanted.of(move_to or "")
    for stage in removed(before, wanted):
        for deal in deals.standing_in(tx, workspace_id=workspace_id, stage=stage.code):
            if target is None or target.kind != "open":
                raise Refusal("no_stage", stages=", ".join(one.name or one.code for one in wanted.open))
            moved = changed(deal, Terms(stage=target.code), stages=wanted, now=now)
            deals.change(tx, moved, workspace_id=workspace_id, actor_id=actor_id, now=now)


def _let_the_clock_hear(
    tx: Connection, before: Stages, wanted: Stages, *, workspace_id: str, actor_id: str, now: datetime
) -> None:
    """Claims held by deals whose stage has other days now, or is another, are computed anew."""
    other = [
        one.code
        for one in wanted.open
        if one != replace(before.of(one.code) or one, name=one.name, probability=one.probability)
    ]
    fresh = [one.code for one in wanted.open if before.of(one.code) is None]
    gone = removed(before, wanted)
    codes = {*other, *fresh} if not gone else {one.code for one in wanted.open}
    held = {deal.customer_id for code in codes for deal in deals.standing_in(tx, workspace_id=workspace_id, stage=code)}
    for customer_id in sorted(held):
        reset(tx, customer_id, workspace_id=workspace_id, actor_id=actor_id, event="stages_changed", why=None, now=now)

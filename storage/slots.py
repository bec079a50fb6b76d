"""Slots: every process ticks, but a digest or a reminder of one local hour is written by one of them, once.

A slot is the local time it stands for, in words (`2026-11-24T09:00 U123`), not the moment it ran. Take it in
the transaction that writes its outbox row, and the two can't come apart.
"""

from collections.abc import Sequence
from datetime import datetime
from functools import cache

from sqlalchemy import Connection, Executable, bindparam, delete, select, tuple_

from storage.database import insert_for
from storage.prebuilt import given
from storage.tables.engine import JobRun

_WAS_TAKEN = select(JobRun.slot).where(*given(JobRun.workspace_id, JobRun.job, JobRun.slot))


def take_slot(tx: Connection, *, workspace_id: str, job: str, slot: str, now: datetime) -> bool:
    """True for the one transaction that may run this slot. A rival that is still running is waited for."""
    row = {"workspace_id": workspace_id, "job": job, "slot": slot, "ran_at": now}
    return tx.execute(_take(tx.dialect.name), row).first() is not None


def forget_before(tx: Connection, *, workspace_id: str, before: datetime, limit: int) -> int:
    """Forget so many slots run before that instant; returns how many. Keep weeks: a forgotten slot could be run again."""
    key = (JobRun.job, JobRun.slot)
    old = select(*key).where(JobRun.workspace_id == workspace_id, JobRun.ran_at < before).limit(limit)
    return tx.execute(delete(JobRun).where(JobRun.workspace_id == workspace_id, tuple_(*key).in_(old))).rowcount


def was_taken(tx: Connection, *, workspace_id: str, job: str, slot: str) -> bool:
    """Whether some transaction took this slot."""
    return tx.execute(_WAS_TAKEN, {"workspace_id": workspace_id, "job": job, "slot": slot}).first() is not None


_TAKEN = select(JobRun.slot).where(
    *given(JobRun.workspace_id, JobRun.job), JobRun.slot.in_(bindparam("slots", expanding=True))
)


def taken(tx: Connection, *, workspace_id: str, job: str, slots: Sequence[str]) -> frozenset[str]:
    """Which of these slots were taken already."""
    if not slots:
        return frozenset()
    given_ = {"workspace_id": workspace_id, "job": job, "slots": list(slots)}
    return frozenset(tx.execute(_TAKEN, given_).scalars())


@cache
def _take(dialect: str) -> Executable:
    return insert_for(dialect, JobRun).on_conflict_do_nothing().returning(JobRun.slot)

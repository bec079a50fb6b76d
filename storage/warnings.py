"""Warnings: which rung of the ladder was put, to whom, and whether it arrived."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, and_, delete, exists, insert, literal_column, or_, select, union, update

from crm.notices.clock import WarnedClaim
from storage.letters import LETTER, as_letter
from storage.outbox import Letter
from storage.prebuilt import among, given
from storage.tables.claims import WarningRow
from storage.tables.first_touches import TouchReminderRow
from storage.tables.outbox import OutboxRow


@dataclass(frozen=True, slots=True)
class WarningLine:
    customer_id: str
    epoch: int
    deadline: datetime
    rung: str
    person_id: str
    outbox_id: str
    delivered_at: datetime | None
    undeliverable: bool


_WARNING = select(
    WarningRow.customer_id,
    WarningRow.epoch,
    WarningRow.deadline,
    WarningRow.rung,
    WarningRow.person_id,
    WarningRow.outbox_id,
    WarningRow.delivered_at,
    WarningRow.undeliverable,
)


# A warning overtaken before it was sent counts neither as put nor as delivered.
_MATTERS = or_(
    WarningRow.delivered_at.is_not(None),
    ~exists().where(
        and_(
            OutboxRow.workspace_id == WarningRow.workspace_id,
            OutboxRow.outbox_id == WarningRow.outbox_id,
            OutboxRow.state == "dropped",
        )
    ),
)
_OF_CLAIM = _WARNING.where(
    *given(WarningRow.workspace_id, WarningRow.customer_id, WarningRow.epoch), _MATTERS
).order_by(WarningRow.put_at)

_OF_CLAIMS = _WARNING.where(*given(WarningRow.workspace_id), among(WarningRow.customer_id), _MATTERS).order_by(
    WarningRow.put_at
)


def put(tx: Connection, *, workspace_id: str, lines: Sequence[WarningLine], now: datetime) -> None:
    """Raises IntegrityError where a rung was put to this person before: one notice a key. One that was dropped before
    it was sent is forgotten."""
    for line in lines:
        key = (
            WarningRow.workspace_id == workspace_id,
            WarningRow.customer_id == line.customer_id,
            WarningRow.epoch == line.epoch,
            WarningRow.deadline == line.deadline,
            WarningRow.rung == line.rung,
            WarningRow.person_id == line.person_id,
        )
        tx.execute(delete(WarningRow).where(*key, ~_MATTERS))
    rows = [
        {
            "workspace_id": workspace_id,
            "customer_id": line.customer_id,
            "epoch": line.epoch,
            "deadline": line.deadline,
            "rung": line.rung,
            "person_id": line.person_id,
            "outbox_id": line.outbox_id,
            "put_at": now,
        }
        for line in lines
    ]
    tx.execute(insert(WarningRow), rows)


def of_claim(tx: Connection, *, workspace_id: str, customer_id: str, epoch: int) -> tuple[WarningLine, ...]:
    of = {"workspace_id": workspace_id, "customer_id": customer_id, "epoch": epoch}
    return tuple(WarningLine(*row) for row in tx.execute(_OF_CLAIM, of))


_MINE = (WarningRow.workspace_id, WarningRow.customer_id, WarningRow.epoch)
_REMINDED = (TouchReminderRow.workspace_id, TouchReminderRow.customer_id, TouchReminderRow.epoch)
_SENT_ABOUT = LETTER.where(
    *given(OutboxRow.workspace_id),
    OutboxRow.outbox_id.in_(
        union(
            select(WarningRow.outbox_id).where(*given(*_MINE), WarningRow.delivered_at.is_not(None)),
            select(TouchReminderRow.outbox_id).where(*given(*_REMINDED)),
        )
    ),
).order_by(OutboxRow.outbox_id)


def sent_about(tx: Connection, *, workspace_id: str, customer_id: str, epoch: int) -> tuple[Letter, ...]:
    """The letters whose words are about this claim: warnings that arrived, and reminders of its first follow-up."""
    of = {"workspace_id": workspace_id, "customer_id": customer_id, "epoch": epoch}
    return tuple(as_letter(row) for row in tx.execute(_SENT_ABOUT, of))


def of_claims(
    tx: Connection, *, workspace_id: str, customer_ids: Collection[str]
) -> dict[tuple[str, int], tuple[WarningLine, ...]]:
    """The same of many customers, by (customer, epoch)."""
    found: dict[tuple[str, int], list[WarningLine]] = defaultdict(list)
    for row in tx.execute(_OF_CLAIMS, {"workspace_id": workspace_id, "ids": customer_ids}):
        line = WarningLine(*row)
        found[line.customer_id, line.epoch].append(line)
    return {claim: tuple(lines) for claim, lines in found.items()}


def rungs_to(
    tx: Connection, *, workspace_id: str, person_id: str, rows: Sequence[WarnedClaim]
) -> frozenset[tuple[str, int, datetime, str]]:
    """(customer, epoch, deadline, rung) of the warnings a person was sent about any of these customers."""
    mine = (
        WarningRow.workspace_id == workspace_id,
        WarningRow.person_id == person_id,
        WarningRow.customer_id.in_([row.customer_id for row in rows]),
    )
    found = select(WarningRow.customer_id, WarningRow.epoch, WarningRow.deadline, WarningRow.rung)
    return frozenset((who, epoch, until, rung) for who, epoch, until, rung in tx.execute(found.where(*mine, _MATTERS)))


def unsent_letters(tx: Connection, *, workspace_id: str, person_id: str, kind: str) -> tuple[Letter, ...]:
    """Warnings of a kind to a person that still wait in the outbox."""
    mine = (
        OutboxRow.workspace_id == workspace_id,
        OutboxRow.to_id == person_id,
        OutboxRow.kind == kind,
        OutboxRow.state == literal_column("'new'"),
        OutboxRow.lane == person_id,
    )
    return tuple(as_letter(row) for row in tx.execute(LETTER.where(*mine)))


def reword_unsent(tx: Connection, letter: Letter, *, facts: str) -> bool:
    """Compare and set: False where the letter was taken to be sent meanwhile."""
    mine = (
        OutboxRow.workspace_id == letter.workspace_id,
        OutboxRow.outbox_id == letter.outbox_id,
        OutboxRow.state == "new",
        OutboxRow.facts == letter.facts,
    )
    reworded = update(OutboxRow).where(*mine).values(facts=facts).returning(OutboxRow.outbox_id)
    return tx.execute(reworded).first() is not None


def in_letter(tx: Connection, *, workspace_id: str, outbox_id: str) -> tuple[WarningLine, ...]:
    mine = (WarningRow.workspace_id == workspace_id, WarningRow.outbox_id == outbox_id)
    return tuple(WarningLine(*row) for row in tx.execute(_WARNING.where(*mine)))


def delivered(tx: Connection, *, workspace_id: str, outbox_id: str, at: datetime) -> None:
    mine = (
        WarningRow.workspace_id == workspace_id,
        WarningRow.outbox_id == outbox_id,
        WarningRow.delivered_at.is_(None),
    )
    tx.execute(update(WarningRow).where(*mine).values(delivered_at=at))


def undeliverable(tx: Connection, *, workspace_id: str, outbox_id: str) -> None:
    mine = (WarningRow.workspace_id == workspace_id, WarningRow.outbox_id == outbox_id)
    tx.execute(update(WarningRow).where(*mine).values(undeliverable=True))

"""Claims and their append-only ledger."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, insert, or_, select, update

from crm.ledger import LedgerLine
from crm.pool import Tenure
from storage.prebuilt import among, given
from storage.tables.claims import ClaimRow, LedgerRow
from storage.tables.customers import CustomerRow
from storage.tables.people import PersonRow


def hold_person(tx: Connection, *, workspace_id: str, person_id: str) -> None:
    """Until this transaction ends, others who would change what this person holds wait: caps are counted in peace."""
    mine = (PersonRow.workspace_id == workspace_id, PersonRow.person_id == person_id)
    tx.execute(select(PersonRow.person_id).where(*mine).with_for_update())


def open_claim(
    tx: Connection,
    *,
    workspace_id: str,
    customer_id: str,
    epoch: int,
    owner_id: str,
    team_id: str | None,
    how: str,
    now: datetime,
    touch_by: datetime | None = None,
) -> None:
    """Raises IntegrityError where another claim is open. `touch_by`: when the first follow-up is asked after."""
    tx.execute(
        insert(ClaimRow).values(
            workspace_id=workspace_id,
            customer_id=customer_id,
            epoch=epoch,
            owner_id=owner_id,
            team_id=team_id,
            started_at=now,
            how=how,
            touch_by=touch_by,
        )
    )


def close_claim(tx: Connection, *, workspace_id: str, customer_id: str, epoch: int, reason: str, now: datetime) -> None:
    mine = (ClaimRow.workspace_id == workspace_id, ClaimRow.customer_id == customer_id, ClaimRow.epoch == epoch)
    tx.execute(update(ClaimRow).where(*mine).values(ended_at=now, end_reason=reason))


_CLOSE = update(ClaimRow).where(
    *given(ClaimRow.workspace_id, prefix="of_"), among(ClaimRow.customer_id), ClaimRow.ended_at.is_(None)
)


def close_claims(
    tx: Connection, *, workspace_id: str, customer_ids: Collection[str], reason: str, now: datetime
) -> None:
    """The open claims of these customers end."""
    of = {"of_workspace_id": workspace_id, "ids": customer_ids}
    tx.execute(_CLOSE, {**of, "ended_at": now, "end_reason": reason})


@dataclass(frozen=True, slots=True)
class Stretch:
    """What was given to an epoch beyond its rule: see crm.clock.Epoch for the meaning of each field."""

    given_back: int = 0
    not_before: datetime | None = None
    former_grades: tuple[str, ...] = ()


_STRETCH = select(ClaimRow.given_back, ClaimRow.not_before, ClaimRow.former_grades).where(
    *given(ClaimRow.workspace_id, ClaimRow.customer_id, ClaimRow.epoch)
)


def stretch(tx: Connection, *, workspace_id: str, customer_id: str, epoch: int) -> Stretch:
    row = tx.execute(_STRETCH, {"workspace_id": workspace_id, "customer_id": customer_id, "epoch": epoch}).first()
    return Stretch(row.given_back, row.not_before, tuple(row.former_grades)) if row else Stretch()


def hold_until(tx: Connection, *, workspace_id: str, customer_id: str, epoch: int, not_before: datetime) -> None:
    """Keep the deadline of this epoch from falling before an instant."""
    mine = (ClaimRow.workspace_id == workspace_id, ClaimRow.customer_id == customer_id, ClaimRow.epoch == epoch)
    tx.execute(update(ClaimRow).where(*mine).values(not_before=not_before))


def regraded(tx: Connection, *, workspace_id: str, customer_id: str, epoch: int, former: str) -> None:
    """Remember a grade this epoch had, once: its days stay granted."""
    mine = (ClaimRow.workspace_id == workspace_id, ClaimRow.customer_id == customer_id, ClaimRow.epoch == epoch)
    new = (*mine, ClaimRow.former_grades.not_like(f"%{former}%"))
    tx.execute(update(ClaimRow).where(*new).values(former_grades=ClaimRow.former_grades + former))


def give_back(tx: Connection, *, workspace_id: str, customer_id: str, epoch: int, days: int) -> None:
    """So many working days more for an epoch."""
    mine = (ClaimRow.workspace_id == workspace_id, ClaimRow.customer_id == customer_id, ClaimRow.epoch == epoch)
    tx.execute(update(ClaimRow).where(*mine).values(given_back=ClaimRow.given_back + days))


def tenures(tx: Connection, *, workspace_id: str, customer_id: str) -> tuple[Tenure, ...]:
    """Every claim there ever was, the latest first; those that were taken back apart."""
    return tenures_of(tx, workspace_id=workspace_id, customer_ids=[customer_id]).get(customer_id, ())


_TENURES = (
    select(ClaimRow.customer_id, ClaimRow.owner_id, ClaimRow.team_id, ClaimRow.started_at, ClaimRow.ended_at)
    .where(
        *given(ClaimRow.workspace_id),
        among(ClaimRow.customer_id),
        or_(ClaimRow.end_reason.is_(None), ClaimRow.end_reason != "undone"),
    )
    .order_by(ClaimRow.epoch.desc())
)


def tenures_of(tx: Connection, *, workspace_id: str, customer_ids: Collection[str]) -> dict[str, tuple[Tenure, ...]]:
    """The same of many customers; one that never was anybody's is left out."""
    histories: dict[str, list[Tenure]] = defaultdict(list)
    for row in tx.execute(_TENURES, {"workspace_id": workspace_id, "ids": customer_ids}):
        histories[row[0]].append(Tenure(*row[1:]))
    return {customer: tuple(history) for customer, history in histories.items()}


_OPEN_COUNTS = (  # of the customers: they have an index by owner, and whoever is somebody's has one open claim
    select(CustomerRow.owner_id, func.count())
    .where(*given(CustomerRow.workspace_id), CustomerRow.owner_id.is_not(None))
    .group_by(CustomerRow.owner_id)
)


def open_counts(tx: Connection, *, workspace_id: str) -> dict[str, int]:
    """How many customers each owner holds."""
    return {owner: int(count) for owner, count in tx.execute(_OPEN_COUNTS, {"workspace_id": workspace_id}) if owner}


def last_assigned(tx: Connection, *, workspace_id: str) -> dict[str, datetime]:
    """When each owner last got a customer from a manager."""
    mine = (LedgerRow.workspace_id == workspace_id, LedgerRow.event == "assigned")
    found = select(LedgerRow.to_owner, func.max(LedgerRow.at)).where(*mine).group_by(LedgerRow.to_owner)
    return {owner: at for owner, at in tx.execute(found) if owner}


_WRITE_LINE = insert(LedgerRow)


def write_line(tx: Connection, line: LedgerLine, *, workspace_id: str, ledger_id: str, customer_id: str) -> None:
    write_lines(tx, [(ledger_id, customer_id, line)], workspace_id=workspace_id)


def write_lines(tx: Connection, lines: Sequence[tuple[str, str, LedgerLine]], *, workspace_id: str) -> None:
    """Lines as (ledger id, customer, line)."""
    rows = [
        {
            "workspace_id": workspace_id,
            "ledger_id": ledger_id,
            "customer_id": customer_id,
            "at": line.at,
            "actor_id": line.actor_id,
            "event": line.event,
            "epoch": line.epoch,
            "from_owner": line.from_owner,
            "to_owner": line.to_owner,
            "reason": line.reason,
            "rule_version": line.rule_version,
            "old_deadline": line.old_deadline,
            "new_deadline": line.new_deadline,
            "warning_rung": line.warning_rung,
        }
        for ledger_id, customer_id, line in lines
    ]
    tx.execute(_WRITE_LINE, rows)


_LINE = (
    LedgerRow.at,
    LedgerRow.actor_id,
    LedgerRow.event,
    LedgerRow.epoch,
    LedgerRow.from_owner,
    LedgerRow.to_owner,
    LedgerRow.reason,
    LedgerRow.rule_version,
    LedgerRow.old_deadline,
    LedgerRow.new_deadline,
    LedgerRow.warning_rung,
)
_LATEST_FIRST = (LedgerRow.at.desc(), LedgerRow.ledger_id.desc())


def lines(
    tx: Connection, *, workspace_id: str, customer_id: str, limit: int = 50, offset: int = 0
) -> tuple[LedgerLine, ...]:
    """The ledger of one customer, the latest first."""
    of = {"workspace_id": workspace_id, "customer_ids": [customer_id], "limit": limit, "offset": offset}
    return tuple(line for _, line in lines_of(tx, **of))  # type: ignore[arg-type]


def lines_of(
    tx: Connection, *, workspace_id: str, customer_ids: Collection[str], limit: int, offset: int = 0
) -> tuple[tuple[str, LedgerLine], ...]:
    """(customer, line) of several that are one now, the latest first."""
    mine = (LedgerRow.workspace_id == workspace_id, LedgerRow.customer_id.in_(customer_ids))
    found = select(LedgerRow.customer_id, *_LINE).where(*mine).order_by(*_LATEST_FIRST).limit(limit).offset(offset)
    return tuple((row[0], LedgerLine(*row[1:])) for row in tx.execute(found))


def deadline_moves(
    tx: Connection, *, workspace_id: str, ids: Collection[str], since: datetime
) -> tuple[tuple[str, datetime, datetime | None, datetime | None], ...]:
    """(customer, when, old, new) of every move of a deadline since, the earliest first."""
    moved = or_(LedgerRow.old_deadline.is_not(None), LedgerRow.new_deadline.is_not(None))
    mine = (LedgerRow.workspace_id == workspace_id, LedgerRow.customer_id.in_(ids), LedgerRow.at >= since, moved)
    found = select(LedgerRow.customer_id, LedgerRow.at, LedgerRow.old_deadline, LedgerRow.new_deadline).where(*mine)
    return tuple(
        (row[0], row[1], row[2], row[3]) for row in tx.execute(found.order_by(LedgerRow.at, LedgerRow.ledger_id))
    )


def lines_of_person(
    tx: Connection, *, workspace_id: str, person_id: str, limit: int, offset: int = 0
) -> tuple[tuple[str, LedgerLine], ...]:
    """(customer, line) of what a person got, lost or moved, the latest first. Follow-ups, the daily bread, are left out."""
    concerned = or_(LedgerRow.from_owner == person_id, LedgerRow.to_owner == person_id, LedgerRow.actor_id == person_id)
    mine = (LedgerRow.workspace_id == workspace_id, concerned, LedgerRow.event != "extended")
    found = select(LedgerRow.customer_id, *_LINE).where(*mine).order_by(*_LATEST_FIRST).limit(limit).offset(offset)
    return tuple((row[0], LedgerLine(*row[1:])) for row in tx.execute(found))


def claims_since(tx: Connection, *, workspace_id: str, owner_id: str, since: datetime) -> tuple[datetime, ...]:
    """When a person claimed from the pool since: the day cap counts these, releasing gives none back."""
    mine = (
        LedgerRow.workspace_id == workspace_id,
        LedgerRow.to_owner == owner_id,
        LedgerRow.event == "claimed",
        LedgerRow.at >= since,
    )
    return tuple(tx.execute(select(LedgerRow.at).where(*mine)).scalars())


def event_counts(
    tx: Connection, *, workspace_id: str, since: datetime, until: datetime
) -> dict[tuple[str, str | None], int]:
    """(event, person it concerns) -> count in [since, until): the new owner, or the former one where there is none."""
    person = func.coalesce(LedgerRow.to_owner, LedgerRow.from_owner)
    found = (
        select(LedgerRow.event, person, func.count())
        .where(LedgerRow.workspace_id == workspace_id, LedgerRow.at >= since, LedgerRow.at < until)
        .group_by(LedgerRow.event, person)
    )
    return {(event, who): int(count) for event, who, count in tx.execute(found)}


def swept_at(tx: Connection, *, workspace_id: str, owner_id: str, at: datetime) -> tuple[str, ...]:
    """The customers a sweep at this instant took from a person."""
    mine = (
        LedgerRow.workspace_id == workspace_id,
        LedgerRow.at == at,
        LedgerRow.event == "swept",
        LedgerRow.from_owner == owner_id,
    )
    return tuple(tx.execute(select(LedgerRow.customer_id).where(*mine).order_by(LedgerRow.ledger_id)).scalars())


def line_of(tx: Connection, *, workspace_id: str, customer_id: str, epoch: int) -> LedgerLine | None:
    """The line that began an epoch."""
    found = lines(tx, workspace_id=workspace_id, customer_id=customer_id, limit=500)
    return next((line for line in reversed(found) if line.epoch == epoch), None)

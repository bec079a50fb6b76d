"""The work at an import: reading a list for the preview, carrying it in, taking it back. Each step is one short
transaction, so that notes are not kept waiting and a kill costs nothing but the step."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import IO

from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from crm.imports import MOST_EXAMPLES, Example, FileReading, Import, ImportState, Tally
from crm.intake.lists import Read, first_reading, headings_of
from crm.intake.rows import ListedCustomer
from crm.refusal import Refusal
from crm.sheets import Cell
from operations import mail
from operations.figures import credit_booking
from operations.in_and_out import imports as desk
from operations.in_and_out.batch import Batch
from operations.in_and_out.carrying import Carrier
from operations.in_and_out.judging import Judged, Knowledge, judge, learn
from operations.office import Office
from storage import audit, imports, intake, intake_besides, people
from storage.ids import new_id

LONG_SECONDS = 120.0  # a look at every name there is
STEP = 500
Keep = Callable[[Sequence[Cell], Judged], None]


def find_reading(office: Office, one: Import, file: IO[bytes]) -> FileReading:
    """How this file is read: as a person said, as one with these headings was read before, or as its headings tell.

    Raises Refusal where the file is no table.
    """
    header = headings_of(file)
    with office.database.read() as tx:
        if one.reading and one.reading.headings == header.headings:
            return one.reading
        known = imports.remembered(tx, workspace_id=one.workspace_id, headings=header.headings)
        home = people.workspace(tx, workspace_id=one.workspace_id)
        person = people.person(tx, workspace_id=one.workspace_id, person_id=one.person_id)
    if known:
        return replace(known, rows_above=header.rows)
    return first_reading(header, date_order=home.date_order, zone=person.zone if person else home.zone)


def know(office: Office, one: Import, reading: FileReading) -> Knowledge:
    """What is known here, for a list that is read so."""
    to_pool = reading.reading.strangers_to_pool
    with office.database.read(at_most=LONG_SECONDS) as tx:
        return learn(tx, workspace_id=one.workspace_id, import_id=one.import_id, strangers_to_pool=to_pool)


class Survey:
    """A first look at a list: nothing is written. Fed batch by batch, it counts and picks examples."""

    def __init__(self, office: Office, one: Import, known: Knowledge, keep: Keep) -> None:
        self._office, self._one, self._known, self._keep = office, one, known, keep
        self._names: set[int] = set()  # hashes of new names, so that a customer with ten rows counts once
        self._counts = dict.fromkeys(("new", "matched", "doubtful", "refused", "owned", "without_start"), 0)
        self._examples: list[Example] = []
        self._unknown: list[str] = []

    def look(self, rows: Sequence[Read], *, now: datetime) -> None:
        cells = {number: row for number, row, _ in rows}
        for judged in _judged(self._office, self._one, self._known, rows, now=now):
            if judged.verdict == "new" and not self._first(judged):
                continue
            self._counts[judged.verdict] += 1
            self._show(judged)
            if judged.verdict in ("doubtful", "refused"):
                self._keep(cells[judged.row], judged)

    def tally(self) -> Tally:
        return Tally(**self._counts, unknown_people=tuple(self._unknown), examples=tuple(self._examples))

    def _first(self, judged: Judged) -> bool:
        assert judged.listed is not None
        name = hash(judged.listed.normal)
        if judged.customer or name in self._names:
            return False
        self._names.add(name)
        if judged.owner_id:
            self._counts["owned" if judged.listed.owner_since else "without_start"] += 1
        return True

    def _show(self, judged: Judged) -> None:
        if sum(one.verdict == judged.verdict for one in self._examples) < MOST_EXAMPLES:
            name = judged.listed.name if judged.listed else ""
            about = judged.near or (judged.customer or {}).get("name", "")
            why = told(judged.refusal) if judged.refusal else (about[:80], ())
            self._examples.append(Example(judged.row, judged.verdict, name[:80], *why))
        if judged.refusal and judged.refusal.code == "row_unknown_person" and len(self._unknown) < 5:
            name = str(judged.refusal.facts["name"])[:60]
            self._unknown += [] if name in self._unknown else [name]


def told(refusal: Refusal) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Its code and facts, as they are kept."""
    return refusal.code, tuple((name, str(value)[:200]) for name, value in refusal.facts.items())


def _judged(office: Office, one: Import, known: Knowledge, rows: Sequence[Read], *, now: datetime) -> list[Judged]:
    listed: list[tuple[int, ListedCustomer | Refusal]] = [(number, row) for number, _, row in rows]
    with office.database.read() as tx:
        return judge(tx, known, listed, workspace_id=one.workspace_id, import_id=one.import_id, now=now)


def show(office: Office, one: Import, *, reading: FileReading, tally: Tally, rows: int, now: datetime) -> None:
    """The list was read: its preview, with the buttons that decide."""
    with office.database.begin() as tx:
        fields = {"reading": reading, "tally": tally, "rows_read": rows, "state": ImportState.READY.value}
        if imports.change(tx, one, was=[ImportState.WAITING], now=now, **fields):
            desk.say_again(tx, one, now=now)


def refuse(office: Office, one: Import, refusal: Refusal, *, now: datetime) -> None:
    """The file as a whole can't be read, or not any more."""
    with office.database.begin() as tx:
        was = [ImportState.WAITING, ImportState.IMPORTING]
        fields = {"problem": told(refusal), "state": ImportState.REFUSED.value}
        if imports.change(tx, one, was=was, now=now, **fields):
            desk.say_again(tx, one, now=now)


def note_report(office: Office, one: Import, file_id: str | None, *, now: datetime) -> None:
    """The file of refused rows has this id at Slack: a second try looks whether it is there. None: Slack will not have it."""
    with office.database.begin() as tx:
        imports.change(tx, one, was=[ImportState.WAITING], now=now, report_file=file_id)


def carry_batch(
    office: Office, one: Import, known: Knowledge, rows: Sequence[Read], *, done: int, tell: bool, now: datetime
) -> Import | None:
    """One batch goes in: the import as it is then, or None where it was stopped or another process is ahead.

    A customer that a note has just added makes the batch be judged again: nothing of it was kept.
    """
    for attempt in range(3):
        try:
            return _carry(office, one, known, rows, done=done, tell=tell, now=now)
        except IntegrityError:
            if attempt == 2:
                raise
    return None


def _carry(
    office: Office, one: Import, known: Knowledge, rows: Sequence[Read], *, done: int, tell: bool, now: datetime
) -> Import | None:
    listed: list[tuple[int, ListedCustomer | Refusal]] = [(number, row) for number, _, row in rows]
    with office.database.begin() as tx:
        if not imports.move_on(tx, one, rows_done=done):
            return None
        judged = judge(tx, known, listed, workspace_id=one.workspace_id, import_id=one.import_id, now=now)
        tally = Carrier(Batch(tx, one, known, now)).carry(judged)
        imports.keep_tally(tx, one, tally)
        if tell:
            desk.say_again(tx, one, now=now)
    return replace(one, rows_done=done, tally=tally)


def credit(office: Office, one: Import, *, after: credit_booking.Mark, now: datetime) -> credit_booking.Mark | None:
    """A step of booking what the won deals of a list bring who developed their customers. The mark to go on from; None at
    the end."""
    with office.database.begin() as tx:
        key = {"workspace_id": one.workspace_id, "import_id": one.import_id}
        return credit_booking.book_list(tx, **key, after=after, now=now)


def finish(office: Office, one: Import, *, now: datetime) -> None:
    """All rows are in: say so, and draw the homes of the new owners."""
    with office.database.begin() as tx:
        if not imports.change(tx, one, was=[ImportState.IMPORTING], now=now, state=ImportState.DONE.value):
            return
        for owner_id in intake.owners_of(tx, workspace_id=one.workspace_id, import_id=one.import_id):
            mail.republish_home(tx, workspace_id=one.workspace_id, person_id=owner_id, now=now)
        counts = {"new": one.tally.new, "matched": one.tally.matched, "activities": one.tally.touches}
        facts = {"import_id": one.import_id, "file": one.file_name, **counts}
        audit.write(tx, workspace_id=one.workspace_id, actor_id=one.person_id, what="imported", now=now, **facts)
        desk.say_again(tx, one, now=now)


def take_back(office: Office, one: Import, *, after: str, now: datetime) -> str | None:
    """A step of undoing: customers first, then what was added to others. The mark to go on from; None at the end."""
    key = {"workspace_id": one.workspace_id, "import_id": one.import_id}
    with office.database.begin() as tx:
        found = intake.untouched(tx, **key, after=after, limit=STEP)
        if found:
            lines = [_gone(one, row, now) for row in found]
            intake.archive(tx, workspace_id=one.workspace_id, ids=[row[0] for row in found], lines=lines, now=now)
            return found[-1][0]
        left = (
            intake.withdraw_touches(tx, **key, now=now, limit=STEP)
            or _drop_deals(tx, one, now=now)
            or intake_besides.remove(tx, **key, limit=STEP)
            or intake.empty_fills(tx, **key, limit=STEP)
            or intake.drop_contacts(tx, **key, limit=STEP)
        )
        if left:
            return after
        tally = replace(one.tally, kept=intake.count_standing(tx, **key))
        if imports.change(tx, one, was=[ImportState.UNDOING], now=now, state=ImportState.UNDONE.value, tally=tally):
            desk.say_again(tx, one, now=now)
    return None


def _drop_deals(tx: Connection, one: Import, *, now: datetime) -> int:
    """Take back some of the deals a list brought, and what was booked for them."""
    key = {"workspace_id": one.workspace_id}
    gone = intake_besides.untouched_deals(tx, **key, import_id=one.import_id, limit=credit_booking.AT_ONCE)
    if gone:
        credit_booking.take_back(tx, gone, **key, now=now)
        intake_besides.drop_deals(tx, gone, **key)
    return len(gone)


def _gone(one: Import, row: tuple[str, str, int, str | None, datetime | None], now: datetime) -> intake.Columns:
    customer_id, _, epoch, owner_id, deadline = row
    return {
        "workspace_id": one.workspace_id,
        "ledger_id": new_id(now),
        "customer_id": customer_id,
        "at": now,
        "actor_id": one.person_id,
        "event": "archived",
        "epoch": epoch + 1,
        "from_owner": owner_id,
        "reason": "import_undone",
        "old_deadline": deadline,
    }

"""A person and a list: dropped, shown, corrected, told to go in, dropped again, taken back. The work itself is done by a
job (operations/in_and_out/importing.py); here only the state moves, and the one message about it is worded anew."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection

from crm.imports import FileReading, Import, ImportState
from crm.notices.conversation import Declined, ImportFile
from crm.people import Person, Role
from crm.refusal import Refusal
from operations import mail
from operations.hearing.heard import message_key
from operations.members import meet
from operations.office import Office
from storage import audit, imports, seen
from storage.ids import new_id


@dataclass(frozen=True, slots=True)
class DroppedFile:
    file_id: str
    name: str
    url: str


def drop_files(
    office: Office,
    *,
    workspace_id: str,
    person_id: str,
    key: tuple[str, str],
    files: Sequence[DroppedFile],
    now: datetime,
) -> None:
    """Somebody drops lists on the bot: each is read, and shown before anything is changed. `key`: channel and ts of the
    message, so that it is taken once. Who may not import is told so."""
    with office.database.begin() as tx:
        if not seen.first_time(tx, workspace_id=workspace_id, key=message_key(*key), now=now):
            return
        person = meet(tx, workspace_id=workspace_id, person_id=person_id)
        if not person.leads:
            mail.post(tx, Declined("import_not_yours", ()), workspace_id=workspace_id, to=person_id, now=now)
            return
        for file in files:
            one = Import(
                workspace_id, new_id(now), person_id, file.name[:255], file.file_id, file.url, ImportState.WAITING
            )
            imports.add(tx, one, now=now)
            say(tx, one, now=now)


def say(tx: Connection, one: Import, *, now: datetime) -> None:
    """The one message about an import."""
    slip = ImportFile(one.import_id)
    mail.post(tx, slip, workspace_id=one.workspace_id, to=one.person_id, now=now, key=card_key(one))


def say_again(tx: Connection, one: Import, *, now: datetime) -> None:
    mail.edit_keyed(tx, workspace_id=one.workspace_id, key=card_key(one), now=now)


def card_key(one: Import) -> str:
    return f"import:{one.import_id}"


def begin_here(
    office: Office, *, workspace_id: str, person_id: str, file_name: str, digest: str, now: datetime
) -> Import:
    """An import on the command line: `digest` is of the file's content. Raises Refusal("import_not_yours")."""
    with office.database.begin() as tx:
        if not meet(tx, workspace_id=workspace_id, person_id=person_id).leads:
            raise Refusal("import_not_yours")
        one = Import(workspace_id, new_id(now), person_id, file_name[:255], None, None, ImportState.WAITING)
        imports.add(tx, one, now=now, digest=digest)
    return one


def begun_here(office: Office, *, workspace_id: str, person_id: str, digest: str) -> Import | None:
    """The import of a file with this content that was killed on its way."""
    with office.database.read() as tx:
        one = imports.of_file(tx, workspace_id=workspace_id, digest=digest)
    return one if one and one.person_id == person_id else None


def find(office: Office, *, workspace_id: str, person_id: str, import_id: str) -> Import:
    """An import as it stands. Raises Refusal: not_allowed, import_gone."""
    with office.database.read() as tx:
        return _own(tx, workspace_id=workspace_id, person_id=person_id, import_id=import_id)


def announce(office: Office, *, one: Import, now: datetime) -> None:
    """Tell an import of the command line in the DM too, where it can be taken back."""
    with office.database.begin() as tx:
        say(tx, one, now=now)


def read_import(office: Office, *, workspace_id: str, person_id: str, import_id: str) -> Import:
    """For the form that corrects how it is read. Raises Refusal: not_allowed, import_gone, import_moved_on."""
    with office.database.read() as tx:
        one = _own(tx, workspace_id=workspace_id, person_id=person_id, import_id=import_id)
    if one.state != ImportState.READY or one.reading is None:
        raise Refusal("import_moved_on")
    return one


def correct(
    office: Office, *, workspace_id: str, person_id: str, import_id: str, reading: FileReading, now: datetime
) -> None:
    """Read the file another way, and remember it for the next list with the same headings.

    Raises Refusal: not_allowed, import_gone, import_moved_on.
    """
    with office.database.begin() as tx:
        one = _own(tx, workspace_id=workspace_id, person_id=person_id, import_id=import_id)
        _move(tx, one, ImportState.READY, ImportState.WAITING, now=now, reading=reading, report_file=None)
        kept = replace(reading, reading=replace(reading.reading, owned_since=None))
        imports.remember(tx, kept, workspace_id=workspace_id, person_id=person_id, now=now)


def start(office: Office, *, workspace_id: str, person_id: str, import_id: str, now: datetime) -> None:
    """Let the rows go in. Raises Refusal: not_allowed, import_gone, import_moved_on."""
    with office.database.begin() as tx:
        one = _own(tx, workspace_id=workspace_id, person_id=person_id, import_id=import_id)
        _move(tx, one, ImportState.READY, ImportState.IMPORTING, now=now, tally=None)
        _audit(tx, one, "import_started", person_id, now)


def drop(office: Office, *, workspace_id: str, person_id: str, import_id: str, now: datetime) -> None:
    """Leave the list alone: nothing of it was kept. Raises Refusal: not_allowed, import_gone, import_moved_on."""
    with office.database.begin() as tx:
        one = _own(tx, workspace_id=workspace_id, person_id=person_id, import_id=import_id)
        _move(tx, one, ImportState.READY, ImportState.DROPPED, now=now)


def undo(office: Office, *, workspace_id: str, person_id: str, import_id: str, now: datetime) -> None:
    """Take a whole import back. Raises Refusal: not_allowed, import_gone, import_moved_on."""
    with office.database.begin() as tx:
        one = _own(tx, workspace_id=workspace_id, person_id=person_id, import_id=import_id)
        _move(tx, one, ImportState.DONE, ImportState.UNDOING, now=now)
        _audit(tx, one, "import_undone", person_id, now)


def _own(tx: Connection, *, workspace_id: str, person_id: str, import_id: str) -> Import:
    person: Person = meet(tx, workspace_id=workspace_id, person_id=person_id)
    one = imports.find(tx, workspace_id=workspace_id, import_id=import_id)
    if one is None:
        raise Refusal("import_gone")
    if not person.leads or (one.person_id != person_id and person.role != Role.ADMIN):
        raise Refusal("not_allowed")
    return one


def _move(tx: Connection, one: Import, was: ImportState, to: ImportState, *, now: datetime, **fields: object) -> None:
    if not imports.change(tx, one, was=[was], now=now, state=to.value, lease_until=0.0, **fields):
        raise Refusal("import_moved_on")
    say_again(tx, one, now=now)


def _audit(tx: Connection, one: Import, what: str, person_id: str, now: datetime) -> None:
    facts = {"import_id": one.import_id, "file": one.file_name, "rows": one.rows_read}
    audit.write(tx, workspace_id=one.workspace_id, actor_id=person_id, what=what, now=now, **facts)

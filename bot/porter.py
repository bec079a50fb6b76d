"""The porter carries lists in and files out: one piece of work at a time a process, leased, and taken up again by
whoever is there after a kill. Nothing here waits for a person, and no person waits for it."""

from __future__ import annotations

import logging
import secrets
import tempfile
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from threading import Event
from typing import IO, Any

from slack_sdk.errors import SlackApiError

from bot.clock import Clock, wall
from bot.files import FileNotMoved, Files
from bot.sheets import write_export
from crm.credits import EXPORTED
from crm.exports import Export
from crm.imports import FileReading, Import, ImportState, Tally
from crm.intake.finance import is_finance
from crm.intake.lists import batches, paper_batches
from crm.refusal import Refusal
from handlers.credits.sheet import write_credits
from handlers.exports import view as exports
from handlers.imports.report import Report, report_comment, report_name
from handlers.kit.speech import Speech
from operations import members
from operations.figures import crediting
from operations.figures.credit_booking import BEGINNING, Mark
from operations.in_and_out import exporting, importing
from operations.in_and_out.finance_lists import FinanceSurvey, carry_papers
from operations.in_and_out.importing import Survey
from operations.office import Office
from storage import imports

log = logging.getLogger(__name__)

TOO_MANY, SERVER_ERROR = 429, 500
LEASE_SECONDS = 60.0
EXPORT_LEASE_SECONDS = 300.0  # making a file has no steps to renew it at
TELL_EVERY_SECONDS = 3.0  # Slack likes a message to be edited no more often


class Overtaken(Exception):  # noqa: N818 - somebody else works at it, or we are to stop
    """This piece of work is no longer ours."""


class Porter:
    def __init__(self, office: Office, files_of: Callable[[str], Files], clock: Clock) -> None:
        self._office, self._files_of, self._clock = office, files_of, clock
        self._name = f"porter-{secrets.token_hex(4)}"
        self._stopping = Event()
        self._held_until = 0.0  # seconds of the real clock

    def stop(self) -> None:
        """Put down what is being carried at the next step; it is taken up again from there."""
        self._stopping.set()

    def carry_lists(self, now: datetime) -> None:
        """Do all the work there is at imports."""
        while not self._stopping.is_set() and (one := self._next()):
            try:
                _WORK[one.state](self, one)
            except Refusal as refusal:
                importing.refuse(self._office, one, refusal, now=self._clock())
            except (Overtaken, FileNotMoved, SlackApiError) as error:
                log.warning("an import is put down for now: %s", error or "overtaken")
                return  # the lease runs out by itself: not at once again
            self._give_back(one)

    def send_exports(self, now: datetime) -> None:
        """Make and send every file that is asked for."""
        while not self._stopping.is_set() and (one := self._next_export()):
            try:
                self._export(one)
            except Refusal:
                exporting.failed(self._office, one, now=self._clock())
            except (FileNotMoved, SlackApiError) as error:
                log.warning("an export could not be sent: %s", error)
                if one.tries + 1 >= exporting.MOST_TRIES:
                    exporting.failed(self._office, one, now=self._clock())
                return

    def _next_export(self) -> Export | None:
        with self._office.database.read() as tx:
            one = imports.export_to_do(tx, wall=wall())
        if one is None:
            return None
        with self._office.database.begin() as tx:
            mine = imports.lease_export(tx, one, by=self._name, wall=wall(), seconds=EXPORT_LEASE_SECONDS)
        return one if mine else None

    def _export(self, one: Export) -> None:
        person = members.read_person(self._office, workspace_id=one.workspace_id, person_id=one.person_id)
        speech = Speech(person.locale, person.zone, self._clock())
        cut = 0
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "customers"
            if one.scope == EXPORTED:
                write_credits(path, *crediting.read_file(self._office, one), speech)
            else:
                customers = exporting.read_export(self._office, one)
                cut = write_export(path, customers, format=one.format, speech=speech).cut
            self._files_of(one.workspace_id).send(
                path,
                name=exports.file_name(one, speech),
                comment=exports.comment(one, speech, cut=cut),
                to=one.person_id,
                before=one.file_id,
                noted=lambda file_id: exporting.note_file(self._office, one, file_id),
            )
        exporting.sent(self._office, one)

    def _next(self) -> Import | None:
        with self._office.database.read() as tx:
            one = imports.to_do(tx, wall=wall())
        if one is None:
            return None
        with self._office.database.begin() as tx:
            mine = imports.lease(tx, one, by=self._name, wall=wall(), seconds=LEASE_SECONDS)
        self._held_until = wall() + LEASE_SECONDS
        return one if mine else None

    def _give_back(self, one: Import) -> None:
        with self._office.database.begin() as tx:
            imports.hold(tx, one, by=self._name, until=0.0)

    def _hold(self, one: Import) -> None:
        """Asked at every step. Raises Overtaken where the lease is another's by now, or we are to stop."""
        if self._stopping.is_set():
            raise Overtaken
        if wall() < self._held_until - LEASE_SECONDS * 3 / 4:
            return
        with self._office.database.begin() as tx:
            held = imports.hold(tx, one, by=self._name, until=wall() + LEASE_SECONDS)
        if not held:
            raise Overtaken
        self._held_until = wall() + LEASE_SECONDS

    def _look(self, one: Import) -> None:
        """Read a list for its preview; what can't go in is sent back first, each row with its reason."""
        person = members.read_person(self._office, workspace_id=one.workspace_id, person_id=one.person_id)
        speech = Speech(person.locale, person.zone, self._clock())
        with (
            self._files_of(one.workspace_id).fetched(one.file_url or "") as file,
            tempfile.TemporaryDirectory() as folder,
        ):
            reading = importing.find_reading(self._office, one, file)
            path = Path(folder) / "rows.csv"
            with path.open("w", encoding="utf-8-sig", newline="") as text:
                report = Report(text, reading.headings, speech)
                tally, rows = survey(self._office, one, file, reading, report, self._clock, lambda: self._hold(one))
            if report.rows:
                self._try_report(one, path, report, speech)
            importing.show(self._office, one, reading=reading, tally=tally, rows=rows, now=self._clock())

    def _try_report(self, one: Import, path: Path, report: Report, speech: Speech) -> None:
        """Send the file back. Where Slack will have none of it, the preview says so, or the list would be read for ever."""
        try:
            self._send_report(one, path, report, speech)
        except SlackApiError as error:
            if error.response.status_code == TOO_MANY or error.response.status_code >= SERVER_ERROR:
                raise
            log.warning("Slack refuses the file of an import: %s", error.response.get("error"))
            importing.note_report(self._office, one, None, now=self._clock())

    def _send_report(self, one: Import, path: Path, report: Report, speech: Speech) -> None:
        self._hold(one)
        self._files_of(one.workspace_id).send(
            path,
            name=report_name(one, speech),
            comment=report_comment(report.rows, speech),
            to=one.person_id,
            before=one.report_file,
            noted=lambda file_id: importing.note_report(self._office, one, file_id, now=self._clock()),
        )

    def _carry(self, one: Import) -> None:
        with self._files_of(one.workspace_id).fetched(one.file_url or "") as file:
            carry(self._office, one, file, self._clock, lambda: self._hold(one))

    def _take_back(self, one: Import) -> None:
        take_back(self._office, one, self._clock, lambda: self._hold(one))


_WORK: dict[ImportState, Callable[[Porter, Import], None]] = {
    ImportState.WAITING: Porter._look,
    ImportState.IMPORTING: Porter._carry,
    ImportState.UNDOING: Porter._take_back,
}


def survey(
    office: Office,
    one: Import,
    file: IO[bytes],
    reading: FileReading,
    report: Report,
    clock: Clock,
    hold: Callable[[], None],
) -> tuple[Tally, int]:
    """The tally of a list and how many rows it has. Without a column of names there is nothing to count.

    Raises Refusal("no_rows") where there is nothing below the headings, and what the file itself makes impossible.
    """
    rows = 0
    if "name" not in reading.reading.columns:
        return Tally(), rows
    known = importing.know(office, one, reading)
    rows_of, _ = _ways(reading)
    look: Any = (FinanceSurvey if is_finance(reading) else Survey)(office, one, known, report.keep)
    for done, batch in rows_of(file, reading):
        hold()
        rows = done
        look.look(batch, now=clock())
    if not rows:
        raise Refusal("no_rows")
    tally: Tally = look.tally()
    return tally, rows


def carry(
    office: Office,
    one: Import,
    file: IO[bytes],
    clock: Clock,
    hold: Callable[[], None],
    told: Callable[[Import], None] = lambda one: None,
) -> None:
    """Carry in what is left of a list; `told` hears how far it is. Raises Overtaken."""
    assert one.reading is not None
    known = importing.know(office, one, one.reading)
    rows_of, carry_batch = _ways(one.reading)
    last_told = wall()
    for done, batch in rows_of(file, one.reading, done=one.rows_done):
        hold()
        tell = wall() - last_told > TELL_EVERY_SECONDS
        moved = carry_batch(office, one, known, batch, done=done, tell=tell, now=clock())
        if moved is None:
            raise Overtaken
        one = moved
        told(one)
        last_told = wall() if tell else last_told
    mark: Mark | None = BEGINNING
    while mark is not None:
        hold()
        mark = importing.credit(office, one, after=mark, now=clock())
    importing.finish(office, one, now=clock())


def _ways(reading: FileReading) -> tuple[Callable[..., Iterator[tuple[int, Any]]], Callable[..., Import | None]]:
    """How a list is cut into batches, and how one of them goes in: finance's papers, or customers."""
    return (paper_batches, carry_papers) if is_finance(reading) else (batches, importing.carry_batch)


def take_back(office: Office, one: Import, clock: Clock, hold: Callable[[], None]) -> None:
    mark: str | None = ""
    while mark is not None:
        hold()
        mark = importing.take_back(office, one, after=mark, now=clock())

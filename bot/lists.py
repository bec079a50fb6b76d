"""`dibs import` and `dibs export`: the same work as in the DM, at the operator's desk, for files too large to drop."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import click

from bot.clock import Clock, business_clock
from bot.porter import carry, survey
from bot.settings import Settings
from bot.sheets import write_export
from bot.tongue import Said, ask, refused, tongue
from crm.exports import Export
from crm.imports import Import
from crm.intake.finance import is_finance
from crm.people import Person
from crm.refusal import Refusal
from handlers.exports.view import comment
from handlers.exports.words import read_export
from handlers.imports.report import Report
from handlers.kit.speech import Speech
from handlers.operator import view
from operations import members
from operations.directory import Directory
from operations.in_and_out import exporting, importing, imports
from operations.office import Office
from storage.database import Database
from storage.migrations import upgrade


class Desk:
    """The office opened without Slack, for one person of the workspace."""

    def __init__(self, settings: Settings, who: str) -> None:
        upgrade(settings.database_url)
        self.database = Database(settings.database_url)
        self.office = Office(self.database, Directory(self.database))
        self.clock: Clock = business_clock(settings.clock_file)
        self.person: Person = members.find_person(self.office, named=who)
        self.speech = tongue(self.person)

    @property
    def key(self) -> dict[str, str]:
        return {"workspace_id": self.person.workspace_id, "person_id": self.person.person_id}


@contextmanager
def desk(settings: Settings, who: str) -> Iterator[Desk]:
    """Opened, and closed at the end. A refusal is said in the person's words."""
    speech = tongue()
    try:
        opened = Desk(settings, who)
        speech = opened.speech
        try:
            yield opened
        finally:
            opened.database.dispose()
    except Refusal as refusal:
        raise refused(refusal, speech) from None


def import_list(settings: Settings, path: Path, who: str, *, yes: bool, finance: bool = False) -> None:
    """Shows what a list would bring, asks, and carries it in; the same file again goes on where it was killed."""
    with desk(settings, who) as at, path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        one = imports.begun_here(at.office, **at.key, digest=digest)
        if one:
            click.echo(view.going_on(one, at.speech))
        else:
            one = _look(at, path, digest, finance=finance)
            if not yes:
                ask(view.shall_it_go_in(at.speech), at.speech)
            imports.start(at.office, **at.key, import_id=one.import_id, now=at.clock())
            one = imports.find(at.office, **at.key, import_id=one.import_id)
        carry(at.office, one, file, at.clock, _no_lease, told=lambda moved: _progress(moved, at.speech))
        done = imports.find(at.office, **at.key, import_id=one.import_id)
        imports.announce(at.office, one=done, now=at.clock())
        click.echo(view.imported(done, at.speech))


def _look(at: Desk, path: Path, digest: str, *, finance: bool) -> Import:
    one = imports.begin_here(at.office, **at.key, file_name=path.name, digest=digest, now=at.clock())
    sent_back = path.with_name(f"{path.stem}.to-mend.csv")
    report = None
    try:
        with path.open("rb") as file, sent_back.open("w", encoding="utf-8-sig", newline="") as text:
            reading = importing.find_reading(at.office, one, file)
            report = Report(text, reading.headings, at.speech)
            tally, rows = survey(at.office, one, file, reading, report, at.clock, _no_lease)
    finally:
        if report is None or not report.rows:
            sent_back.unlink()
    importing.show(at.office, one, reading=reading, tally=tally, rows=rows, now=at.clock())
    if "name" not in reading.reading.columns:
        raise Said(view.no_name_column(at.speech))
    if finance and not is_finance(reading):
        raise Said(view.no_finance_list(at.speech))
    one = replace(one, reading=reading, tally=tally, rows_read=rows)
    for line in view.preview(one, reading, at.speech):
        click.echo(line)
    if report.rows:
        click.echo(view.to_mend(sent_back, at.speech))
    return one


def _progress(one: Import, speech: Speech) -> None:
    if one.rows_done % 10_000 < 500:
        click.echo(view.progress(one, speech))


def _no_lease() -> None:
    """The command line works alone at its file."""


def export_customers(settings: Settings, path: Path, who: str, scope: str, only: str = "") -> None:
    """Writes the file here instead of sending it; noted and capped as any export."""
    with desk(settings, who) as at:
        wanted = read_export(only)
        if wanted.unknown:
            raise Said(view.cant_read_only(wanted.unknown, at.speech))
        format_ = "xlsx" if path.suffix.lower() == ".xlsx" else "csv"
        one: Export = exporting.ask_export(
            at.office, **at.key, scope=scope, format=format_, narrowed=wanted.narrowed, now=at.clock(), by_hand=True
        )
        written = write_export(path, exporting.read_export(at.office, one), format=format_, speech=at.speech)
        exporting.sent(at.office, one)
        noted = replace(one, customers=written.customers)
        click.echo(f"{path}{at.speech.colon}{comment(noted, at.speech, cut=written.cut)}")

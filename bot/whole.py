"""`dibs export --all` and `dibs restore`: what is in Dibs belongs to those who put it there, and can go elsewhere whole."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from bot.clock import business_clock
from bot.settings import Settings
from bot.tongue import refused, tongue
from crm.refusal import Refusal
from crm.whole.crate import Crate
from handlers.operator import view
from operations.directory import Directory
from operations.in_and_out import whole_copies
from operations.office import Office
from storage.database import Database
from storage.migrations import newest, reached, revisions, upgrade

OWNER_ONLY = 0o600  # everything is in it


def export_whole(settings: Settings, path: Path, workspace_id: str | None) -> None:
    """Written beside its place and moved there when it is whole, so that no half of one is taken for a copy."""
    upgrade(settings.database_url)
    now = business_clock(settings.clock_file)()
    beside = path.with_name(f"{path.name}.part")
    with _office(settings) as office:
        chosen = whole_copies.note_copy(office, workspace_id=workspace_id, now=now)
        try:
            with os.fdopen(os.open(beside, os.O_CREAT | os.O_TRUNC | os.O_RDWR, OWNER_ONLY), "w+b") as file:
                manifest = whole_copies.write_copy(office, workspace_id=chosen, file=file, now=now)
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
    rows = sum(table.rows for table in manifest.tables)
    click.echo(view.copied(rows, len(manifest.tables), path, tongue()))


def restore_whole(settings: Settings, path: Path) -> None:
    """The file is read and checked whole before the database is touched."""
    now = business_clock(settings.clock_file)()
    with _office(settings) as office, path.open("rb") as file:
        crate = Crate(file)
        schema = crate.manifest.schema
        if schema not in revisions():
            raise Refusal("copy_too_new", version=schema, known=newest())
        crate.check()
        _make_tables(settings, office, schema)
        rows = whole_copies.restore_copy(office, crate=crate, now=now)
        upgrade(settings.database_url)
    click.echo(view.restored(rows, crate.manifest.workspace or crate.manifest.workspace_id, tongue()))


def _make_tables(settings: Settings, office: Office, schema: str) -> None:
    """Tables as they were when the copy was made; the way from there is the migrations'. Raises Refusal: copy_other_tables."""
    with office.database.read() as tx:
        there = reached(tx)
    if there not in (None, schema):
        raise Refusal("copy_other_tables", there=there, schema=schema)
    upgrade(settings.database_url, schema)


@contextmanager
def _office(settings: Settings) -> Iterator[Office]:
    """The office without Slack. A refusal is said to the operator."""
    database = Database(settings.database_url)
    try:
        yield Office(database, Directory(database))
    except Refusal as refusal:
        raise refused(refusal, tongue()) from None
    finally:
        database.dispose()

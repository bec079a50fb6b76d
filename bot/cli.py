"""The command: dibs run | demo | db | manifest | doctor | keys | import | export | restore | erase | read."""

import gc
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from bot import logs
from bot.settings import Settings, SettingsRefused, read_settings
from bot.tongue import Said, speaks, tongue


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@speaks
@click.version_option(package_name="dibs")
def main() -> None:
    """Dibs, the CRM that lives in Slack."""
    logs.set_up("text")


def _settings() -> Settings:
    try:
        return read_settings()
    except SettingsRefused as refused:
        raise Said(str(refused)) from None


@main.command()
@speaks
def run() -> None:
    """Run the bot, over Socket Mode or HTTP as the settings say."""
    settings = _settings()
    logs.set_up(settings.log)
    try:
        settings.require_tokens()
    except SettingsRefused as refused:
        raise Said(str(refused)) from None
    with _kept_for_good():  # two seconds' reading, not to be waited for by who left out a setting
        from bot import socket, web
        from bot.app import Dibs
        from storage.migrations import upgrade

    upgrade(settings.database_url)
    dibs = Dibs(settings)
    try:
        _or_say_why(dibs.introduce)
    except SettingsRefused as refused:
        raise Said(str(refused)) from None
    (socket if settings.transport == "socket" else web).serve(dibs)


@main.command()
@click.option("--browser/--no-browser", default=True, help="Open the page in a browser.")
@click.option("--port", default=8484, show_default=True, help="Where the sandbox listens; another if it is taken.")
@click.option("--empty", is_flag=True, help="Start without sample data.")
def demo(browser: bool, port: int, empty: bool) -> None:
    """A small Slack in the browser, with the real bot behind it and sample data."""
    from bot.demo import run_demo

    run_demo(browser=browser, port=port, with_sample_data=not empty)


@main.group()
def db() -> None:
    """The database."""


@db.command("upgrade")
@speaks
def db_upgrade() -> None:
    """Bring the database to the tables this version knows."""
    from handlers.operator import view
    from storage.migrations import newest, upgrade

    upgrade(_settings().database_url)
    click.echo(view.database_at(newest(), tongue()))


@main.command()
@click.option("--url", help="Public address of the bot, for HTTP; without it the manifest is for Socket Mode.")
def manifest(url: str | None) -> None:
    """Print the manifest to create the Slack app from."""
    from bot.manifest import read_manifest

    click.echo(read_manifest(url), nl=False)


@main.command()
@speaks
def doctor() -> None:
    """Check settings, tokens, scopes, database, migrations and clock, and say what to do."""
    from bot.doctor import examine

    sys.exit(0 if examine(_settings(), click.echo, tongue()) else 1)


@main.group()
def keys() -> None:
    """The keys that lock the tokens of many workspaces."""


@keys.command("new")
def keys_new() -> None:
    """Print a new key for DIBS_TOKEN_KEYS."""
    from bot.crypto import new_key

    click.echo(new_key())


@keys.command("rotate")
@speaks
def keys_rotate() -> None:
    """Lock every token that is stored under the first key of DIBS_TOKEN_KEYS; the others can go then."""
    from bot.keys import rotate

    rotate(_settings())


@main.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--as", "who", required=True, help="E-mail or Slack id of the manager or admin who imports.")
@click.option("--yes", is_flag=True, help="Don't ask after the preview.")
@click.option("--finance", is_flag=True, help="Orders, invoices or receipts: refuse any other list.")
@speaks
def import_(file: Path, who: str, yes: bool, finance: bool) -> None:
    """Import a list of customers, or of finance's papers (CSV or XLSX): shown first; run it again to go on after a kill."""
    from bot.lists import import_list

    import_list(_settings(), file, who, yes=yes, finance=finance)


@main.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--as", "who", help="E-mail or Slack id of the person whose view it is.")
@click.option("--scope", type=click.Choice(["mine", "team", "all"]), default="all", show_default=True)
@click.option("--only", default="", help="What narrows it: “grade A”, “source website”, “city Boston”, “pool” …")
@click.option("--all", "everything", is_flag=True, help="Everything there is, to be kept or restored elsewhere.")
@click.option("--workspace", help="With --all: which workspace, where there are several.")
@speaks
def export(file: Path, who: str | None, scope: str, only: str, everything: bool, workspace: str | None) -> None:
    """Export customers to a .csv or .xlsx file, as this person may see them; or, with --all, everything there is."""
    from bot.lists import export_customers
    from bot.whole import export_whole
    from handlers.operator import view

    if everything:
        export_whole(_settings(), file, workspace)
    elif who:
        export_customers(_settings(), file, who, scope, only)
    else:
        raise Said(view.whose_view(tongue()))


@main.command()
@click.argument("named")
@click.option("--as", "who", required=True, help="E-mail or Slack id of the admin who erases.")
@click.option("--customer", help="Only the contact at this customer.")
@click.option("--yes", is_flag=True, help="Don't ask.")
@speaks
def erase(named: str, who: str, customer: str | None, yes: bool) -> None:
    """Erase a contact (by name, phone or e-mail) or a former colleague (by Slack id); what was done stays, unnamed."""
    from bot.erasing import erase as erase_person

    erase_person(_settings(), named, who, customer, yes=yes)


@main.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@speaks
def restore(file: Path) -> None:
    """Bring what `dibs export --all` wrote back into an empty database, SQLite or PostgreSQL."""
    from bot.whole import restore_whole

    restore_whole(_settings(), file)


@main.command()
@click.option("--dates", is_flag=True, help="Rows of date phrases instead of notes.")
@speaks
def read(dates: bool) -> None:
    """Read notes (JSON lines on standard input) and write what was understood (JSON lines)."""
    from crm.reading.rows import predict, predict_date
    from handlers.operator import view

    for number, line in enumerate(sys.stdin, start=1):
        if line.strip():
            try:
                row = json.loads(line)
                read = predict_date(row) if dates else predict(row)
            except (ValueError, TypeError, AttributeError, KeyError):
                raise Said(view.no_row(number, tongue())) from None
            click.echo(json.dumps(read, ensure_ascii=False))


@contextmanager
def _kept_for_good() -> Iterator[None]:
    """What is read in here stays as long as the process: it is not searched for rubbish while it comes, which is a quarter
    of the start, nor ever after, so that a forked worker shares its memory."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def _or_say_why(introduce: Callable[[], object]) -> None:
    """Slack refuses us, or can't be reached: say what to do, not where in the code."""
    from slack_sdk.errors import SlackApiError

    from handlers.operator import view

    try:
        introduce()
    except SlackApiError as error:
        raise Said(view.slack_says(error.response.get("error"), tongue())) from None
    except OSError as error:
        raise Said(view.slack_away(error, tongue())) from None

"""`dibs keys rotate`: every stored token under the newest key, while Dibs runs or not."""

import click
from sqlalchemy.exc import DBAPIError

from bot.crypto import TokenUnreadable
from bot.settings import Settings, SettingsRefused
from operations import installing
from operations.directory import Directory
from operations.office import Office
from storage.database import Database


def rotate(settings: Settings) -> None:
    database = Database(settings.database_url)
    try:
        done = installing.lock_anew(Office(database, Directory(database)), lock=settings.safe().lock_anew)
    except SettingsRefused as refused:
        raise click.ClickException(str(refused)) from None
    except DBAPIError:
        raise click.ClickException("The database has no tables for it yet. Run: dibs db upgrade") from None
    except TokenUnreadable as error:
        raise click.ClickException(
            f"DIBS_TOKEN_KEYS: no key opens the token of {error}. Add the key it was stored under, behind the new one."
        ) from None
    finally:
        database.dispose()
    click.echo(f"{done} tokens are locked under the first key. The others can be taken out of DIBS_TOKEN_KEYS.")

"""`dibs keys rotate`: every stored token under the newest key, while Dibs runs or not."""

import click
from sqlalchemy.exc import DBAPIError

from bot.crypto import TokenUnreadable
from bot.settings import Settings, SettingsRefused
from bot.tongue import Said, tongue
from handlers.operator import view
from operations import installing
from operations.directory import Directory
from operations.office import Office
from storage.database import Database


def rotate(settings: Settings) -> None:
    database = Database(settings.database_url)
    try:
        done = installing.lock_anew(Office(database, Directory(database)), lock=settings.safe().lock_anew)
    except SettingsRefused as refused:
        raise Said(str(refused)) from None
    except DBAPIError:
        raise Said(view.no_tables(tongue())) from None
    except TokenUnreadable as error:
        raise Said(view.no_key(error, tongue())) from None
    finally:
        database.dispose()
    click.echo(view.relocked(done, tongue()))

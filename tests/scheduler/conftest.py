"""Letters are carried on both databases."""

from tests.kept_engines import database_url, engines, folder

__all__ = ["database_url", "engines", "folder"]

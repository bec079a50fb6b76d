"""Databases for tests that need many: the engines are kept from one to the next, with the statements they have compiled,
and SQLite's file lies in memory where the machine offers one. A package's conftest takes the two fixtures over.

Not for the tests of storage/, which look into engines.
"""

import functools
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from storage import database as storage_database
from tests.conftest import DIALECTS, empty_tables

IN_MEMORY = Path("/dev/shm")


@pytest.fixture(scope="package", autouse=True)
def engines() -> Iterator[list[Engine]]:
    """One engine an address: compiling every statement anew for each test takes longer than the test."""
    made: list[Engine] = []

    def made_once(make: Callable[..., Engine]) -> Callable[..., Engine]:
        @functools.cache
        def engine(*how: Any) -> Engine:
            made.append(make(*how))
            return made[-1]

        return engine

    with pytest.MonkeyPatch.context() as patch:
        for name in ("_sqlite", "_postgresql"):
            patch.setattr(storage_database, name, made_once(getattr(storage_database, name)))
        yield made
    for engine in made:
        engine.dispose()


@pytest.fixture(scope="package")
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(dir=IN_MEMORY if IN_MEMORY.is_dir() else None, prefix="dibs-tests-") as made:
        yield Path(made)


@pytest.fixture(params=DIALECTS)
def database_url(request: pytest.FixtureRequest, folder: Path, engines: list[Engine]) -> str:
    """The address of a database with every table and no row; the test runs once on each kind."""
    for engine in engines:
        engine.dispose()  # what the last test left open would be open on its file, which is gone
    if request.param == "sqlite":
        for left in folder.glob("dibs.db*"):
            left.unlink()
        path = folder / "dibs.db"
        path.write_bytes(request.getfixturevalue("empty_sqlite"))
        return f"sqlite:///{path}"
    url: str = request.getfixturevalue("empty_postgresql")
    empty_tables(url)
    return url

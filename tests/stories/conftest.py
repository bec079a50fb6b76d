"""Stories are played on both databases; at the end of each, nothing the bot said was refused, nothing it heard was left.

There are many of them, so what they share is made once: the engines with their compiled statements, and the place of the
SQLite file, in memory where the machine offers one.
"""

import functools
import os
import tempfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from storage import database as storage_database
from tests.conftest import DIALECTS, empty_tables
from tests.stories.company import Company
from tests.stories.founded import Founded

IN_MEMORY = Path("/dev/shm")
ONE_IN = 16  # stories played on PostgreSQL too; DIBS_EVERY_STORY=1 plays all of them there
ALWAYS = ("test_a_note_keeps_a_customer.py", "test_the_ladder.py")  # the main job, on both


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Every story is played on SQLite, and one in sixteen, by its name, on PostgreSQL as well: the ordinary run stays short.

    What the two databases do differently has tests of its own on both, in storage/, scheduler/, operations/ and races/.
    """
    if os.environ.get("DIBS_EVERY_STORY"):
        return
    left_out = {item for item in items if "tests/stories/" in item.nodeid and not _is_played(item.nodeid)}
    config.hook.pytest_deselected(items=list(left_out))
    items[:] = [item for item in items if item not in left_out]


def _is_played(nodeid: str) -> bool:
    always = any(name in nodeid for name in ALWAYS)
    return always or "[postgresql" not in nodeid or zlib.crc32(nodeid.encode()) % ONE_IN == 0


@pytest.fixture(scope="session", autouse=True)
def engines() -> Iterator[list[Engine]]:
    """One engine an address: compiling every statement anew for each story takes longer than the story."""
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


@pytest.fixture(scope="session")
def story_folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(dir=IN_MEMORY if IN_MEMORY.is_dir() else None, prefix="dibs-stories-") as folder:
        yield Path(folder)


@pytest.fixture(params=DIALECTS)
def database_url(request: pytest.FixtureRequest, story_folder: Path, engines: list[Engine]) -> str:
    """The address of a database with every table and no row; the story is played once on each kind."""
    for engine in engines:
        engine.dispose()  # what the last story left open would be open on its file, which is gone
    if request.param == "sqlite":
        for left in story_folder.glob("dibs.db*"):
            left.unlink()
        path = story_folder / "dibs.db"
        path.write_bytes(request.getfixturevalue("empty_sqlite"))
        return f"sqlite:///{path}"
    url: str = request.getfixturevalue("empty_postgresql")
    empty_tables(url)
    return url


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory, empty_sqlite: bytes) -> Founded:
    """A company that was founded once, on SQLite: its rows fit both databases."""
    path = tmp_path_factory.mktemp("founded") / "dibs.db"
    path.write_bytes(empty_sqlite)
    return Founded.on(f"sqlite:///{path}")


@pytest.fixture
def firm(database_url: str, founded: Founded) -> Iterator[Company]:
    """A company with a team and the clock running from tomorrow."""
    with founded.company(database_url) as one:
        yield one
        assert one.troubles() == []

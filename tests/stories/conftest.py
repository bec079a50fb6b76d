"""Stories are played on both databases; at the end of each, nothing the bot said was refused, nothing it heard was left.

There are many of them, so what they share is made once: the engines, and the company they begin with.
"""

import os
import zlib
from collections.abc import Iterator

import pytest

from tests.kept_engines import database_url, engines, folder
from tests.stories.company import Company
from tests.stories.founded import Founded

__all__ = ["database_url", "engines", "folder"]

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

"""A yard on both databases."""

from collections.abc import Iterator

import pytest

from tests.kept_engines import database_url, engines, folder
from tests.yard import Yard, yard

__all__ = ["database_url", "engines", "folder"]


@pytest.fixture
def company(database_url: str) -> Iterator[Yard]:
    with yard(database_url) as one:
        yield one

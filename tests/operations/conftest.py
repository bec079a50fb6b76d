"""A yard on both databases."""

from collections.abc import Iterator

import pytest

from tests.yard import Yard, yard


@pytest.fixture
def company(database_url: str) -> Iterator[Yard]:
    with yard(database_url) as one:
        yield one

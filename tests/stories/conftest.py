"""Stories are played on both databases."""

from collections.abc import Iterator

import pytest

from tests.stories.company import Company, company


@pytest.fixture
def firm(database_url: str) -> Iterator[Company]:
    """A company with a team and the clock running from tomorrow."""
    with company(database_url) as one:
        yield one.build()

"""Stories are played on both databases; at the end of each, nothing the bot said was refused, nothing it heard was left."""

from collections.abc import Iterator

import pytest

from tests.stories.company import Company, company


@pytest.fixture
def firm(database_url: str) -> Iterator[Company]:
    """A company with a team and the clock running from tomorrow."""
    with company(database_url) as one:
        yield one.build()
        assert one.troubles() == []

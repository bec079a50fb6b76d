"""A name in a note and the people we know."""

import pytest

from crm.contacts import known_as


@pytest.mark.parametrize(
    ("name", "known", "meant"),
    [
        ("Jane", ["Jane Wu", "Tom"], "Jane Wu"),
        ("Jane Wu", ["Jane"], "Jane"),
        ("jane wu", ["Jane Wu"], "Jane Wu"),
        ("Jane", ["Jane Wu", "Jane Lee"], None),
        ("Wu", ["Jane Wu"], None),
        ("李经理", ["李强"], None),
        ("李强", ["李强", "李"], "李强"),
    ],
)
def test_a_given_name_means_the_one_person_who_bears_it(name: str, known: list[str], meant: str | None) -> None:
    assert known_as(name, known) == meant

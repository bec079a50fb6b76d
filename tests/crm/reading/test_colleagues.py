"""A colleague is found by parts of the name, in any order, and by its sound."""

import pytest

from crm.reading.colleagues import goes_by


@pytest.mark.parametrize(
    ("name", "query"),
    [
        ("王19", "王 19"),
        ("王19", "19 王"),
        ("王１９", "王19"),
        ("陈梅", "chenm"),
        ("Tom Reed", "reed tom"),
        ("Tom Reed", "to re"),
        ("José Díaz (Berlin)", "berlin josé"),
        ("Tom Reed", " "),
    ],
)
def test_parts_in_any_order_find_them(name: str, query: str) -> None:
    assert goes_by(name, query)


@pytest.mark.parametrize(
    ("name", "query"), [("王19", "王 20"), ("王19", "李 19"), ("Tom Reed", "tom reid"), ("王", "19")]
)
def test_a_part_that_is_not_there_finds_nobody(name: str, query: str) -> None:
    assert not goes_by(name, query)

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm.day_list import LONGEST_SPAN, MOST_DAYS, SetDay, Unreadable, kept, read_days, with_days

MAY_4, MAY_9 = date(2026, 5, 4), date(2026, 5, 9)
names = st.text("abc ２9国庆休班off", max_size=20).map(str.strip)
set_days = st.builds(SetDay, st.dates(date(2025, 1, 1), date(2027, 12, 31)), st.sampled_from(("off", "working")), names)


@pytest.mark.parametrize(
    "line",
    [
        "2026-05-04 off",
        "2026/5/4 休",
        "2026年5月4日 放假",
        "２０２６-05-04，休息",
        "2026.05.04;OFF",
        "\ufeff2026-05-04,holiday",
    ],
)
def test_a_day_off_is_written_in_many_ways(line: str) -> None:
    assert read_days(line) == (SetDay(MAY_4, "off"),)


@pytest.mark.parametrize("line", ["2026-05-09 working", "2026-05-09 上班", "2026年5月9日 补班", "2026-05-09,班"])
def test_so_is_a_day_that_is_worked(line: str) -> None:
    assert read_days(line) == (SetDay(MAY_9, "working"),)


def test_a_name_may_follow_or_stand_before() -> None:
    assert read_days("2026-05-04 off Founders' day") == (SetDay(MAY_4, "off", "Founders' day"),)
    assert read_days("date,name,kind\n2026-05-04,公司周年,休") == (SetDay(MAY_4, "off", "公司周年"),)


def test_a_span_is_every_day_of_it() -> None:
    days = [one.day for one in read_days("2026-05-01 to 2026-05-04 off")]
    assert days == [date(2026, 5, n) for n in range(1, 5)]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("2026-05-04", 1),
        ("2026-05-04 off\n\nsoon", 3),
        ("2026-02-30 off", 1),
        ("2026-05-04 offsite", 1),
        ("2026-05-04..2026-05-01 off", 1),
        ("2026-01-01..2026-12-31 off", 1),
    ],
)
def test_a_line_nobody_can_read_is_named(text: str, line: int) -> None:
    with pytest.raises(Unreadable) as unreadable:
        read_days(text)
    assert unreadable.value.line == line


def test_too_many_days_are_refused() -> None:
    span = timedelta(days=LONGEST_SPAN)
    starts = [date(2026, 1, 1) + n * (span + timedelta(days=1)) for n in range(MOST_DAYS // LONGEST_SPAN + 1)]
    lines = "\n".join(f"{start}..{start + span} off" for start in starts)
    with pytest.raises(Unreadable) as unreadable:
        read_days(lines)
    assert unreadable.value.line == 0


@given(st.lists(set_days, max_size=20), st.lists(set_days, max_size=20))
def test_the_last_word_on_a_day_is_kept_and_read_as_it_was_said(first: list[SetDay], then: list[SetDay]) -> None:
    text = with_days(with_days("", first), then)
    assert {one.day: one for one in kept(text)} == {one.day: one for one in (*first, *then)}
    assert with_days(text, [SetDay(one.day, "published") for one in kept(text)]) == ""


@given(st.text(max_size=200))
def test_no_text_does_harm(text: str) -> None:
    try:
        assert len(read_days(text)) <= MOST_DAYS
    except Unreadable as error:
        assert error.line >= 0

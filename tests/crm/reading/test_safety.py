"""Any text at all is read, quickly, the same every time."""

import time
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crm.reading import CustomerIndex, KnownCustomer, ReadingContext, read_date, read_note

NOW = datetime.fromisoformat("2026-03-11T16:20")
KNOWN = (
    KnownCustomer("C1", "Acme Corp", contacts=("Jane Wu",)),
    KnownCustomer("C2", "华为技术有限公司"),
    KnownCustomer("C3", "Monday Motors"),
    KnownCustomer("C4", "May Mobility"),
)
INDEX = CustomerIndex(KNOWN)
CONTEXT = ReadingContext(now=NOW, own=frozenset(customer.customer_id for customer in KNOWN))
PIECES = st.sampled_from(
    [
        "Acme",
        "Jane",
        "monday",
        "next",
        "tomorrow",
        "3pm",
        "at",
        "12k",
        "$",
        "5",
        "/",
        "-",
        ".",
        ",",
        ":",
        "the",
        "24th",
        "in",
        "days",
        "下周三",
        "下午",
        "华为",
        "李经理",
        "预算",
        "20万",
        "号",
        "半",
        "sent",
        "quote",
        "\n",
        "(",
        ")",
        "'s",
        "@",
        "<@U1>",
        "&amp;",
        "99999999999",
        "二〇二六",
        "年",
        "月",
        "by",
        "of",
        "last",
        "ago",
        "two",
        "twenty",
        "May",
        "Q3",
        "eom",
        "¥",
        "每",
        "套",
        "\u200d",
        "é",
        "٣",
        "²",
        "Ⅷ",
        "①",
        "万",
        "亿",
        "千",
        "W",
        "k",
        "31/12",
        "29/2",
        "24:00",
        "0",
        "for",
        "18,320.50",
        "3.14",
        "11.11",
        "who owns",
        "谁在跟",
        "Hooli",
        ";",
        "this morning",
        "a week",
        "出结果",
    ]
)


@given(st.text(max_size=300))
def test_any_text_is_read_without_an_error(text: str) -> None:
    read_note(text, customers=INDEX, context=CONTEXT)


@settings(max_examples=300)
@given(st.lists(PIECES, max_size=30), st.sampled_from(["", " "]))
def test_any_run_of_known_words_is_read_without_an_error(pieces: list[str], between: str) -> None:
    read_note(between.join(pieces), customers=INDEX, context=CONTEXT)


@given(
    st.lists(PIECES, max_size=12),
    st.datetimes(),
    st.sampled_from(["MDY", "DMY", "YMD", ""]),
)
def test_any_phrase_is_dated_at_any_time_without_an_error(pieces: list[str], now: datetime, order: str) -> None:
    read_date(" ".join(pieces), now=now, date_order=order)


@given(st.lists(PIECES, max_size=15))
def test_the_same_message_is_read_the_same_twice(pieces: list[str]) -> None:
    text = " ".join(pieces)
    assert read_note(text, customers=INDEX, context=CONTEXT) == read_note(text, customers=INDEX, context=CONTEXT)


@pytest.mark.parametrize(
    "text",
    [
        "received PO 4500123 for 18,320.50",
        "Got CTO Ar MeLomax, Lomax aStraits Robotic",  # a new name that is also the end of a word
    ],
)
def test_what_once_broke_the_reading_is_read(text: str) -> None:
    assert read_note(text, customers=INDEX, context=CONTEXT).intent == "log"


@pytest.mark.parametrize(
    "piece",
    [
        "华",
        "1-",
        "周一",
        "Acme Foo ",
        "call Jane tomorrow ",
        "(",
        "1,234,",
        "王总 ",
        "sent the ",
        "\u0301",
        "<",
        "3/4 ",
    ],
)
def test_forty_thousand_characters_take_hardly_longer_than_four_thousand(piece: str) -> None:
    def took(size: int) -> float:
        text = (piece * size)[:size]
        started = time.process_time()
        read_note(text, customers=INDEX, context=CONTEXT)
        return time.process_time() - started

    assert any(took(40_000) < 5 * took(4_000) + 0.2 for _ in range(3))  # whatever else the machine does beside it

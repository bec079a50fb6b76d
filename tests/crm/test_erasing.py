"""What identifies a person is gone wherever it stands, and nothing else is."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crm.erasing import MARK, redacted, same_phone, traces_of

JANE = traces_of("Jane Wu", phone="+1 (617) 555-0101", email="jane@acme.example", others=("Bob Lee",))
LI = traces_of("李小明", phone="+86 138 0013 8000", email=None)


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("called Acme, spoke with Jane Wu, she wants 50 seats", f"called Acme, spoke with {MARK}, she wants 50 seats"),
        ("JANE  WU and Jane's boss; Janet stays", f"{MARK} and {MARK}'s boss; Janet stays"),
        ("mail Jane@Acme.example, not mary.jane@acme.example2", f"mail {MARK}, not mary.{MARK}@acme.example2"),
        ("617.555.0101 or +16175550101, not 555 0102", f"{MARK} or {MARK}, not 555 0102"),
        ("Wu has called", "Wu has called"),  # two letters are too common a word
    ],
)
def test_a_contact_is_taken_out_of_a_note(said: str, left: str) -> None:
    assert redacted(said, JANE) == left


def test_a_chinese_name_needs_no_spaces_and_a_mobile_no_country() -> None:
    assert redacted("刚给新华的李小明打了电话13800138000", LI) == f"刚给新华的{MARK}打了电话{MARK}"


def test_what_a_colleague_shares_stays() -> None:
    both = traces_of("Jane Wu", phone=None, email=None, others=("Jane Smith",))
    assert redacted("Jane Wu and Jane Smith", both) == f"{MARK} and Jane Smith"


def test_beyond_their_own_customer_only_whole_names_are_looked_for() -> None:
    assert redacted("Jane of Globex and Jane Wu", JANE.far) == f"Jane of Globex and {MARK}"
    assert redacted("Li called", traces_of("Li", phone=None, email=None).far) == "Li called"


@given(st.text(max_size=60), st.text(max_size=60))
@settings(max_examples=50)
def test_in_json_only_texts_change_and_it_stays_json(before: str, after: str) -> None:
    facts = {"name": f"{before} Jane Wu {after}", "n": [1, None, "Jane Wu"], "Jane Wu": True}
    clean = json.loads(redacted(json.dumps(facts), JANE))
    assert clean["n"] == [1, None, MARK] and clean["Jane Wu"] is True and "Jane Wu" not in clean["name"]


@given(st.text(max_size=80))
@settings(max_examples=50)
def test_what_was_redacted_once_is_redacted(text: str) -> None:
    clean = redacted(text, JANE)
    assert redacted(clean, JANE) == clean


def test_a_number_is_the_same_with_and_without_its_country() -> None:
    assert same_phone("+86 138-0013-8000", "13800138000") and not same_phone("13800138000", "13800138001")
    assert not same_phone("12", "12")

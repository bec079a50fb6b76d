"""The fields of a form, whatever they are called."""

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm.details import SOURCES
from crm.leads.lead import Lead
from crm.leads.reading import field_for, read_lead
from crm.leads.signing import is_fresh, is_signed, signature
from crm.leads.sources import source_of
from crm.refusal import Refusal
from handlers.kit import words
from handlers.kit.speech import Speech


def test_a_form_in_english_and_one_in_chinese_say_the_same() -> None:
    english = {"Your name": "Jane Wu", "Company": "Acme", "E-mail": "jane@acme.example", "Message": "50 seats, please"}
    chinese = {"姓名": "Jane Wu", "公司名称": "Acme", "邮箱": "jane@acme.example", "留言内容": "50 seats, please"}
    wanted = Lead(
        "Acme", "Jane Wu", "jane@acme.example", None, "acme.example", message="50 seats, please", source="website"
    )
    assert read_lead(english, source="website") == read_lead(chinese, source="website") == wanted


def test_what_is_no_field_of_ours_goes_along_with_the_message() -> None:
    read = read_lead(
        {"name": "Ann", "Budget": "10k", "utm_campaign": "spring fair", "phone": "call me!"}, source="website"
    )
    assert read.campaign == "spring fair"
    assert read.message == "Budget: 10k\nphone: call me!"


def test_a_mail_provider_is_nobodys_domain() -> None:
    assert read_lead({"email": "ann@qq.com"}, source="website").name == "ann@qq.com"
    assert read_lead({"email": "ann@acme.cn"}, source="website").name == "acme.cn"


def test_a_source_in_anybodys_words_is_one_of_the_list() -> None:
    for said, code in (
        ("Referral", "referral"),
        ("展会", "campaign"),
        ("官网", "website"),
        ("hotline", "inbound call"),
    ):
        assert read_lead({"name": "Ann", "source": said}, source="website").source == code
    odd = read_lead({"name": "Ann", "source": "a dream"}, source="website")
    assert (odd.source, odd.message) == ("website", "Source: a dream")


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"message": "hello"}, "lead_nobody"),
        ({"name": "Ann", "email": "ann at home"}, "lead_email"),
        ({"name": "Ann", "phone": "none of your business"}, "lead_phone"),
        ({"name": "A" * 201}, "lead_long"),
        ({"name": "Ann", "message": "x" * 5_001}, "lead_long"),
    ],
)
def test_a_website_is_told_what_is_wrong(fields: dict[str, str], code: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_lead(fields, source="website", strict=True)
    assert refused.value.code == code


@given(st.dictionaries(st.text(max_size=20), st.text(max_size=60), max_size=8))
def test_no_words_break_it_and_none_is_longer_than_its_column(fields: dict[str, str]) -> None:
    try:
        read = read_lead({"name": "Ann", **fields}, source="website")
    except Refusal as refusal:
        assert refusal.code == "lead_nobody" or refusal.code == "lead_long"
        return
    for field, most in (("company", 200), ("contact", 200), ("city", 100), ("campaign", 120), ("domain", 253)):
        assert len(getattr(read, field) or "") <= most
    assert "\0" not in repr(read) and "\\x00" not in repr(read)


@given(st.binary(max_size=50), st.text(min_size=1, max_size=20))
def test_only_the_secret_the_time_and_the_very_body_make_the_signature(body: bytes, secret: str) -> None:
    good = signature(secret, "1700000000", body)
    assert is_signed([secret], "1700000000", body, good)
    assert is_signed(["other", secret], "1700000000", body, good)
    assert not is_signed(["x" + secret], "1700000000", body, good)
    assert not is_signed([secret], "1700000001", body, good)
    assert not is_signed([secret], "1700000000", body + b" ", good)
    assert not is_signed([], "1700000000", body, good)


def test_a_stamp_is_good_for_five_minutes_either_way() -> None:
    assert is_fresh("1700000000", 1_700_000_300) and is_fresh("1700000000", 1_699_999_700)
    for stamp in ("1699999699", "1700000301", "", "-1", "1e9", "１７", "9" * 30, "1700000000.0"):
        assert not is_fresh(stamp, 1_700_000_000)


def test_the_papers_example_signs_as_we_check() -> None:
    paper = (Path(__file__).parents[3] / "docs" / "leads.md").read_text(encoding="utf-8")
    code = paper.split("```python")[1].split("```")[0]
    example: dict[str, Any] = {}
    exec(code, example)
    made = example["signed"](b"name=Ann", "1700000000", "s3cret")
    assert made["X-Dibs-Signature"] == signature("s3cret", "1700000000", b"name=Ann")
    assert all(field_for(name) for name in re.findall(r'name="([a-z]\w*)"', paper))


def test_what_we_call_a_source_ourselves_is_that_source_again() -> None:
    for locale in ("en", "zh"):
        speech = Speech(locale, "UTC", datetime(2026, 3, 10, tzinfo=UTC))
        assert [source_of(words.source(speech, code)) for code in SOURCES] == list(SOURCES)

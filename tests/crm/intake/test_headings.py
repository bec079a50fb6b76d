"""Headings are recognised as people write them and as other systems export them."""

from datetime import UTC, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm.customers import normal_name
from crm.deals import DEFAULT_STAGES, LOST_REASONS
from crm.intake import values
from crm.intake.fields import FIELDS, NAMES, own_heading, recognised
from crm.intake.header import find_header
from crm.intake.values import instant
from crm.sheets import harmless, plain_text
from handlers.kit import words
from handlers.kit.speech import Speech

EXPORTS = {
    "HubSpot companies": (
        "Record ID,Company name,Company owner,Create Date,Phone Number,Last Activity Date,City,Country/Region,Industry",
        {"name": 1, "owner": 2, "created": 3, "phone": 4, "city": 6, "industry": 8},
    ),
    "HubSpot contacts": (
        "Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Primary company,Lead Status,Original Source",
        {"first_name": 1, "last_name": 2, "email": 3, "phone": 4, "owner": 5, "name": 6, "source": 8},
    ),
    "Salesforce accounts": (
        "Account Name,Account Owner,Billing City,Industry,Phone,Rating,Account Source,Created Date,Description",
        {"name": 0, "owner": 1, "city": 2, "industry": 3, "phone": 4, "grade": 5, "source": 6, "created": 7, "outcome": 8},
    ),
    "Salesforce leads": (
        "First Name,Last Name,Title,Company / Account,Phone,Email,Lead Source,Lead Owner",
        {"first_name": 0, "last_name": 1, "name": 3, "phone": 4, "email": 5, "source": 6, "owner": 7},
    ),
    "Pipedrive people": (
        "Person - ID,Person - Name,Organization - Name,Person - Email - Work,Person - Phone - Work,Person - Owner",
        {"contact": 1, "name": 2, "email": 3, "phone": 4, "owner": 5},
    ),
    "Pipedrive activities": (
        "Activity - Type,Activity - Due date,Activity - Note,Activity - Assigned to user,Organization - Name",
        {"kind": 0, "happened_at": 1, "outcome": 2, "author": 3, "name": 4},
    ),
    "Zoho accounts": (
        "Record Id,Account Name,Account Owner,Phone,Rating,Industry,Billing City,Created Time,Description",
        {"name": 1, "owner": 2, "phone": 3, "grade": 4, "industry": 5, "city": 6, "created": 7, "outcome": 8},
    ),
    "Cordys": (
        "客户名称,负责人,领取时间,创建时间,客户等级,客户来源,所属行业,联系人,联系电话",
        {"name": 0, "owner": 1, "owner_since": 2, "created": 3, "grade": 4, "source": 5, "industry": 6, "contact": 7, "phone": 8},
    ),
    "WuKong": (
        "客户名称*,客户级别,客户行业,客户来源,手机,电话,负责人,负责人获取客户时间,备注,创建时间",
        {"name": 0, "grade": 1, "industry": 2, "source": 3, "phone": 4, "owner": 6, "owner_since": 7, "outcome": 8, "created": 9},
    ),
}  # fmt: skip


@pytest.mark.parametrize("system", EXPORTS)
def test_an_export_of_another_system_is_recognised(system: str) -> None:
    headings, expected = EXPORTS[system]
    found = {name: columns[0] for name, columns in recognised(headings.split(",")).items()}
    assert found == expected


@pytest.mark.parametrize("locale", ["en", "zh"])
def test_our_own_headings_are_read_back_as_what_they_are(locale: str) -> None:
    assert recognised([own_heading(name, locale) for name in NAMES]) == {name: (n,) for n, name in enumerate(NAMES)}


@pytest.mark.parametrize("locale", ["en", "zh"])
def test_our_own_words_for_stages_and_reasons_are_read_back(locale: str) -> None:
    speech = Speech(locale, "UTC", datetime(2026, 3, 11, tzinfo=UTC))
    for stage in DEFAULT_STAGES:
        assert values.stage(words.stage(speech, stage.code)) == stage.code
    for reason in LOST_REASONS:
        assert values.lost_reason(words.lost_reason(speech, reason)) == reason


def test_no_heading_means_two_things() -> None:
    words = [(word, field.name) for field in FIELDS for word in (*field.english, *field.chinese)]
    assert {word: recognised([word]) for word, _ in words} == {word: {name: (0,)} for word, name in words}


def test_a_title_and_merged_headings_are_seen_through() -> None:
    top = [
        ["Customers 2026"],
        [],
        ["Company", None, "Contact", None],
        [None, None, "Name", "Phone"],
        ["Acme", 1, "Ann", 2],
    ]
    header = find_header(top)
    assert (header.headings, header.rows) == (("Company", "", "Contact Name", "Phone"), 4)


@given(st.text(max_size=40))
def test_a_text_goes_out_harmless_and_comes_back_as_it_was(text: str) -> None:
    out = harmless(text)
    assert not out.startswith(("=", "@", "\t", "\r", "-")) and (
        not out.startswith("+") or out[1:2].isdigit() or "(" in out
    )
    if text == text.strip() and out.lstrip("'") == text.lstrip(
        "'"
    ):  # spaces around a cell and control signs are not kept
        assert plain_text(out) == text


@given(st.text(max_size=30))
def test_a_name_has_one_normal_form_however_often_it_is_taken(name: str) -> None:
    assert normal_name(normal_name(name)) == normal_name(name) or not normal_name(name).isascii()


@pytest.mark.parametrize(
    ("written", "order", "meant"),
    [
        ("2026-03-04", "MDY", "2026-03-04T04:00"),
        ("3/4/2026", "MDY", "2026-03-04T04:00"),
        ("3/4/2026", "DMY", "2026-04-03T04:00"),
        ("13/4/2026", "MDY", "2026-04-13T04:00"),
        ("2026年3月4日 14:05", "MDY", "2026-03-04T06:05"),
        ("Mar 4, 2026 3:15 PM", "DMY", "2026-03-04T07:15"),
        ("45000.5", "MDY", "2023-03-15T04:00"),
        ("2026-03-04 14:05:00+01:00", "MDY", "2026-03-04T13:05"),
    ],
)
def test_a_date_is_read_as_its_country_writes_it(written: str, order: str, meant: str) -> None:
    assert instant(written, order, "Asia/Shanghai", time(12)) == datetime.fromisoformat(meant).replace(tzinfo=UTC)


@pytest.mark.parametrize("nonsense", ["soon", "n/a", "31/31/2026", "Q3", "1", "9" * 90])
def test_what_is_no_date_is_not_guessed_at(nonsense: str) -> None:
    with pytest.raises(ValueError):
        instant(nonsense, "MDY", "UTC", time(12))


def test_a_customers_status_beside_its_last_note_is_not_the_notes() -> None:
    found = recognised(["客户名称", "状态", "跟进时间", "跟进内容", "负责人"])
    assert "done" not in found and found["author"] == found["owner"] == (4,)
    assert recognised(["Subject", "Account name", "Date", "Status"])["done"] == (3,)

"""Two who edit at once lose nothing; numbers, domains and addresses are read as people write them; who stays in a merge."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm.customers import Customer, CustomerState
from crm.details import Details, clashes, email_address, marks, merged, phone_number, read_aliases, web_domain
from crm.merging import kept_first, later_of

WORDS = st.one_of(st.none(), st.sampled_from(("Berlin", "上海", "x")))
DETAILS = st.builds(
    Details,
    name=st.sampled_from(("Acme", "Globex", "华为")),
    aliases=st.lists(st.sampled_from(("A", "B", "C")), unique=True, max_size=3).map(tuple),
    city=WORDS,
    phone=WORDS,
    source=WORDS,
)
START = datetime(2026, 3, 11, tzinfo=UTC)


@given(stood=DETAILS, kept=DETAILS, typed=DETAILS)
def test_what_only_one_of_two_changed_is_kept_as_they_changed_it(stood: Details, kept: Details, typed: Details) -> None:
    seen = marks(stood)
    new, fought = merged(kept, typed, seen), clashes(kept, typed, seen)
    for field in ("name", "city", "phone", "source"):
        before, theirs, mine = (getattr(one, field) for one in (stood, kept, typed))
        if mine == before:
            assert getattr(new, field) == theirs and field not in fought
        elif theirs == before:
            assert getattr(new, field) == mine and field not in fought
        else:
            assert (field in fought) == (mine != theirs)


@given(stood=DETAILS, typed=DETAILS)
def test_who_edits_alone_is_asked_nothing_and_gets_what_they_wrote(stood: Details, typed: Details) -> None:
    seen = marks(stood)
    assert clashes(stood, typed, seen) == ()
    assert marks(merged(stood, typed, seen)) == marks(typed)


@given(kept=DETAILS, typed=DETAILS, stood=DETAILS)
def test_sent_once_more_a_form_is_kept_as_it_stands(kept: Details, typed: Details, stood: Details) -> None:
    shown = merged(kept, typed, marks(stood))
    again = marks(kept)
    assert clashes(kept, shown, again) == () and marks(merged(kept, shown, again)) == marks(shown)


def test_other_names_are_each_kept_once_and_never_the_name_itself() -> None:
    assert read_aliases("GBX\n gbx ,Globex Inc、 格洛贝克斯; ACME", name="Acme") == ("GBX", "Globex Inc", "格洛贝克斯")
    assert read_aliases(" ,, \n", name="Acme") == ()


@pytest.mark.parametrize(
    ("typed", "domain"),
    [
        ("https://www.Acme.com/about?x=1", "acme.com"),
        ("acme.co.uk", "acme.co.uk"),
        ("http://shop.acme.com:8080", "shop.acme.com"),
        ("华为.中国", "华为.中国"),
        ("acme", None),
        ("not a domain", None),
        ("acme..com", None),
        ("-acme.com", None),
    ],
)
def test_a_web_domain_is_read_bare(typed: str, domain: str | None) -> None:
    assert web_domain(typed) == domain


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("+86 138 0000 0000", "+86 138 0000 0000"),
        ("(030) 12-34  56", "(030) 12-34 56"),
        ("021-5555 转 12", "021-5555 转 12"),
        ("call me", None),
        ("12", None),
        ("1" * 61, None),
    ],
)
def test_a_phone_number_is_kept_as_it_is_written(typed: str, number: str | None) -> None:
    assert phone_number(typed) == number


@pytest.mark.parametrize(
    ("typed", "address"), [(" jo@acme.com ", "jo@acme.com"), ("jo@acme", None), ("jo acme.com", None)]
)
def test_an_address_has_a_name_and_a_domain(typed: str, address: str | None) -> None:
    assert email_address(typed) == address


def owned(name: str, *, since: int) -> Customer:
    return Customer(name, name, CustomerState.OWNED, "U1", 1, START + timedelta(days=since), START + timedelta(days=30))


@given(one=st.integers(0, 99), other=st.integers(0, 99))
def test_the_earlier_claim_stays_whichever_is_named_first(one: int, other: int) -> None:
    a, b = owned("A", since=one), owned("B", since=other)
    assert kept_first(a, b) == kept_first(b, a)
    kept, gone = kept_first(a, b)
    assert kept.epoch_started_at is not None and gone.epoch_started_at is not None
    assert kept.epoch_started_at <= gone.epoch_started_at


def test_an_owned_customer_stays_before_one_nobody_owns() -> None:
    free = replace(owned("A", since=0), state=CustomerState.LEAD, owner_id=None, protected_until=None)
    mine = owned("B", since=50)
    assert kept_first(free, mine) == (mine, free) == kept_first(mine, free)


def test_the_later_of_two_dates_is_the_one_there_is_or_the_greater() -> None:
    late = START + timedelta(days=1)
    assert later_of(START, late) == late == later_of(late, None)
    assert later_of(None, None) is None

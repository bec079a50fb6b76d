"""What goes out as a file is read back as it was: whatever stands in the names and notes, as CSV and as a workbook, in
English and in Chinese."""

import io
import string
import tempfile
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.sheets import write_export
from crm.activities import KINDS, Activity
from crm.customers import Contact, Customer, CustomerState, normal_name, tidy_name
from crm.deals import DEFAULT_STAGES, LOST_REASONS, Deal
from crm.followups import FollowUp
from crm.intake import values
from crm.intake.lists import batches, first_reading, headings_of
from crm.intake.rows import ListedCustomer
from crm.leads.sources import SOURCES, source_of
from handlers.kit.speech import Speech
from operations.in_and_out.exporting import ExportedCustomer

NOW = datetime(2026, 3, 11, 1, tzinfo=UTC)
EVIL = st.sampled_from(
    [
        *(
            "=1+1",
            '=HYPERLINK("x")',
            "+cmd",
            "-2",
            "@SUM(A1)",
            "'=x",
            "''=x",
            'a "b", c',
            "a;b",
            "a\\;b\\",
            "007",
            "1e5",
        ),
        *(
            "张伟，王芳",
            "👩\u200d🚀 Labs",
            "Ünïcode",
            "ﬁrm",
            "line\nbreak",
            "new",
            "Customer",
            "2026-03-01",
            "TRUE",
            "#N/A",
        ),
        *("sep=;", "_x0041_", "<b>&amp;"),
    ]
)
LETTERS = st.text(
    alphabet=string.ascii_letters + "0123456789 ,;|\"'=+-@\\_&<>%#()王芳北风éß😀\t", min_size=1, max_size=20
)
TEXTS = st.one_of(EVIL, LETTERS, st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Co", "Cn"]), max_size=12))
NAMES = TEXTS.map(tidy_name).filter(normal_name)
NOTES = st.one_of(TEXTS, st.tuples(TEXTS, TEXTS).map("\n".join)).map(str.strip).filter(bool)
INSTANTS = st.datetimes(datetime(2001, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
DAYS = st.dates(date(2001, 1, 1), date(2030, 1, 1))
SUMS = st.decimals(Decimal("-99999999999"), Decimal("99999999999"), places=2)
CURRENCIES = st.sampled_from(["USD", "CNY", "EUR"])
PEOPLE = st.dictionaries(st.sampled_from(["U1", "U2", "U3"]), NAMES, min_size=3, max_size=3)
WHO = st.sampled_from(["U1", "U2", "U3"])
PHONES = st.sampled_from(["+1 (617) 555-0101", "138 0000 0000", "021-5555 0000 转 8", "0044 20 7946", "=555"])


def maybe(values_: st.SearchStrategy) -> st.SearchStrategy:  # type: ignore[type-arg]
    return st.none() | values_


CONTACTS = st.builds(
    Contact, st.just("K"), NAMES, maybe(PHONES), maybe(st.sampled_from(["a@b.example", "o'neil+x@ü.example"]))
)
TOUCHES = st.builds(
    lambda kind, at, author, outcome, contact, amount, currency: Activity(
        "A", "C", 1, author, None, kind, at, at, outcome, contact, amount=amount, currency=currency if amount else None
    ),
    st.sampled_from(KINDS), INSTANTS, WHO, NOTES, maybe(NAMES), maybe(SUMS), CURRENCIES,
)  # fmt: skip
PLANS = st.builds(FollowUp, st.just("F"), st.just("C"), st.just("?"), WHO, INSTANTS, maybe(NOTES), maybe(NAMES))
FEW = st.lists(WHO, max_size=2, unique=True).map(tuple)
STAGES, REASONS = (st.sampled_from([one.code for one in DEFAULT_STAGES]), st.sampled_from(LOST_REASONS))
DEALS = st.builds(
    Deal, st.just("D"), st.just("C"), st.just("?"), NAMES, STAGES, WHO, INSTANTS, INSTANTS, INSTANTS, amount=maybe(SUMS),
    currency=CURRENCIES, close_on=maybe(DAYS), probability=maybe(st.integers(0, 100)), lost_reason=maybe(REASONS),
    competitor=maybe(NAMES), contract_end=maybe(DAYS), closed_at=maybe(INSTANTS), helpers=FEW,
)  # fmt: skip
FIRMS = st.builds(
    lambda name, owner, since, **more: Customer("C", name, CustomerState.OWNED, owner, 1, since, None, **more),
    NAMES, maybe(WHO), INSTANTS, grade=maybe(st.sampled_from("ABC")), source=maybe(st.sampled_from(SOURCES)),
    city=maybe(NOTES), industry=maybe(NAMES),
)  # fmt: skip
CUSTOMERS = st.builds(
    ExportedCustomer, FIRMS, INSTANTS, st.lists(NAMES, max_size=3).map(tuple), st.lists(CONTACTS, max_size=3).map(tuple),
    st.lists(TOUCHES, max_size=3).map(tuple), PEOPLE, maybe(st.just("b.example")), maybe(PHONES), maybe(NAMES), FEW,
    st.lists(PLANS, max_size=2).map(tuple), st.lists(DEALS, max_size=2).map(tuple),
)  # fmt: skip


@settings(max_examples=40)
@given(one=CUSTOMERS, format_=st.sampled_from(["csv", "xlsx"]), locale=st.sampled_from(["en", "zh"]))
def test_what_goes_out_is_read_back_as_it_was(one: ExportedCustomer, format_: str, locale: str) -> None:
    listed = _there_and_back(one, format_, Speech(locale, "Asia/Shanghai", NOW))
    people, customer = one.people, one.customer
    for row in listed:
        assert (
            row.name == customer.name
            and row.aliases == one.aliases
            and row.owner == people.get(customer.owner_id or "")
        )
        assert row.owner_since == (customer.epoch_started_at if customer.owner_id else None)
        assert (row.grade, row.city, row.industry) == (customer.grade, customer.city, customer.industry)
        assert source_of(row.source or "") == customer.source and row.created == one.created_at
        assert (row.domain, row.firm_phone, row.campaign) == (one.domain, one.phone, one.campaign)
        assert row.co_owners == tuple(people[who] for who in one.co_owners)
    assert [(row.contact, row.phone, row.email) for row in listed if row.contact] == [
        (each.name, each.phone, each.email) for each in one.contacts
    ]
    touches = [row.touch for row in listed if row.touch]
    assert [(t.kind, t.outcome, t.happened_at, t.author, t.contact, t.amount, t.currency) for t in touches] == [
        (t.kind, t.outcome, t.happened_at, people[t.author_id], t.contact, t.amount, t.currency) for t in one.touches
    ]
    assert [(p.due_at, p.step, p.contact, p.owner) for row in listed if (p := row.plan)] == [
        (p.due_at, p.step, p.contact, people[p.owner_id]) for p in one.plans
    ]
    for deal, was in zip([row.deal for row in listed if row.deal], one.deals, strict=True):
        assert (deal.name, values.stage(deal.stage or ""), deal.owner) == (
            was.name,
            was.stage,
            people[was.owner_id or ""],
        )
        assert (deal.amount, deal.currency, deal.close_on) == (was.amount, was.currency, was.close_on)
        assert (deal.probability, deal.lost_reason) == (was.probability, was.lost_reason)
        assert (deal.created_at, deal.entered_at, deal.closed_at) == (was.created_at, was.entered_at, was.closed_at)
        assert (deal.competitor, deal.contract_end) == (was.competitor, was.contract_end)
        assert deal.helpers == tuple(people[who] for who in was.helpers)


def _there_and_back(one: ExportedCustomer, format_: str, speech: Speech) -> list[ListedCustomer]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "out"
        write_export(path, [one], format=format_, speech=speech)
        file = io.BytesIO(path.read_bytes())
    reading = first_reading(headings_of(file), date_order="MDY", zone="Europe/Oslo")
    listed = [row for _, batch in batches(file, reading) for _, _, row in batch]
    assert all(isinstance(row, ListedCustomer) for row in listed), listed
    return [row for row in listed if isinstance(row, ListedCustomer)]


def test_a_note_longer_than_excel_holds_is_whole_in_csv_and_told_of_in_a_workbook(tmp_path: Path) -> None:
    long = Activity("A", "C", 1, "U1", None, "note", NOW, NOW, "call me " * 5_000)
    firm = Customer("C", "Acme", CustomerState.OWNED, "U1", 1, NOW, None)
    one = ExportedCustomer(firm, NOW, (), (), (long,), {"U1": "Tom"}, None, None, None, (), (), ())
    speech = Speech("en", "Asia/Shanghai", NOW)
    cut = [write_export(tmp_path / form, [one], format=form, speech=speech).cut for form in ("csv", "xlsx")]
    assert cut == [0, 1]
    [whole] = [row.touch.outcome for row in _there_and_back(one, "csv", speech) if row.touch]
    assert whole == long.outcome.strip()

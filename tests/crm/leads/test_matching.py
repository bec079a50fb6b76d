"""Whose inquiry it is: certain of one, certain of none, or asked."""

from hypothesis import given
from hypothesis import strategies as st

from crm.leads.lead import Lead
from crm.leads.matching import CERTAIN, Alike, dialled, gathered, match

WHAT = ("name", "mail", "phone", "domain", "near", "neighbour")
ALIKES = st.lists(st.tuples(st.sampled_from("ABCD"), st.sampled_from(WHAT)), max_size=6).map(gathered)
LEADS = st.builds(Lead, company=st.sampled_from([None, "Acme"]), phone=st.just("1"))


@given(LEADS, ALIKES)
def test_nothing_is_guessed(lead: Lead, found: tuple[Alike, ...]) -> None:
    verdict = match(lead, found)
    certain = {one.customer_id for one in found if one.by & CERTAIN}
    if verdict.kind == "known":
        assert set(verdict.customer_ids) == certain
    elif verdict.kind == "new":
        assert not found
    else:
        assert found and set(verdict.customer_ids) <= {one.customer_id for one in found}
        assert not certain or verdict.customer_ids[0] in certain


@given(LEADS, ALIKES)
def test_the_order_in_which_the_likenesses_were_found_does_not_matter(lead: Lead, found: tuple[Alike, ...]) -> None:
    assert match(lead, found) == match(lead, found[::-1])


def test_who_names_another_firm_is_asked_about_even_with_a_known_number() -> None:
    moved_on = Lead(company="Globex", contact="Jane Wu", phone="+1 617 555 0101")
    assert match(moved_on, gathered([("A", "phone"), ("A", "mail")])).kind == "unsure"
    assert match(Lead(contact="Jane Wu"), gathered([("A", "phone")])).kind == "known"


def test_a_number_is_the_same_however_it_is_written() -> None:
    for one, other in (
        ("+86 138 0013 8000", "138-0013-8000"),
        ("(617) 555-0101", "+1 617 555 0101"),
        ("021-6288 1234", "+86 21 62881234"),
        ("0044 20 7946 0018", "+44 (0)20 7946 0018".replace("(0)", "")),
        ("617-555-0101 ext 12", "6175550101"),
    ):
        assert dialled(one) & dialled(other), (one, other)
    assert not dialled("+86 138 0013 8000") & dialled("+86 138 0013 8001")

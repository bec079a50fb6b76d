"""What people made, and how their customers are parted: by a worked example, and each in exactly one part."""

from collections import Counter
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from crm.funnel import Span
from crm.measures import Share
from crm.people_figures import Due, Holding, holding, made, spread
from tests.crm.some_deals import ALWAYS, CODES, RATES, STAGES, day, went


def test_success_time_and_plans_worked_by_hand() -> None:
    deals = [
        went((0, "lead"), (10, "won")),
        went((0, "lead"), (30, "won")),
        went((0, "lead"), (50, "won")),
        went((0, "lead"), (9, "lost")),
        went((0, "lead"), (900, "won")),  # after the span
        went((0, "lead")),
    ]
    due = [Due("U1", "T", True), Due("U1", "T", True), Due("U1", "T", False)]
    found = made(deals, due, stages=STAGES, span=Span(day(0), day(100)))
    assert (found.won, found.days, found.done) == (Share(3, 4), 30, Share(2, 3))
    assert made([], [], stages=STAGES, span=ALWAYS).days is None


def test_a_customer_by_need_value_and_grade_worked_by_hand() -> None:
    deals = [
        went((0, "lead")),
        went((0, "proposal")),
        went((-400, "won"), amount=9000),  # more than a year ago
        went((-3, "won"), amount=1200),
        went((-2, "won"), amount=100, currency="USD"),  # at seven
        went((-2, "won"), amount=100, currency="EUR"),  # without a rate
        went((-1, "lost"), amount=5000),
    ]
    year = Span(day(-365), day(1))
    one = holding("U1", "T", "A", deals, stages=STAGES, rates=RATES, year=year)
    assert (one.need, one.bought) == ("proposal", Decimal(1900))
    bare = holding("U1", "T", None, [], stages=STAGES, rates=RATES, year=year)
    found = spread([one, bare, bare, Holding("U2", None, "B", "lead", Decimal("0.5"))], STAGES)
    assert found.need == (("proposal", 1), ("lead", 1), (None, 2))
    assert found.bought == (("3", 1), ("-1", 1), (None, 2))
    assert found.grade == (("A", 1), ("B", 1), (None, 2))


holdings = st.lists(
    st.builds(
        Holding,
        st.just("U1"),
        st.none(),
        st.sampled_from(["A", "B", "C", None]),
        st.sampled_from([*CODES, None, "gone"]),
        st.decimals(0, 10**9, places=2),
    )
)


@settings(max_examples=30)
@given(holdings)
def test_each_customer_is_in_exactly_one_part(of: list[Holding]) -> None:
    found = spread(of, STAGES)
    for parts in (found.need, found.bought, found.grade):
        assert sum(n for _, n in parts) == len(of)
        assert len({code for code, _ in parts}) == len(parts)


@settings(max_examples=30)
@given(holdings, holdings)
def test_the_spread_of_two_teams_sums_to_the_spread_of_both(one: list[Holding], other: list[Holding]) -> None:
    apart, together = (spread(one, STAGES), spread(other, STAGES)), spread([*one, *other], STAGES)
    for part in ("need", "bought", "grade"):
        assert sum((Counter(dict(getattr(each, part))) for each in apart), Counter()) == Counter(
            dict(getattr(together, part))
        )


closed = st.lists(
    st.tuples(st.integers(-300, -1), st.sampled_from(["won", "lost"]), st.sampled_from(["CNY", "USD", "EUR"]))
)


@settings(max_examples=40)
@given(closed)
def test_what_was_bought_is_summed_by_the_rates_and_never_across_a_currency_without_one(
    of: list[tuple[int, str, str]],
) -> None:
    year = Span(day(-365), day(1))

    def bought(deals: list[tuple[int, str, str]]) -> Decimal:
        rows = [went((at - 5, "lead"), (at, end), currency=money) for at, end, money in deals]
        return holding("U1", "T", "A", rows, stages=STAGES, rates=RATES, year=year).bought

    won = Counter(money for _, end, money in of if end == "won")
    assert bought(of) == 100 * won["CNY"] + 700 * won["USD"] == bought([one for one in of if one[2] != "EUR"])


@settings(max_examples=40)
@given(closed, st.lists(st.booleans()), st.data())
def test_what_two_made_sums_to_what_both_made(
    of: list[tuple[int, str, str]], plans: list[bool], data: st.DataObject
) -> None:
    deals = [went((at - 5, "lead"), (at, end)) for at, end, _ in of]
    due = [Due("U1", "T", done) for done in plans]
    n, m = (data.draw(st.integers(0, len(rows))) for rows in (deals, due))
    one, other, whole = (
        made(*rows, stages=STAGES, span=ALWAYS) for rows in ((deals[:n], due[:m]), (deals[n:], due[m:]), (deals, due))
    )
    for share in ("won", "done"):
        mine, theirs, all_ = (getattr(each, share) for each in (one, other, whole))
        assert (mine.part + theirs.part, mine.whole + theirs.whole) == (all_.part, all_.whole)

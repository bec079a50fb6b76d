"""The worth of the clock and the yield of the sources: by worked examples, and parts that sum to wholes."""

from datetime import timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from crm.calendar import WorkCalendar
from crm.funnel import Span
from crm.measures import Share
from crm.sources import Came, by_origin, yielded
from crm.worth import Effort, Tenure, Warned, fate, found_again, typing_seconds, won_in_new_hands, worth
from tests.crm.some_deals import CODES, NOW, RATES, STAGES, day, went

DAYS = WorkCalendar("Asia/Shanghai")
QUARTER = Span(day(0), day(90))


def test_a_warning_rescues_where_a_follow_up_comes_after_it_and_before_the_end() -> None:
    assert fate(Warned("U1", None, day(5), (day(6),))) == "rescued"
    assert fate(Warned("U1", None, day(5), (day(6),), ended_at=day(40))) == "rescued"
    assert fate(Warned("U1", None, day(5), (day(4),), ended_at=day(9))) == "gone"
    assert fate(Warned("U1", None, day(5), (day(10),), ended_at=day(9))) == "gone"
    assert fate(Warned("U1", None, day(5))) == "open"


def test_a_deal_is_won_in_new_hands_where_somebody_else_came_before() -> None:
    bought = [went((1, "lead"), (30, "won"))]
    first, second = Tenure("U1", day(-50), day(10)), Tenure("U2", day(11), None)
    assert won_in_new_hands(bought, {"c": [first, second]}, stages=STAGES, span=QUARTER) == bought
    for tenures in ([second], [first], [Tenure("U2", day(-50), day(10)), second], []):
        assert won_in_new_hands(bought, {"c": tenures}, stages=STAGES, span=QUARTER) == []
    assert won_in_new_hands([went((30, "lost"))], {"c": [first, second]}, stages=STAGES, span=QUARTER) == []


def test_a_silence_of_sixty_days_ends_with_who_calls() -> None:
    assert found_again([(day(-59), "U1"), (day(1), "U2")], QUARTER) == "U2"
    assert found_again([(day(-58), "U1"), (day(1), "U2")], QUARTER) is None
    assert found_again([(day(1), "U2")], QUARTER) is None
    assert found_again([(day(-100), "U1"), (day(-30), "U1")], QUARTER) is None


def test_seconds_by_message_and_by_form_worked_by_hand() -> None:
    assert typing_seconds("called Acme, send quote on Friday") == 10  # six words at 36 a minute
    assert typing_seconds("给华为打了电话，周五发报价") == 12  # twelve characters at 60 a minute
    won = [went((30, "won"), amount=500), went((30, "won"), amount=10, currency="USD")]
    warned = [Warned("U1", None, day(5), (day(6),)), Warned("U1", None, day(5)), Warned("U1", None, day(5), (), day(9))]
    effort = Effort(("called Acme, send quote on Friday",), (40, 90, 50))
    found = worth(warned, won, 4, effort, rates=RATES)
    assert (found.warned, found.rescued, found.gone, found.still_open) == (3, 1, 1, 1)
    assert (found.won, found.won_value, found.found_again) == (2, Decimal(570), 4)
    assert (found.by_message, found.messages, found.by_form, found.forms) == (10, 1, 50, 3)


def test_a_source_worked_by_hand() -> None:
    came = [
        Came("website", "fair", NOW, NOW + timedelta(hours=2)),
        Came("website", "fair", NOW, NOW + timedelta(hours=24), (went((3, "won"), amount=900),)),
        Came("website", None, NOW, None, (went((3, "proposal"), amount=50),)),
        Came(None, None, NOW, NOW),
    ]
    found = yielded(came, stages=STAGES, rates=RATES, calendar=DAYS)
    assert (found.came, found.untouched, found.won) == (4, 1, Share(1, 4))
    assert found.hours == 2  # the median of 0, 2 and 9: a working day
    assert (found.won_value, found.open_value) == (Decimal(900), Decimal(50))
    assert [(origin, len(of)) for origin, of in by_origin(came)] == [
        (("website", "fair"), 2),
        (("website", None), 1),
        ((None, None), 1),
    ]


origins = st.lists(
    st.builds(
        Came,
        st.sampled_from(["website", "referral", None]),
        st.sampled_from(["fair", None]),
        st.just(NOW),
        st.sampled_from([NOW, None]),
        st.sampled_from(CODES).map(lambda code: (went((1, code)),)),
    ),
    max_size=12,
)


@settings(max_examples=30)
@given(origins)
def test_the_parts_of_the_sources_sum_to_the_whole(came: list[Came]) -> None:
    whole = yielded(came, stages=STAGES, rates=RATES, calendar=DAYS)
    each = [yielded(of, stages=STAGES, rates=RATES, calendar=DAYS) for _, of in by_origin(came)]
    assert sum(one.came for one in each) == whole.came == len(came)
    assert sum(one.untouched for one in each) == whole.untouched
    assert sum(one.won.part for one in each) == whole.won.part
    assert sum(one.won_value for one in each) == whole.won_value
    assert sum(one.open_value for one in each) == whole.open_value


moments = st.integers(-100, 100).map(day)


@settings(max_examples=40)
@given(
    st.lists(st.builds(Warned, st.just("U1"), st.none(), moments, st.lists(moments).map(tuple), moments | st.none()))
)
def test_each_warned_customer_has_one_fate(warned: list[Warned]) -> None:
    found = worth(warned, [], 0, Effort(), rates=RATES)
    assert found.rescued + found.gone + found.still_open == found.warned == len(warned)

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm.calendar import WorkCalendar
from crm.clock import Epoch, deadline, may_sweep
from crm.exemptions import Exemption, Holds, OpenDeal, Plan, Won, exemption
from crm.rules import Rule

RULE = Rule(enabled=True)
SHANGHAI = WorkCalendar("Asia/Shanghai", weekdays=frozenset(range(7)))
NOW = datetime(2026, 11, 20, 3, tzinfo=UTC)


def day(n: float) -> datetime:
    return NOW + timedelta(days=n)


def ends(n: int) -> datetime:
    return SHANGHAI.end_of(SHANGHAI.local_date(NOW) + timedelta(days=n))


def held(holds: Holds, rule: Rule = RULE) -> Exemption | None:
    return exemption(holds, rule=rule, calendar=SHANGHAI)


def plan(made: float, due: float, dropped: bool = False) -> Plan:
    return Plan(day(made), day(due), dropped)


def test_nothing_holds_a_customer_without_a_reason() -> None:
    assert held(Holds()) is None


def test_an_open_deal_holds_only_while_it_moves() -> None:
    moved = OpenDeal(moved_at=NOW, last_activity_at=None, stall_days=20)
    talked = OpenDeal(moved_at=NOW, last_activity_at=day(10), stall_days=20)
    assert held(Holds(deals=(moved,))) == Exemption("open_deal", ends(20))
    assert held(Holds(deals=(moved, talked))) == Exemption("open_deal", ends(30))
    dummy = OpenDeal(moved_at=day(-300), last_activity_at=None, stall_days=20)
    exempt = held(Holds(deals=(dummy,)))
    assert exempt is not None
    assert exempt.until < NOW


def test_a_won_customer_is_held_until_after_the_contract() -> None:
    contract = Won(NOW, contract_end=date(2027, 6, 30))
    assert held(Holds(won=contract)) == Exemption("won", SHANGHAI.end_of(date(2027, 7, 30)))
    assert held(Holds(won=Won(NOW, None))) == Exemption("won", ends(365))


def test_a_plan_within_fourteen_days_holds_until_its_day_ends() -> None:
    assert held(Holds(plans=(plan(0, 14),))) == Exemption("planned", ends(14))
    assert held(Holds(plans=(plan(0, 15),))) is None


def test_an_evening_plan_holds_until_its_hour() -> None:
    assert held(Holds(plans=(plan(0, 5.45),))) == Exemption("planned", day(5.45))


def test_neither_moving_a_plan_nor_making_another_holds_again() -> None:
    first = plan(0, 10)
    assert held(Holds(plans=(plan(9, 20), first, plan(1, 14)))) == Exemption("planned", ends(10))
    assert held(Holds(plans=(plan(0, 10, dropped=True), plan(1, 14)))) is None


@given(st.lists(st.tuples(st.integers(0, 200), st.integers(0, 14)), max_size=12))
def test_plans_alone_cannot_hold_a_customer_for_ever(made_and_ahead: list[tuple[int, int]]) -> None:
    plans = tuple(plan(made, made + ahead) for made, ahead in made_and_ahead)
    first = min((made for made, _ in made_and_ahead), default=0)
    exempt = held(Holds(plans=plans))
    assert exempt is None or exempt.until <= ends(first + 14)


def test_a_follow_up_earns_the_next_plan_its_hold() -> None:
    plans = (plan(0, 10), plan(12, 20))
    assert held(Holds(plans=plans, touches=(day(12),))) == Exemption("planned", ends(20))


@given(
    st.lists(st.tuples(st.integers(0, 100), st.integers(0, 14)), max_size=8),
    st.lists(st.integers(0, 100), max_size=6),
    st.integers(0, 100),
)
def test_a_follow_up_more_never_shortens_what_plans_hold(
    made_and_ahead: list[tuple[int, int]], touched: list[int], one_more: int
) -> None:
    plans = tuple(plan(made, made + ahead) for made, ahead in made_and_ahead)
    before, after = tuple(map(day, touched)), tuple(map(day, (*touched, one_more)))
    was, now = held(Holds(plans=plans, touches=before)), held(Holds(plans=plans, touches=after))
    assert was is None or (now is not None and now.until >= was.until)


def test_plans_and_calls_do_not_hold_past_the_longest_hold() -> None:
    holds = Holds(plans=(plan(178, 190),), touches=(day(178),), owned_since=NOW)
    assert held(holds) == Exemption("planned", ends(180))
    assert held(holds, Rule(enabled=True, max_hold_days=None)) == Exemption("planned", ends(190))


def test_an_open_complaint_holds_for_ninety_days_from_its_opening() -> None:
    exempt = held(Holds(complaints=(day(-30), NOW), locked_until=day(80)))
    assert exempt == Exemption("open_complaint", ends(90))


def test_a_lock_holds_until_it_expires() -> None:
    assert held(Holds(locked_until=day(90))) == Exemption("locked", day(90))


@pytest.mark.parametrize("off", ["exempt_open_deal", "exempt_won", "exempt_planned", "exempt_open_complaint"])
def test_an_exemption_can_be_switched_off(off: str) -> None:
    everything = {
        "exempt_open_deal": Holds(deals=(OpenDeal(NOW, NOW, 20),)),
        "exempt_won": Holds(won=Won(NOW, None)),
        "exempt_planned": Holds(plans=(plan(0, 5),)),
        "exempt_open_complaint": Holds(complaints=(NOW,)),
    }
    assert held(everything[off]) is not None
    assert held(everything[off], Rule(enabled=True, **{off: False})) is None  # type: ignore[arg-type]


@given(st.integers(1, 400), st.integers(0, 400))
def test_a_customer_is_warned_on_the_ladder_before_an_exemption_ends(length: int, later: int) -> None:
    until = deadline(Epoch(NOW, exempt_until=day(length)), rule=RULE, calendar=SHANGHAI)
    assert until >= day(length)
    assert not may_sweep(day(later), deadline=until, rule=RULE, calendar=SHANGHAI, warned=None)

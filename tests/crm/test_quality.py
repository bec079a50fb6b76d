"""Entry quality: worked by hand, and proof against writing more, earlier or twice."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from crm.calendar import WorkCalendar
from crm.completeness import Known, asked_of, completeness, missing
from crm.customers import Contact
from crm.deals import Deal, Stages
from crm.measures import Share
from crm.quality import Planned, Quality, Written, quality, together

MONDAY = datetime(2026, 3, 9, 2, tzinfo=UTC)  # ten in the morning in Shanghai
DAYS = WorkCalendar("Asia/Shanghai")
STAGES = Stages()
NOTHING = Share(0, 0)


def at(day: float, hour: float = 0) -> datetime:
    return MONDAY + timedelta(days=day, hours=hour)


def log(customer: str, logged: datetime, words: str, *, late: float = 0, **more: object) -> Written:
    """A log, written so many days after it happened."""
    return replace(Written("U1", customer, logged - timedelta(days=late), logged, words), **more)


def deal(stage: str, **more: object) -> Deal:
    plain = Deal(f"d-{stage}", "c", "Acme", "Acme", stage, "U1", MONDAY, MONDAY, MONDAY)
    return replace(plain, **more)


def judged(logs: list[Written], plans: list[Planned] | None = None, now: datetime = MONDAY) -> Quality:
    return quality(NOTHING, logs, plans or [], calendar=DAYS, now=now)


# worked by hand


def test_what_a_stage_needs_grows_with_it() -> None:
    ann = Contact("1", "Ann", phone="1")
    bare, met = Known("c", "Acme", "U1"), Known("c", "Acme", "U1", contacts=(ann,), planned=True)
    assert [(one.need, one.there) for one in asked_of(bare, STAGES)] == [("contact", False), ("next_step", False)]
    assert completeness([bare, met], STAGES) == Share(2, 4)
    proposal = replace(met, customer_id="p", deals=(deal("proposal", amount=Decimal(5), currency="CNY"),))
    assert [(one.need, one.there) for one in asked_of(proposal, STAGES)] == [
        ("contact", True),
        ("next_step", True),
        ("reach", True),
        ("source", False),
        ("amount", True),
        ("close_on", False),
    ]
    early = replace(met, customer_id="e", deals=(deal("lead"), deal("evaluation")))
    assert [(one.need, one.about_id) for one in missing([bare, early, proposal], STAGES)] == [
        ("close_on", "d-proposal"),
        ("source", None),
        ("amount", "d-evaluation"),
        ("source", None),
        ("contact", None),
        ("next_step", None),
    ]


def test_a_month_worked_by_hand() -> None:
    logs = [
        log("a", at(0, 1), "they want fifty seats"),
        log("a", at(0, 2), "and a quote by friday"),  # the same customer and day: once
        log("b", at(0, 3), "met their buyer on thursday", late=4),  # Thursday → Monday: one working day too many
        log("c", at(0, 4), "met their buyer on the stairs", late=3),  # Friday → Monday: in time
        log("a", at(1), "they want fifty seats!"),  # a copy
        log("b", at(1), "no answer", no_answer=True),
        log("b", at(2), "no answer", no_answer=True),  # honest, but nothing new
        log("d", at(2), "they sign next week", rejected=True),
    ]
    plans = [
        Planned("U1", "a", at(0, 1), at(1)),  # followed by a copy only
        Planned("U1", "b", at(0, 3), at(1)),  # tried on the day
        Planned("U1", "c", at(0, 4), at(0, 6)),  # nothing more on that day or the next
        Planned("U1", "d", at(2), at(9)),  # still to come
    ]
    found = quality(Share(6, 8), logs, plans, doubles=[("e", date(2026, 3, 9))], calendar=DAYS, now=at(3))
    assert found.in_time == Share(4, 5)  # a, c and twice b and d; not the first of b
    assert found.sound == Share(5, 8)  # three on Monday, two on Tuesday but the copy, b; not d, not e
    assert found.kept == Share(1, 3)
    assert round(found.score or 0, 2) == round(100 * (6 / 8 + 4 / 5 + 5 / 8 + 1 / 3) / 4, 2)
    assert together(50, 80, team_weight=60) == 68
    assert together(None, 80, team_weight=60) == 80
    assert Quality(in_time=Share(9, 9)).score is None  # too few to speak of


def test_a_plan_of_today_is_not_kept_by_what_was_written_before_its_time() -> None:
    plan = Planned("U1", "a", at(0), at(0, 4))
    early, late = log("a", at(0, 1), "sent the quote"), log("a", at(0, 5), "sent the quote")
    assert judged([early], [plan], at(9)).kept == Share(0, 1)
    assert judged([late], [plan], at(9)).kept == Share(1, 1)


# proof against gaming

history = st.lists(
    st.tuples(st.sampled_from("abc"), st.integers(0, 200), st.integers(0, 6)), min_size=1, max_size=8
).map(
    lambda rows: [
        log(customer, at(0, hours), f"{n} {chr(97 + n) * 9} told us", late=late)
        for n, (customer, hours, late) in enumerate(rows)
    ]
)
promises = st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 200), st.integers(1, 150)), max_size=6).map(
    lambda rows: [Planned("U1", customer, at(0, made), at(0, made + lead)) for customer, made, lead in rows]
)
NOW = at(40)


def no_better(after: Quality, before: Quality) -> None:
    for one, two in zip(after.shares, before.shares, strict=True):
        assert not two.whole or one.part * two.whole <= two.part * one.whole
    assert (after.score or 0) <= (before.score or 0) + 1e-9 or before.score is None


@settings(max_examples=40)
@given(history, promises, st.data())
def test_one_log_split_in_ten_raises_nothing(logs: list[Written], plans: list[Planned], data: st.DataObject) -> None:
    one = data.draw(st.sampled_from(logs))
    parts = [replace(one, words=f"{chr(107 + n) * 12} part {n}") for n in range(10)]
    no_better(judged([*[log for log in logs if log is not one], *parts], plans, NOW), judged(logs, plans, NOW))


@settings(max_examples=40)
@given(history, promises, st.integers(1, 30), st.data())
def test_a_log_dated_back_raises_nothing(
    logs: list[Written], plans: list[Planned], days: int, data: st.DataObject
) -> None:
    one = data.draw(st.sampled_from(logs))
    back = replace(one, happened_at=one.happened_at - timedelta(days=days))
    no_better(judged([back if log is one else log for log in logs], plans, NOW), judged(logs, plans, NOW))


@settings(max_examples=40)
@given(history, promises, st.integers(0, 300), st.sampled_from("abcd"), st.booleans(), st.data())
def test_a_log_copied_at_any_time_to_any_customer_raises_nothing(
    logs: list[Written], plans: list[Planned], hours: int, customer: str, tried: bool, data: st.DataObject
) -> None:
    one = data.draw(st.sampled_from(logs))
    later = one.logged_at + timedelta(hours=hours, seconds=1)
    copy = replace(one, customer_id=customer, logged_at=later, happened_at=later, no_answer=tried)
    no_better(judged([*logs, copy], plans, NOW), judged(logs, plans, NOW))


@settings(max_examples=40)
@given(history, history, promises)
def test_two_people_s_shares_add_up_to_the_team_s(
    mine: list[Written], yours: list[Written], plans: list[Planned]
) -> None:
    one, two = judged(mine, plans, NOW), judged(yours, [], NOW)
    for whole, *parts in zip((one + two).shares, one.shares, two.shares, strict=True):
        assert whole == Share(sum(part.part for part in parts), sum(part.whole for part in parts))

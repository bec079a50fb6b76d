from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from crm.calendar import WorkCalendar
from crm.pool import (
    Claimant,
    Pooled,
    Tenure,
    clock_starts,
    concerned,
    cooldown_until,
    frozen_until,
    mask_name,
    may_claim,
    may_return,
    may_undo,
    may_view,
    round_trips,
    visible,
)
from crm.refusal import Refusal
from crm.rules import Rule
from tests.crm.worlds import calendars, instants

RULE = Rule(enabled=True, after_expiry="both")
SHANGHAI = WorkCalendar("Asia/Shanghai", weekdays=frozenset(range(7)))
NOW = datetime(2026, 11, 20, 3, tzinfo=UTC)
LONG_POOLED = Pooled(since=NOW - timedelta(days=90))


def days_ago(n: float) -> datetime:
    return NOW - timedelta(days=n)


def tenure(owner: str, first: float, last: float | None, team: str | None = "north") -> Tenure:
    """`owner` had the customer from `first` to `last` days ago."""
    return Tenure(owner, team, days_ago(first), None if last is None else days_ago(last))


def refused(
    claimant: Claimant | None = None,
    pooled: Pooled = LONG_POOLED,
    history: tuple[Tenure, ...] = (),
    *,
    now: datetime = NOW,
    rule: Rule = RULE,
    **how: bool,
) -> str | None:
    asker = claimant or Claimant("rep", "north")
    refusal = may_claim(asker, pooled, history, now=now, rule=rule, calendar=SHANGHAI, **how)
    return refusal.code if refusal else None


def test_anybody_may_claim_what_has_lain_in_the_pool() -> None:
    assert refused() is None


def test_a_pooled_customer_is_frozen_for_twelve_working_hours() -> None:
    pooled = Pooled(since=NOW)
    free = frozen_until(pooled, rule=RULE, calendar=SHANGHAI)
    assert SHANGHAI.working_hours_between(NOW, free) == 12
    assert refused(pooled=pooled, now=free - timedelta.resolution) == "frozen"
    assert refused(pooled=pooled, now=free) is None


def test_what_expired_waits_for_a_manager_where_the_rule_says_so() -> None:
    rule = replace(RULE, after_expiry="manager_assign")
    expired = replace(LONG_POOLED, why="expired")
    assert refused(pooled=expired, rule=rule) == "awaits_manager"
    assert refused(pooled=expired, rule=rule, assigned=True) is None
    assert refused(pooled=replace(expired, opened=True), rule=rule) is None
    assert refused(pooled=LONG_POOLED, rule=rule) is None  # released, not expired
    assert refused(pooled=expired, rule=replace(RULE, after_expiry="self_claim")) is None


def test_a_customer_for_later_rests_until_its_local_day() -> None:
    wakes = date(2026, 12, 1)
    resting = replace(LONG_POOLED, wakes_on=wakes)
    midnight = SHANGHAI.at(wakes, time())
    assert refused(pooled=resting, now=midnight - timedelta.resolution) == "resting"
    assert refused(pooled=resting, now=midnight) is None


@given(
    st.lists(st.tuples(st.integers(0, 90), st.booleans()), max_size=60),
    st.integers(0, 6),
    calendars(),
    instants,
)
def test_the_day_cap_is_never_passed_and_releasing_refunds_nothing(
    steps: list[tuple[int, bool]], cap: int, calendar: WorkCalendar, now: datetime
) -> None:
    rule = replace(RULE, claim_per_day=cap)
    ledger: list[datetime] = []
    held = 0
    for minutes, release in steps:
        now += timedelta(minutes=minutes)
        if release and held:
            held -= 1
            continue
        asker = Claimant("rep", "north", tuple(ledger), held)
        pooled = Pooled(since=now - timedelta(days=900))
        if may_claim(asker, pooled, (), now=now, rule=rule, calendar=calendar) is None:
            ledger.append(now)
            held += 1
    by_day = [calendar.local_date(at) for at in ledger]
    assert all(by_day.count(day) <= cap for day in by_day)


def test_the_day_cap_ends_at_local_midnight() -> None:
    claims = tuple(NOW + timedelta(minutes=n) for n in range(5))
    refusal = may_claim(
        Claimant("rep", "north", claims), LONG_POOLED, (), now=NOW + timedelta(hours=1), rule=RULE, calendar=SHANGHAI
    )
    assert refusal is not None
    assert (refusal.code, refusal.facts["until"]) == ("day_cap", SHANGHAI.at(date(2026, 11, 21), time()))
    assert refused(Claimant("rep", "north", claims), now=SHANGHAI.at(date(2026, 11, 21), time())) is None
    assert refused(Claimant("rep", "north", claims), assigned=True) is None


def test_whoever_holds_a_hundred_claims_no_more_and_keeps_what_is_above() -> None:
    assert refused(Claimant("rep", "north", held=99)) is None
    for held in (100, 130):
        assert refused(Claimant("rep", "north", held=held)) == "holding_cap"


def test_a_former_owner_waits_thirty_days() -> None:
    history = (tenure("rep", 60, 10),)
    until = cooldown_until(Claimant("rep", "north"), history, rule=RULE, calendar=SHANGHAI)
    assert until == SHANGHAI.end_of(SHANGHAI.local_date(days_ago(10)) + timedelta(days=30))
    assert refused(history=history) == "cooldown"
    assert refused(history=history, assigned=True) == "cooldown"
    assert refused(history=history, now=until) is None
    assert refused(history=history, override=True) is None
    assert refused(Claimant("other", "north"), history=history) is None


def test_two_reps_cannot_swap_a_customer_between_them() -> None:
    a_then_b = (tenure("a", 40, 20), tenure("b", 15, 1))
    assert refused(Claimant("a", "north"), history=a_then_b) == "cooldown"
    assert refused(Claimant("b", "north"), history=a_then_b) == "cooldown"
    assert refused(Claimant("c", "north"), history=a_then_b) is None


def test_after_two_round_trips_the_whole_team_waits() -> None:
    once = (tenure("a", 200, 150), tenure("b", 150, 100), tenure("a", 100, 50))
    twice = (*once, tenure("b", 50, 5))
    assert [round_trips(once, "north"), round_trips(twice, "north"), round_trips(twice, "south")] == [1, 2, 0]
    assert refused(Claimant("c", "north"), history=once) is None
    assert refused(Claimant("c", "north"), history=twice) == "cooldown"
    assert refused(Claimant("c", "south"), history=twice) is None
    assert refused(Claimant("c", None), history=twice) is None


owners = st.sampled_from(("a", "b", "c"))


@given(st.lists(st.tuples(owners, st.integers(1, 60), st.integers(0, 60)), max_size=8), owners, st.integers(0, 90))
def test_nobody_claims_what_they_had_in_the_last_thirty_days(
    past: list[tuple[str, int, int]], asker: str, since: int
) -> None:
    at, history = days_ago(1000), []
    for owner, held, gap in past:
        history.append(Tenure(owner, None, at, at + timedelta(days=held)))
        at += timedelta(days=held + gap)
    now = (history[-1].ended_at or NOW) + timedelta(days=since) if history else NOW
    pooled = Pooled(since=days_ago(1100))
    granted = refused(Claimant(asker, None), pooled, tuple(history), now=now) is None
    recent = [one for one in history if one.owner_id == asker and one.ended_at and (now - one.ended_at).days < 30]
    assert not (granted and recent)


@given(st.integers(0, 60))
def test_releasing_and_reclaiming_does_not_reset_the_clock(days: int) -> None:
    history = (tenure("rep", 100, days), tenure("other", 300, 200))
    starts = clock_starts(Claimant("rep", "north"), history, now=NOW, rule=RULE, calendar=SHANGHAI)
    assert starts == (days_ago(100) if days <= 30 else NOW)
    assert clock_starts(Claimant("new", "north"), history, now=NOW, rule=RULE, calendar=SHANGHAI) == NOW


def test_a_rule_without_cooldown_bars_nobody() -> None:
    rule = replace(RULE, ex_owner_cooldown_days=0)
    assert refused(history=(tenure("rep", 60, 0),), rule=rule) is None


FACTS = {
    "name": "Acme Trading Ltd",
    "phone": "+86 138 0000 0000",
    "email": "jane@acme.example",
    "city": "Suzhou",
    "grade": "A",
    "last_outcome": "wants a sample",
}


def test_the_pool_shows_a_masked_name_and_no_way_to_call() -> None:
    seen = visible(FACTS, rule=RULE)
    assert seen == {"masked_name": "A••• T••• L•••", "city": "Suzhou", "grade": "A", "last_outcome": "wants a sample"}
    assert visible(FACTS, rule=RULE, claimed=True) == FACTS


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("华为技术有限公司", "华•••"),
        ("Acme", "A•••"),
        ("(Pty) 3M of Minnesota and more", "P••• 3••• o•••"),
        ("", "•••"),
        ("\u200b 🎉", "•••"),
    ],
)
def test_a_name_is_masked_to_its_first_letters(name: str, masked: str) -> None:
    assert mask_name(name) == masked


@given(st.text(min_size=5))
def test_a_masked_name_never_tells_the_name(name: str) -> None:
    letters = [letter for letter in mask_name(name) if letter.isalnum()]
    assert len(letters) <= 3
    assume(sum(map(str.isalnum, name)) > 3)
    assert mask_name(name) != name


def test_detail_views_are_capped() -> None:
    assert may_view(49, rule=RULE) is None
    refusal = may_view(50, rule=RULE)
    assert refusal is not None
    assert (refusal.code, refusal.facts) == ("view_cap", {"limit": 50})


def test_a_release_needs_a_reason_and_later_needs_its_day() -> None:
    today = date(2026, 11, 20)

    def code(reason: str | None, wakes_on: date | None = None) -> str | None:
        refusal = may_return(reason, wakes_on=wakes_on, today=today)
        return refusal.code if refusal else None

    assert [code(None), code(""), code("bored")] == ["reason_needed"] * 3
    assert [code("later"), code("later", today)] == ["wake_date_needed"] * 2
    assert [code("later", date(2026, 11, 21)), code("bad_data"), code("completed")] == [None] * 3


def test_a_move_is_undone_within_a_day_and_only_while_nothing_followed() -> None:
    def code(hours: float, epoch_now: int = 4) -> str | None:
        refusal: Refusal | None = may_undo(
            NOW + timedelta(hours=hours), moved_at=NOW, epoch_then=4, epoch_now=epoch_now, rule=RULE
        )
        return refusal.code if refusal else None

    assert [code(0), code(24), code(24.1), code(1, epoch_now=5)] == [None, None, "undo_over", "moved_on"]


@given(
    st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from(("red", "blue", None)), st.integers(0, 90))), st.data()
)
def test_a_cooldown_bars_nobody_it_does_not_concern(
    past: list[tuple[str, str | None, int]], data: st.DataObject
) -> None:
    history = [
        Tenure(owner, team, NOW - timedelta(days=ago + 1), NOW - timedelta(days=ago)) for owner, team, ago in past
    ]
    owners, teams = concerned(history, rule=RULE)
    asker = Claimant(data.draw(st.sampled_from("abcdef")), data.draw(st.sampled_from(("red", "blue", None))))
    if cooldown_until(asker, history, rule=RULE, calendar=SHANGHAI) is not None:
        assert asker.person_id in owners or asker.team_id in teams

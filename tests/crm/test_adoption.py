"""Who logs: by hand, and parts that sum to their whole."""

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from crm.adoption import adoption
from crm.measures import Share

MONDAY = datetime(2026, 3, 9, tzinfo=UTC)
LAST = {"Ann": MONDAY, "Bo": MONDAY - timedelta(seconds=1), "Cy": MONDAY + timedelta(days=2)}
REPS = ["Ann", "Bo", "Cy", "Di", "Ed"]


def test_a_week_worked_by_hand() -> None:
    """Ann and Cy logged, Cy although on leave; Bo last week; Di never; Ed is on leave and counts for nothing."""
    found = adoption(REPS, LAST, since=MONDAY, away={"Cy", "Ed"})
    assert (found.logged, found.quiet) == (Share(2, 4), ("Bo", "Di", "Ed"))
    assert adoption([], {}, since=MONDAY, away=()).logged == Share(0, 0)


some = st.sets(st.sampled_from(REPS))


@settings(max_examples=60)
@given(some, st.dictionaries(st.sampled_from(REPS), st.datetimes(timezones=st.just(UTC))), some, some)
def test_teams_sum_to_the_whole_and_a_log_more_never_lowers_it(
    reps: set[str], last: dict[str, datetime], away: set[str], one: set[str]
) -> None:
    whole = adoption(sorted(reps), last, since=MONDAY, away=away)
    parts = [adoption(sorted(team), last, since=MONDAY, away=away) for team in (reps & one, reps - one)]
    assert sum(each.logged.part for each in parts) == whole.logged.part
    assert sum(each.logged.whole for each in parts) == whole.logged.whole
    assert whole.logged.part + len(set(whole.quiet) - away) == whole.logged.whole
    more = adoption(sorted(reps), last | dict.fromkeys(reps & one, MONDAY), since=MONDAY, away=away)
    assert more.logged.part >= whole.logged.part

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from crm.suggest import Candidate, Ranking, Suggestion, split, suggest_rep

NOW = datetime(2026, 11, 20, 3, tzinfo=UTC)
A, B, C = (Candidate(name, "north", held=10) for name in "abc")

some = st.builds(
    Candidate,
    person_id=st.uuids().map(str),
    team_id=st.sampled_from(("north", "south", None)),
    held=st.integers(0, 120),
    grades=st.frozensets(st.sampled_from("ABC")),
    last_assigned_at=st.none() | st.just(NOW),
    in_cooldown=st.booleans(),
    away=st.booleans(),
)


def suggested(*candidates: Candidate, grade: str | None = "A") -> Suggestion | None:
    return suggest_rep(candidates, team_id="north", grade=grade, holding_cap=100)


def test_nobody_is_suggested_where_nobody_can_take_it() -> None:
    assert suggested() is None
    assert suggested(replace(A, away=True), replace(B, in_cooldown=True), replace(C, held=100)) is None


def test_the_only_one_free_is_suggested_as_such() -> None:
    assert suggested(A, replace(B, away=True)) == Suggestion("a", "only_one", held=10)


def test_team_then_skill_then_load_then_waiting_decide_and_say_so() -> None:
    abroad, unskilled = replace(A, team_id="south", held=0), replace(A, grades=frozenset("C"), held=0)
    assert suggested(abroad, B) == Suggestion("b", "same_team", held=10)
    assert suggested(unskilled, replace(B, grades=frozenset("AB"))) == Suggestion("b", "skilled", held=10)
    assert suggested(A, replace(B, held=9)) == Suggestion("b", "fewest_held", held=9)
    assert suggested(replace(A, last_assigned_at=NOW), B) == Suggestion("b", "longest_waiting", held=10)


@given(st.lists(some, max_size=8), st.randoms())
def test_the_order_of_the_candidates_does_not_matter(candidates: list[Candidate], random) -> None:  # type: ignore[no-untyped-def]
    shuffled = list(candidates)
    random.shuffle(shuffled)
    assert suggested(*candidates) == suggested(*shuffled)


@given(
    st.lists(some, max_size=8), st.lists(st.tuples(st.integers(0, 7), st.sampled_from((-1, 1)))), st.sampled_from("AC")
)
def test_counting_on_and_asking_anew_suggest_the_same(
    team: list[Candidate], changes: list[tuple[int, int]], grade: str
) -> None:
    ranking, now = Ranking(team), list(team)
    for number, more in changes:
        ranking.suggest(team_id="north", grade=grade, holding_cap=100)
        if number < len(team):
            ranking.count(team[number].person_id, more)
            now[number] = replace(now[number], held=now[number].held + more)
    barred = [one.person_id for one in team[::3]]
    able = [one for one in now if one.person_id not in barred]
    assert ranking.suggest(team_id="north", grade=grade, holding_cap=100, barred=barred) == suggested(
        *able, grade=grade
    )


@given(st.lists(some, max_size=8))
def test_whoever_is_suggested_can_take_it(candidates: list[Candidate]) -> None:
    suggestion = suggested(*candidates)
    if suggestion:
        (one,) = (each for each in candidates if each.person_id == suggestion.person_id)
        assert not one.away
        assert not one.in_cooldown
        assert one.held < 100
    else:
        assert all(each.away or each.in_cooldown or each.held >= 100 for each in candidates)


def with_one_more(team: list[Candidate], person_id: str, *, now: datetime) -> list[Candidate]:
    return [
        replace(one, held=one.held + 1, last_assigned_at=now) if one.person_id == person_id else one for one in team
    ]


def test_a_batch_is_spread_over_the_team() -> None:
    team, given_to = [A, B, C], []
    for n in range(30):
        suggestion = suggested(*team)
        assert suggestion is not None
        given_to.append(suggestion.person_id)
        team = with_one_more(team, suggestion.person_id, now=NOW + timedelta(minutes=n))
    assert {person: given_to.count(person) for person in "abc"} == {"a": 10, "b": 10, "c": 10}


def test_whoever_has_fewer_catches_up_before_the_batch_is_spread() -> None:
    team, given_to = [A, replace(B, held=12)], ""
    for n in range(5):
        suggestion = suggested(*team)
        assert suggestion is not None
        given_to += suggestion.person_id
        team = with_one_more(team, suggestion.person_id, now=NOW + timedelta(minutes=n))
    assert given_to == "aabab"


@given(st.integers(0, 40), st.lists(st.integers(0, 110), min_size=1, max_size=6), st.data())
def test_a_share_is_even_among_those_who_can_take_it_and_passes_no_cap(
    n: int, held: list[int], data: st.DataObject
) -> None:
    reps = [Candidate(f"rep{number}", "north", held=count) for number, count in enumerate(held)]
    ids = [(f"customer{number}", None) for number in range(n)]
    names = st.sets(st.sampled_from([rep.person_id for rep in reps]))
    barred = {customer_id: data.draw(names) for customer_id, _ in ids}
    shared = split(ids, reps, barred=barred, holding_cap=100)
    got = {rep.person_id: [one for one, who in shared.items() if who == rep.person_id] for rep in reps}
    assert set(shared) == {customer_id for customer_id, _ in ids}
    for rep in reps:
        assert rep.held + len(got[rep.person_id]) <= max(100, rep.held)
        assert not [one for one in got[rep.person_id] if rep.person_id in barred[one]]
    for customer_id, who in shared.items():
        if who is None:
            able = [rep for rep in reps if rep.person_id not in barred[customer_id]]
            assert all(rep.held + len(got[rep.person_id]) >= 100 for rep in able)


@given(st.integers(0, 40), st.integers(1, 6))
def test_a_share_nobody_is_barred_from_differs_by_one_at_most(n: int, people: int) -> None:
    reps = [Candidate(f"rep{number}", "north", held=number) for number in range(people)]
    shared = split([(str(one), None) for one in range(n)], reps, barred={}, holding_cap=1000)
    counts = [list(shared.values()).count(rep.person_id) for rep in reps]
    assert sum(counts) == n and max(counts) - min(counts) <= 1

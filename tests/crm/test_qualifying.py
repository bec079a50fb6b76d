from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm.calendar import WorkCalendar
from crm.qualifying import QUALIFYING_KINDS, Qualification, Touch, long_enough, qualifies, spot_checks
from crm.rules import Rule

NOW = datetime(2026, 11, 20, 3, tzinfo=UTC)
SHANGHAI = WorkCalendar("Asia/Shanghai")
CALL = Touch(
    author_id="rep",
    on_behalf_of=None,
    kind="call",
    contact="Jane Wu",
    no_answer=False,
    outcome="called Jane Wu, they want 50 seats by the end of the quarter",
    happened_at=NOW,
    logged_at=NOW,
)
SILENCE = replace(CALL, no_answer=True, contact=None, outcome="called Acme, no answer")


def judged(touch: Touch, *recent: Touch, rule: Rule | None = None) -> Qualification:
    return qualifies(
        touch,
        owner_id="rep",
        covers=frozenset({"cover"}),
        assistants=frozenset({"clerk"}),
        recent=recent,
        rule=rule or Rule(),
        calendar=SHANGHAI,
    )


def why_not(touch: Touch, *recent: Touch, rule: Rule | None = None) -> str | None:
    return judged(touch, *recent, rule=rule).reason


def earlier(touch: Touch, days: float, **changes: object) -> Touch:
    at = NOW - timedelta(days=days)
    return replace(touch, happened_at=at, logged_at=at, **changes)  # type: ignore[arg-type]


def test_an_honest_call_counts() -> None:
    assert judged(CALL) == Qualification(extends=True, reason=None)


@pytest.mark.parametrize(
    ("author", "for_whom", "said"),
    [
        ("rep", None, None),
        ("cover", None, None),
        ("clerk", "rep", None),
        ("clerk", "cover", None),
        ("clerk", None, "for_whom"),
        ("clerk", "somebody", "not_owner"),
        ("somebody", None, "not_owner"),
        ("somebody", "rep", "not_owner"),
    ],
)
def test_only_the_owner_a_cover_or_an_assistant_for_them_extends(
    author: str, for_whom: str | None, said: str | None
) -> None:
    touch = replace(CALL, author_id=author, on_behalf_of=for_whom)
    assert why_not(touch) == said


@given(st.timedeltas(timedelta(days=-10), timedelta(days=10)))
def test_a_touch_counts_from_72_hours_ago_until_now(ago: timedelta) -> None:
    touch = replace(CALL, happened_at=NOW - ago)
    expected = "future" if ago < timedelta() else "too_old" if ago > timedelta(hours=72) else None
    assert why_not(touch) == expected


def test_a_plan_an_edit_or_an_import_has_no_kind_that_extends() -> None:
    for kind in (None, "", "note", "import", "edit", "plan", "sync", "grade"):
        assert why_not(replace(CALL, kind=kind)) == "no_kind"
    for kind in QUALIFYING_KINDS:
        assert why_not(replace(CALL, kind=kind)) is None


def test_a_touch_needs_somebody_touched_or_an_honest_no_answer() -> None:
    for nobody in (None, "", "  "):
        assert why_not(replace(CALL, contact=nobody)) == "no_contact"
    assert why_not(SILENCE) is None


@pytest.mark.parametrize(
    ("words", "enough"),
    [
        ("sent the quote", True),
        ("sent quote", False),
        ("ok", False),
        ("", False),
        ("... !!! ???", False),
        ("👍👍👍 👍 👍", False),
        ("a_b-c", False),
        ("50 seats, $3,000", True),
        ("客户同意报价", True),
        ("客户同意了", False),
        ("客户、同意,报。价", True),
        ("demo 演示很好", True),
        ("发quote", False),
        ("Müller möchte Angebot", True),
        ("견적서를 보냈습니다 오늘", True),
        ("見積もりを送付", True),
        ("ส่งใบเสนอราคาแล้ว", True),
        ("позвонил, договорились о встрече", True),
        ("don't can't won't", True),
        ("don't", False),
    ],
)
def test_three_words_or_six_characters_are_an_outcome(words: str, enough: bool) -> None:
    assert long_enough(words, Rule()) is enough
    assert why_not(replace(CALL, outcome=words)) == (None if enough else "too_short")


@given(st.text(max_size=200), st.text(max_size=50))
def test_writing_more_never_makes_a_note_too_short(words: str, more: str) -> None:
    assert long_enough(f"{words} {more}", Rule()) >= long_enough(words, Rule())


def test_no_answer_counts_twice_in_a_row_and_again_after_a_real_word() -> None:
    first, second = earlier(SILENCE, 2), earlier(SILENCE, 1)
    assert why_not(SILENCE, first) is None
    assert why_not(SILENCE, second, first) == "no_answer_limit"
    assert why_not(SILENCE, earlier(SILENCE, 1, extends=False), second, first) == "no_answer_limit"
    assert why_not(SILENCE, earlier(CALL, 1), first, earlier(SILENCE, 3)) is None


def test_a_colleagues_vain_calls_do_not_use_up_the_owners() -> None:
    theirs = [earlier(SILENCE, days, extends=False, by_owner=False) for days in (1, 2)]
    assert why_not(SILENCE, *theirs) is None
    assert why_not(SILENCE, *theirs, earlier(SILENCE, 3), earlier(SILENCE, 4)) == "no_answer_limit"


@given(st.lists(st.booleans(), max_size=30))
def test_of_any_run_of_no_answers_at_most_two_extend(answered: list[bool]) -> None:
    recent: list[Touch] = []
    in_a_row = 0
    for n, yes in enumerate(answered):
        words = f"spoke about topic {n * 7919} {'abcdefghij'[n % 10] * (n + 9)}" if yes else SILENCE.outcome
        at = NOW + timedelta(days=n)
        touch = replace(CALL if yes else SILENCE, outcome=words, happened_at=at, logged_at=at)
        extends = judged(touch, *recent).extends
        in_a_row = 0 if yes else in_a_row + extends
        assert in_a_row <= 2
        recent.insert(0, replace(touch, extends=extends))


@pytest.mark.parametrize(
    "copy",
    [
        CALL.outcome,
        CALL.outcome.upper(),
        CALL.outcome + "!!",
        "  " + CALL.outcome.replace(", ", " - "),
        CALL.outcome.replace("50", "55"),
        "Called Jane Wu; they want 50 seats by end of the quarter",
    ],
)
def test_a_near_copy_of_one_of_the_last_five_does_not_extend(copy: str) -> None:
    others = [
        earlier(CALL, n, outcome=words)
        for n, words in enumerate(
            ("asked for references in Spain", "sent the revised quote", "legal reads the contract", "met at the fair"),
            1,
        )
    ]
    assert why_not(replace(CALL, outcome=copy), *others, earlier(CALL, 6)) == "near_copy"
    assert (
        why_not(replace(CALL, outcome=copy), earlier(CALL, 7, outcome="new budget agreed"), *others, earlier(CALL, 6))
        is None
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("给华为李经理打了电话,对50套感兴趣", "给华为李经理打了电话,报价已经确认,下周签合同"),
        ("called Jane, sent quote, follow up next Tuesday", "called Jane, quote accepted, contract by Friday"),
        ("拜访了客户,谈了价格", "拜访了客户,谈了交期"),
        ("给华为打电话,下周三见面", "给华为打电话,下周五见面"),
        ("met Jane, discussed pricing, call next week", "met Jane, discussed contract, call next week"),
    ],
)
def test_a_note_that_says_something_new_is_no_copy(before: str, after: str) -> None:
    assert why_not(replace(CALL, outcome=after), earlier(CALL, 3, outcome=before)) is None


def test_a_copy_in_full_width_characters_is_a_copy() -> None:
    before = earlier(CALL, 3, outcome="给华为李经理打了电话,报价ABC-100已发")
    assert why_not(replace(CALL, outcome="给华为李经理打了电话，报价ＡＢＣ－１００已发"), before) == "near_copy"


def test_one_touch_a_local_day_extends() -> None:
    morning = replace(earlier(CALL, 0.1), outcome="sent the revised quote to legal")
    assert SHANGHAI.local_date(morning.happened_at) == SHANGHAI.local_date(NOW)
    assert why_not(CALL, morning) == "once_a_day"
    assert why_not(CALL, replace(morning, extends=False)) is None
    last_night = earlier(morning, 0.5)  # the same day in UTC would be another in Shanghai
    assert why_not(CALL, last_night) is None


def test_a_weekend_counts_as_one_day_of_its_own() -> None:
    friday, saturday, sunday, monday = (NOW + timedelta(days=days) for days in range(4))
    assert SHANGHAI.local_date(friday).weekday() == 4

    def extends(at: datetime, *before: datetime) -> bool:
        words = iter(("sent the revised quote to legal", "their board wants a pilot", "met the new head of purchasing"))
        touches = [replace(CALL, happened_at=one, logged_at=one, outcome=next(words)) for one in before]
        return why_not(replace(CALL, happened_at=at, logged_at=at), *touches) is None

    assert extends(saturday, friday) and extends(monday, friday, saturday) and extends(monday, sunday)
    assert not extends(sunday, saturday) and not extends(sunday + timedelta(hours=1), friday, sunday)


def test_a_note_of_any_length_is_judged_at_once() -> None:
    long = replace(CALL, outcome="报价" * 20_000)
    assert why_not(long, *[earlier(long, n) for n in range(1, 6)]) == "near_copy"


@given(st.text(), st.text())
def test_any_text_can_be_judged(words: str, before: str) -> None:
    assert why_not(replace(CALL, outcome=words), earlier(CALL, 1, outcome=before)) in (None, "too_short", "near_copy")


def test_the_first_thing_wrong_is_the_one_said() -> None:
    everything = replace(CALL, author_id="x", kind=None, contact=None, outcome="", happened_at=NOW + timedelta(days=1))
    assert why_not(everything) == "not_owner"


@given(st.sets(st.text(min_size=1), max_size=20), st.integers(0, 5))
def test_spot_checks_are_few_and_the_same_at_every_draw(ids: set[str], few: int) -> None:
    rule = Rule(spot_checks_a_week=few)
    drawn = spot_checks(ids, week="2026-W47", rule=rule)
    assert drawn == spot_checks(sorted(ids, reverse=True), week="2026-W47", rule=rule)
    assert len(drawn) == len(set(drawn)) == min(few, len(ids))
    assert set(drawn) <= ids


def test_another_week_draws_others() -> None:
    ids = [str(n) for n in range(100)]
    assert spot_checks(ids, week="2026-W47", rule=Rule()) != spot_checks(ids, week="2026-W48", rule=Rule())

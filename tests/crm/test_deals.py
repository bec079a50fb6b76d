from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from crm.deal_offers import Offer, offers
from crm.deals import (
    DEFAULT_STAGES,
    Deal,
    Stage,
    Stages,
    Terms,
    Version,
    as_of,
    changed,
    moves,
    signs_of_life,
    stalled_days,
)
from crm.reading.deal import STAGE_WORDS, DealWords, amount_in, deal_words

NOW = datetime(2026, 3, 11, 1, tzinfo=UTC)
STAGES = Stages()
CODES = [stage.code for stage in DEFAULT_STAGES]
DEAL = Deal("d1", "c1", "Acme", "Acme", "proposal", "U1", NOW, NOW, NOW, amount=Decimal(50000), currency="USD")


def day(n: float) -> datetime:
    return NOW + timedelta(days=n)


def history(*steps: tuple[float, str]) -> tuple[Version, ...]:
    return tuple(Version("d1", n, day(at), "U1", stage, "U1") for n, (at, stage) in enumerate(steps, 1))


def asked(deals: tuple[Deal, ...], hint: str | None = None, amount: int | None = None) -> tuple[Offer, ...]:
    sum_ = None if amount is None else Decimal(amount)
    return offers(deals, hint=hint, amount=sum_, currency=sum_ and "USD", logged_at=day(1), stages=STAGES)


# a deal and its terms


def test_terms_that_change_nothing_are_no_new_version() -> None:
    assert changed(DEAL, Terms(), stages=STAGES, now=day(1)) == DEAL
    assert changed(DEAL, Terms(stage="proposal", amount=Decimal(50000)), stages=STAGES, now=day(1)) == DEAL


def test_a_move_is_dated_and_an_amount_alone_is_no_move() -> None:
    dearer = changed(DEAL, Terms(amount=Decimal("60000.5")), stages=STAGES, now=day(1))
    assert (dearer.entered_at, dearer.changed_at, dearer.version) == (NOW, day(1), 2)
    moved = changed(DEAL, Terms(stage="negotiation"), stages=STAGES, now=day(1))
    assert (moved.entered_at, moved.closed_at) == (day(1), None)


def test_winning_closes_a_deal_and_going_back_opens_it_again() -> None:
    won = changed(DEAL, Terms(stage="won", contract_end=date(2027, 3, 31)), stages=STAGES, now=day(1))
    assert (won.closed_at, won.chance(STAGES), won.contract_end) == (day(1), 100, date(2027, 3, 31))
    again = changed(won, Terms(stage="negotiation"), stages=STAGES, now=day(2))
    assert (again.closed_at, again.version) == (None, 3)


def test_a_reason_is_kept_only_while_the_deal_is_lost() -> None:
    lost = changed(DEAL, Terms(stage="lost", lost_reason="price"), stages=STAGES, now=day(1))
    assert (lost.lost_reason, lost.chance(STAGES)) == ("price", 0)
    assert changed(lost, Terms(stage="proposal"), stages=STAGES, now=day(2)).lost_reason is None


def test_a_chance_set_by_hand_holds_while_the_deal_is_open() -> None:
    sure = replace(DEAL, probability=90)
    assert (DEAL.chance(STAGES), sure.chance(STAGES)) == (50, 90)
    assert replace(sure, stage="won").chance(STAGES) == 100


def test_a_form_that_leaves_fields_empty_empties_them() -> None:
    full = replace(DEAL, close_on=date(2026, 4, 1), probability=40, helpers=("U2",))
    emptied = changed(full, Terms(whole=True), stages=STAGES, now=day(1))
    assert (emptied.amount, emptied.currency, emptied.close_on, emptied.helpers) == (None, None, None, ())
    assert (emptied.stage, emptied.owner_id) == ("proposal", "U1")


# its history


def test_moves_are_neighbours_of_different_stages() -> None:
    steps = moves(history((0, "lead"), (1, "lead"), (2, "proposal"), (3, "won")))
    assert [(one.before, one.after) for one in steps] == [(None, "lead"), ("lead", "proposal"), ("proposal", "won")]


def test_a_deal_at_an_instant_is_its_last_version_before() -> None:
    versions = history((0, "lead"), (2, "proposal"))
    assert as_of(versions, day(-1)) is None
    assert [one and one.stage for one in (as_of(versions, day(1)), as_of(versions, day(2)))] == ["lead", "proposal"]


def alive_until(versions: tuple[Version, ...], *touches: float) -> datetime:
    signs = signs_of_life(versions, [day(touch) for touch in touches], STAGES)
    return max(at + timedelta(days=days) for at, days in signs)


def test_a_deal_lives_by_coming_further_and_by_follow_ups_in_the_days_of_its_stage() -> None:
    assert alive_until(history((0, "lead"))) == day(30)
    assert alive_until(history((0, "lead"), (15, "proposal"))) == day(35)  # a proposal may stand for 20 days
    assert alive_until(history((0, "lead"), (15, "proposal")), 18) == day(38)
    assert alive_until(history((5, "lead")), 2) == day(35)  # what was before the deal is no sign of its life


def test_going_back_and_forth_is_no_sign_of_life() -> None:
    versions = history((0, "lead"), (15, "proposal"), (25, "lead"), (33, "proposal"))
    assert alive_until(versions) == day(35)
    assert alive_until(history((0, "lead"), (15, "proposal"), (25, "lead"), (33, "negotiation"))) == day(53)


@given(st.lists(st.tuples(st.floats(0.1, 9), st.sampled_from(CODES[:5])), min_size=1), st.lists(st.floats(0, 99)))
def test_a_move_or_a_follow_up_more_never_ends_the_life_of_a_deal_earlier(
    steps: list[tuple[float, str]], touches: list[float]
) -> None:
    at, lived = 0.0, day(0)
    for n in range(1, len(steps) + 1):
        at += steps[n - 1][0]
        said = [(sum(gap for gap, _ in steps[: m + 1]), code) for m, (_, code) in enumerate(steps[:n])]
        before, lived = lived, alive_until(history(*said), *(touch for touch in touches if touch <= at))
        assert lived >= before


@given(st.lists(st.sampled_from(CODES), min_size=1, max_size=12))
def test_every_move_begins_where_the_one_before_ended(stages: list[str]) -> None:
    steps = moves(history(*((float(n), stage) for n, stage in enumerate(stages))))
    assert steps[0].before is None
    assert all(one.after == next_.before for one, next_ in pairwise(steps))
    assert all(one.before != one.after for one in steps)
    assert steps[-1].after == stages[-1]


def test_a_deal_stalls_when_neither_it_nor_its_customer_moved_for_longer_than_its_stage_allows() -> None:
    def still(now: float, talked: float | None = None) -> int | None:
        last = None if talked is None else day(talked)
        return stalled_days(DEAL, last_activity_at=last, stages=STAGES, now=day(now))

    assert (still(20), still(20.5), still(31)) == (None, 20, 31)  # a proposal may stand for 20 days
    assert still(31, talked=15) is None
    won = replace(DEAL, stage="won", closed_at=NOW)
    assert stalled_days(won, last_activity_at=None, stages=STAGES, now=day(99)) is None


# what a note suggests


def test_a_note_suggests_a_stage_ahead_and_never_one_behind() -> None:
    assert asked((DEAL,), "won") == (Offer(DEAL, STAGES.won, None, None),)
    assert asked((DEAL,), "lead") == ()
    assert asked((DEAL,), "proposal") == ()
    assert asked((DEAL,), "lost") == (Offer(DEAL, STAGES.lost, None, None),)


def test_a_note_with_another_amount_suggests_it_for_the_one_open_deal() -> None:
    assert asked((DEAL,), amount=60000) == (Offer(DEAL, None, Decimal(60000), "USD"),)
    assert asked((DEAL,), amount=50000) == ()
    assert asked((DEAL, replace(DEAL, deal_id="d2")), amount=60000) == ()


def test_a_note_about_a_customer_without_a_deal_suggests_to_open_one_when_it_is_worth_it() -> None:
    assert asked((), "proposal") == (Offer(None, STAGES.of("proposal"), None, None),)
    assert asked((), amount=60000) == (Offer(None, STAGES.of("lead"), Decimal(60000), "USD"),)
    assert asked((), "qualified") == ()
    assert asked((), "lost") == ()


def test_nothing_is_suggested_once_a_deal_was_changed_after_the_note() -> None:
    assert asked((replace(DEAL, changed_at=day(1)),), "won") == ()


def test_a_stage_the_workspace_does_not_have_suggests_nothing() -> None:
    short = Stages((Stage("lead", 5, 30), Stage("won", 100, 0, "won"), Stage("lost", 0, 0, "lost")))
    known = replace(DEAL, stage="lead")
    found = offers((known,), hint="negotiation", amount=None, currency=None, logged_at=day(1), stages=short)
    assert found == ()


@given(
    st.lists(st.sampled_from(CODES), max_size=5),
    st.sampled_from([None, *CODES]),
    st.one_of(st.none(), st.integers(1, 10**12)),
)
def test_what_is_suggested_always_changes_the_deal(stages: list[str], hint: str | None, amount: int | None) -> None:
    closed = {"won", "lost"}
    deals = tuple(
        replace(DEAL, deal_id=str(n), stage=code, closed_at=NOW if code in closed else None)
        for n, code in enumerate(stages)
    )
    for one in asked(deals, hint, amount):
        assert one.stage or one.amount is not None
        if one.deal:
            code = one.stage.code if one.stage else None
            said = Terms(stage=code, amount=one.amount, currency=one.currency)
            assert changed(one.deal, said, stages=STAGES, now=day(2)).version == 2


# what a command says


def test_a_command_names_a_customer_a_sum_and_a_stage_in_any_order() -> None:
    def read(text: str) -> DealWords:
        return deal_words(text, names=STAGE_WORDS)

    assert read("acme 50k proposal") == DealWords("acme", Decimal(50000), None, "proposal")
    assert read("Acme Corp won USD 50k") == DealWords("Acme Corp", Decimal(50000), "USD", "won")
    assert read("华为 35万 谈判") == DealWords("华为", Decimal(350000), "CNY", "negotiation")
    assert read("华为　中标") == DealWords("华为", None, None, "won")
    assert read("3M 20k") == DealWords("3M", Decimal(20000))
    assert read("lead") == DealWords("lead")
    assert read("") == DealWords("")


def test_an_amount_is_the_whole_text_or_none() -> None:
    assert amount_in("$1.2m") == (Decimal(1200000), "USD")
    assert amount_in("about 50k") is None
    assert amount_in("12 seats") is None

"""The funnel's measures by worked examples, and what must hold of any: parts sum to the whole, currencies never mix."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crm.cards.measures import Dimension
from crm.circles import Within
from crm.funnel import Funnel, Happened, Span, funnel, parts, weak_stage, went_on
from crm.measures import MEASURES, Share, named, wilson
from storage import funnels
from storage.database import Database
from tests.crm.some_deals import CODES, NOW, RATES, STAGES, day
from tests.storage.counted import T1, Written, went, write

ALWAYS = Span(NOW - timedelta(days=999), NOW + timedelta(days=999))
SOME = settings(max_examples=25)
ALL = Within()


@pytest.fixture(scope="module")
def there(tmp_path_factory: pytest.TempPathFactory, empty_sqlite: bytes) -> Iterator[Database]:
    """One database for all examples of a property."""
    path: Path = tmp_path_factory.mktemp("counted") / "dibs.db"
    path.write_bytes(empty_sqlite)
    opened = Database(f"sqlite:///{path}")
    yield opened
    opened.dispose()


def counted(
    database: Database, *, within: Within = ALL, by: Dimension | None = None, span: Span = ALWAYS
) -> tuple[Funnel, dict[str | None, Funnel]]:
    """The funnel of what is written down, and its parts."""
    with database.read() as tx:
        standing = funnels.standing(tx, workspace_id=T1, within=within, by=by, stages=STAGES, now=day(25))
        (happened,) = funnels.happened(
            tx, workspace_id=T1, within=within, by=by, spans=(span,), stages=STAGES, with_days=True
        )
    of = {part: funnel(*theirs, stages=STAGES, rates=RATES) for part, theirs in parts(standing, happened).items()}
    return funnel(standing, happened, stages=STAGES, rates=RATES), of


def figures(database: Database, written: Iterable[Written], *, span: Span = ALWAYS) -> Funnel:
    write(database, written)
    return counted(database, span=span)[0]


def decided(database: Database, one: Written) -> dict[str, bool]:
    found = figures(database, [one])
    return {of.stage.code: bool(of.went_on.part) for of in found.stages if of.went_on.whole}


# worked by hand, on both databases


def test_a_deal_counts_once_a_stage_it_went_beyond_or_was_lost_in(database: Database) -> None:
    def of(*steps: tuple[float, str]) -> dict[str, bool]:
        return decided(database, went(*steps))

    assert of((0, "lead")) == {}
    assert of((0, "lead"), (1, "qualified")) == {"lead": True}
    assert of((0, "lead"), (1, "proposal")) == {"lead": True, "qualified": True, "evaluation": True}
    assert of((0, "proposal"), (1, "lost")) == {"proposal": False}
    back = ((0, "proposal"), (1, "negotiation"), (2, "proposal"), (3, "lost"))
    assert of(*back) == {"proposal": True, "negotiation": False}
    assert of((0, "proposal"), (1, "won")) == {"proposal": True, "negotiation": True}
    assert of((0, "won")) == {}
    assert of((0, "lost")) == {}
    assert of((0, "gone"), (1, "qualified")) == {"lead": True}  # a stage there is no more lies before all others


def test_a_funnel_worked_by_hand(database: Database) -> None:
    found = figures(
        database,
        [
            went((0, "lead")),
            went((0, "lead"), (4, "qualified"), amount=300),
            went((0, "lead"), (6, "qualified"), (16, "lost"), amount=50, currency="USD"),
            went((0, "lead"), (8, "qualified"), (10, "proposal"), (20, "won"), amount=1000),
            went((0, "lead"), (2, "lost")),
            went((0, "lead"), amount=10, currency="EUR"),
            went((-10, "lead"), amount=20, currency="USD"),
        ],
    )
    lead, qualified, evaluation, proposal, negotiation = found.stages
    assert (lead.open, lead.value, lead.stalled) == (3, Decimal(240), 1)  # 100 and 20 dollars at 7; no rate for euro
    assert lead.went_on == Share(3, 4)  # three qualified, one lost
    assert lead.days == 5  # the median of 2, 4, 6, 8
    assert (qualified.open, qualified.value, qualified.went_on) == (1, Decimal(300), Share(1, 2))
    assert qualified.days == 6  # of 10 and 2
    assert (evaluation.went_on, evaluation.days) == (Share(1, 1), None)  # jumped over
    assert (proposal.went_on, proposal.days) == (Share(1, 1), 10)
    assert negotiation.went_on == Share(1, 1)
    assert (found.won, found.won_value, found.lost, found.win_rate) == (1, Decimal(1000), 2, Share(1, 3))
    assert found.reasons == (("other", 2),)
    assert found.unconverted == (("EUR", Decimal(10)),)
    assert (found.open, found.value) == (4, Decimal(540))
    with database.read() as tx:
        began = funnels.opened_and_ahead(tx, workspace_id=T1, within=Within(), span=ALWAYS, stages=STAGES)
        still = funnels.stalled_first(tx, workspace_id=T1, within=Within(), stages=STAGES, now=day(90), most=2)
    assert began == (7, 4)  # lead → qualified three times, qualified → proposal once; winning is no open stage
    assert [one[:3] for one in still] == ["006", "000"]  # the longest first


def test_only_what_happened_in_the_span_is_counted(database: Database) -> None:
    one = [went((0, "lead"), (4, "qualified"), (9, "lost"))]
    first = figures(database, one, span=Span(day(0), day(5)))
    assert (first.stages[0].went_on, first.stages[1].went_on, first.lost) == (Share(1, 1), Share(0, 0), 0)
    second = figures(database, one, span=Span(day(5), day(10)))
    assert (second.stages[0].went_on, second.stages[1].went_on, second.lost) == (Share(0, 0), Share(0, 1), 1)


def test_an_open_deal_of_a_pooled_customer_is_nobody_s(database: Database) -> None:
    write(database, [Written("a", went((0, "lead")).steps, pooled=True), went((0, "lead"))])
    assert counted(database)[0].open == 2
    assert counted(database, within=Within(rep_id="U1"))[0].open == 1
    assert counted(database, within=Within(team_id="G1"))[0].open == 1
    assert {part: one.open for part, one in counted(database, by="rep")[1].items()} == {None: 1, "U1": 1}
    assert {part: one.open for part, one in counted(database, by="team")[1].items()} == {None: 1, "G1": 1}


def test_the_weak_stage_is_the_one_that_lags_most(there: Database) -> None:
    def of(won: int, lost: int) -> Funnel:
        gone_on, not_ = went((0, "proposal"), (5, "negotiation")), went((0, "proposal"), (5, "lost"))
        return figures(there, [gone_on] * won + [not_] * lost)

    def shares(one: Funnel) -> list[Share]:
        return [of.went_on for of in one.stages]

    here, team, before = of(4, 9), of(26, 24), of(10, 10)
    weak = weak_stage(here, wider=shares(team), before=shares(before))
    assert weak is not None
    assert (weak.figures.stage.code, weak.wider, weak.before) == ("proposal", 0.52, 0.5)
    assert weak_stage(team, wider=shares(here), before=None) is None
    assert weak_stage(of(2, 7), wider=shares(team), before=None) is None  # nine are too few


# of shares and words alone


def test_a_share_of_too_few_has_no_rate_and_one_of_few_its_interval() -> None:
    assert Share(3, 9).rate is None
    assert Share(3, 9).interval is None
    assert Share(4, 10).rate == 0.4
    low, high = Share(4, 10).interval or (0, 0)
    assert (round(low, 3), round(high, 3)) == (0.168, 0.687)  # Wilson, by hand: (0.4 + 0.192 ± 0.359) / 1.384
    assert Share(40, 100).interval is None


@given(st.integers(0, 500), st.integers(1, 500))
def test_an_interval_holds_its_share_and_stays_within_none_and_all(part: int, whole: int) -> None:
    part = min(part, whole)
    low, high = wilson(part, whole)
    assert 0 <= low <= part / whole + 1e-9
    assert part / whole - 1e-9 <= high <= 1


def test_every_measure_has_its_words_and_no_two_the_same() -> None:
    words = [word for one in MEASURES for word in one.called]
    assert len(words) == len(set(words))
    assert all(named(word) == one for one in MEASURES for word in (*one.called, one.code))
    assert named("weather") is None


# whatever the deals

STEPS = st.lists(st.tuples(st.integers(1, 60), st.sampled_from(CODES)), min_size=1, max_size=6)


@st.composite
def any_deals(draw: st.DrawFn) -> list[Written]:
    found = []
    for steps in draw(st.lists(STEPS, max_size=8)):
        at, run = 0, []
        for gap, stage in steps:
            at += gap
            run.append((at, stage))
        currency, rep = draw(st.sampled_from(("CNY", "USD", "EUR"))), draw(st.sampled_from((None, "U1", "U2", "U3")))
        found.append(went(*run, amount=draw(st.none() | st.integers(0, 10**9)), currency=currency, rep=rep))
    return found


@SOME
@given(any_deals(), st.sampled_from(("rep", "team", "source", "grade")))
def test_the_parts_of_a_funnel_sum_to_the_whole(there: Database, written: list[Written], by: Dimension) -> None:
    write(there, written)
    whole, of = counted(there, by=by)
    assert whole == counted(there)[0]  # parting changes nothing of it
    for name in ("open", "value", "won", "won_value", "lost", "stalled"):
        assert sum((getattr(one, name) for one in of.values()), Decimal()) == getattr(whole, name)
    for number in range(5):
        shares = [one.stages[number].went_on for one in of.values()]
        assert sum(one.part for one in shares) == whole.stages[number].went_on.part
        assert sum(one.whole for one in shares) == whole.stages[number].went_on.whole
    if by == "rep":
        for rep, one in of.items():
            if rep:
                assert counted(there, within=Within(rep_id=rep))[0].value == one.value


@SOME
@given(any_deals(), st.integers(0, 400))
def test_two_spans_that_meet_count_what_their_sum_counts(there: Database, written: list[Written], cut: int) -> None:
    write(there, written)

    def of(*spans: Span) -> list[list[int]]:
        with there.read() as tx:
            found = funnels.happened(tx, workspace_id=T1, within=ALL, by=None, spans=spans, stages=STAGES)
        return [_numbers(one) for one in found]

    first, second = of(Span(ALWAYS.since, day(cut)), Span(day(cut), ALWAYS.until))
    assert [[a + b for a, b in zip(first, second, strict=True)]] == of(ALWAYS)


def _numbers(found: Happened) -> list[int]:
    shares = went_on(found, STAGES)
    return [*(one.part for one in shares), *(one.whole for one in shares), sum(one.deals for one in found.closed)]


@SOME
@given(any_deals())
def test_a_currency_without_a_rate_is_in_no_sum(there: Database, written: list[Written]) -> None:
    without = [one for one in written if one.steps[0].currency != "EUR"]
    whole, less = figures(there, written), figures(there, without)
    assert (whole.value, whole.won_value) == (less.value, less.won_value)
    assert less.unconverted == ()

"""Each measure by a worked example, and what must hold of any: parts sum to the whole, currencies are never mixed."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from crm.deals import DEFAULT_STAGES, Deal, Stages, Version
from crm.funnel import Span, Track, decisions, funnel, parts, weak_stage
from crm.measures import MEASURES, Rates, Share, named, wilson

NOW = datetime(2026, 3, 11, 1, tzinfo=UTC)
STAGES = Stages()
ALWAYS = Span(NOW - timedelta(days=999), NOW + timedelta(days=999))
RATES = Rates("CNY", {"USD": Decimal(7)})
CODES = [stage.code for stage in DEFAULT_STAGES]


def day(n: float) -> datetime:
    return NOW + timedelta(days=n)


def track(*steps: tuple[float, str], amount: int | None = 100, currency: str = "CNY", **more: object) -> Track:
    """A deal that took these steps, as it is after the last."""
    at, stage = day(steps[-1][0]), steps[-1][1]
    closed = at if stage in ("won", "lost") else None
    sum_, code = (Decimal(amount), currency) if amount is not None else (None, None)
    deal = Deal(
        "d", "c", "Acme", "Acme", stage, "U1", day(steps[0][0]), at, at, len(steps), sum_, code, closed_at=closed
    )
    history = tuple(Version("d", n, day(when), "U1", to, "U1", sum_, code) for n, (when, to) in enumerate(steps, 1))
    return replace(Track(deal, history), **more)


def decided(one: Track) -> dict[str, bool]:
    return {found.stage: found.went_on for found in decisions(one, STAGES)}


# worked by hand


def test_a_deal_counts_once_a_stage_it_went_beyond_or_was_lost_in() -> None:
    assert decided(track((0, "lead"))) == {}
    assert decided(track((0, "lead"), (1, "qualified"))) == {"lead": True}
    jumped = track((0, "lead"), (1, "proposal"))
    assert decided(jumped) == {"lead": True, "qualified": True, "evaluation": True}
    assert decided(track((0, "proposal"), (1, "lost"))) == {"proposal": False}
    back = track((0, "proposal"), (1, "negotiation"), (2, "proposal"), (3, "lost"))
    assert decided(back) == {"proposal": True, "negotiation": False}
    assert decided(track((0, "proposal"), (1, "won"))) == {"proposal": True, "negotiation": True}
    assert decided(track((0, "won"))) == {}
    assert decided(track((0, "lost"))) == {}


def test_a_funnel_worked_by_hand() -> None:
    tracks = [
        track((0, "lead")),
        track((0, "lead"), (4, "qualified"), amount=300),
        track((0, "lead"), (6, "qualified"), (16, "lost"), amount=50, currency="USD"),
        track((0, "lead"), (8, "qualified"), (10, "proposal"), (20, "won"), amount=1000),
        track((0, "lead"), (2, "lost")),
        track((0, "lead"), amount=10, currency="EUR"),
        track((0, "lead"), amount=20, currency="USD", stalled=40),
    ]
    found = funnel(tracks, stages=STAGES, span=ALWAYS, rates=RATES)
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


def test_only_what_happened_in_the_span_is_counted() -> None:
    one = [track((0, "lead"), (4, "qualified"), (9, "lost"))]
    first = funnel(one, stages=STAGES, span=Span(day(0), day(5)), rates=RATES)
    assert (first.stages[0].went_on, first.stages[1].went_on, first.lost) == (Share(1, 1), Share(0, 0), 0)
    second = funnel(one, stages=STAGES, span=Span(day(5), day(10)), rates=RATES)
    assert (second.stages[0].went_on, second.stages[1].went_on, second.lost) == (Share(0, 0), Share(0, 1), 1)


def test_a_share_of_too_few_has_no_rate_and_one_of_few_its_interval() -> None:
    assert Share(3, 9).rate is None
    assert Share(3, 9).interval is None
    assert Share(4, 10).rate == 0.4
    low, high = Share(4, 10).interval or (0, 0)
    assert (round(low, 3), round(high, 3)) == (0.168, 0.687)  # Wilson, by hand: (0.4 + 0.192 ± 0.359) / 1.384
    assert Share(40, 100).interval is None


def of_proposals(won: int, lost: int) -> list[Track]:
    return [track((0, "proposal"), (5, "negotiation"))] * won + [track((0, "proposal"), (5, "lost"))] * lost


def test_the_weak_stage_is_the_one_that_lags_most() -> None:
    def figures(won: int, lost: int) -> object:
        return funnel(of_proposals(won, lost), stages=STAGES, span=ALWAYS, rates=RATES)

    here, team, before = figures(4, 9), figures(26, 24), figures(10, 10)
    weak = weak_stage(here, wider=team, before=before)  # type: ignore[arg-type]
    assert weak is not None
    assert (weak.figures.stage.code, weak.wider, weak.before) == ("proposal", 0.52, 0.5)
    assert weak_stage(team, wider=here, before=None) is None  # type: ignore[arg-type]
    assert weak_stage(figures(2, 7), wider=team, before=None) is None  # type: ignore[arg-type] # nine are too few


def test_every_measure_has_its_words_and_no_two_the_same() -> None:
    words = [word for one in MEASURES for word in one.called]
    assert len(words) == len(set(words))
    assert all(named(word) == one for one in MEASURES for word in (*one.called, one.code))
    assert named("weather") is None


# whatever the deals

STEPS = st.lists(st.tuples(st.floats(0.1, 60), st.sampled_from(CODES)), min_size=1, max_size=6)


@st.composite
def tracks(draw: st.DrawFn) -> list[Track]:
    found = []
    for steps in draw(st.lists(STEPS, max_size=8)):
        at, run = 0.0, []
        for gap, stage in steps:
            at += gap
            run.append((at, stage))
        currency, rep = draw(st.sampled_from(("CNY", "USD", "EUR"))), draw(st.sampled_from((None, "U1", "U2", "U3")))
        found.append(track(*run, amount=draw(st.none() | st.integers(0, 10**9)), currency=currency, rep_id=rep))
    return found


@given(tracks())
def test_the_parts_of_a_funnel_sum_to_the_whole(found: list[Track]) -> None:
    def of(some: list[Track]) -> object:
        return funnel(some, stages=STAGES, span=ALWAYS, rates=RATES)

    whole = of(found)
    pieces = [of(some) for some in parts(found, lambda one: one.rep_id).values()]
    for name in ("open", "value", "won", "won_value", "lost"):
        assert sum((getattr(one, name) for one in pieces), Decimal()) == getattr(whole, name)
    for number in range(5):
        shares = [one.stages[number].went_on for one in pieces]  # type: ignore[attr-defined]
        assert sum(one.part for one in shares) == whole.stages[number].went_on.part  # type: ignore[attr-defined]
        assert sum(one.whole for one in shares) == whole.stages[number].went_on.whole  # type: ignore[attr-defined]


@given(tracks(), st.floats(0, 400))
def test_two_spans_that_meet_count_what_their_sum_counts(found: list[Track], cut: float) -> None:
    def counted(span: Span) -> list[int]:
        of = funnel(found, stages=STAGES, span=span, rates=RATES)
        return [of.won, of.lost, *(one.went_on.part for one in of.stages), *(one.went_on.whole for one in of.stages)]

    first, second = counted(Span(ALWAYS.since, day(cut))), counted(Span(day(cut), ALWAYS.until))
    assert [a + b for a, b in zip(first, second, strict=True)] == counted(ALWAYS)


@given(tracks())
def test_a_currency_without_a_rate_is_in_no_sum(found: list[Track]) -> None:
    without = [one for one in found if one.deal.currency != "EUR"]
    whole, less = (funnel(some, stages=STAGES, span=ALWAYS, rates=RATES) for some in (found, without))
    assert (whole.value, whole.won_value) == (less.value, less.won_value)
    assert less.unconverted == ()


@given(st.integers(0, 500), st.integers(1, 500))
def test_an_interval_holds_its_share_and_stays_within_none_and_all(part: int, whole: int) -> None:
    part = min(part, whole)
    low, high = wilson(part, whole)
    assert 0 <= low <= part / whole + 1e-9
    assert part / whole - 1e-9 <= high <= 1

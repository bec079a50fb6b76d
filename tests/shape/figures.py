"""The answers that are figures, filled with whatever words a test wants to see survive."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from crm.cards.credits import CreditLine, CreditsCard
from crm.cards.days import DigestCard, Done, TeamNumbers
from crm.cards.deals import DealLine
from crm.cards.grades import GradesCard, Suggestion
from crm.cards.measures import Circle, DealsDone, ForecastCard, FunnelCard
from crm.cards.reports import OddCard, OddLine, QuarterCard, WeekCard
from crm.credits import Credit, Owed
from crm.deals import DEFAULT_STAGES, LOST_REASONS, Stage, Stages, Version
from crm.forecast import Cause, Forecast, Outcome, Sums
from crm.funnel import Funnel, StageFigures, Weak
from crm.measures import MEASURES, Rates, Share
from crm.odd import WHYS
from crm.periods import Period
from handlers.credits import view as credits
from handlers.kit.blocks import Message
from handlers.kit.speech import Speech
from handlers.measures import define
from handlers.stages.view import stages
from tests.shape import samples, team_figures
from tests.shape.customer_samples import complaint_cards

RATES = Rates("CNY", {"USD": Decimal("7.1"), "EUR": Decimal("7.80")})
SPAN = Period(date(2025, 12, 12), date(2026, 3, 11))
SHARES = (Share(0, 0), Share(3, 7), Share(4, 13), Share(52, 100))
SUMS = Sums(*map(Decimal, ("1234567.5", "2234567", "3234567", "99234567")))


OUTCOME = Outcome(SUMS, *map(Decimal, ("1100000", "200000", "90000", "5000")), 12)


def reports(words: str) -> Iterator[object]:
    """The digests of a week and of a quarter, and the figures that are letters where there is much to count."""
    yield from (*funnels(words), *_forecasts(words), _odd(words), replace(_odd(words), lines=(), total=0))
    yield from team_figures.reports(words)
    whole, nothing = _funnel(words), Funnel((), 0, Decimal(), 0, (), ())
    numbers, empty = samples.numbers(words), TeamNumbers(Done(), Done(), 0, 0)
    lines, odd = tuple(samples.deal_line(words, n) for n in range(3)), _odd(words).lines[:3]
    forecast_ = Forecast((), SUMS, Decimal(-5), (), (("GBP", Decimal("12.5")),))
    card = WeekCard(Circle("team", words), SPAN, numbers, whole, forecast_, 4, 5, lines, 9, odd, 9, RATES, Stages())
    (_, told, *_) = tuple(_forecasts(words))
    waits = {"waiting": (samples.decision(words),) * 3, "near": (samples.line(words),) * 3, "expiring": 40}
    late = {"complaints": tuple(complaint_cards(words))[:3], "overdue": 9}
    yield card
    yield replace(card, in_channel=True)
    yield replace(card, **waits, **late, forecast=told.forecast)
    yield every_part_of_a_day(words, DealsDone(whole, forecast_, 4, 5, RATES), lines)
    quiet = replace(card, circle=Circle("all"), numbers=empty, opened=0, went_on=0, stalled=(), odd=())
    yield replace(quiet, forecast=Forecast((), Sums(), Decimal(), (), ()), funnel=nothing)
    by_rep = tuple((name, OUTCOME) for name in (words[:200] or None, None, "x") * 4)
    weak_ = Weak(whole.stages[3], None, 0.48)
    yield QuarterCard(Circle("team", words), SPAN, whole, weak_, Share(12, 30), OUTCOME, by_rep, RATES)
    none = replace(OUTCOME, promised=Sums(), slipped=Decimal(), lost=Decimal(), unforeseen=Decimal())
    yield QuarterCard(Circle("all"), SPAN, whole, None, Share(0, 0), none, ((None, none), ("x", none)), RATES)
    yield QuarterCard(Circle("all"), SPAN, nothing, None, Share(0, 0), None, (), RATES)


def every_part_of_a_day(words: str, deals: DealsDone, stalled: tuple[DealLine, ...]) -> DigestCard:
    """A digest as long as one gets."""
    return DigestCard(
        SPAN.last,
        words[:100] or None,
        samples.numbers(words),
        (samples.line(words),) * 6,
        (samples.decision(words),) * 3,
        complaints=tuple(complaint_cards(words))[:1] * 12,
        deals=deals,
        stalled=stalled,
        expiring_total=40,
        overdue=3,
    )


def grade_cards(words: str) -> Iterator[GradesCard]:
    """Suggested grades: all open, decided one by one, being set, none left."""
    states = ("open", "confirmed", "kept", "done", "overtaken")
    rows = tuple(
        Suggestion(
            "2026-03", samples.ULID, words[:200] or "?", "U0BOSS", (None, *"ABC")[n % 4], "ABCA"[n % 4], Decimal(n), one
        )
        for n, one in enumerate(states * 4)
    )
    yield GradesCard("2026-03", "U0BOSS", rows, "CNY")
    yield GradesCard("2026-03", "U0BOSS", tuple(replace(one, state="open") for one in rows), "CNY")
    yield GradesCard("2026-03", "U0BOSS", tuple(one for one in rows if one.state != "open"), "CNY")
    yield GradesCard("2026-03", "U0BOSS", (replace(rows[0], state="done"),), "CNY")


def _statements(words: str) -> Iterator[CreditsCard]:
    line = CreditLine(
        Credit("c", "d", "U1", "share", Decimal("-617.28"), "USD", 5, 3, samples.NOW),
        words[:200] or "?",
        words[:199] + "x",
    )
    lines = (line, replace(line, credit=replace(line.credit, kind="one_off", percent=0))) * 7
    totals = ((words[:200], (("CNY", Decimal(500)), ("USD", Decimal("-1.5")))), ("Tom", ()))
    for owed in (
        Owed(Decimal(500), 5, 12, 1),
        Owed(Decimal(500), 0, 12),
        Owed(Decimal(), 5, 12),
        Owed(Decimal(), 0, 12),
    ):
        yield CreditsCard(Circle("team", words), SPAN, lines, 90, totals, owed, "CNY")
        yield CreditsCard(Circle("mine", words), SPAN, (), 0, (), owed, "CNY")


def _odd(words: str) -> OddCard:
    lines = [OddLine(samples.deal_line(words, n), WHYS[n % 4 :], 3) for n in range(12)]
    return OddCard(Circle("team", words), tuple(lines), 40)


def every_answer(words: str, speech: Speech) -> Iterator[Message]:
    yield from team_figures.every_answer(words, speech)
    yield from (credits.credits(card, speech) for card in _statements(words))
    yield from (define.definitions(speech, missed=one) for one in (words, None))
    yield from (define.definition(one, speech) for one in MEASURES)
    own = Stages((Stage("s1", 10, 9, "open", words[:60] or "?"), *DEFAULT_STAGES))
    yield from (stages(own, speech, may_change=may) for may in (True, False))
    yield from (define.rates(one, speech) for one in (RATES, Rates("CNY", {})))


def _funnel(words: str) -> Funnel:
    own = Stage("s1", 10, 9, "open", words[:60] or "?")
    stages = tuple(
        StageFigures(stage, n, Decimal(n) * 1000, SHARES[n % 4], n or None, n)
        for n, stage in enumerate((own, *DEFAULT_STAGES[:5]))
    )
    reasons = tuple((code, 3) for code in LOST_REASONS)
    return Funnel(stages, 12, Decimal(5000), 8, reasons, (("GBP", Decimal("12.5")),))


def funnels(words: str) -> Iterator[FunnelCard]:
    whole, nothing = _funnel(words), Funnel((), 0, Decimal(), 0, (), ())
    lines = tuple(samples.deal_line(words, n) for n in range(5))
    plain = FunnelCard(Circle("mine", words), SPAN, whole, None, None, None, (), lines, 40, RATES)
    yield plain
    yield replace(plain, funnel=nothing, stalled=(), stalled_total=0)
    for by in ("team", "rep", "source", "grade"):
        groups = tuple((name, whole) for name in (words[:200] or None, None, "x") * 4)
        yield replace(plain, circle=Circle("all"), by=by, groups=groups)
    for figures in whole.stages[2::3]:
        weak = Weak(figures, 0.52, 0.48)
        yield replace(plain, circle=Circle("rep", words), wider=Circle("team", words), weak=weak)
        yield replace(plain, circle=Circle("team", words), weak=replace(weak, wider=None))


def _forecasts(words: str) -> Iterator[ForecastCard]:
    rows = tuple((row, SUMS) for row in (date(2026, 3, 1), date(2026, 4, 1), "later", "late", "undated"))
    one = Version(samples.ULID, 1, samples.NOW, None, "proposal", None, Decimal(5), "CNY", None, 50)
    others = (
        None,
        replace(one, stage="gone"),
        replace(one, amount=None, currency=None),
        replace(one, probability=9),
        one,
    )
    causes = tuple(Cause(samples.deal(words), before, one, Decimal(n - 2) * 10000) for n, before in enumerate(others))
    whole = Forecast(rows, SUMS, Decimal(-5), causes, (("GBP", Decimal("12.5")),))
    groups = tuple((name, SUMS) for name in (words[:200] or None, None) * 6)
    card = ForecastCard(Circle("team", words), whole, "rep", groups, RATES, Stages(), OUTCOME)
    yield card
    yield replace(card, circle=Circle("all"), by="team", last_quarter=None)
    yield replace(card, forecast=Forecast((), Sums(), Decimal(), (), ()), groups=())
    yield replace(card, forecast=replace(whole, rows=(), causes=()), groups=())

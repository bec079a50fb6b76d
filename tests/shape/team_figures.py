"""The answers about how a team works: entry quality, and what managers see of people, sources and the clock's worth."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from crm.cards import AdoptionCard, Circle, PeopleCard, QualityCard, QuietLine, SourcesCard, ValueCard
from crm.completeness import FROM, Asked
from crm.deals import DEFAULT_STAGES, Stage, Stages
from crm.measures import Rates, Share
from crm.people_figures import Made, Spread
from crm.periods import Period
from crm.quality import NOTHING, Quality
from crm.sources import Yield
from crm.worth import Worth
from handlers.adoption.view import adoption, nudged
from handlers.kit.blocks import Message
from handlers.kit.speech import Speech
from handlers.quality.view import quality
from tests.shape import samples

RATES = Rates("CNY", {"USD": Decimal("7.1")})
SPAN = Period(date(2025, 12, 12), date(2026, 3, 11))
SHARES = (Share(0, 0), Share(3, 7), Share(4, 13), Share(52, 100))


def reports(words: str) -> Iterator[PeopleCard | ValueCard | SourcesCard]:
    """What comes as a letter where there is much to count."""
    yield from (*_people(words), *_values(words), *_sources(words))


def every_answer(words: str, speech: Speech) -> Iterator[Message]:
    yield from (quality(card, speech) for card in _qualities(words))
    yield from (adoption(card, speech) for card in _adoptions(words))
    yield nudged(words, speech)


def asked(words: str) -> tuple[Asked, ...]:
    """A thing to mend of every kind."""
    abouts = (None, samples.ULID)
    return tuple(Asked(samples.ULID, words[:200] or "?", need, False, about) for need in FROM for about in abouts)


def _qualities(words: str) -> Iterator[QualityCard]:
    of, ranking = Quality(*SHARES), tuple((words[:200] or "?", score) for score in (93.4, 12.0, None))
    plain = QualityCard(of, of, words[:200], 71.4, 60, asked(words), 40, 30, ranking, may_weigh=True)
    yield plain
    yield replace(plain, own=None, team=None, team_name=None, figure=None, fixes=(), fixes_total=0, ranking=())
    yield replace(plain, own=Quality(), team=Quality(), ranking=ranking[:1], may_weigh=False)


def _adoptions(words: str) -> Iterator[AdoptionCard]:
    states = ((None, False, False), (samples.NOW, True, False), (samples.NOW, False, True)) * 20
    quiet = tuple(QuietLine("U0MEI", words[:200], *state) for state in states)
    plain = AdoptionCard(words[:200], samples.NOW.date(), Share(3, 7), Share(52, 100), quiet)
    yield plain
    yield replace(plain, quiet=())
    yield replace(plain, team_name=None, quiet=(), logged=NOTHING, before=NOTHING)


def _people(words: str) -> Iterator[PeopleCard]:
    own = Stages((Stage("s1", 10, 9, "open", words[:60] or "?"), *DEFAULT_STAGES))
    each = tuple(Made(share, days, share) for share, days in zip(SHARES, (None, 1.0, 2.4, 30.0), strict=True))
    codes = tuple((stage.code, 5) for stage in own.all)
    spread = Spread((*codes, ("gone", 1), (None, 3)), (("6", 1), ("0", 2), (None, 3)), (("A", 1), (None, 2)))
    names = (*(f"{words[:196]} {n}" if words else None for n in (1, 2, 3)), None)
    groups = tuple(zip(names, each, strict=True))
    plain = PeopleCard(Circle("team", words), SPAN, each[3], "rep", groups, 40, spread, RATES, own)
    yield plain
    yield replace(plain, circle=Circle("mine", words), groups=(), by=None, held=0, spread=Spread((), (), ()))


def _values(words: str) -> Iterator[ValueCard]:
    whole = Worth(12, 7, 2, 3, 4, Decimal("1234567.5"), 9, 11.6, 420, 64.2, 31)
    nothing = Worth(0, 0, 0, 0, 0, Decimal(), 0, None, 0, None, 0)
    for circle in (Circle("team", words), Circle("all"), Circle("mine", words)):
        yield ValueCard(circle, SPAN, whole, RATES)
        yield ValueCard(circle, SPAN, nothing, RATES)


def _sources(words: str) -> Iterator[SourcesCard]:
    names = ("website", "inbound email", words[:60] or None)
    each = tuple(
        ((source, campaign), Yield(n, n // 3, hours, share, Decimal(n) * 1000, Decimal(n)))
        for n, (source, share) in enumerate(zip(names, SHARES, strict=False), 1)
        for campaign, hours in ((None, None), (words[:120] or "fair", 3.26), ("autumn", 41.2))
    )
    plain = SourcesCard(SPAN, each[-1][1], each, 40, RATES, (("GBP", Decimal("12.5")),))
    yield plain
    yield replace(plain, whole=Yield(0, 0, None, Share(0, 0), Decimal(), Decimal()), origins=(), origins_total=0)

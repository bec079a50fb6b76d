"""The answers about how a team works: entry quality, and what managers see of people, sources and the clock's worth."""

from collections.abc import Iterator
from dataclasses import replace

from crm.cards import QualityCard
from crm.completeness import FROM, Asked
from crm.measures import Share
from crm.quality import Quality
from handlers.kit.blocks import Message
from handlers.kit.speech import Speech
from handlers.quality.view import quality
from tests.shape import samples

SHARES = (Share(0, 0), Share(3, 7), Share(4, 13), Share(52, 100))


def every_answer(words: str, speech: Speech) -> Iterator[Message]:
    yield from (quality(card, speech) for card in _qualities(words))


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

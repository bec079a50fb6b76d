"""How far the clock is rolled out, in every state, and who may be erased, for the gallery."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

from crm import cards
from crm.people import Team
from handlers.erasing.view import found
from handlers.kit.blocks import Message
from handlers.kit.speech import Speech
from handlers.rollout.view import rollout

ULID = "01KKD6GRM09TARY37CBA6WQCK9"
NOW = datetime(2026, 3, 11, 1, tzinfo=UTC)
LAST, NEXT = date(2026, 3, 2), date(2026, 3, 20)


def rows(words: str) -> Iterator[cards.TeamRollout]:
    team = Team(ULID, words[:100] or "?", "Asia/Shanghai")
    gone = cards.WouldHavePooled(ULID, words[:200] or "?", words[:200] or "?", NOW)
    seen = cards.ShadowCount(120, 12, 3, (gone,) * 12, 5)
    none = cards.ShadowCount(120, 0, 0, (), 0)
    for count in (seen, none, replace(seen, pooled=(gone,), overdue=1)):
        yield cards.TeamRollout(replace(team, clock="shadow", clock_from=LAST), 5, 120, False, count)
    yield cards.TeamRollout(replace(team, clock="off", clock_from=LAST, assisted_until=NEXT), 1, 1, False)
    for begins, on_now in ((None, True), (None, False), (LAST, True), (NEXT, False)):
        yield cards.TeamRollout(replace(team, clock_from=begins, assisted_until=LAST), 5, 120, on_now)


def every_switch(words: str) -> Iterator[cards.TeamClockCard | cards.ShadowWeekCard]:
    for row in rows(words):
        yield from (cards.TeamClockCard(row, about) for about in ("clock", "assisted"))
        if row.seen:
            for may_switch in (True, False):
                yield cards.ShadowWeekCard(row.team, LAST, date(2026, 3, 8), row.seen, may_switch)


def answers(words: str, speech: Speech) -> Iterator[Message]:
    contact = cards.Erasable(words[:200] or "?", words[:200] or "?", ULID, ULID, "", words[:60], words[:254])
    yield found((contact,) * 10, speech)
    yield found(
        (replace(contact, phone=None, email=None), cards.Erasable(words[:200] or "?", person_id="U0TOM")), speech
    )
    for may_change in (True, False):
        yield rollout(cards.RolloutCard((), True), speech, may_change=may_change)
        for begun in (True, False):
            shown = tuple(
                row for row in rows(words) if begun or not row.on_now
            )  # before it begins, it is on for nobody
            yield rollout(cards.RolloutCard(shown * 3, begun), speech, may_change=may_change)

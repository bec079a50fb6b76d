"""Everything there is to decline, each with all the facts its sentence may name: words where people wrote them, numbers where
we count, so that a gap in a picture is a gap in the sentence."""

from collections.abc import Iterator
from datetime import UTC, datetime

from crm import cards
from handlers.kit.refusals import CODES

NOW = datetime(2026, 3, 11, 1, tzinfo=UTC)
WRITTEN = (
    *("customer", "contact", "deal", "stages", "names", "near", "name", "value", "words", "source", "field"),
    *("owner", "rep", "person", "cover", "team", "zone", "country"),
)
COUNTED = {
    "limit": "100",
    "held": "120",
    "days": "30",
    "hours": "24",
    "left": "3",
    "year": "2026",
    "columns": "300",
    "owner_id": "U0MEI",
    "channel": "C0SALES",
    "currency": "CNY",
    "part": "tables/customers.jsonl",
    "why": "not null",
    "workspaces": "T1, T2",
    "version": "2.0",
    "known": "1.0",
    "there": "0041",
    "schema": "0040",
    "until": NOW.isoformat(),
    "wakes_on": "2026-07-20",
    "day": "2026-07-20",
    "first": "2026-07-03",
    "last": "2026-07-10",
}
WITHOUT = {
    "erase_nobody": "name",
    "no_zone": "zone",
    "just_taken": "owner",
}  # codes that are worded for want of a fact too


def every_refusal(words: str) -> Iterator[cards.DeclinedCard]:
    facts = dict.fromkeys(WRITTEN, words or "Acme") | COUNTED
    for code in sorted(CODES):
        own = {"line": "12"} if code == "file_quote" else {}  # elsewhere a line is what was typed
        yield cards.DeclinedCard(code, tuple((facts | own).items()))
        if missing := WITHOUT.get(code):
            yield cards.DeclinedCard(code, tuple((name, fact) for name, fact in facts.items() if name != missing))

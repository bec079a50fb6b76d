"""Inquiries in every state, and the doors they come in by."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from crm import cards
from crm.finance import Account
from crm.imports import Example, FileReading, ImportState, Tally
from crm.intake.rows import Reading
from crm.leads.lead import KeptLead, Lead, LeadKey, WatchedChannel
from handlers.kit.blocks import Message
from handlers.kit.speech import Speech
from handlers.leads.view import doors
from tests.shape.samples import NOW, ULID, customer, customer_card, decision, pooled
from tests.shape.samples_lists import dropped

FINANCE = {"name": (0,), "number": (1,), "dated": (2,), "amount": (3,)}


def kept(words: str, state: str = "asked") -> KeptLead:
    some = words[:200] or None
    lead = Lead(
        words[:200] or "?", some, some, some, some, words[:100], words[:100], words[:5_000], words[:60], words[:120]
    )
    return KeptLead(ULID, NOW, "form", lead, state, ULID, (ULID,) * 3, "U0BOSS", "U0BOSS")


def every_card(words: str) -> Iterator[object]:
    near = (
        cards.Candidate(ULID, words[:200] or "?", words[:200]),
        cards.Candidate(f"{ULID[:-1]}X", words[:200] or "?", None),
    )
    for state in ("asked", "new", "known", "dropped"):
        yield cards.LeadCard(kept(words, state), customer(words), near, words[:200], asks=True)
    for whose in (customer(words), pooled(words), None):
        yield cards.LeadCard(kept(words, "known"), whose, (), None, asks=False)
    yield cards.LeadCard(replace(kept(words), lead=Lead("?")), None, (), None, asks=True)
    yield from (
        cards.StepCard(code, (("field", words or "?"), ("limit", "9"))) for code in ("", "lead_nobody", "lead_long")
    )
    yield cards.ReassignmentsCard((decision(words, why="inquiry", from_name=None, inquiry=kept(words)),) * 8)
    money = tuple(Account(code, *(Decimal("123456789.5"),) * 4) for code in ("CNY", "USD", "EUR"))
    yield customer_card(words, money=money)
    reading = FileReading(("Customer", "Invoice no", "Date", "Amount"), 1, Reading(FINANCE, "DMY", "Asia/Shanghai"))
    verdicts = ("new", "changed", "matched", "refused")
    tally = Tally(1, 2, 0, 3, changed=4, examples=tuple(Example(2, one, words[:80]) for one in verdicts))
    for state in (ImportState.READY, ImportState.DONE):
        yield cards.ImportCard(dropped(words, state=state, reading=reading, tally=tally, rows_read=9))
    yield customer_card(words, inquiries=(kept(words),) * 2)
    late = tuple(cards.Debtor(ULID, words[:200] or "?", "CNY", Decimal("1.5")) for _ in range(8))
    sums = tuple(cards.Sums(code, *(Decimal("5000.25"),) * 4) for code in ("CNY", "USD"))
    for whose in ("mine", "team", "all"):
        yield cards.FinanceCard(cards.Circle(whose, words[:80]), sums, late, 7)
    yield cards.FinanceCard(cards.Circle("mine"), (), ())


def every_answer(words: str, speech: Speech) -> Iterator[Message]:
    keys = tuple(LeadKey(ULID, "s" * 43, "U0BOSS", NOW, NOW + timedelta(hours=n)) for n in range(3))
    channels = tuple(WatchedChannel(f"C{n}", words[:60] or "website", "U0BOSS", NOW) for n in range(50))
    full = cards.DoorsCard("T1", keys, channels, {"new": 3}, 30, True, keys[0])
    yield doors(full, speech)
    yield doors(cards.DoorsCard("T1", (), (), {}, 30, False), speech)

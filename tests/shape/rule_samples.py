"""Rules and calendars for the gallery, filled with whatever words a test wants to see survive."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

from crm.calendar import country_calendar
from crm.cards.rules import (
    CalendarCard,
    CalendarSpan,
    ProposalCard,
    RecountCard,
    RuleFormFacts,
    RulesCard,
    Scope,
    ScopeRule,
    VersionLine,
)
from crm.day_list import SetDay
from crm.people import Team
from crm.rollout import Forecast
from crm.rules import Rule

NOW = datetime(2026, 3, 11, 1, tzinfo=UTC)
ULID = "01KKD6GRM09TARY37CBA6WQCK9"
TOMORROW = date(2026, 3, 12)
OLD = Rule(enabled=True, version=3)
NEW = replace(
    OLD,
    protection_days=20,
    max_hold_days=None,
    by_grade={"A": (50, 20), "B": (30, 15), "C": (20, 10)},
    warn_rungs=(5, 2, 0),
    after_expiry="both",
    exempt_won=False,
    first_touch_hours=24.0,
)


def scope(words: str) -> Scope:
    return Scope(ULID, words[:100] or "?", "A", words[:60] or None)


def rule_cards(words: str) -> Iterator[ProposalCard | RecountCard]:
    run = Forecast(610, 143, 200, 50, (("U0MEI", 40), ("U0TOM", 3)), date(2026, 3, 24), date(2026, 4, 20), 30)
    plain = ProposalCard(
        ULID, scope(words), OLD, NEW, False, TOMORROW, "open", None, run, (("U0MEI", words[:200]), ("U0TOM", "Tom"))
    )
    yield plain
    yield replace(plain, forecast=Forecast(0, 0, 0, 0), new=OLD)
    yield replace(plain, state="saved", version=4)
    yield replace(plain, state="dropped")
    yield replace(plain, state="counting", forecast=None)
    yield replace(plain, retire=True)
    for done in (False, True):
        yield RecountCard("rule", "4", 5000, 10000, 12, 3, done)
        yield RecountCard("calendar", words[:100] or "?", 5000, 10000, 12, 3, done)


def rules_card(words: str) -> RulesCard:
    rows = [ScopeRule(Scope(), OLD, TOMORROW), ScopeRule(scope(words), NEW, date(2026, 1, 1))]
    rows += [ScopeRule(scope(words), replace(NEW, version=n, enabled=n % 2 == 0), TOMORROW) for n in range(5, 20)]
    return RulesCard(tuple(rows), 610, tuple((f"{words[:60]}{n}", 9 - n) for n in range(5)))


def form_facts(words: str) -> Iterator[RuleFormFacts]:
    yield RuleFormFacts(OLD, Scope(), (), 3)
    yield RuleFormFacts(NEW, None, tuple((f"{ULID[:-2]}{n:02}", words[:100] or "?") for n in range(30)), 3)
    yield RuleFormFacts(NEW, None, (), 0)
    yield RuleFormFacts(NEW, scope(words), (), 12)


def version_lines(words: str) -> tuple[VersionLine, ...]:
    first = VersionLine(Scope(), OLD, None, TOMORROW, False, "U0BOSS", NOW)
    changed = VersionLine(scope(words), NEW, OLD, TOMORROW, False, "U0BOSS", NOW)
    return (first, *(changed,) * 20, replace(changed, retired=True), replace(changed, before=NEW))


def calendar_card(words: str, *, may_change: bool = True) -> CalendarCard:
    team = Team(ULID, words[:100] or "?", "Asia/Shanghai", "CN")
    spans = tuple(
        CalendarSpan(date(2026, 5, n), date(2026, 5, n + 1), kind, words[:60], by_hand)
        for n in range(1, 28)
        for kind, by_hand in (("off", n % 2 == 0), ("working", n % 3 == 0))
    )
    by_hand = tuple(SetDay(date(2026, 5, n), "off", words[:60]) for n in range(1, 30))
    calendar = country_calendar("CN", "Asia/Shanghai", 2026)
    return CalendarCard(team, calendar, spans, by_hand, may_change)

"""Every number a card shows has its definition, in both languages, from tables there are; and no name asks for two."""

from collections import Counter
from dataclasses import fields
from decimal import Decimal
from typing import get_type_hints

import pytest

from crm.cards import AdoptionCard, Done, PeopleCard, QualityCard, TeamNumbers, Tended
from crm.cards.finance import Sums as Money
from crm.cards.measures import DealsDone, FunnelCard
from crm.cards.reports import OddCard, QuarterCard, WeekCard
from crm.finance import Account
from crm.forecast import Forecast, Outcome, Sums
from crm.funnel import Funnel, StageFigures
from crm.measures import MEASURES, Share
from crm.people_figures import Made, Spread
from crm.quality import Quality
from crm.sources import Yield
from crm.worth import Worth
from handlers.kit.speech import Speech
from handlers.measures.define import asked_for, said
from storage.database import Base
from tests.shape.samples import NOW

# of what a card shows: the field and the measure that says how it is counted
SHOWN: dict[type, dict[str, str]] = {
    Done: {
        "activities": "activities", "followed": "followed_up", "new_customers": "new_customers", "kept": "kept_missed",
        "missed": "kept_missed", "pooled": "pooled", "reassigned": "reassigned",
    },
    Tended: {"held": "held", "followed": "followed_up", "soon": "running_out", "overdue": "plans_overdue"},
    TeamNumbers: {"waiting": "waiting", "owned": "held"},
    DealsDone: {"opened": "opened", "went_on": "steps_ahead"},
    FunnelCard: {"stalled_total": "stalled"},
    WeekCard: {
        "opened": "opened", "went_on": "steps_ahead", "stalled_total": "stalled", "odd_total": "odd_deals",
        "expiring": "running_out", "overdue": "overdue_promises",
    },
    QuarterCard: {"before": "win_rate"},
    OddCard: {"total": "odd_deals"},
    StageFigures: {
        "open": "open_deals", "value": "value", "went_on": "conversion", "days": "days_in_stage", "stalled": "stalled",
    },
    Funnel: {"won": "won", "won_value": "won", "lost": "lost"},
    Sums: {"won": "weighted", "committed": "committed", "weighted": "weighted", "best": "best"},
    Forecast: {"change": "change"},
    Outcome: {
        "won": "came_out", "slipped": "slipped", "lost": "slipped", "unforeseen": "slipped", "deals": "came_out",
    },
    Made: {"won": "win_rate", "days": "time_to_win", "done": "plan_done"},
    PeopleCard: {"held": "held"},
    Spread: {},
    AdoptionCard: {"logged": "adoption", "before": "adoption"},
    QualityCard: {"figure": "quality", "team_weight": "quality", "fixes_total": "complete", "days": "quality"},
    Quality: {"complete": "complete", "in_time": "in_time", "sound": "sound", "kept": "plans_kept"},
    Worth: {
        "warned": "rescued", "rescued": "rescued", "gone": "rescued", "still_open": "rescued", "won": "new_hands",
        "won_value": "new_hands", "found_again": "found_again", "by_message": "log_seconds", "messages": "log_seconds",
        "by_form": "log_seconds", "forms": "log_seconds",
    },
    Yield: {
        "came": "came", "untouched": "not_called", "hours": "first_touch", "won": "source_won", "won_value": "source_won",
        "open_value": "source_won",
    },
    Money: {"invoiced": "invoiced", "received": "received", "owed": "owed", "overdue": "overdue"},
    Account: {"ordered": "ordered", "invoiced": "invoiced", "received": "received", "fallen_due": "overdue"},
}  # fmt: skip
NUMBERS = {int, float, Decimal, Share, float | None}


@pytest.mark.parametrize("card", SHOWN, ids=lambda card: card.__name__)
def test_every_number_of_a_card_has_its_definition(card: type) -> None:
    kinds = get_type_hints(card)
    numbers = {one.name for one in fields(card) if kinds[one.name] in NUMBERS}
    assert numbers == set(SHOWN[card])
    assert set(SHOWN[card].values()) <= {one.code for one in MEASURES}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_measure_is_found_by_each_of_its_names_and_by_the_one_it_is_listed_under(language: str) -> None:
    speech = Speech(language, "Asia/Shanghai", NOW)
    for one in MEASURES:
        name, formula = said(one.code, speech)
        assert formula.endswith((".", "。"))
        assert {asked_for(words, speech) for words in (name, *one.called)} == {one}, one


def test_no_name_asks_for_two_measures_and_every_source_is_a_table() -> None:
    assert [name for name, n in Counter(name for one in MEASURES for name in one.called).items() if n > 1] == []
    assert {table for one in MEASURES for table in one.source} <= set(Base.metadata.tables)

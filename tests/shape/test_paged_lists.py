"""Lists longer than a message: every row is on one of the pages its own buttons lead to, and each page says which it is."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from crm.cards import ContactsCard, RolloutCard
from crm.cards.deals import DEALS_A_PAGE, DealsCard
from crm.customers import Contact
from handlers.calendar.view import calendar
from handlers.customer.view import contacts
from handlers.deals.view import deals
from handlers.kit.blocks import Block
from handlers.kit.speech import Speech
from handlers.rollout.view import rollout
from handlers.rules.view import rules
from handlers.teams.view import teams
from tests.shape import rollout_samples, rule_samples, samples
from tests.shape.answers import ADMIN

N = 53
NAMES = [f"row{n:02}" for n in range(N)]
SPEECH = Speech("en", "Asia/Shanghai", samples.NOW)


def _rules(offset: int) -> list[Block]:
    card = rule_samples.rules_card("x")
    one = next(row for row in card.rules if row.scope.team_id)
    many = tuple(replace(one, scope=replace(one.scope, team_name=name)) for name in NAMES)
    return rules(replace(card, rules=many), SPEECH, may_change=True, offset=offset).blocks


def _rollout(offset: int) -> list[Block]:
    one = next(rollout_samples.rows("x"))
    many = tuple(replace(one, team=replace(one.team, name=name, team_id=name)) for name in NAMES)
    return rollout(RolloutCard(many, True), SPEECH, may_change=True, offset=offset).blocks


def _teams(offset: int) -> list[Block]:
    team = rule_samples.calendar_card("x").team
    return teams([(replace(team, name=name), ()) for name in NAMES], SPEECH, asker=ADMIN, offset=offset).blocks


def _calendar(offset: int) -> list[Block]:
    card = rule_samples.calendar_card("x")
    return calendar(
        replace(card, spans=tuple(replace(card.spans[0], name=name) for name in NAMES)), SPEECH, offset=offset
    ).blocks


def _contacts(offset: int) -> list[Block]:
    many = tuple(Contact(name, name) for name in NAMES)
    view = contacts(ContactsCard(samples.ULID, "Acme", many), SPEECH, offset=offset)
    return list(view["blocks"])


def _deals(offset: int) -> list[Block]:
    line = samples.deal_line("x", 0)
    shown = NAMES[offset : offset + DEALS_A_PAGE]
    many = tuple(replace(line, deal=replace(line.deal, name=name, deal_id=name)) for name in shown)
    return deals(DealsCard(None, many, N, offset=offset), SPEECH).blocks


@pytest.mark.parametrize("draw", [_rules, _rollout, _teams, _calendar, _contacts, _deals])
def test_every_row_of_a_long_list_is_on_a_page_its_buttons_lead_to(draw: Callable[[int], list[Block]]) -> None:
    seen: list[str] = []
    offset: int | None = 0
    while offset is not None:
        blocks = draw(offset)
        said = str([block.get("text") for block in blocks])
        found = sorted(set(re.findall(r"row\d\d", said)))
        assert f"{offset + 1}–{offset + len(found)} of {N}." in str(blocks)
        seen += found
        offset = _offset_behind(blocks, "More…")
    assert seen == NAMES
    assert _offset_behind(draw(0), "Back…") is None and _offset_behind(blocks, "Back…") is not None


def test_a_page_that_is_no_more_is_the_last_one_there_is() -> None:
    assert _teams(N + 100) == _teams(N // 20 * 20)


def _offset_behind(blocks: list[Block], label: str) -> int | None:
    taps = [tap for block in blocks if block["type"] == "actions" for tap in block["elements"]]
    ids = [tap["action_id"] for tap in taps if tap["text"]["text"] == label]
    return int(ids[0].rpartition("|")[2]) if ids else None

"""The answers and forms about rules and calendars are ones that Slack takes, whatever words are in them."""

from dataclasses import replace

import pytest

from crm.people import Person, Role
from handlers.calendar.view import calendar, days_form
from handlers.kit.blocks import Message
from handlers.kit.speech import Speech
from handlers.rules.form import rule_form
from handlers.rules.view import rules, versions
from handlers.teams.view import teams
from sandbox import checks
from tests.shape import rollout_samples, rule_samples, samples

LANGUAGES = ("en", "zh")

ADMIN, REP = (Person("T1", "U0ANY", "*Ann* <!channel>", role) for role in (Role.ADMIN, Role.REP))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("data", samples.WORDS)
def test_every_answer_about_rules_is_one_that_slack_takes(language: str, data: str) -> None:
    words, speech = samples.WORDS[data], Speech(language, "Asia/Shanghai", samples.NOW)
    card = rule_samples.calendar_card(words)
    answers: list[Message] = [
        *(rules(rule_samples.rules_card(words), speech, may_change=may) for may in (True, False)),
        rules(replace(rule_samples.rules_card(words), overdue=()), speech, may_change=False),
        versions(rule_samples.version_lines(words), {"U0BOSS": words[:200]}, speech),
        versions((), {}, speech),
        *rollout_samples.answers(words, speech),
        rules(replace(rule_samples.rules_card(words), waiting_teams=(words[:100],) * 30), speech, may_change=True),
        calendar(card, speech),
        calendar(replace(card, spans=(), may_change=False, team=replace(card.team, country=None)), speech),
        *(teams([(card.team, (one,))], speech, asker=one) for one in (ADMIN, REP)),
    ]
    for said in answers:
        checks.require_message(said.text, said.blocks)
        assert "<!" not in said.text and "<@U0EVIL" not in str(said.blocks)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("data", samples.WORDS)
def test_every_form_about_rules_is_one_that_slack_takes(language: str, data: str) -> None:
    words, speech = samples.WORDS[data], Speech(language, "Asia/Shanghai", samples.NOW)
    for facts in rule_samples.form_facts(words):
        checks.require_view(rule_form(facts, speech))
    checks.require_view(days_form(rule_samples.calendar_card(words), speech))


def test_only_who_may_change_sees_how() -> None:
    speech = Speech("en", "Asia/Shanghai", samples.NOW)
    card = rule_samples.calendar_card("Sales")
    assert "New team" in str(teams([(card.team, ())], speech, asker=ADMIN).blocks)
    assert "New team" not in str(teams([(card.team, ())], speech, asker=REP).blocks)
    assert "calendar.days" not in str(calendar(replace(card, may_change=False), speech).blocks)
    assert "rules." not in str(rules(rule_samples.rules_card("web"), speech, may_change=False).blocks)

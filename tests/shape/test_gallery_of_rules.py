"""Of the answers about rules and calendars, only who may change a thing sees how."""

from dataclasses import replace

from handlers.calendar.view import calendar
from handlers.kit.speech import Speech
from handlers.rules.view import rules
from handlers.teams.view import teams
from tests.shape import rule_samples, samples
from tests.shape.answers import ADMIN, REP


def test_only_who_may_change_sees_how() -> None:
    speech = Speech("en", "Asia/Shanghai", samples.NOW)
    card = rule_samples.calendar_card("Sales")
    assert "New team" in str(teams([(card.team, ())], speech, asker=ADMIN).blocks)
    assert "New team" not in str(teams([(card.team, ())], speech, asker=REP).blocks)
    assert "calendar.days" not in str(calendar(replace(card, may_change=False), speech).blocks)
    assert "rules." not in str(rules(rule_samples.rules_card("web"), speech, may_change=False).blocks)

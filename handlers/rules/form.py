"""The form of a rule: its fields in groups, each as it stands."""

from crm.cards.rules import RuleFormFacts
from crm.rules import Rule
from handlers.kit import ids
from handlers.kit.blocks import (
    Block,
    Element,
    begun,
    bold,
    context,
    header,
    input_,
    modal,
    option,
    section,
    select,
    text_input,
)
from handlers.kit.speech import Speech
from handlers.rules import fields
from handlers.rules.payload import metadata
from handlers.rules.view import scope

MOST_TEAMS = 100


def rule_form(facts: RuleFormFacts, speech: Speech) -> Block:
    """Nothing is saved by it: what it would do is counted first."""
    t = speech.t
    intro = t("Nothing changes yet: first I count what it would do and ask you. It begins on the next day.")
    blocks = [context(intro), *_scope_blocks(facts, speech)]
    for group in fields.GROUPS:
        blocks.append(header(fields.title(group.name, speech)))
        blocks += [_input(field, facts.rule, speech) for field in group.fields]
    return modal(
        t("Rule"),
        t("Count first"),
        t("Cancel"),
        blocks,
        callback_id=ids.RULE_FORM,
        metadata=metadata(facts.scope, facts.based_on),
    )


def _scope_blocks(facts: RuleFormFacts, speech: Speech) -> list[Block]:
    if facts.scope is not None:
        return [section(bold(begun(scope(facts.scope, speech))))]
    t = speech.t
    grades = select([option(grade, grade) for grade in fields.GRADES], placeholder=t("Any grade"))
    source = input_(t("Source"), "scope_source", text_input(most=60, placeholder=t("Any source")), optional=True)
    grade = input_(t("Grade"), "scope_grade", grades, optional=True)
    teams = [option(name, team_id) for team_id, name in facts.teams[:MOST_TEAMS]]
    if not teams:
        return [grade, source]
    team = input_(t("Team"), "scope_team", select(teams, placeholder=t("Any team")), optional=True)
    return [team, grade, source]


def _input(field: str, rule: Rule, speech: Speech) -> Block:
    optional = field in fields.MAY_BE_EMPTY
    return input_(fields.asked(field, speech), field, _element(field, rule, speech), optional=optional)


def _element(field: str, rule: Rule, speech: Speech) -> Element:
    if field in fields.SWITCHES:
        choices = [option(fields.switch(on, speech), "on" if on else "off") for on in (True, False)]
        return select(choices, "on" if fields.value(field, rule) else "off")
    if field == "after_expiry":
        codes = [option(fields.after_expiry(code, speech), code) for code in fields.AFTER_EXPIRY]
        return select(codes, rule.after_expiry)
    return text_input(fields.written(field, rule), most=60)

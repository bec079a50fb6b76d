"""The grammar in which Block Kit's rules are written: small rules that report, with a pointer, what is wrong.

A rule is called with the report, the place (a JSON pointer) and the value. Tables of rules by field name make a
``shape``, so that the other modules here read like Slack's reference tables.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

Rule = Callable[["Report", str, Any], None]


@dataclass
class Report:
    """What was found wrong, in order; ``action_ids`` of the block being read."""

    problems: list[tuple[str, str]] = field(default_factory=list)
    block_ids: set[str] = field(default_factory=set)
    action_ids: set[str] = field(default_factory=set)
    focused: int = 0

    def say(self, where: str, problem: str) -> None:
        self.problems.append((where, problem))

    def messages(self) -> list[str]:
        return [f"[ERROR] {problem} [json-pointer:{where}]" for where, problem in self.problems]


def string(most: int | None = None, least: int = 0, pattern: str | None = None) -> Rule:
    def rule(report: Report, where: str, value: Any) -> None:
        if not isinstance(value, str):
            report.say(where, "must be a string")
        elif len(value) < least:
            report.say(where, f"must be more than {least - 1} characters")
        elif most is not None and len(value) > most:
            report.say(where, f"must be less than {most + 1} characters")
        elif pattern and not re.fullmatch(pattern, value):
            report.say(where, "failed to match the required format")

    return rule


def number(least: float | None = None, most: float | None = None, whole: bool = True) -> Rule:
    def rule(report: Report, where: str, value: Any) -> None:
        kinds = int if whole else (int, float)
        if isinstance(value, bool) or not isinstance(value, kinds):
            report.say(where, "must be an integer" if whole else "must be a number")
        elif least is not None and value < least:
            report.say(where, f"must be at least {least}")
        elif most is not None and value > most:
            report.say(where, f"must be at most {most}")

    return rule


def boolean(report: Report, where: str, value: Any) -> None:
    if not isinstance(value, bool):
        report.say(where, "must be a boolean")


def anything(report: Report, where: str, value: Any) -> None:
    """Accepted as it is."""


def one_of(*choices: str) -> Rule:
    def rule(report: Report, where: str, value: Any) -> None:
        if value not in choices:
            report.say(where, f"must be one of: {', '.join(choices)}")

    return rule


def items(each: Rule, most: int, least: int = 1) -> Rule:
    def rule(report: Report, where: str, value: Any) -> None:
        if not isinstance(value, list):
            report.say(where, "must be an array")
            return
        if len(value) > most:
            report.say(where, f"no more than {most} items allowed")
        if len(value) < least:
            report.say(where, f"no less than {least} items allowed")
        for index, item in enumerate(value[:most]):
            each(report, f"{where}/{index}", item)

    return rule


def shape(fields: Mapping[str, Rule], required: Collection[str] = ()) -> Rule:
    """An object with these fields and no others; ``type`` is always allowed, as the caller has read it."""

    def rule(report: Report, where: str, value: Any) -> None:
        if not isinstance(value, dict):
            report.say(where, "must provide an object")
            return
        for name in required:
            if value.get(name) is None:
                report.say(where, f"missing required field: {name}")
        for name, part in value.items():
            if name in fields:
                if part is not None:
                    fields[name](report, f"{where}/{name}", part)
            elif name != "type":
                report.say(where, f"invalid additional property: {name}")

    return rule


def then(first: Rule, second: Rule) -> Rule:
    """The second is asked only of what the first finds right, so that it may rely on it."""

    def rule(report: Report, where: str, value: Any) -> None:
        before = len(report.problems)
        first(report, where, value)
        if len(report.problems) == before:
            second(report, where, value)

    return rule


def typed(kinds: Mapping[str, Rule], allowed: Collection[str] | None = None) -> Rule:
    """An object told apart by its ``type``; those known but not ``allowed`` here are refused like unknown ones."""

    def rule(report: Report, where: str, value: Any) -> None:
        if not isinstance(value, dict):
            report.say(where, "must provide an object")
            return
        kind = value.get("type")
        if kind is None:
            report.say(where, "missing required field: type")
        elif not isinstance(kind, str) or kind not in kinds or (allowed is not None and kind not in allowed):
            report.say(f"{where}/type", f"unsupported type: {kind}")
        else:
            kinds[kind](report, where, value)

    return rule

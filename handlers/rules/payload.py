"""The form of a rule as it comes back: numbers as people type them, and what can't be taken, at its field."""

import re
import unicodedata
from dataclasses import dataclass

from crm.cards.rules import Scope
from crm.refusal import Refusal
from crm.rules import BOUNDS, Problem
from handlers.kit.desk import FormErrors
from handlers.kit.ids import WHOLE
from handlers.kit.payloads import Form
from handlers.kit.speech import Speech
from handlers.rules.fields import FIELDS, GRADES, HOURS, MAY_BE_EMPTY, SWITCHES

NUMBER = re.compile(r"\d{1,7}(?:\.\d{1,2})?")
BETWEEN = re.compile(r"[\s,，、/;；|]+")
MOST_DAYS = 3650


@dataclass(frozen=True)
class Wanted:
    """A rule as somebody would have it, and the latest version they saw."""

    scope: Scope
    changes: dict[str, object]
    based_on: int


def metadata(scope: Scope | None, based_on: int) -> str:
    """What the form carries: the version it started from and, unless that is to be chosen, the scope."""
    if scope is None:
        return str(based_on)
    return "|".join([str(based_on), scope.team_id or "", scope.grade or "", scope.source or ""])


def read_form(form: Form, speech: Speech) -> Wanted:
    """Raises FormErrors."""
    based_on, *fixed = form.metadata.split("|", 3)
    if not WHOLE.fullmatch(based_on) or len(fixed) not in (0, 3):
        raise Refusal("old_form")
    scope = Scope(fixed[0] or None, None, fixed[1] or None, fixed[2] or None) if fixed else _chosen_scope(form, speech)
    changes: dict[str, object] = {}
    errors: dict[str, str] = {}
    for field in FIELDS:
        try:
            changes[field] = _read(field, unicodedata.normalize("NFKC", form.values.get(field) or "").strip())
        except ValueError:
            errors[field] = _how_to_write(field, speech)
    if errors:
        raise FormErrors(**errors)
    changes["by_grade"] = {grade: changes.pop(f"by_grade.{grade}") for grade in GRADES}
    return Wanted(scope, changes, int(based_on))


def say_problems(problems: tuple[Problem, ...], speech: Speech) -> FormErrors:
    """What a rule can't be, at the fields of the form."""
    return FormErrors(**{_at(one): _sentence(one, speech) for one in problems})


def _chosen_scope(form: Form, speech: Speech) -> Scope:
    source = (form.values.get("scope_source") or "").strip().replace("|", " ")[:60] or None
    scope = Scope(form.values.get("scope_team"), None, form.values.get("scope_grade"), source)
    if scope.everybody:
        raise FormErrors(scope_team=speech.t("Choose a team, a grade or a source: whom is this rule for?"))
    return scope


def _read(field: str, text: str) -> object:
    """Raises ValueError."""
    if field in SWITCHES:
        return text == "on"
    if field == "after_expiry":
        return text
    if field == "warn_rungs":
        return tuple(sorted({int(part) for part in BETWEEN.split(text) if part}, reverse=True))
    if field.startswith("by_grade."):
        protected, gives = (int(part) for part in BETWEEN.split(text))
        if not (1 <= protected <= MOST_DAYS and 1 <= gives <= MOST_DAYS):
            raise ValueError(text)
        return protected, gives
    if not text and field in MAY_BE_EMPTY:
        return None
    if not NUMBER.fullmatch(text):
        raise ValueError(text)
    return float(text) if field in HOURS else int(text)


def _how_to_write(field: str, speech: Speech) -> str:
    if field == "warn_rungs":
        return speech.t("Write whole numbers with commas, such as 7, 3, 1, 0.")
    if field.startswith("by_grade."):
        return speech.t("Write two whole numbers from 1, such as 60 / 30.")
    if field in HOURS:
        return speech.t("Write a number of hours, such as 24.")
    return speech.t("Write a whole number, such as 30.")


def _at(problem: Problem) -> str:
    """The field of the form that a problem is shown at."""
    return "by_grade.A" if problem.field == "by_grade" else problem.field


def _sentence(problem: Problem, speech: Speech) -> str:
    least, most = BOUNDS.get(problem.field, (0, MOST_DAYS))
    t = speech.t
    if problem.field == "warn_rungs" and problem.code != "no_warning":
        least, most = 0, 60
    return {
        "too_small": t("At least {n}.", n=f"{least:g}"),
        "too_large": t("At most {n}.", n=f"{most:g}"),
        "above_max_hold": t("That is longer than one owner may hold a customer at all. Choose less, or raise that."),
        "no_warning": t("One warning at least: who is never warned never loses a customer."),
        "not_descending": t("Write whole numbers with commas, such as 7, 3, 1, 0."),
    }.get(problem.code, t("That is no value a rule can have."))

"""The fields of a rule as people read and write them: one table for the form, for what a change changes, for history."""

from collections.abc import Iterator
from dataclasses import dataclass

from crm.rules import Rule
from handlers.kit.speech import Speech

GRADES = ("A", "B", "C")
AFTER_EXPIRY = ("manager_assign", "self_claim", "both")

SWITCHES = (
    "enabled",
    "exempt_open_deal",
    "exempt_won",
    "exempt_planned",
    "exempt_open_complaint",
)
HOURS = ("min_notice_hours", "assign_sla_hours", "pool_freeze_hours", "first_touch_hours")
MAY_BE_EMPTY = ("max_hold_days", "first_touch_hours")


@dataclass(frozen=True)
class Group:
    """Fields that belong together in the form. `by_grade.A` is what grade A has."""

    name: str
    fields: tuple[str, ...]


GROUPS = (
    Group("clock", ("enabled", "protection_days", "extend_days", "max_hold_days")),
    Group("grades", tuple(f"by_grade.{grade}" for grade in GRADES)),
    Group("warnings", ("warn_rungs", "manager_copied_at", "min_notice_hours", "grace_days")),
    Group("time", ("extension_max", "extension_days", "pause_days", "lock_max", "lock_days")),
    Group(
        "held",
        (
            "exempt_planned",
            "exempt_planned_days",
            "exempt_open_deal",
            "exempt_open_complaint",
            "exempt_won",
            "exempt_won_days",
            "exempt_after_contract_days",
        ),
    ),
    Group(
        "counts",
        ("backdate_hours", "outcome_words", "outcome_characters", "no_answer_in_a_row", "spot_checks_a_week"),
    ),
    Group(
        "pool",
        (
            "after_expiry",
            "assign_sla_hours",
            "pool_freeze_hours",
            "claim_per_day",
            "holding_cap",
            "ex_owner_cooldown_days",
            "round_trips",
            "pool_view_cap",
            "first_touch_hours",
            "undo_hours",
        ),
    ),
    Group("credits", ("credit_one_off", "credit_share", "credit_months")),
    Group("safety", ("staged_percent", "breaker_percent")),
)
FIELDS = tuple(field for group in GROUPS for field in group.fields)


def title(group: str, speech: Speech) -> str:
    return {
        "clock": speech.t("The clock"),
        "grades": speech.t("Days by grade, instead of the two above"),
        "warnings": speech.t("Warnings"),
        "time": speech.t("More time"),
        "held": speech.t("What holds a customer"),
        "counts": speech.t("What counts as a follow-up"),
        "pool": speech.t("The pool"),
        "credits": speech.t("Credits of who developed a customer"),
        "safety": speech.t("Against a flood"),
    }[group]


def label(field: str, speech: Speech) -> str:
    t = speech.t
    return {
        "enabled": t("Claim clock"),
        "protection_days": t("Days a new customer is protected"),
        "extend_days": t("Days a follow-up gives, from its day"),
        "max_hold_days": t("Days one owner may hold a customer at most"),
        "by_grade.A": t("Grade A: protected / follow-up gives"),
        "by_grade.B": t("Grade B: protected / follow-up gives"),
        "by_grade.C": t("Grade C: protected / follow-up gives"),
        "warn_rungs": t("Warn so many working days before the end"),
        "manager_copied_at": t("The manager hears of it so many working days before"),
        "min_notice_hours": t("Working hours between a warning and the pool, at least"),
        "grace_days": t("Working days of grace after the end"),
        "extension_max": t("How often a manager may grant more time"),
        "extension_days": t("Days each time"),
        "pause_days": t("Days of leave a year that stop the clock"),
        "lock_max": t("Customers a person may have locked"),
        "lock_days": t("Days a lock lasts"),
        "exempt_planned": t("A dated plan holds"),
        "exempt_planned_days": t("… if it lies within so many days"),
        "exempt_open_deal": t("An open deal that moves holds"),
        "exempt_open_complaint": t("An open complaint holds"),
        "exempt_won": t("A won customer is held"),
        "exempt_won_days": t("… for so many days where no contract end is known"),
        "exempt_after_contract_days": t("… for so many days after the contract's end"),
        "backdate_hours": t("Hours after which a log is too late to extend"),
        "outcome_words": t("Words an outcome needs, at least"),
        "outcome_characters": t("Chinese characters an outcome needs, at least"),
        "no_answer_in_a_row": t("“No answer” counts so often in a row"),
        "spot_checks_a_week": t("Spot checks a manager gets a week"),
        "after_expiry": t("Who gets what has run out"),
        "assign_sla_hours": t("Working hours a manager has to decide"),
        "pool_freeze_hours": t("Working hours a customer rests in the pool first"),
        "claim_per_day": t("Claims from the pool, a person and day"),
        "holding_cap": t("Customers a person may hold"),
        "ex_owner_cooldown_days": t("Days until a former owner may have it back"),
        "round_trips": t("Round trips after which that goes for the team"),
        "pool_view_cap": t("Cards of pooled customers a person may open a day"),
        "first_touch_hours": t("Working hours to the first follow-up of an assigned lead"),
        "undo_hours": t("Hours in which a move can be taken back"),
        "credit_one_off": t("One-off at its first won deal, in your own currency (0: none)"),
        "credit_share": t("Per cent of what others win there (0: none)"),
        "credit_months": t("Months for which that goes on after it ceased to be theirs"),
        "staged_percent": t("Per cent of all customers a change may end on one day"),
        "breaker_percent": t("Per cent at once that halt the sweep"),
    }[field]


def value(field: str, rule: Rule) -> object:
    """What the rule has in a field; for a grade, its pair of days."""
    if field.startswith("by_grade."):
        return rule.days(field.removeprefix("by_grade."))
    return getattr(rule, field)


def written(field: str, rule: Rule) -> str:
    """As it stands in the form."""
    said = value(field, rule)
    if field == "warn_rungs":
        return ", ".join(map(str, rule.warn_rungs))
    if isinstance(said, tuple):
        return " / ".join(map(str, said))
    return "" if said is None else f"{said:g}" if isinstance(said, float) else str(said)


def shown(field: str, rule: Rule, speech: Speech) -> str:
    """As it is said in a sentence."""
    if field in SWITCHES:
        return switch(bool(value(field, rule)), speech)
    if field == "after_expiry":
        return after_expiry(rule.after_expiry, speech)
    return written(field, rule) or when_empty(speech).get(field) or speech.t("none")


def when_empty(speech: Speech) -> dict[str, str]:
    """What a field means with nothing in it."""
    return {"max_hold_days": speech.t("no limit"), "first_touch_hours": speech.t("off")}


def asked(field: str, speech: Speech) -> str:
    """The label in the form: there it is said what an empty field means."""
    empty = when_empty(speech).get(field)
    said = label(field, speech)
    return said + speech.aside(speech.t("empty: {meaning}", meaning=empty)) if empty else said


def switch(on: bool, speech: Speech) -> str:
    return speech.t("on") if on else speech.t("off")


def after_expiry(code: str, speech: Speech) -> str:
    return {
        "manager_assign": speech.t("A manager decides"),
        "self_claim": speech.t("Whoever claims it"),
        "both": speech.t("A manager decides, or whoever claims it first"),
    }[code]


def changes(old: Rule, new: Rule, speech: Speech) -> Iterator[str]:
    """What is different, a line each: "Days a new customer is protected: 30 → 20"."""
    for field in FIELDS:
        if value(field, old) != value(field, new):
            before, after = shown(field, old, speech), shown(field, new, speech)
            yield f"{label(field, speech)}{speech.colon}{before} → {after}"

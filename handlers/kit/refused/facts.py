"""What a refusal tells of, made safe and readable for its sentence."""

from collections.abc import Callable, Mapping
from datetime import date, datetime

from handlers.kit.blocks import esc
from handlers.kit.speech import Speech

Facts = Mapping[str, object]
Sentences = dict[str, Callable[[Speech, Facts], str]]


def fact(facts: Facts, name: str) -> str:
    return esc(str(facts.get(name, "")), 200)


def who(facts: Facts, name: str, speech: Speech) -> str:
    """A person, whom Slack may not have named yet."""
    return speech.named(str(facts.get(name) or ""), 200)


def moment(facts: Facts, name: str, speech: Speech) -> str:
    value = facts.get(name)
    instant = value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
    return speech.moment(instant)


def day(facts: Facts, name: str, speech: Speech) -> str:
    value = facts.get(name)
    return speech.date(value if isinstance(value, date) else date.fromisoformat(str(value)))


def mention(facts: Facts) -> str:
    owner_id = str(facts.get("owner_id") or "")
    return f"<@{owner_id}>" if owner_id.isalnum() else ""


def channel(facts: Facts) -> str:
    channel = str(facts.get("channel") or "")
    return channel if channel.isalnum() else "C0"

"""Refusals in Slack's own words: a code, and sometimes what exactly was wrong."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any


class SlackError(Exception):
    """Becomes ``{"ok": false, "error": code, ...}``; ``messages`` go to ``response_metadata``."""

    def __init__(self, code: str, *, messages: Sequence[str] = (), **more: Any) -> None:
        super().__init__(code, *messages)
        self.code = code
        self.messages = list(messages)
        self.more = more

    def body(self) -> dict[str, Any]:
        answer: dict[str, Any] = {"ok": False, "error": self.code, **self.more}
        if self.messages:
            answer["response_metadata"] = {"messages": self.messages}
        return answer


class NothingPlanned(LookupError):  # noqa: N818 - it is no mistake
    """The bot awaits nothing, so there is no next event to jump to."""


def missing(field: str) -> SlackError:
    return SlackError("invalid_arguments", messages=[f"[ERROR] missing required field: {field}"])

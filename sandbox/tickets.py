"""What lives for a while: trigger_ids (three real seconds, once) and response_urls (half an hour, five times)."""

from __future__ import annotations

import secrets
import threading
import time
from dataclasses import dataclass
from datetime import datetime, timedelta

from sandbox.clock import Clock
from sandbox.errors import SlackError

RESPONSE_USES, RESPONSE_LIFE = 5, timedelta(minutes=30)


@dataclass
class Trigger:
    user: str
    born: float  # monotonic, for the person waits in real time
    spent: bool = False


@dataclass
class ResponseHook:
    """Where a response_url leads: a conversation, its one reader, and the message that was acted on."""

    channel: str
    user: str
    ts: str | None
    born: datetime
    uses: int = 0


class Tickets:
    def __init__(self, *, clock: Clock, team_id: str, trigger_seconds: float) -> None:
        self._clock = clock
        self._team_id = team_id
        self.trigger_seconds = trigger_seconds
        self._triggers: dict[str, Trigger] = {}
        self._hooks: dict[str, ResponseHook] = {}
        self._lock = threading.Lock()

    def trigger(self, user: str) -> str:
        name = f"{secrets.randbelow(10**12)}.{self._team_id}.{secrets.token_hex(16)}"
        self._triggers[name] = Trigger(user, time.monotonic())
        return name

    def spend_trigger(self, name: str) -> str:
        """Whose trigger it was, or the reason why it opens nothing."""
        with self._lock:
            held = self._triggers.get(name)
            if held is None:
                raise SlackError("invalid_trigger_id")
            if held.spent:
                raise SlackError("exchanged_trigger_id")
            if time.monotonic() - held.born > self.trigger_seconds:
                raise SlackError("expired_trigger_id")
            held.spent = True
            return held.user

    def response_key(self, channel: str, user: str, ts: str | None) -> str:
        key = secrets.token_urlsafe(12)
        self._hooks[key] = ResponseHook(channel, user, ts, self._clock.now())
        return key

    def use_hook(self, key: str) -> ResponseHook:
        with self._lock:
            hook = self._hooks.get(key)
            if hook is None or self._clock.now() - hook.born > RESPONSE_LIFE:
                raise SlackError("expired_url")
            if hook.uses >= RESPONSE_USES:
                raise SlackError("used_url")
            hook.uses += 1
            return hook

"""Carries what happens in the workspace to the bot, in time, and again if it is not acknowledged.

Events are re-sent on a schedule; commands and interactions never are, as in Slack: those show the person an error.
"""

from __future__ import annotations

import heapq
import itertools
import json
import threading
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from urllib.parse import urlencode

from sandbox.nouns import Answer, Delivery, Json
from sandbox.wires import Parcel, Wire, Wires, signed

ACK_SECONDS = 3.0
RETRY_AFTER = (0.0, 60.0, 300.0)  # real seconds after each failure, as Slack's "at once, a minute, five minutes"
_FORM, _JSON = "application/x-www-form-urlencoded", "application/json"


class Courier:
    def __init__(
        self,
        *,
        signing_secret: str,
        retry_after: Sequence[float] = RETRY_AFTER,
        ack_seconds: float = ACK_SECONDS,
        sockets: Wires | None = None,
    ) -> None:
        self.signing_secret = signing_secret
        self.retry_after = tuple(retry_after)
        self.ack_seconds = ack_seconds
        self.wire: Wire | None = None
        self.sockets = sockets  # used instead while one is connected
        self.deliveries: list[Delivery] = []
        self._pool = ThreadPoolExecutor(8, thread_name_prefix="sandbox-courier")
        self._due: list[tuple[float, int, Parcel]] = []
        self._order = itertools.count()
        self._changed = threading.Condition()
        self._running = 0
        self._closed = False
        self._ticker: threading.Thread | None = None

    def event(self, callback: Json) -> Delivery:
        """Delivers an event_callback now; if it is not acknowledged, again by the schedule, in the background."""
        return self._try(_event_parcel(callback))

    def later(self, callback: Json) -> None:
        """Delivers in the background, for what the bot itself set off."""
        self._plan(_event_parcel(callback), 0)

    def redeliver(self, callback: Json) -> Delivery:
        """The same event once more, as a retry that no other follows."""
        parcel = replace(_event_parcel(callback), attempt=1, reason="http_timeout")
        return self._note(parcel, self._send(parcel))

    def handshake(self, body: Json) -> Answer:
        return self._once(_event_parcel(body))

    def command(self, form: Json) -> Answer:
        return self._once(Parcel("slash_commands", urlencode(form).encode(), _FORM, form))

    def interaction(self, payload: Json) -> Answer:
        body = urlencode({"payload": json.dumps(payload, ensure_ascii=False)}).encode()
        return self._once(Parcel("interactive", body, _FORM, payload))

    def health(self) -> Json:
        """The bot's /healthz, as JSON."""
        if self.wire is None:
            raise LookupError("no bot is connected over HTTP, so its /healthz is not known")
        return dict(json.loads(self.wire.health()))

    def settle(self, seconds: float = 60) -> bool:
        """Waits until nothing due now is under way; retries of a later time are not waited for."""
        until = time.monotonic() + seconds
        with self._changed:
            while self._running or (self._due and self._due[0][0] <= time.monotonic()):
                if not self._changed.wait(min(0.05, max(0.0, until - time.monotonic()))) and time.monotonic() >= until:
                    return False
        return True

    def close(self) -> None:
        with self._changed:
            self._closed = True
            self._due.clear()
            self._changed.notify_all()
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _once(self, parcel: Parcel) -> Answer:
        answer = self._send(parcel)
        self._note(parcel, answer)
        return answer

    def _try(self, parcel: Parcel) -> Delivery:
        answer = self._send(parcel)
        stop = answer.ok or answer.headers.get("x-slack-no-retry") == "1" or parcel.attempt >= len(self.retry_after)
        if not stop:
            again = replace(parcel, attempt=parcel.attempt + 1, reason=str(answer.error))
            self._plan(again, self.retry_after[parcel.attempt])
        return self._note(parcel, answer)

    def _send(self, parcel: Parcel) -> Answer:
        wire = self.sockets if self.sockets else self.wire
        if wire is None:
            return Answer(None, error="connection_failed")
        begun = time.monotonic()
        answer = wire.send(parcel, signed(self.signing_secret, parcel), self.ack_seconds)
        return replace(answer, seconds=time.monotonic() - begun)

    def _note(self, parcel: Parcel, answer: Answer) -> Delivery:
        name = str(parcel.payload.get("event_id") or parcel.payload.get("trigger_id") or "")
        made = Delivery(parcel.kind, name, parcel.attempt, answer.status, answer.seconds, answer.error, parcel.payload)
        self.deliveries.append(made)
        return made

    def _plan(self, parcel: Parcel, wait: float) -> None:
        with self._changed:
            if self._closed:
                return
            heapq.heappush(self._due, (time.monotonic() + wait, next(self._order), parcel))
            if self._ticker is None:
                self._ticker = threading.Thread(target=self._tick, name="sandbox-retries", daemon=True)
                self._ticker.start()
            self._changed.notify_all()

    def _tick(self) -> None:
        while not self._closed:
            with self._changed:
                wait = self._due[0][0] - time.monotonic() if self._due else 3600
                if wait > 0:
                    self._changed.wait(wait)
                    continue
                parcel = heapq.heappop(self._due)[2]
                self._running += 1
                self._pool.submit(self._again, parcel)

    def _again(self, parcel: Parcel) -> None:
        try:
            self._try(parcel)
        finally:
            with self._changed:
                self._running -= 1
                self._changed.notify_all()


def _event_parcel(callback: Json) -> Parcel:
    return Parcel("events_api", json.dumps(callback, ensure_ascii=False).encode(), _JSON, callback)

"""A small local Slack, for tests, demos and training. See ``Slack``; over HTTP, ``server.serve``."""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sandbox import api, events
from sandbox.clock import Clock
from sandbox.courier import ACK_SECONDS, RETRY_AFTER, Courier
from sandbox.errors import NothingPlanned
from sandbox.faults import Faults
from sandbox.gestures import Gestures
from sandbox.manifest import Manifest
from sandbox.nouns import Call, Channel, Delivery, Json, Message, Person, View
from sandbox.socket_mode import Sockets
from sandbox.speech import EVENTS, Speech
from sandbox.wires import HttpWire, WsgiApp, WsgiWire
from sandbox.workspace import Workspace

PACED = frozenset({"chat.postMessage", "chat.postEphemeral"})


class Slack(Speech, Gestures):
    """One workspace with one app in it: the people's hands, the Web API the bot calls, and the events it gets.

    ``clock_file``      where the virtual clock is written for the bot to read.
    ``manifest``        a manifest.yml, or its path: its commands, shortcuts, events and scopes are the app's.
    ``retry_after``     real seconds before each re-delivery of an unacknowledged event.
    ``trigger_seconds`` how long a trigger_id lives; ``ack_seconds`` how long the bot may take.
    ``echo``            whether the bot gets its own messages back as events, as Slack sends them.
    """

    def __init__(
        self,
        *,
        clock_file: Path | str | None = None,
        signing_secret: str = "sandbox-signing-secret",
        bot_token: str = "xoxb-sandbox",
        app_token: str = "xapp-sandbox",
        team_id: str = "T1",
        team_name: str = "Sandbox",
        app_id: str = "A1",
        bot_name: str = "Dibs",
        manifest: Manifest | Path | str | None = None,
        commands: Sequence[Json] = (),
        shortcuts: Sequence[Json] = (),
        events: Iterable[str] = (),
        retry_after: Sequence[float] = RETRY_AFTER,
        ack_seconds: float = ACK_SECONDS,
        trigger_seconds: float = 3.0,
        echo: bool = True,
    ) -> None:
        told = Manifest.of(manifest)
        self.clock = Clock(clock_file)
        self.ws = Workspace(
            clock=self.clock,
            team_id=team_id,
            team_name=team_name,
            app_id=app_id,
            bot_name=bot_name,
            trigger_seconds=trigger_seconds,
        )
        self.signing_secret, self.bot_token, self.app_token = signing_secret, bot_token, app_token
        self.commands = [*told.commands, *commands]
        self.shortcuts = [*told.shortcuts, *shortcuts]
        self.steps = dict(told.steps)
        self.subscribed = frozenset(events) or told.events or EVENTS
        self.sockets = Sockets(app_id)
        self.courier = Courier(
            signing_secret=signing_secret, retry_after=retry_after, ack_seconds=ack_seconds, sockets=self.sockets
        )
        self.ws.scopes, self.ws.bot_token = told.scopes, bot_token
        self.faults = Faults()
        self.calls: list[Call] = []
        self.pace: float | None = None  # seconds between two posts to a channel; None: no limit
        self._posted: dict[str, float] = {}
        self._revoked: str | None = None
        self._suggested = {}
        if echo:
            self.ws.on_bot_event = self._echo

    # the workspace's people and places

    def add_user(self, user: str, *, name: str, real_name: str = "", **profile: Any) -> Person:
        """``profile``: tz, locale, email, title, is_admin."""
        return self.ws.add_person(Person(user, name, real_name or name, **profile))

    def add_channel(
        self,
        channel: str,
        *,
        name: str,
        members: Iterable[str] = (),
        external: bool = False,
        private: bool = False,
        with_bot: bool = True,
    ) -> Channel:
        inside = (*members, self.ws.bot_user) if with_bot else tuple(members)
        return self.ws.add_channel(Channel(channel, name, inside, external=external, is_private=private))

    def archive(self, channel: str) -> None:
        self.ws.change_channel(channel, archived=True)

    def consent(self, user: str, *, org_wide: bool = False) -> str:
        """Somebody agrees to the app's installation; the code their browser brings back. After an uninstall the token
        is a new one."""
        code = secrets.token_hex(8)
        if self._revoked:
            self._revoked = None
            self.bot_token = self.ws.bot_token = f"{self.bot_token}-{secrets.token_hex(4)}"
        self.ws.consents[code] = {"user": user, "org_wide": org_wide}
        return code

    def uninstall(self) -> None:
        """The app is removed: its token dies, and it is told."""
        self._revoked = "account_inactive"
        self.emit(events.plain(self.ws, "tokens_revoked", tokens={"oauth": [], "bot": [self.ws.bot_user]}))
        self.emit(events.plain(self.ws, "app_uninstalled"))

    def revoke_token(self, error: str = "token_revoked") -> None:
        self._revoked = error

    # the bot

    def connect_bot(self, url: str, *, health_url: str | None = None) -> None:
        """Where signed requests go over HTTP; also asked for /healthz at the same address."""
        self.courier.wire = HttpWire(url, health_url)

    def connect_wsgi(self, app: WsgiApp, *, path: str = "/slack/events") -> None:
        """Calls a WSGI app in process, with the same signed bytes."""
        self.courier.wire = WsgiWire(app, path)

    def verify_url(self) -> bool:
        """Slack's handshake before it sends events to an address: the challenge must come back."""
        challenge = secrets.token_hex(16)
        sent = {"token": "verification-token", "challenge": challenge, "type": "url_verification"}
        answer = self.courier.handshake(sent)
        return answer.ok and challenge in answer.body.decode()

    def disconnect_bot(self) -> None:
        self.courier.wire = None

    def close(self) -> None:
        self.courier.close()

    # what can be seen

    def messages(self, channel: str, as_user: str | None = None) -> list[Message]:
        """In order; with the ephemeral ones of ``as_user``."""
        return self.ws.readable(self.ws.place(channel, as_user or "").id, as_user)

    def dm(self, user: str) -> list[Message]:
        return self.messages("dm", as_user=user)

    def last_dm(self, user: str) -> Message:
        """The newest message of the bot to this person."""
        said = [each for each in self.dm(user) if each.bot]
        if not said:
            raise LookupError(f"the bot has said nothing to {user}")
        return said[-1]

    def home(self, user: str) -> View | None:
        return self.ws.homes.get(user)

    def open_view(self, user: str) -> View | None:
        return self.ws.top(user)

    @property
    def deliveries(self) -> list[Delivery]:
        return self.courier.deliveries

    def settle(self, seconds: float = 60) -> bool:
        """Waits until everything due has been handed to the bot."""
        return self.courier.settle(seconds)

    def wait_for(self, check: Callable[[], Any], seconds: float = 30) -> Any:
        """Waits until ``check`` returns something true, looking again whenever something happens, and returns it."""
        changed, until = threading.Event(), time.monotonic() + seconds
        with self.ws.watched(lambda event: changed.set()):
            while not (found := check()):
                if time.monotonic() > until:
                    raise TimeoutError(f"not within {seconds} s")
                changed.wait(0.02)
                changed.clear()
        return found

    # the clock

    def advance(self, seconds: float) -> datetime:
        now = self.clock.advance(seconds)
        self.ws.announce("clock")
        return now

    def to_next(self) -> datetime:
        """Jumps to one second after the next thing the bot has to do, as its /healthz tells."""
        due = self.courier.health().get("next_due_at")
        if not due:
            raise NothingPlanned("the bot has nothing planned")
        wait = (datetime.fromisoformat(str(due)) - self.clock.now()) / timedelta(seconds=1)
        return self.advance(max(wait, 0) + 1)

    # the Web API

    def call(self, method: str, args: Json, token: str | None) -> Json:
        """One call of the Web API, faults apart; not yet recorded."""
        return api.run(self.ws, method, args, token_kind=self._token_kind(token))

    def busy(self, method: str, args: Json) -> bool:
        """Whether the rate limit refuses this post; if not, it counts."""
        if self.pace is None or method not in PACED:
            return False
        with self.ws.lock:
            channel, now = str(args.get("channel")), time.monotonic()
            if now - self._posted.get(channel, float("-inf")) < self.pace:
                return True
            self._posted[channel] = now
            return False

    def _token_kind(self, token: str | None) -> str:
        if not token:
            return "not_authed"
        if token == self.bot_token:
            return self._revoked or "bot"
        return "app" if token == self.app_token else "invalid_auth"

    def _echo(self, event: Json) -> None:
        kind = "message.im" if event["channel_type"] == "im" else f"message.{event['channel_type']}s"
        if kind in self.subscribed:
            self.courier.later(events.callback(self.ws, event))

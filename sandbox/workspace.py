"""The workspace itself: people, conversations, messages, views, and the tokens that live for a while.

Everything is kept under one lock, held for moments only and never while the bot is being spoken to. Whoever wants
to know of changes (the page's stream, the courier of events) subscribes.
"""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from sandbox.clock import Clock
from sandbox.errors import SlackError
from sandbox.nouns import COLORS, Channel, File, Json, Message, Person, Upload, View
from sandbox.tickets import Tickets

MODALS_MOST = 3


class Workspace:
    def __init__(
        self, *, clock: Clock, team_id: str, team_name: str, app_id: str, bot_name: str, trigger_seconds: float
    ) -> None:
        self.clock = clock
        self.team_id, self.team_name, self.app_id = team_id, team_name, app_id
        self.bot_id, self.bot_user, self.bot_token = "B_BOT", "U_BOT", ""
        self.tickets = Tickets(clock=clock, team_id=team_id, trigger_seconds=trigger_seconds)
        self.scopes: frozenset[str] | None = None  # what the app was granted; None: not checked
        self.base_url = "http://sandbox.invalid"
        self.people: dict[str, Person] = {}
        self.channels: dict[str, Channel] = {}
        self.messages: dict[str, dict[str, Message]] = {}
        self.threads: dict[tuple[str, str], list[str]] = {}
        self.files: dict[str, File] = {}
        self.views: dict[str, View] = {}
        self.homes: dict[str, View] = {}
        self.modals: dict[str, list[str]] = {}
        self.typed: dict[tuple[str, str], dict[str, Json]] = {}  # (container, user) -> what was typed or chosen there
        self.steps: dict[str, Json] = {}  # runs of workflow steps -> how they ended; empty while they have not
        self.consents: dict[str, Json] = {}  # codes of installations that somebody agreed to
        self.given_back = False  # whether the bot gave its token back
        self.pending_uploads: dict[str, Json] = {}
        self.lock = threading.RLock()
        self._watchers: list[Callable[[Json], None]] = []
        self._count = 0
        self.on_bot_event: Callable[[Json], None] = lambda event: None
        self.add_person(Person(self.bot_user, bot_name.lower(), bot_name, is_bot=True))

    # ids and watchers

    def new_id(self, prefix: str) -> str:
        with self.lock:
            self._count += 1
            return f"{prefix}{self._count:06d}{secrets.token_hex(2).upper()}"

    def seconds(self) -> int:
        return int(self.clock.now().timestamp())

    @contextmanager
    def watched(self, watcher: Callable[[Json], None]) -> Iterator[None]:
        self._watchers.append(watcher)
        try:
            yield
        finally:
            self._watchers.remove(watcher)

    def announce(self, kind: str, **more: Any) -> None:
        for watcher in list(self._watchers):
            watcher({"type": kind, **more})

    # people and conversations

    def add_person(self, person: Person) -> Person:
        with self.lock:
            color = COLORS[len(self.people) % len(COLORS)]
            self.people[person.id] = replace(person, color=color, updated=self.seconds())
        self.announce("state")
        return self.people[person.id]

    def person(self, user: str) -> Person:
        if user not in self.people:
            raise SlackError("user_not_found")
        return self.people[user]

    def change_person(self, user: str, **changes: Any) -> Person:
        with self.lock:
            self.people[user] = replace(self.person(user), **changes, updated=self.seconds())
        self.announce("state", user=user)
        return self.people[user]

    def add_channel(self, channel: Channel) -> Channel:
        with self.lock:
            self.channels[channel.id] = replace(channel, created=self.seconds())
            self.messages.setdefault(channel.id, {})
        self.announce("state", channel=channel.id)
        return channel

    def change_channel(self, channel: str, **changes: Any) -> Channel:
        with self.lock:
            self.channels[channel] = replace(self.channel(channel), **changes)
        self.announce("state", channel=channel)
        return self.channels[channel]

    def channel(self, channel: str) -> Channel:
        if channel not in self.channels:
            raise SlackError("channel_not_found")
        return self.channels[channel]

    def dm(self, user: str) -> Channel:
        """The bot's conversation with one person, opened when first asked for."""
        with self.lock:
            self.person(user)
            name = f"D{user[1:] if user.startswith('U') else user}"
            opened = Channel(name, "directmessage", (user, self.bot_user), is_im=True, user=user)
            return self.channels.get(name) or self.add_channel(opened)

    def place(self, channel: str | None, user: str = "") -> Channel:
        """A conversation by id, by name, by the person at its other end, or ("dm", None) the acting person's DM."""
        if channel in (None, "dm"):
            return self.dm(user)
        if channel in self.people:
            return self.dm(str(channel))
        named = (each for each in self.channels.values() if f"#{each.name}" == channel and not each.is_im)
        return next(named, None) or self.channel(str(channel))

    # messages

    def post(self, message: Message) -> Message:
        with self.lock:
            self.messages[message.channel][message.ts] = message
            if message.thread_ts and not message.ephemeral:
                self.threads.setdefault((message.channel, message.thread_ts), []).append(message.ts)
        self.announce("ephemeral" if message.ephemeral else "message", user=message.to, channel=message.channel)
        return message

    def message(self, channel: str, ts: str) -> Message:
        found = self.messages.get(channel, {}).get(ts)
        if found is None:
            raise SlackError("message_not_found")
        return found

    def change_message(self, channel: str, ts: str, **changes: Any) -> tuple[Message, Message]:
        """(before, after)."""
        with self.lock:
            before = self.message(channel, ts)
            after = self.messages[channel][ts] = replace(before, **changes)
        self.announce("update", user=after.to, channel=channel)
        return before, after

    def remove_message(self, channel: str, ts: str) -> Message:
        with self.lock:
            gone = self.message(channel, ts)
            del self.messages[channel][ts]
        self.announce("delete", user=gone.to, channel=channel)
        return gone

    def readable(self, channel: str, user: str | None = None) -> list[Message]:
        """All messages in order; those only one person sees come for that person alone (None: for nobody)."""
        with self.lock:
            held = sorted(self.messages.get(channel, {}).values(), key=lambda each: each.ts)
        return [each for each in held if not each.ephemeral or each.to == user]

    def replies(self, message: Message) -> list[Message]:
        with self.lock:
            held, said = self.messages[message.channel], self.threads.get((message.channel, message.ts), [])
            return [held[ts] for ts in said if ts in held]

    # files

    def keep_file(self, user: str, upload: Upload, *, mimetype: str) -> File:
        voice = upload.transcript is not None
        file = File(
            self.new_id("F"),
            upload.name,
            upload.content,
            mimetype,
            user,
            self.seconds(),
            title=upload.name,
            transcript=upload.transcript,
            polls_left=upload.polls if voice else 0,
        )
        self.files[file.id] = file
        return file

    def file(self, file: str) -> File:
        if file not in self.files:
            raise SlackError("file_not_found")
        return self.files[file]

    # views

    def keep_view(self, view: View) -> View:
        with self.lock:
            self.views[view.id] = view
            self._forget_typed(view)
            if view.type == "home":
                self.homes[view.user] = view
        self.announce("home" if view.type == "home" else "view", user=view.user)
        return view

    def view(self, view: str) -> View:
        if view not in self.views:
            raise SlackError("not_found")
        return self.views[view]

    def stack(self, user: str) -> list[str]:
        return self.modals.setdefault(user, [])

    def top(self, user: str) -> View | None:
        held = self.stack(user)
        return self.views[held[-1]] if held else None

    def close(self, user: str, *, everything: bool = False) -> list[View]:
        """Takes the top modal away, or all; what was taken, top first."""
        with self.lock:
            held = self.stack(user)
            gone = [held.pop() for _ in range(len(held) if everything else min(1, len(held)))]
        self.announce("view", user=user)
        return [self.views.pop(view) for view in gone]

    def _forget_typed(self, view: View) -> None:
        """What was typed stays through an update only where the block and its action are still there."""
        typed = self.typed.get((view.id, view.user), {})
        known = {block.get("block_id") for block in view.blocks}
        self.typed[(view.id, view.user)] = {block: values for block, values in typed.items() if block in known}

    # answers

    def response_url(self, channel: str, user: str, ts: str | None = None) -> str:
        return f"{self.base_url}/response/{self.team_id}/{self.tickets.response_key(channel, user, ts)}"

    def remember_typed(self, container: str, user: str, block: str, action: str, value: Json) -> None:
        with self.lock:
            self.typed.setdefault((container, user), {}).setdefault(block, {})[action] = value

    def transcript_polled(self, file: str) -> File:
        with self.lock:
            held = self.file(file)
            if held.polls_left:
                self.files[file] = replace(held, polls_left=held.polls_left - 1)
            return held

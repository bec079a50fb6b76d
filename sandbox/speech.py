"""What a person says and does in the workspace's conversations."""

from __future__ import annotations

import mimetypes
import uuid
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from sandbox import events, payloads
from sandbox.api.conversations import react, unreact
from sandbox.courier import Courier
from sandbox.errors import SlackError
from sandbox.nouns import Answer, Channel, CommandAnswer, Delivery, Json, Message, Person, Upload
from sandbox.responses import command_answer, refused
from sandbox.typing_in import rich_text, typed
from sandbox.workspace import Workspace

EVENTS = frozenset(
    [
        "message.im",
        "app_mention",
        "app_home_opened",
        "app_uninstalled",
        "tokens_revoked",
        "user_change",
        "reaction_added",
        "member_joined_channel",
        "member_left_channel",
    ]
)


class Speech:
    """Part of Slack: needs the workspace, the courier, and the names of the events the app subscribes to."""

    ws: Workspace
    courier: Courier
    subscribed: frozenset[str]
    commands: list[Json]
    steps: dict[str, Json]

    def emit(self, event: Json) -> Delivery | None:
        """Sends an event to the bot and waits for the first answer; None when the app is not subscribed to it."""
        if _subscription(event) not in self.subscribed:
            return None
        return self.courier.event(events.callback(self.ws, event))

    def say(
        self,
        user: str,
        text: str,
        *,
        channel: str | None = None,
        thread_ts: str | None = None,
        files: Iterable[Upload] = (),
        raw: bool = False,
    ) -> Message:
        """A message as typed (``raw``: as it goes over the wire), in the bot's DM unless a channel is named."""
        place = self._entered(user, channel)
        message = self._written(user, text if raw else self._typed(text), place, thread_ts, files)
        self.ws.post(message)
        if f"<@{self.ws.bot_user}>" in message.text and not place.is_im:
            self.emit(events.mention(self.ws, message))
        self.emit(events.message(self.ws, message))
        return message

    def edit(self, user: str, message: Message | str, text: str, *, channel: str | None = None) -> Message:
        held = self._own(user, message, channel)
        words = self._typed(text)
        changes = {"text": words, "blocks": [rich_text(words, self.ws.new_id("b"))], "edited": self.ws.clock.stamp()}
        before, after = self.ws.change_message(held.channel, held.ts, **changes)
        self.emit(events.message_changed(self.ws, before, after))
        return after

    def delete(self, user: str, message: Message | str, *, channel: str | None = None) -> None:
        held = self._own(user, message, channel)
        self.ws.remove_message(held.channel, held.ts)
        self.emit(events.message_deleted(self.ws, held))

    def react(self, user: str, message: Message | str, name: str, *, channel: str | None = None) -> None:
        held = self._found(user, message, channel)
        if user not in held.reactions.get(name, ()):
            self.emit(react(self.ws, held, name, user))

    def unreact(self, user: str, message: Message | str, name: str, *, channel: str | None = None) -> None:
        self.emit(unreact(self.ws, self._found(user, message, channel), name, user))

    def command(self, user: str, line: str, *, channel: str | None = None) -> CommandAnswer:
        """Types a slash command such as "/who acme"; the answer is the ack's, later ones arrive as messages."""
        place = self._entered(user, channel)
        name, _, text = line.strip().partition(" ")
        if self.commands and name not in {each["command"] for each in self.commands}:
            return refused(self.ws, place, user, name, "unknown_command", Answer(None))
        people = self._people_by_name() if self._escapes(name) else {}
        words = typed(text.strip(), people, named=True, links=False) if self._escapes(name) else text.strip()
        answer = self.courier.command(payloads.command(self.ws, user, place, name, words))
        return command_answer(self.ws, place, user, name, answer)

    def shortcut(self, user: str, callback_id: str, message: Message | None = None) -> Answer:
        return self.courier.interaction(payloads.shortcut(self.ws, user, callback_id, message))

    def run_step(self, callback_id: str, inputs: Json) -> str:
        """A workflow comes to the app's step with these inputs; the run's id, under which `ws.steps` tells how it ended.

        Slack lets no workflow go on without the inputs its step needs.
        """
        step = self.steps[callback_id]
        needed = [name for name, told in (step.get("input_parameters") or {}).items() if told.get("is_required")]
        if missing := [name for name in needed if inputs.get(name) in (None, "")]:
            raise SlackError("missing_input", messages=missing)
        run = self.ws.new_id("Fx")
        self.ws.steps[run] = {}
        self.emit(events.function_executed(self.ws, run, callback_id, step, dict(inputs)))
        return run

    def open_home(self, user: str) -> Delivery | None:
        return self.emit(events.home_opened(self.ws, user, self.ws.homes.get(user)))

    def deactivate(self, user: str) -> Person:
        return self.change_user(user, deleted=True)

    def change_user(self, user: str, **changes: Any) -> Person:
        """A change of profile (tz, locale, real_name, deleted ...), told to the bot as user_change."""
        person = self.ws.change_person(user, **changes)
        self.emit(events.user_change(self.ws, person))
        return person

    def join(self, user: str, channel: str) -> None:
        self.ws.change_channel(channel, members=tuple(dict.fromkeys((*self.ws.channel(channel).members, user))))
        self.emit(events.membership(self.ws, "member_joined_channel", user, channel))

    def leave(self, user: str, channel: str) -> None:
        rest = tuple(each for each in self.ws.channel(channel).members if each != user)
        self.ws.change_channel(channel, members=rest)
        self.emit(events.membership(self.ws, "member_left_channel", user, channel))

    def redeliver(self, what: str | Message) -> Delivery:
        """Sends an event again, byte for byte but the signature, by event_id or by the message it told of."""
        stamp = what.ts if isinstance(what, Message) else None
        for made in self.courier.deliveries:
            event = made.payload.get("event", {})
            if made.kind == "events_api" and (made.id == what or (stamp and event.get("ts") == stamp)):
                return self.courier.redeliver(made.payload)
        raise LookupError(f"no event was sent for {what}")

    def _written(self, user: str, text: str, place: Channel, thread_ts: str | None, files: Iterable[Upload]) -> Message:
        kept = tuple(self._keep(user, each, place) for each in files)
        if not text.strip() and not kept:
            raise SlackError("no_text")
        return Message(
            ts=self.ws.clock.stamp(),
            channel=place.id,
            user=user,
            text=text,
            blocks=[rich_text(text, self.ws.new_id("b"))] if text else [],
            files=kept,
            thread_ts=thread_ts,
            client_msg_id=str(uuid.uuid4()),
            subtype="file_share" if kept else None,
        )

    def _keep(self, user: str, upload: Upload, place: Channel) -> str:
        guessed = upload.mimetype or mimetypes.guess_type(upload.name)[0] or "application/octet-stream"
        held = self.ws.keep_file(user, upload, mimetype=guessed)
        self.ws.files[held.id] = replace(held, channels=(place.id,))
        return held.id

    def _entered(self, user: str, channel: str | None) -> Channel:
        """The conversation, if this person may write there."""
        if self.ws.person(user).deleted:
            raise SlackError("account_inactive")
        place = self.ws.place(channel, user)
        if place.archived:
            raise SlackError("is_archived")
        if user not in place.members:
            raise SlackError("not_in_channel")
        return place

    def _found(self, user: str, message: Message | str, channel: str | None) -> Message:
        if isinstance(message, Message):
            return self.ws.message(message.channel, message.ts)
        return self.ws.message(self.ws.place(channel, user).id, message)

    def _own(self, user: str, message: Message | str, channel: str | None) -> Message:
        held = self._found(user, message, channel)
        if held.user != user:
            raise SlackError("cant_update_message")
        return held

    def _typed(self, text: str) -> str:
        return typed(text, self._people_by_name())

    def _people_by_name(self) -> dict[str, str]:
        return {name.lower(): each.id for each in self.ws.people.values() for name in (each.name, each.real_name)}

    def _escapes(self, name: str) -> bool:
        return any(each["command"] == name and each.get("should_escape") for each in self.commands)


def _subscription(event: Json) -> str:
    kind = str(event["type"])
    if kind != "message":
        return kind
    return f"message.{event['channel_type']}" + ("" if event["channel_type"] == "im" else "s")

"""What a workspace is made of. Everything is frozen: what a caller holds is what they saw, whatever happens next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

Json = dict[str, Any]
COLORS = ("9f69e7", "4bbe2e", "e7392d", "3c989f", "674b1b", "e96699", "e0a729", "684b6c")


@dataclass(frozen=True)
class Person:
    id: str
    name: str
    real_name: str
    tz: str = "Europe/London"
    locale: str = "en-US"
    email: str = ""
    title: str = ""
    deleted: bool = False
    is_admin: bool = False
    is_bot: bool = False
    is_stranger: bool = False  # a member of another workspace, met in a shared channel
    color: str = COLORS[0]
    updated: int = 0


@dataclass(frozen=True)
class Channel:
    id: str
    name: str
    members: tuple[str, ...]
    is_im: bool = False
    is_private: bool = False
    external: bool = False
    archived: bool = False
    user: str = ""  # the person at the other end of a direct message
    created: int = 0


@dataclass(frozen=True)
class File:
    id: str
    name: str
    content: bytes
    mimetype: str
    user: str
    created: int
    title: str = ""
    transcript: str | None = None  # a voice clip's words, shown once `polls_left` look-ups have been made
    polls_left: int = 0
    channels: tuple[str, ...] = ()


@dataclass(frozen=True)
class Upload:
    """A file about to be dropped; ``transcript`` makes it a voice clip, ready after ``polls`` look-ups."""

    name: str
    content: bytes = b""
    mimetype: str = ""
    transcript: str | None = None
    polls: int = 1


@dataclass(frozen=True)
class Message:
    ts: str
    channel: str
    user: str
    text: str
    blocks: list[Json] = field(default_factory=list)
    attachments: list[Json] = field(default_factory=list)
    files: tuple[str, ...] = ()
    thread_ts: str | None = None
    edited: str | None = None
    ephemeral: bool = False
    to: str | None = None  # the only reader of an ephemeral message
    bot: bool = False
    metadata: Json | None = None
    reactions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    client_msg_id: str | None = None
    subtype: str | None = None


@dataclass(frozen=True)
class View:
    """A modal or a home as it stands; ``body`` is what the bot sent, checked."""

    id: str
    user: str
    body: Json
    hash: str
    root_id: str
    previous_id: str | None = None
    external_id: str = ""

    @property
    def type(self) -> str:
        return str(self.body["type"])

    @property
    def blocks(self) -> list[Json]:
        return list(self.body["blocks"])

    @property
    def title(self) -> str:
        return str((self.body.get("title") or {}).get("text", ""))

    @property
    def callback_id(self) -> str:
        return str(self.body.get("callback_id") or "")

    @property
    def private_metadata(self) -> str:
        return str(self.body.get("private_metadata") or "")


@dataclass(frozen=True)
class Call:
    """One Web API request as it arrived, and what was answered; ``fault`` names a misbehaviour that was asked for."""

    method: str
    args: Json
    at: datetime  # real
    clock: datetime  # virtual
    status: int
    answer: Json
    fault: str | None = None
    recorded: bool = True  # whether it took effect

    @property
    def ok(self) -> bool:
        return bool(self.answer.get("ok"))


@dataclass(frozen=True)
class Answer:
    """How the bot answered one request. ``error`` is what Slack would show or log, None when all was well."""

    status: int | None
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    seconds: float = 0.0
    error: str | None = None

    @property
    def ok(self) -> bool:
        return self.error is None


@dataclass(frozen=True)
class Delivery:
    """One try at handing something to the bot."""

    kind: str
    id: str
    attempt: int
    status: int | None
    seconds: float
    error: str | None
    payload: Json


@dataclass(frozen=True)
class CommandAnswer:
    text: str
    blocks: list[Json]
    response_type: str
    error: str | None
    status: int | None
    seconds: float
    message: Message | None = None


@dataclass(frozen=True)
class SubmitResult:
    """``errors`` by block_id; ``view`` is what is on top afterwards; ``error`` what the modal says at its foot."""

    errors: dict[str, str]
    view: View | None
    error: str | None = None
    status: int | None = None
    seconds: float = 0.0

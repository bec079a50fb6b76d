"""The ways to the bot: HTTP, a WSGI app called in process with the same signed bytes, and Socket Mode's sockets.

Each takes one request and says how it was answered. What the request is about is the courier's affair.
"""

from __future__ import annotations

import hashlib
import hmac
import io
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Protocol
from urllib.parse import urlsplit

import httpx

from sandbox.nouns import Answer

WsgiApp = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


@dataclass(frozen=True)
class Parcel:
    """One request: the body as signed, and the same as JSON for a socket. ``kind`` is Socket Mode's envelope type."""

    kind: str  # events_api, slash_commands or interactive
    body: bytes
    content_type: str
    payload: dict[str, Any]
    attempt: int = 0
    reason: str = ""


class Wire(Protocol):
    def send(self, parcel: Parcel, headers: Mapping[str, str], seconds: float) -> Answer: ...

    def health(self) -> bytes: ...


class Wires(Wire, Protocol):
    """Several at once, perhaps none."""

    def __len__(self) -> int: ...


def signed(secret: str, parcel: Parcel) -> dict[str, str]:
    """Slack's headers: the v0 signature over REAL time, and which try this is."""
    stamp = str(int(time.time()))
    digest = hmac.new(secret.encode(), b"v0:" + stamp.encode() + b":" + parcel.body, hashlib.sha256).hexdigest()
    headers = {
        "content-type": parcel.content_type,
        "user-agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
        "x-slack-request-timestamp": stamp,
        "x-slack-signature": f"v0={digest}",
    }
    if parcel.attempt:
        headers |= {"x-slack-retry-num": str(parcel.attempt), "x-slack-retry-reason": parcel.reason}
    return headers


class HttpWire:
    def __init__(self, url: str, health_url: str | None = None) -> None:
        self.url = url
        parts = urlsplit(url)
        self.health_url = health_url or f"{parts.scheme}://{parts.netloc}/healthz"
        limits = httpx.Limits(max_connections=200, max_keepalive_connections=100)
        self._client = httpx.Client(trust_env=False, limits=limits)

    def send(self, parcel: Parcel, headers: Mapping[str, str], seconds: float) -> Answer:
        try:
            got = self._client.post(self.url, content=parcel.body, headers=dict(headers), timeout=seconds)
        except httpx.TimeoutException:
            return Answer(None, error="http_timeout")
        except httpx.HTTPError:
            return Answer(None, error="connection_failed")
        return _judged(got.status_code, got.content, dict(got.headers))

    def health(self) -> bytes:
        return self._client.get(self.health_url, timeout=5).content


class WsgiWire:
    """Runs the app in the caller's thread: tests stay in step, and what it raises is seen by the test."""

    def __init__(self, app: WsgiApp, path: str = "/slack/events") -> None:
        self._app, self._path = app, path

    def send(self, parcel: Parcel, headers: Mapping[str, str], seconds: float) -> Answer:
        begun = time.monotonic()
        answer = self._call("POST", self._path, parcel.body, headers)
        late = time.monotonic() - begun > seconds
        return replace(answer, status=None, error="http_timeout") if late else answer

    def health(self) -> bytes:
        return self._call("GET", "/healthz", b"", {}).body

    def _call(self, verb: str, path: str, body: bytes, headers: Mapping[str, str]) -> Answer:
        given: dict[str, Any] = {}

        def start_response(status: str, sent: list[tuple[str, str]], exc_info: Any = None) -> Callable[[bytes], None]:
            given.update(status=int(status.split()[0]), headers={name.lower(): value for name, value in sent})
            return lambda data: None

        answered = self._app(_environ(verb, path, body, headers), start_response)
        try:
            content = b"".join(answered)
        finally:
            getattr(answered, "close", lambda: None)()
        return _judged(given["status"], content, given["headers"])


def _environ(verb: str, path: str, body: bytes, headers: Mapping[str, str]) -> dict[str, Any]:
    return {
        "REQUEST_METHOD": verb,
        "SCRIPT_NAME": "",
        "PATH_INFO": path,
        "QUERY_STRING": "",
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "CONTENT_TYPE": headers.get("content-type", ""),
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(body),
        "wsgi.errors": io.StringIO(),
        "wsgi.multithread": True,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
        **{
            f"HTTP_{name.upper().replace('-', '_')}": value for name, value in headers.items() if name != "content-type"
        },
    }


def _judged(status: int, body: bytes, headers: Mapping[str, str]) -> Answer:
    return Answer(status, body, headers, error=None if 200 <= status < 300 else "http_error")

"""A recording Slack with faults: the oracle of the outbox. It knows what was really said, how often and when.

It speaks just the methods the postman uses, over real HTTP on loopback. A fault is chosen for each call by `faults`,
a function from (method, arguments) to one of FAULTS or None.
"""

from __future__ import annotations

import contextlib
import json
import socket
import struct
import threading
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

BEFORE = ("429", "500 before", "503 before", "time-out before", "reset before")  # Slack does not have it
AFTER = ("500 after", "time-out after", "reset after", "truncated after", "html after", "late")  # Slack has it
FAULTS = (*BEFORE, *AFTER)


@dataclass(frozen=True)
class Call:
    """One request, as it came in; `began` and `ended` in monotonic seconds."""

    method: str
    arguments: Mapping[str, Any]
    token: str
    began: float
    connection: int


@dataclass
class RecordingSlack:
    """Serve with `with RecordingSlack() as slack:`; the bot's base URL is `slack.url`."""

    faults: Callable[[str, Mapping[str, Any]], str | None] = lambda method, arguments: None
    refuse: dict[str, str] = field(default_factory=dict)  # channel or user -> Slack's error code
    hang_seconds: float = 0.6  # longer than the postman under test waits
    late_seconds: float = 0.3
    retry_after: int = 1
    pace_seconds: float = 0.0  # refuse a post that comes sooner after the last one of its channel
    refused_for_pace: int = 0
    calls: list[Call] = field(default_factory=list)
    messages: list[dict[str, Any]] = field(default_factory=list)
    edits: list[dict[str, Any]] = field(default_factory=list)
    views: list[dict[str, Any]] = field(default_factory=list)

    def __enter__(self) -> RecordingSlack:
        self._lock = threading.Lock()
        self._last_post: dict[str, float] = {}
        self._server = _Server(("127.0.0.1", 0), _handler(self))
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}/api/"

    def posts(self, method: str = "chat.postMessage") -> list[Call]:
        return [call for call in self.calls if call.method == method]

    def times_said(self) -> Counter[str]:
        """How often each letter stands in a channel, by our id."""
        return Counter(message["metadata"]["event_payload"]["id"] for message in self.messages)

    def said(self, channel: str) -> list[str]:
        """The texts of one channel, in the order they were posted."""
        return [message["text"] for message in self.messages if message["channel"] == channel]

    def do(self, method: str, arguments: Mapping[str, Any]) -> dict[str, Any]:
        """What the method does, and Slack's answer."""
        act = getattr(self, method.replace(".", "_"), None)
        if act is None:
            return {"ok": False, "error": "unknown_method"}
        target = str(arguments.get("channel") or arguments.get("user_id") or "")
        if target in self.refuse:
            return {"ok": False, "error": self.refuse[target]}
        with self._lock:
            answer: dict[str, Any] = act(arguments)
        return answer

    def chat_postMessage(self, arguments: Mapping[str, Any]) -> dict[str, Any]:
        if any(block.get("type") == "data_visualization" for block in arguments.get("blocks") or ()):
            return {"ok": False, "error": "invalid_blocks"}
        at = time.monotonic()
        if at < self._last_post.get(arguments["channel"], 0.0) + self.pace_seconds:
            self.refused_for_pace += 1
            return {"ok": False, "error": "ratelimited"}
        self._last_post[arguments["channel"]] = at
        ts = f"{1_700_000_000 + len(self.messages)}.000100"
        message = {**arguments, "channel": _direct(arguments["channel"]), "ts": ts, "at": at}
        self.messages.append(message)
        return {"ok": True, "channel": message["channel"], "ts": ts}

    def chat_postEphemeral(self, arguments: Mapping[str, Any]) -> dict[str, Any]:
        return {"ok": True, "message_ts": "1700000000.000200"}

    def chat_update(self, arguments: Mapping[str, Any]) -> dict[str, Any]:
        self.edits.append(dict(arguments))
        return {"ok": True, "channel": arguments["channel"], "ts": arguments["ts"]}

    def views_publish(self, arguments: Mapping[str, Any]) -> dict[str, Any]:
        self.views.append(dict(arguments))
        return {"ok": True, "view": {"id": "V1", "hash": "1.a"}}

    def conversations_open(self, arguments: Mapping[str, Any]) -> dict[str, Any]:
        return {"ok": True, "channel": {"id": _direct(arguments["users"])}}

    def conversations_info(self, arguments: Mapping[str, Any]) -> dict[str, Any]:
        return {"ok": True, "channel": {"id": arguments["channel"], "is_ext_shared": False}}

    def conversations_history(self, arguments: Mapping[str, Any]) -> dict[str, Any]:
        return self._listed(arguments, lambda message: not message.get("thread_ts"))

    def conversations_replies(self, arguments: Mapping[str, Any]) -> dict[str, Any]:
        return self._listed(arguments, lambda message: message.get("thread_ts") == arguments["ts"])

    def _listed(self, arguments: Mapping[str, Any], fits: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        channel = arguments["channel"]
        found = [message for message in reversed(self.messages) if message["channel"] == channel and fits(message)]
        start = int(arguments.get("cursor") or 0)
        end = start + int(arguments["limit"])
        hidden = set() if arguments.get("include_all_metadata") in ("1", "true", True) else {"metadata"}
        page = [{k: v for k, v in message.items() if k not in hidden} for message in found[start:end]]
        return {
            "ok": True,
            "messages": page,
            "response_metadata": {"next_cursor": str(end) if end < len(found) else ""},
        }


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that was killed in the middle of a sentence is what this is for."""


def _direct(target: str) -> str:
    return f"D{target[1:]}" if target.startswith(("U", "W")) else target


def _handler(slack: RecordingSlack) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_POST(self) -> None:
            method, arguments = self._asked()
            token = self.headers.get("Authorization", "").removeprefix("Bearer ")
            slack.calls.append(Call(method, arguments, token, time.monotonic(), id(self.connection)))
            fault = slack.faults(method, arguments)
            if fault is None:
                self._say(200, json.dumps(slack.do(method, arguments)))
            else:
                self._misbehave(fault, method, arguments)

        def _asked(self) -> tuple[str, dict[str, Any]]:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
            is_json = "json" in self.headers.get("Content-Type", "")
            arguments = json.loads(body) if is_json else dict(parse_qsl(body))
            return urlsplit(self.path).path.removeprefix("/api/"), arguments

        def _misbehave(self, fault: str, method: str, arguments: Mapping[str, Any]) -> None:
            if fault == "late":
                threading.Timer(slack.late_seconds, slack.do, (method, arguments)).start()
                return self._hang_up()
            answer = json.dumps(slack.do(method, arguments)) if fault in AFTER else ""
            match fault.split()[0]:
                case "429":
                    self._say(429, '{"ok": false, "error": "ratelimited"}', {"Retry-After": str(slack.retry_after)})
                case "500" | "503" as status:
                    self._say(int(status), "<html>upstream</html>")
                case "time-out":
                    time.sleep(slack.hang_seconds)
                    self._hang_up()
                case "reset":
                    self._hang_up()
                case "truncated":
                    self._say(200, answer[:10], {"Content-Length": str(len(answer))})
                    self._hang_up()
                case "html":
                    self._say(200, "<html>a captive portal</html>")
            return None

        def _hang_up(self) -> None:
            """A reset, not a polite end."""
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.close_connection = True
            self.connection.close()

        def _say(self, status: int, body: str, headers: Mapping[str, str] | None = None) -> None:
            lines = {"Content-Type": "application/json", "Content-Length": str(len(body.encode())), **(headers or {})}
            head = f"HTTP/1.1 {status} -\r\n" + "".join(f"{name}: {value}\r\n" for name, value in lines.items())
            self.wfile.write(f"{head}\r\n{body}".encode())

        def finish(self) -> None:
            with contextlib.suppress(OSError):
                super().finish()

        def log_message(self, *_: object) -> None:
            pass

    return Handler

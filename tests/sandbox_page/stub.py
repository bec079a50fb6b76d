"""A scripted sandbox server: serves the page and set answers, and remembers what the page sent."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from queue import Empty, Queue
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import sandbox
from tests.sandbox_page import samples
from tests.sandbox_page.samples import NOW, Json

PAGE = Path(sandbox.__file__).parent / "page"
TYPES = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}


def person(user: str, name: str, real_name: str, title: str, locale: str, tz: str, color: str) -> Json:
    return {
        "id": user,
        "name": name,
        "real_name": real_name,
        "title": title,
        "locale": locale,
        "tz": tz,
        "avatar_color": color,
    }


def state() -> Json:
    people = [
        person("U_TOM", "tom", "Tom Baker", "Rep", "en-GB", "Europe/London", "#3c6e9f"),
        person("U_LI", "lina", "李娜", "销售代表", "zh-CN", "Asia/Shanghai", "#b3446c"),
        person("U_AMY", "amy", "Amy Stone", "Assistant", "en-US", "America/New_York", "#6c8a2e"),
        person("U_MEI", "mei", "陈美", "经理", "zh-CN", "Asia/Shanghai", "#7a5ca8"),
    ]
    ids = [one["id"] for one in people]
    dms = [{"id": f"D_{one}", "name": "directmessage", "is_im": True, "members": [one, "U_BOT"]} for one in ids]
    return {
        "team": {"id": "T1", "name": "Northwind Sales"},
        "users": [*people, {"id": "U_BOT", "name": "dibs", "real_name": "Dibs", "is_bot": True}],
        "channels": [
            {"id": "C_SALES", "name": "sales", "is_im": False, "members": ids, "external": False},
            {"id": "C_SHARED", "name": "acme-shared", "is_im": False, "members": ids[:2], "external": True},
            *dms,
        ],
        "commands": [
            {
                "command": "/log",
                "usage_hint": "what happened, in your own words",
                "description": "Log a call, visit or mail",
            },
            {"command": "/who", "usage_hint": "customer", "description": "Whose is it, and until when?"},
            {
                "command": "/dibs",
                "usage_hint": "[mine | 我的 | pool | claim <customer> | help]",
                "description": "Your customers, the pool, the clock",
            },
        ],
        "shortcuts": [
            {"type": "message", "callback_id": "log_message", "name": "Log to Dibs"},
            {"type": "global", "callback_id": "log_call", "name": "Log a call"},
        ],
        "steps": [
            {
                "callback_id": "add_lead",
                "title": "Add a lead",
                "inputs": [{"name": "company", "title": "Company", "required": False}],
            }
        ],
        "clock": {"now": NOW, "real": NOW, "offset_seconds": 0},
        "bot": {"id": "B_BOT", "user_id": "U_BOT", "name": "Dibs"},
        "faults": [],
    }


def said(minute: int, text: str, user: str = "U_BOT", **more: Any) -> Json:
    bot = "B_BOT" if user == "U_BOT" else None
    return {"ts": f"{NOW - 86400 + minute * 60}.000100", "user": user, "bot": bot, "text": text, **more}


def messages() -> list[Json]:
    return [
        said(
            1,
            "called Acme, spoke with Jane Wu, they want 50 seats, follow up next Tuesday 3pm",
            "U_TOM",
            edited={"user": "U_TOM", "ts": "1"},
        ),
        said(
            2,
            "Logged: call, Jane Wu (Acme).",
            blocks=samples.RECEIPT,
            reply_count=1,
            reactions=[{"name": "x", "users": ["U_LI"], "count": 1}],
        ),
        said(3, "and she likes blue", "U_TOM", thread_ts=said(2, "")["ts"]),
        said(4, samples.MARKS),
        said(5, "Everything one can press", blocks=samples.ELEMENTS),
        said(6, "Charts", blocks=samples.CHARTS),
        said(7, "More charts", blocks=samples.MORE_CHARTS),
        said(8, "Days left", blocks=samples.TABLE),
        said(1441, "I could not find Acmee. Did you mean Acme?", ephemeral=True),
        said(
            1442,
            "here is the list",
            "U_TOM",
            files=[{"id": "F1", "name": "leads.csv", "size": 2048, "url_private": "/files/F1"}],
        ),
    ]


class Stub:
    """``answers`` overrides what a path answers; ``sent`` holds (path, body) of every POST in order."""

    def __init__(self) -> None:
        self.state, self.messages, self.view, self.home = state(), messages(), None, samples.HOME
        self.answers: dict[str, Any] = {}
        self.sent: list[tuple[str, Any]] = []
        self.streams: list[Queue[Json]] = []
        self.url = ""

    def tell(self, **event: Any) -> None:
        for stream in list(self.streams):
            stream.put(event)

    def read(self, path: str, asked: dict[str, str]) -> Any:
        if path == "messages":
            return [one for one in self.messages if one.get("place", "dm") == asked["channel"]]
        return {"state": self.state, "home": self.home, "view": self.view}[path]

    def take(self, path: str, body: Any) -> Any:
        self.sent.append((path, body))
        answer = self.answers.get(path, {"ok": True})
        return answer(body) if callable(answer) else answer

    def last(self, path: str) -> Any:
        return next(body for sent, body in reversed(self.sent) if sent == path)


def _handler(stub: Stub) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_: Any) -> None: ...

        def do_GET(self) -> None:
            url = urlsplit(self.path)
            if url.path == "/sandbox/stream":
                self._stream()
            elif url.path.startswith("/sandbox/"):
                self._json(stub.read(url.path.removeprefix("/sandbox/"), dict(parse_qsl(url.query))))
            else:
                self._file(PAGE / (url.path.removeprefix("/page/") if url.path != "/" else "index.html"))

        def do_POST(self) -> None:
            raw = self.rfile.read(int(self.headers["content-length"]))
            body = json.loads(raw) if "json" in self.headers["content-type"] else raw
            self._json(stub.take(self.path.removeprefix("/sandbox/"), body))

        def _json(self, value: Any) -> None:
            self._send(json.dumps(value).encode(), "application/json")

        def _file(self, path: Path) -> None:
            found = path.is_file()
            self._send(path.read_bytes() if found else b"", TYPES.get(path.suffix, "text/plain"), 200 if found else 404)

        def _send(self, body: bytes, kind: str, status: int = 200) -> None:
            self.send_response(status)
            self.send_header("content-type", f"{kind}; charset=utf-8")
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def _stream(self) -> None:
            self.send_response(200)
            self.send_header("content-type", "text/event-stream")
            self.end_headers()
            queue: Queue[Json] = Queue()
            stub.streams.append(queue)
            try:
                while not self.server._BaseServer__shutdown_request:  # type: ignore[attr-defined]
                    self._write_next(queue)
            except OSError:
                pass
            finally:
                stub.streams.remove(queue)
                self.close_connection = True

        def _write_next(self, queue: Queue[Json]) -> None:
            try:
                self.wfile.write(f"data: {json.dumps(queue.get(timeout=0.5))}\n\n".encode())
            except Empty:
                self.wfile.write(b": still here\n\n")
            self.wfile.flush()

    return Handler


@contextmanager
def serving(port: int = 0) -> Iterator[Stub]:
    stub = Stub()
    server = ThreadingHTTPServer(("127.0.0.1", port), _handler(stub))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    stub.url = f"http://127.0.0.1:{server.server_port}"
    try:
        yield stub
    finally:
        server.shutdown()
        server.server_close()

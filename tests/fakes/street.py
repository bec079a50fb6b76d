"""Several workspaces at one address, as Slack itself is: each call goes to the sandbox whose token, or code, it brings."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import httpx

from sandbox.slack import Slack

PASSED_ON = ("authorization", "content-type")


@contextmanager
def street(slacks: Mapping[str, Slack]) -> Iterator[str]:
    """Serves the sandboxes, by the address of each, at one; yields the base of its Web API."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(slacks))
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/api/"
    finally:
        server.shutdown()
        server.server_close()


def _handler(slacks: Mapping[str, Slack]) -> type[BaseHTTPRequestHandler]:
    client = httpx.Client(timeout=30)

    class Door(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("content-length") or 0))
            told = {name: self.headers[name] for name in PASSED_ON if name in self.headers}
            method = self.path.rpartition("/")[2]
            answer = client.post(f"{_address(slacks, told, body)}{method}", content=body, headers=told)
            self.send_response(answer.status_code)
            for name in ("content-type", "x-oauth-scopes", "retry-after"):
                if name in answer.headers:
                    self.send_header(name, answer.headers[name])
            self.send_header("content-length", str(len(answer.content)))
            self.end_headers()
            self.wfile.write(answer.content)

        def log_message(self, format: str, *args: object) -> None:
            """Nobody reads it."""

    return Door


def _address(slacks: Mapping[str, Slack], headers: Mapping[str, str], body: bytes) -> str:
    """Of the sandbox that is meant; of the first one where nobody can tell, which refuses it as Slack would."""
    token = headers.get("authorization", "").removeprefix("Bearer ")
    code = parse_qs(body.decode("utf-8", "replace")).get("code", [""])[0]
    known = (address for address, slack in slacks.items() if token == slack.bot_token or code in slack.ws.consents)
    return next(known, next(iter(slacks)))

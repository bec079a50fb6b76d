"""HTTP round the workspace: Slack's Web API, its files and response_urls, Socket Mode, and the page's own routes.

Listens on 127.0.0.1 only. A misbehaviour that was asked for (faults.py) happens here, on the wire.
"""

from __future__ import annotations

import json
import socket
import threading
import time
from types import TracebackType
from typing import Any
from urllib.parse import parse_qsl

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocket

from sandbox import page_api
from sandbox.errors import SlackError
from sandbox.faulty import answered, note
from sandbox.nouns import Json
from sandbox.responses import respond
from sandbox.slack import Slack


class Server:
    """A running Slack: ``api_url`` is the base of its Web API, ``url`` its page."""

    def __init__(self, slack: Slack, port: int) -> None:
        self._listening = _listening(port)
        self.port = int(self._listening.getsockname()[1])
        self.url = f"http://127.0.0.1:{self.port}"
        self.api_url = f"{self.url}/api/"
        slack.ws.base_url = self.url
        self._slack = slack
        # frequent pings: slack_sdk's client closes a socket only when it next hears something
        settings = uvicorn.Config(
            app(slack),
            log_level="critical",
            log_config=None,
            lifespan="off",
            timeout_graceful_shutdown=1,
            ws_max_size=2**22,
            ws_ping_interval=0.5,
            ws_ping_timeout=30,
        )
        self._uvicorn = uvicorn.Server(settings)
        self._thread = threading.Thread(target=self._run, name="sandbox-http", daemon=True)

    def start(self) -> Server:
        self._thread.start()
        while not self._uvicorn.started:
            time.sleep(0.005)
        return self

    def stop(self, *, wait: bool = True) -> None:
        """Take no more calls. The port is free a tenth of a second later: by default that is waited for."""
        self._uvicorn.should_exit = True
        self._slack.ws.announce("bye")
        if wait:
            self._thread.join(5)

    def __enter__(self) -> Server:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def _run(self) -> None:
        self._uvicorn.run(sockets=[self._listening])


def serve(slack: Slack, *, port: int = 0) -> Server:
    """Listens on 127.0.0.1 in a thread of its own; use as a context manager or ``stop()`` it."""
    return Server(slack, port).start()


def _listening(port: int) -> socket.socket:
    """The protocol is named because asyncio turns off Nagle's delay only then: 40 ms a call otherwise."""
    held = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    held.bind(("127.0.0.1", port))
    held.listen(512)
    return held


def app(slack: Slack) -> ASGIApp:
    """The ASGI application, with a way to hang up in mid-call for those routes that must."""

    async def web_api(request: Request) -> Response:
        args = await _args(request)
        return await answered(
            slack, str(request.path_params["method"]), args, _token(request, args), request.scope["hang_up"]
        )

    async def response_url(request: Request) -> Response:
        body = _json_object(await request.body())
        try:
            respond(slack.ws, request.path_params["key"], body)
        except SlackError as refusal:
            note(slack, "response_url", body, refusal.body())
            return JSONResponse(refusal.body(), 404 if refusal.code.endswith("_url") else 400)
        note(slack, "response_url", body, {"ok": True})
        return PlainTextResponse("ok")

    async def upload(request: Request) -> Response:
        pending = slack.ws.pending_uploads.get(request.path_params["file"])
        if pending is None:
            return PlainTextResponse("no such upload", 404)
        pending["content"] = await _uploaded(request)
        return PlainTextResponse(f"OK - {len(pending['content'])}")

    async def download(request: Request) -> Response:
        held = slack.ws.files.get(str(request.path_params["key"]).partition("-")[2])
        if held is None:
            return PlainTextResponse("not found", 404)
        if _token(request, {}) != slack.bot_token and request.query_params.get("as") not in slack.ws.people:
            return Response(b"<!DOCTYPE html><title>Sign in</title>", 200, media_type="text/html")  # as Slack does
        return Response(held.content, media_type=held.mimetype)

    async def link(web: WebSocket) -> None:
        await slack.sockets.serve(web)

    routes = [
        Route("/api/{method:path}", web_api, methods=["GET", "POST"]),
        Route("/response/{team}/{key}", response_url, methods=["POST"]),
        Route("/upload/v1/{file}", upload, methods=["POST", "PUT"]),
        Route("/files-pri/{key}/{rest:path}", download),
        WebSocketRoute("/link/", link),
        *page_api.routes(slack),
    ]
    return _with_hang_up(Starlette(routes=routes))


def _with_hang_up(inner: ASGIApp) -> ASGIApp:
    async def outer(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            cycle: Any = getattr(send, "__self__", None)
            scope["hang_up"] = lambda: cycle.transport.abort()
        await inner(scope, receive, send)

    return outer


async def _args(request: Request) -> Json:
    """Whatever way the arguments came: query, form, multipart or JSON."""
    args: Json = dict(request.query_params)
    kind = request.headers.get("content-type", "")
    if kind.startswith("multipart/"):
        args |= dict(await request.form())
    elif body := await request.body():
        if kind.startswith("application/json"):
            args |= _json_object(body)
        else:
            args |= dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))
    return args


def _json_object(body: bytes) -> Json:
    try:
        read = json.loads(body)
    except ValueError:
        return {}
    return read if isinstance(read, dict) else {}


def _token(request: Request, args: Json) -> str | None:
    header = request.headers.get("authorization", "")
    given = args.pop("token", None)
    return header[7:].strip() if header.lower().startswith("bearer ") else given


async def _uploaded(request: Request) -> bytes:
    if not request.headers.get("content-type", "").startswith("multipart/"):
        return await request.body()
    form = await request.form()
    files = [each for each in form.values() if not isinstance(each, str)]
    return await files[0].read() if files else b""

"""The page's own routes under /sandbox: what one person sees, and what they do. Loopback only, no secrets."""

from __future__ import annotations

import asyncio
import base64
import json
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from sandbox import page_views as show
from sandbox.errors import NothingPlanned, SlackError
from sandbox.nouns import Json, Upload, View
from sandbox.page_acts import ACTS
from sandbox.slack import Slack

PAGE = Path(__file__).parent / "page"
Look = Callable[["Slack", str, Request], Any]


def routes(slack: Slack) -> list[Route]:
    looks: dict[str, Look] = {
        "state": lambda slack, user, request: show.state(slack),
        "messages": lambda slack, user, request: show.messages(slack, user, request.query_params.get("channel", "dm")),
        "home": lambda slack, user, request: _shown(slack, slack.home(user)),
        "view": lambda slack, user, request: _shown(slack, slack.open_view(user)),
        "calls": lambda slack, user, request: show.calls(slack),
        "deliveries": lambda slack, user, request: show.deliveries(slack),
    }

    async def stream(request: Request) -> Response:
        changes = _changes(slack)
        return StreamingResponse(changes, media_type="text/event-stream", headers={"Cache-Control": "no-store"})

    return [
        Route("/", _page_file),
        Route("/page/{name:path}", _page_file),
        Route("/sandbox/stream", stream),
        *(Route(f"/sandbox/{name}", _look(slack, look)) for name, look in looks.items()),
        *(Route(f"/sandbox/{name}", _act(slack, act), methods=["POST"]) for name, act in ACTS.items()),
    ]


def _look(slack: Slack, look: Look) -> Callable[[Request], Any]:
    async def endpoint(request: Request) -> Response:
        try:
            return JSONResponse(look(slack, request.query_params.get("as", ""), request))
        except SlackError as refusal:
            return JSONResponse({**refusal.body(), "detail": "; ".join(refusal.messages)}, 400)

    return endpoint


def _act(slack: Slack, act: Callable[[Slack, str, Json], Json]) -> Callable[[Request], Any]:
    async def endpoint(request: Request) -> Response:
        try:
            given = await _given(request)
            return JSONResponse({"ok": True, **await run_in_threadpool(act, slack, str(given.get("as", "")), given)})
        except SlackError as refusal:
            return JSONResponse({**refusal.body(), "detail": "; ".join(refusal.messages)}, 400)
        except NothingPlanned:
            return JSONResponse({"ok": False, "error": "nothing_planned", "detail": ""}, 400)
        except (LookupError, ValueError, TypeError) as wrong:
            detail = str(wrong.args[0]) if wrong.args else type(wrong).__name__
            return JSONResponse({"ok": False, "error": "invalid_request", "detail": detail}, 400)

    return endpoint


async def _given(request: Request) -> Json:
    """JSON, or a multipart form for files, which become uploads."""
    if not request.headers.get("content-type", "").startswith("multipart/"):
        given = json.loads(await request.body() or b"{}")
        if not isinstance(given, dict):
            raise ValueError("a JSON object is needed")
        return {**given, "files": [_upload(each) for each in given.get("files") or []]}
    form = await request.form()
    words = {name: value for name, value in form.items() if isinstance(value, str)}
    files = [each for each in form.getlist("file") + form.getlist("files") if not isinstance(each, str)]
    kept = [Upload(each.filename or "file", await each.read(), each.content_type or "") for each in files]
    return {**words, "files": kept}


def _upload(given: Json) -> Upload:
    content = (
        base64.b64decode(given["content_base64"]) if "content_base64" in given else given.get("content", "").encode()
    )
    return Upload(
        given.get("name") or "file",
        content,
        given.get("mimetype") or "",
        given.get("transcript"),
        int(given.get("polls", 1)),
    )


def _shown(slack: Slack, view: View | None) -> Json | None:
    return show.view(slack, view) if view else None


async def _page_file(request: Request) -> Response:
    held = (PAGE / request.path_params.get("name", "index.html")).resolve()
    if not held.is_relative_to(PAGE.resolve()) or not held.is_file():
        return PlainTextResponse("not found", 404)
    return FileResponse(held, headers={"Cache-Control": "no-store"})


async def _changes(slack: Slack) -> AsyncIterator[str]:
    queue: asyncio.Queue[Json] = asyncio.Queue()
    loop = asyncio.get_running_loop()

    def notice(change: Json) -> None:
        loop.call_soon_threadsafe(queue.put_nowait, change)

    with slack.ws.watched(notice):
        yield ": hello\n\n"
        while True:
            try:
                change = await asyncio.wait_for(queue.get(), 15)
            except TimeoutError:
                yield ": still here\n\n"
                continue
            if change["type"] == "bye":
                return
            yield f"data: {json.dumps(change)}\n\n"

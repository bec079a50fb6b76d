"""One Web API call from the wire to the record, with whatever misbehaviour is due on the way."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import Callable

from starlette.responses import HTMLResponse, JSONResponse, Response

from sandbox.api.registry import parsed
from sandbox.errors import SlackError
from sandbox.faults import AFTER, Fault
from sandbox.nouns import Call, Json
from sandbox.slack import Slack

PAGE = "<!DOCTYPE html><html><head><title>Server Error</title></head><body>Slack is having trouble.</body></html>"
_LIMITED: Json = {"ok": False, "error": "ratelimited"}


class _NoAnswer(Response):
    """Sends nothing: the line has been cut."""

    async def __call__(self, *asgi: object) -> None:
        return None


async def answered(slack: Slack, method: str, args: Json, token: str | None, hang_up: Callable[[], None]) -> Response:
    fault = slack.faults.take(method, args)
    if fault and fault.kind == "late":
        asyncio.get_running_loop().call_later(fault.seconds, lambda: _done(slack, method, args, token, fault))
        hang_up()
        return _NoAnswer()
    if fault and fault.kind not in AFTER:
        return await _refused(slack, method, args, fault, hang_up)
    if slack.busy(method, args):
        note(slack, method, args, _LIMITED, status=429, recorded=False)
        return JSONResponse(_LIMITED, 429, {"Retry-After": "1"})
    answer = _done(slack, method, args, token, fault)
    if fault:
        return await _broken(answer, fault, hang_up)
    granted = {"x-oauth-scopes": ",".join(sorted(slack.ws.scopes))} if slack.ws.scopes else None
    return JSONResponse(answer, headers=granted)


def _done(slack: Slack, method: str, args: Json, token: str | None, fault: Fault | None) -> Json:
    answer = slack.call(method, args, token)
    note(slack, method, args, answer, fault=fault)
    return answer


async def _refused(slack: Slack, method: str, args: Json, fault: Fault, hang_up: Callable[[], None]) -> Response:
    """Misbehaviour in which nothing was done."""
    status = {"429": 429, "500": 500, "503": 503}.get(fault.kind, 200)
    answer = _LIMITED if status == 429 else {"ok": False, "error": fault.code} if fault.kind == "error" else {}
    note(slack, method, args, answer, status=status, fault=fault, recorded=False)
    if fault.kind == "429":
        return JSONResponse(answer, 429, {"Retry-After": f"{fault.retry_after:g}"})
    if fault.kind in ("500", "503"):
        return HTMLResponse(PAGE, status)
    if fault.kind == "html":
        return HTMLResponse(PAGE)
    return JSONResponse(answer) if fault.kind == "error" else await _silent(fault, hang_up)


async def _broken(answer: Json, fault: Fault, hang_up: Callable[[], None]) -> Response:
    """Misbehaviour in which it was done, and the caller cannot know."""
    if fault.kind == "html_after":
        return HTMLResponse(PAGE)
    if fault.kind == "truncated":
        body = json.dumps(answer).encode()
        return Response(body[: len(body) // 2], media_type="application/json")
    return await _silent(fault, hang_up)


async def _silent(fault: Fault, hang_up: Callable[[], None]) -> Response:
    if fault.kind.startswith("timeout"):
        await asyncio.sleep(fault.seconds)
    hang_up()
    return _NoAnswer()


def note(
    slack: Slack,
    method: str,
    args: Json,
    answer: Json,
    *,
    status: int = 200,
    fault: Fault | None = None,
    recorded: bool = True,
) -> None:
    with contextlib.suppress(SlackError):
        args = parsed(args)
    done = recorded and bool(answer.get("ok"))
    kind = fault.kind if fault else None
    slack.calls.append(Call(method, args, slack.clock.real(), slack.clock.now(), status, answer, kind, recorded=done))

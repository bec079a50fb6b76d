"""Where the Web API's methods are kept by name, and what each needs to be given."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sandbox.errors import SlackError, missing
from sandbox.nouns import Json
from sandbox.scopes import require_scope
from sandbox.workspace import Workspace

Handler = Callable[[Workspace, Json], Json]
STRUCTURED = frozenset({"blocks", "attachments", "metadata", "view", "files", "message", "outputs", "users_list"})


@dataclass(frozen=True)
class Method:
    handler: Handler
    required: tuple[str, ...]
    token: str  # "bot", "app" or "" for none


METHODS: dict[str, Method] = {}


def method(name: str, *required: str, token: str = "bot") -> Callable[[Handler], Handler]:
    def keep(handler: Handler) -> Handler:
        METHODS[name] = Method(handler, required, token)
        return handler

    return keep


def parsed(args: Json) -> Json:
    """Structured arguments arrive as JSON, or as JSON in a string when the rest is a form."""
    return {name: _structured(name, value) for name, value in args.items()}


def _structured(name: str, value: Any) -> Any:
    if name not in STRUCTURED or not isinstance(value, str) or not value.strip():
        return value
    try:
        return json.loads(value)
    except ValueError:
        raise SlackError("invalid_blocks_format" if name == "blocks" else "invalid_json") from None


def run(ws: Workspace, name: str, args: Json, *, token_kind: str | None) -> Json:
    """The answer of one call, refusals included. ``token_kind`` is what the caller's token proved to be."""
    try:
        known = METHODS.get(name)
        if known is None:
            raise SlackError("unknown_method", req_method=name)
        _require_token(known, token_kind)
        require_scope(ws, name, args, ws.scopes)
        args = parsed(args)
        for field in known.required:
            if args.get(field) in (None, ""):
                raise missing(field)
        return {"ok": True, **known.handler(ws, args)}
    except SlackError as error:
        return error.body()
    except (AttributeError, TypeError, ValueError) as error:  # an argument of the wrong kind, found in use
        return SlackError("invalid_arguments", messages=[f"[ERROR] {error}"]).body()


def _require_token(known: Method, kind: str | None) -> None:
    if not known.token or kind == known.token:
        return
    if kind in ("bot", "app"):
        raise SlackError("not_allowed_token_type")
    raise SlackError(kind or "not_authed")


def truth(value: Any) -> bool:
    return value is True or str(value).lower() in ("1", "true")


def page(listed: list[Json], args: Json) -> tuple[list[Json], Json]:
    """One page and the metadata that leads to the next; the cursor is an offset in disguise."""
    start = int(str(args.get("cursor") or "0").removeprefix("next:") or 0)
    limit = min(int(args.get("limit") or 100), 1000)
    more = start + limit < len(listed)
    return listed[start : start + limit], {"next_cursor": f"next:{start + limit}" if more else ""}

"""views.*: modals and the home tab."""

from __future__ import annotations

import secrets
from typing import Any

from sandbox import shapes
from sandbox.api.registry import method
from sandbox.checks import blocks_report, require_view, view_report
from sandbox.errors import SlackError, missing
from sandbox.interactions import state_values, with_block_ids
from sandbox.nouns import Json, View
from sandbox.workspace import MODALS_MOST, Workspace


@method("views.open", "view")
def open_view(ws: Workspace, args: Json) -> Json:
    user = ws.tickets.spend_trigger(_trigger(args))
    require_view(args["view"], "modal")
    ws.close(user, everything=True)
    return {"view": shown(ws, open_modal(ws, user, args["view"]))}


@method("views.push", "view")
def push_view(ws: Workspace, args: Json) -> Json:
    user = ws.tickets.spend_trigger(_trigger(args))
    require_view(args["view"], "modal")
    return {"view": shown(ws, open_modal(ws, user, args["view"]))}


@method("views.update", "view")
def update_view(ws: Workspace, args: Json) -> Json:
    held = _named(ws, args)
    require_view(args["view"], held.type)
    _require_hash(held, args)
    return {"view": shown(ws, replace_view(ws, held, args["view"]))}


@method("views.publish", "user_id", "view")
def publish_view(ws: Workspace, args: Json) -> Json:
    person = ws.person(str(args["user_id"]))
    require_view(args["view"], "home")
    held = ws.homes.get(person.id)
    if held:
        _require_hash(held, args)
        return {"view": shown(ws, replace_view(ws, held, args["view"]))}
    if args.get("hash"):
        raise SlackError("hash_conflict")
    return {"view": shown(ws, _new(ws, person.id, args["view"]))}


@method("blocks.validate", token="")
def validate(ws: Workspace, args: Json) -> Json:
    given = [name for name in ("blocks", "message", "view") if args.get(name)]
    if len(given) != 1:
        raise SlackError("invalid_arguments", messages=["[ERROR] exactly one of blocks, message, view is required"])
    if given == ["view"]:
        report = view_report(args["view"])
    else:
        blocks = args["blocks"] if given == ["blocks"] else args["message"].get("blocks")
        report = blocks_report(blocks, "" if given == ["blocks"] else "/blocks")
    if report.problems:
        listed = [{"pointer": where, "code": "failed_constraint", "message": text} for where, text in report.problems]
        raise SlackError(f"invalid_{given[0]}", errors=listed)
    return {}


def open_modal(ws: Workspace, user: str, body: Json) -> View:
    """A new modal on top of what the person has open, three at most."""
    below = ws.top(user)
    if below and len(ws.stack(user)) >= MODALS_MOST:
        raise SlackError("push_limit_reached")
    view = _new(ws, user, body, root=below.root_id if below else None, previous=below.id if below else None)
    ws.stack(user).append(view.id)
    ws.announce("view", user=user)
    return view


def replace_view(ws: Workspace, held: View, body: Json) -> View:
    external = _require_external(ws, body, held)
    return ws.keep_view(View(held.id, held.user, _kept(ws, body), _hash(ws), held.root_id, held.previous_id, external))


def shown(ws: Workspace, view: View) -> Json:
    return shapes.view(ws, view, state_values(view.blocks, ws.typed.get((view.id, view.user), {})))


def _new(ws: Workspace, user: str, body: Json, *, root: str | None = None, previous: str | None = None) -> View:
    name = ws.new_id("V")
    external = _require_external(ws, body, None)
    return ws.keep_view(View(name, user, _kept(ws, body), _hash(ws), root or name, previous, external))


def _kept(ws: Workspace, body: Json) -> Json:
    return {**body, "blocks": with_block_ids(ws, body["blocks"])}


def _hash(ws: Workspace) -> str:
    return f"{ws.seconds()}.{secrets.token_hex(4)}"


def _trigger(args: Json) -> str:
    trigger = args.get("trigger_id") or args.get("interactivity_pointer")
    if not trigger:
        raise missing("trigger_id")
    return str(trigger)


def _named(ws: Workspace, args: Json) -> View:
    if args.get("view_id"):
        return ws.view(str(args["view_id"]))
    external = args.get("external_id")
    if not external:
        raise missing("view_id")
    found = next((view for view in ws.views.values() if view.external_id == external), None)
    if found is None:
        raise SlackError("not_found")
    return found


def _require_hash(held: View, args: Json) -> None:
    if args.get("hash") and args["hash"] != held.hash:
        raise SlackError("hash_conflict")


def _require_external(ws: Workspace, body: Json, held: View | None) -> str:
    external: Any = body.get("external_id") or ""
    others = [view for view in list(ws.views.values()) if held is None or view.id != held.id]
    if external and any(view.external_id == external for view in others):
        raise SlackError("duplicate_external_id")
    return str(external)

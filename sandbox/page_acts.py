"""What the page lets a person do: each act reads the request and moves the same hands as the Python API."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from sandbox import page_views as show
from sandbox.errors import SlackError
from sandbox.gestures import Spot
from sandbox.interactions import find
from sandbox.nouns import Answer, Json, SubmitResult
from sandbox.slack import Slack

STEP_SECONDS = 5.0


def say(slack: Slack, user: str, given: Json) -> Json:
    message = slack.say(
        user,
        str(given.get("text") or ""),
        channel=given.get("channel"),
        thread_ts=given.get("thread_ts"),
        files=given.get("files") or (),
    )
    return {"message": show.message(slack, message)}


def edit(slack: Slack, user: str, given: Json) -> Json:
    message = slack.edit(user, str(given["ts"]), str(given["text"]), channel=given.get("channel"))
    return {"message": show.message(slack, message)}


def delete(slack: Slack, user: str, given: Json) -> Json:
    slack.delete(user, str(given["ts"]), channel=given.get("channel"))
    return {}


def react(slack: Slack, user: str, given: Json) -> Json:
    """Adds the reaction, or takes it away with ``remove``."""
    hand = slack.unreact if given.get("remove") else slack.react
    hand(user, str(given["ts"]), str(given["name"]), channel=given.get("channel"))
    return {}


def action(slack: Slack, user: str, given: Json) -> Json:
    spot = _spot(slack, user, given["container"])
    slack.remember_state(user, spot, (given.get("state") or {}).get("values") or {})
    block, element = find(spot.blocks, str(given["action_id"]), block_id=given.get("block_id"))
    return _answer(slack.act(user, spot, block, element, _picked(given)))


def command(slack: Slack, user: str, given: Json) -> Json:
    line = str(given.get("line") or f"{given['command']} {given.get('text') or ''}")
    said = slack.command(user, line, channel=given.get("channel"))
    shown = {"text": said.text, "blocks": said.blocks, "response_type": said.response_type, "seconds": said.seconds}
    message = show.message(slack, said.message) if said.message else None
    return {**shown, "command_error": said.error, "status": said.status, "message": message}


def shortcut(slack: Slack, user: str, given: Json) -> Json:
    ts = given.get("ts")
    message = slack.ws.message(slack.ws.place(given.get("channel"), user).id, str(ts)) if ts else None
    return _answer(slack.shortcut(user, str(given["callback_id"]), message))


def view_submit(slack: Slack, user: str, given: Json) -> Json:
    values = (given.get("state") or {}).get("values") or given.get("values") or {}
    done: SubmitResult = slack.submit(given.get("view_id"), user, values)
    view = show.view(slack, done.view) if done.view else None
    return {"errors": done.errors, "view_error": done.error, "view": view, "status": done.status}


def view_close(slack: Slack, user: str, given: Json) -> Json:
    return _answer(slack.close_view(user, everything=bool(given.get("everything"))))


def options(slack: Slack, user: str, given: Json) -> Json:
    where = _spot(slack, user, given["container"]) if given.get("container") else None
    query = str(given.get("value") or "")
    spot = where.view or where.message if where else None
    return {"options": slack.suggest(user, str(given["action_id"]), query, where=spot)}


def open_home(slack: Slack, user: str, given: Json) -> Json:
    slack.open_home(user)
    return {}


def clock(slack: Slack, user: str, given: Json) -> Json:
    if given.get("to_next"):
        slack.to_next()
    elif given.get("reset"):
        slack.clock.reset()
        slack.ws.announce("clock")
    else:
        slack.advance(float(given["advance_seconds"]))
    return {"clock": show.clock(slack)}


def fault(slack: Slack, user: str, given: Json) -> Json:
    """{method, kind, times?, probability?, seed?, retry_after?, seconds?, code?}, {clear: true} or {pace: seconds}."""
    if given.get("clear"):
        slack.faults.clear()
    elif "pace" in given:
        slack.pace = float(given["pace"]) if given["pace"] else None
    else:
        _set_fault(slack, given)
    return {"faults": slack.faults.shown()}


def event(slack: Slack, user: str, given: Json) -> Json:
    """Things that happen to the workspace: {redeliver: id} {deactivate: user} {uninstall} {join|leave: channel}
    {change: {…profile}} {archive: channel} {event: {…any inner event}}."""
    happens: dict[str, Callable[[Any], Any]] = {
        "redeliver": slack.redeliver,
        "deactivate": slack.deactivate,
        "uninstall": lambda yes: slack.uninstall(),
        "join": lambda channel: slack.join(user, channel),
        "leave": lambda channel: slack.leave(user, channel),
        "change": lambda profile: slack.change_user(user, **profile),
        "archive": slack.archive,
        "event": slack.emit,
    }
    named = [name for name in happens if given.get(name)]
    if len(named) != 1:
        raise ValueError(f"name one of {', '.join(happens)}")
    happens[named[0]](given[named[0]])
    return {}


def step(slack: Slack, user: str, given: Json) -> Json:
    """A workflow runs the app's step: {callback_id, inputs}. How it ended is told once it has, or after two seconds."""
    run = slack.run_step(str(given["callback_id"]), dict(given.get("inputs") or {}))
    with suppress(TimeoutError):
        slack.wait_for(lambda: slack.ws.steps[run], seconds=STEP_SECONDS)
    return {"run": run, "ended": slack.ws.steps[run]}


def _set_fault(slack: Slack, given: Json) -> None:
    how = {name: given[name] for name in ("retry_after", "seconds", "code", "match") if name in given}
    method, kind = str(given.get("method") or "*"), str(given["kind"])
    if "probability" in given:
        slack.faults.sometimes(
            method, kind, probability=float(given["probability"]), seed=int(given.get("seed", 0)), **how
        )
    else:
        slack.faults.next(method, kind, times=int(given.get("times", 1)), **how)


def _spot(slack: Slack, user: str, container: Json) -> Spot:
    kind = container.get("type")
    if kind == "view":
        return slack.spot(user, str(container["view_id"]))
    if kind == "home":
        return slack.spot(user, "home")
    if kind in ("message", "answer"):
        return slack.spot(user, str(container.get("ts") or container.get("message_ts")), container.get("channel"))
    raise SlackError("invalid_container")


def _picked(given: Json) -> Any:
    """What was chosen, under whatever name the element gives it."""
    for name, value in given.items():
        if name.startswith("selected") and value is not None:
            return value
    return given.get("value")


def _answer(answer: Answer) -> Json:
    return {"status": answer.status, "ack_error": answer.error, "seconds": answer.seconds}


ACTS: dict[str, Callable[[Slack, str, Json], Json]] = {
    "say": say,
    "upload": say,
    "edit": edit,
    "delete": delete,
    "react": react,
    "action": action,
    "command": command,
    "shortcut": shortcut,
    "view_submit": view_submit,
    "view_close": view_close,
    "options": options,
    "open_home": open_home,
    "clock": clock,
    "fault": fault,
    "event": event,
    "step": step,
}

"""functions.*: how a step of a workflow tells that it is done."""

from __future__ import annotations

from sandbox.api.registry import method
from sandbox.errors import SlackError
from sandbox.nouns import Json
from sandbox.workspace import Workspace


@method("functions.completeSuccess", "function_execution_id", "outputs")
def complete_success(ws: Workspace, args: Json) -> Json:
    if not isinstance(args["outputs"], dict):
        raise SlackError("invalid_arguments")
    return _end(ws, args["function_execution_id"], {"outputs": args["outputs"]})


@method("functions.completeError", "function_execution_id", "error")
def complete_error(ws: Workspace, args: Json) -> Json:
    return _end(ws, args["function_execution_id"], {"error": str(args["error"])})


def _end(ws: Workspace, run: str, how: Json) -> Json:
    """Once: a run that has ended can't end another way."""
    with ws.lock:
        if run not in ws.steps:
            raise SlackError("function_execution_not_found")
        if ws.steps[run]:
            raise SlackError("access_denied")
        ws.steps[run] = how
    ws.announce("step")
    return {}

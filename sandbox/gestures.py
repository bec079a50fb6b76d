"""What a person does with Block Kit: press, choose, type, submit, close."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sandbox import payloads
from sandbox.api.views import open_modal, replace_view
from sandbox.checks import require_view
from sandbox.courier import Courier
from sandbox.errors import SlackError
from sandbox.interactions import STATEFUL, action, chosen, complaints, elements, find, state_values
from sandbox.nouns import Answer, CommandAnswer, Json, Message, SubmitResult, View
from sandbox.workspace import Workspace

Where = Message | View | CommandAnswer | str
TROUBLE = "We had some trouble connecting. Try again?"


@dataclass(frozen=True)
class Spot:
    """The message or view a finger is on, as the person sees it."""

    message: Message | None = None
    view: View | None = None

    @property
    def blocks(self) -> list[Json]:
        return self.view.blocks if self.view else self.message.blocks if self.message else []

    @property
    def key(self) -> str:
        return self.view.id if self.view else self.message.ts if self.message else ""


class Gestures:
    """Part of Slack: needs the workspace and the courier."""

    ws: Workspace
    courier: Courier
    _suggested: dict[tuple[str, str], list[Json]]

    def press(
        self,
        user: str,
        where: Where,
        action_id: str,
        value: Any = None,
        *,
        selected: Any = None,
        block_id: str | None = None,
        channel: str | None = None,
    ) -> Answer:
        """Presses a button or chooses in a menu or picker, on what the person sees: a message or a view (as remembered, even
        if it has changed or gone since), a command's answer, a message's ts, a view's id or "home".

        ``value`` picks among several with the same action_id; ``selected`` is what is chosen: an option's value or
        text, a date, a user id, a list of them.
        """
        spot = self.spot(user, where, channel)
        block, element = find(spot.blocks, action_id, value, block_id)
        picked = value if selected is None and element["type"] not in ("button",) else selected
        return self.act(user, spot, block, element, picked)

    def act(self, user: str, spot: Spot, block: Json, element: Json, picked: Any) -> Answer:
        """A press on an element already found."""
        held = None
        if element["type"] != "button":
            known = self._suggested.get((user, element["action_id"]))
            held = chosen(element, picked, known)
        if held and element["type"] in STATEFUL:
            self.ws.remember_typed(spot.key, user, block["block_id"], element["action_id"], held)
        if block["type"] == "input" and not block.get("dispatch_action"):
            return Answer(200)  # a field of a form: the bot hears of it when the form is submitted
        made = action(block, element, held, self.ws.clock.stamp())
        return self.courier.interaction(
            payloads.block_actions(self.ws, user, [made], message=spot.message, view=spot.view)
        )

    def submit(self, view: View | str | None, user: str, values: Mapping[str, Any] | None = None) -> SubmitResult:
        """Fills in and submits a modal (None: the one on top). ``values`` is {action_id: value} or
        {block_id: {action_id: value}} with plain Python values; what is not named keeps what stands there."""
        held = self._open(user, view)
        self._fill_all(user, held, values or {})
        typed = state_values(held.blocks, self.ws.typed.get((held.id, user), {}))
        wrong = complaints(held.blocks, typed, self.ws.person(user).locale)
        if wrong:
            return SubmitResult(wrong, self.ws.top(user))
        return self._submitted(user, held, self.courier.interaction(payloads.view_submission(self.ws, user, held)))

    def close_view(self, user: str, *, everything: bool = False) -> Answer:
        """The modal's own Cancel or cross; the bot hears of it where it asked to be told."""
        top = self._open(user, None)
        gone = self.ws.close(user, everything=everything or bool(top.body.get("clear_on_close")))
        answer = Answer(200)
        for view in gone:
            if view.body.get("notify_on_close"):
                cleared = everything or len(gone) > 1
                answer = self.courier.interaction(payloads.view_closed(self.ws, user, view, is_cleared=cleared))
        return answer

    def suggest(self, user: str, action_id: str, value: str, *, where: Where | None = None) -> list[Json]:
        """The options the bot offers for what was typed into an external select; groups are flattened."""
        spot = self.spot(user, where) if where is not None else self._with_action(user, action_id)
        block, element = find(spot.blocks, action_id)
        place = {"action_id": element["action_id"], "block_id": block["block_id"]}
        answer = self.courier.interaction(
            payloads.block_suggestion(self.ws, user, place, value, message=spot.message, view=spot.view)
        )
        read = json.loads(answer.body or b"{}") if answer.ok else {}
        groups = [each for group in read.get("option_groups") or [] for each in group["options"]]
        offered: list[Json] = [*(read.get("options") or []), *groups]
        if len(offered) > 100:
            raise SlackError("too_many_options")
        self._suggested[(user, action_id)] = offered
        return offered

    def remember_state(self, user: str, spot: Spot, state: Mapping[str, Mapping[str, Json]]) -> None:
        """Takes over what a page's fields hold, in the shape of ``state.values``."""
        for block_id, held in state.items():
            for action_id, value in held.items():
                self.ws.remember_typed(spot.key, user, block_id, action_id, value)

    def spot(self, user: str, where: Where, channel: str | None = None) -> Spot:
        """What the person is looking at, however it is named."""
        if isinstance(where, CommandAnswer):
            if where.message is None:
                raise LookupError(f"the command was not answered with a message: {where.error}")
            return Spot(message=where.message)
        if isinstance(where, Message):
            return Spot(message=where)
        if isinstance(where, View):
            return Spot(view=where)
        if where == "home":
            return Spot(view=self.ws.homes[user])
        if where in self.ws.views:
            return Spot(view=self.ws.views[where])
        return Spot(message=self.ws.message(self.ws.place(channel, user).id, where))

    def _with_action(self, user: str, action_id: str) -> Spot:
        top, home = self.ws.top(user), self.ws.homes.get(user)
        seen = [Spot(view=view) for view in (top, home) if view]
        seen += [Spot(message=each) for each in reversed(self.ws.readable(self.ws.dm(user).id, user))]
        for spot in seen:
            if any(element["action_id"] == action_id for _, element in elements(spot.blocks)):
                return spot
        raise LookupError(f"{user} sees no {action_id}")

    def _open(self, user: str, view: View | str | None) -> View:
        if view is None:
            top = self.ws.top(user)
            if top is None:
                raise LookupError(f"{user} has no modal open")
            return top
        name = view if isinstance(view, str) else view.id
        if name not in self.ws.views:
            raise SlackError("view_not_found")
        return self.ws.views[name]

    def _fill_all(self, user: str, view: View, values: Mapping[str, Any]) -> None:
        blocks = {block["block_id"] for block, _ in elements(view.blocks)}
        flat: list[tuple[str | None, str, Any]] = []
        for name, given in values.items():
            nested = name in blocks and isinstance(given, Mapping)
            flat += [(name, inner, each) for inner, each in given.items()] if nested else [(None, name, given)]
        for block_id, action_id, given in flat:
            block, element = find(view.blocks, action_id, block_id=block_id)
            held = chosen(element, given, self._suggested.get((user, action_id)))
            self.ws.remember_typed(view.id, user, block["block_id"], action_id, held)

    def _submitted(self, user: str, view: View, answer: Answer) -> SubmitResult:
        def result(errors: dict[str, str] | None = None, error: str | None = None) -> SubmitResult:
            return SubmitResult(errors or {}, self.ws.top(user), error, answer.status, answer.seconds)

        if not answer.ok:
            return result(error=TROUBLE)
        try:
            read = json.loads(answer.body) if answer.body.strip() else {}
            return result(self._obey(user, view, read))
        except SlackError as refusal:
            return result(error=f"{TROUBLE} ({refusal.code}: {'; '.join(refusal.messages)})")
        except ValueError:
            return result(error=f"{TROUBLE} (the answer is not JSON)")

    def _obey(self, user: str, view: View, read: Json) -> dict[str, str]:
        """Does what the bot's response_action says; the errors to show, if that is what it says."""
        what = read.get("response_action")
        if what == "errors":
            return _shown_errors(view, read.get("errors"))
        if what == "clear":
            self.ws.close(user, everything=True)
        elif what in ("update", "push"):
            require_view(read.get("view"), "modal")
            if what == "push":
                open_modal(self.ws, user, read["view"])
            else:
                replace_view(self.ws, view, read["view"])
        elif what is None:
            self.ws.close(user)
        else:
            raise SlackError("invalid_response_action", messages=[str(what)])
        return {}


def _shown_errors(view: View, errors: Any) -> dict[str, str]:
    """Slack shows errors only at input blocks, and nothing useful for any other."""
    inputs = {block["block_id"] for block in view.blocks if block["type"] == "input"}
    if not isinstance(errors, dict) or not errors or set(errors) - inputs:
        raise SlackError("invalid_errors", messages=[f"errors must name input blocks, not {errors!r}"])
    return {str(block): str(text) for block, text in errors.items()}

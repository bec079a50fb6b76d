"""What a rep does with fingers: presses what a button says, fills in the log form, reads fields and homes."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from sandbox.nouns import Message, SubmitResult, View
from tests.stories.company import Company

WEDNESDAY = datetime(
    2026, 3, 11, 1, tzinfo=UTC
)  # when every story begins: nine in Shanghai, nine the evening before in New York


def enter(firm: Company, user: str, name: str, **more: Any) -> Message:
    """Log a call with a new customer by the form, which leaves nothing to be read; the receipt."""
    return log(
        firm,
        user,
        **{"new_name": name, "kind": "call", "contact": "Ann Ray", "outcome": "wants a quote for 50 seats", **more},
    )


def log(firm: Company, user: str, **values: Any) -> Message:
    """Log by the form of /log; the receipt."""
    firm.command(user, "/log")
    result = firm.submit(user, values)
    assert not result.errors and not result.error, result
    return firm.last(user)


def tap(firm: Company, user: str, where: Any, label: str, **choice: Any) -> Any:
    """Press the button that says so (its beginning is enough)."""
    for element in elements(where.blocks):
        if element["type"] == "button" and element["text"]["text"].startswith(label):
            answer = firm.slack.press(user, where, element["action_id"], **choice)
            firm.settle()
            return answer
    raise LookupError(f"no {label} among {labels(where)}")


def labels(where: Any) -> list[str]:
    """What the buttons say, in order."""
    return [element["text"]["text"] for element in elements(where.blocks) if element["type"] == "button"]


def elements(blocks: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for block in blocks:
        for element in (*block.get("elements", ()), block.get("accessory"), block.get("element")):
            if element and "action_id" in element:
                yield element


def form(firm: Company, user: str) -> View:
    """The form the person has open."""
    view = firm.slack.open_view(user)
    assert view is not None, "no form is open"
    return view


def standing(view: View) -> dict[str, Any]:
    """What stands in each field of a form, by block id: text, option's text, date or time; None where empty."""
    return {block["block_id"]: _initial(block["element"]) for block in view.blocks if block["type"] == "input"}


def _initial(element: dict[str, Any]) -> Any:
    option = element.get("initial_option")
    if option:
        return option["text"]["text"]
    return next((element[name] for name in ("initial_value", "initial_date", "initial_time") if name in element), None)


def home(firm: Company, user: str) -> str:
    """All words of the person's App Home."""
    view = firm.slack.home(user)
    return words(view.blocks) if view else ""


def words(blocks: list[dict[str, Any]]) -> str:
    """All words in blocks, a line each."""
    return "\n".join(_texts(blocks))


def _texts(piece: Any) -> Iterator[str]:
    if isinstance(piece, list):
        for one in piece:
            yield from _texts(one)
    elif isinstance(piece, dict):
        for key, value in piece.items():
            if key == "text" and isinstance(value, str):
                yield value
            else:
                yield from _texts(value)


def again(firm: Company, user: str, message: Message) -> Message:
    """The same message as it stands now."""
    return next(one for one in firm.slack.dm(user) if one.ts == message.ts)


def logged(firm: Company, user: str) -> list[Message]:
    """The receipts a person has that still stand."""
    return [one for one in firm.heard(user) if one.text.startswith(("Logged", "已记录"))]


def saved(result: SubmitResult) -> bool:
    return not result.errors and result.error is None

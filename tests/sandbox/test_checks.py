"""Every limit of Block Kit, one step beyond it and just within."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox.checks import blocks_report, require_message, view_report
from sandbox.errors import SlackError
from tests.sandbox.kit import (
    Json,
    actions,
    bars,
    button,
    field,
    home,
    modal,
    option,
    options,
    pie,
    plain,
    section,
    table,
)

DIVIDER = {"type": "divider"}
IMAGE = {"type": "image", "image_url": "https://x.test/a.png", "alt_text": "A"}
CONFIRM = {"title": plain("Sure?"), "text": plain("Really"), "confirm": plain("Yes"), "deny": plain("No")}


LEAVES = (
    st.none() | st.booleans() | st.integers() | st.text(max_size=3) | st.sampled_from(["actions", "input", "table"])
)
ANYTHING = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["type", "text", "options"]), inner),
    max_leaves=5,
)


def context(count: int) -> Json:
    return {"type": "context", "elements": [plain()] * count}


def select(count: int, **more: Any) -> Json:
    return {"type": "static_select", "action_id": "pick", "options": options(count), **more}


def menu(kind: str, count: int) -> Json:
    return {"type": kind, "action_id": "pick", "options": options(count)}


WITHIN_AND_BEYOND = [
    ("50 blocks", [DIVIDER] * 50, [DIVIDER] * 51),
    ("section text 3000", [section("x" * 3000)], [section("x" * 3001)]),
    ("section text not empty", [section("x")], [section("")]),
    ("fields 10", [{"type": "section", "fields": [plain()] * 10}], [{"type": "section", "fields": [plain()] * 11}]),
    (
        "field 2000",
        [{"type": "section", "fields": [plain("x" * 2000)]}],
        [{"type": "section", "fields": [plain("x" * 2001)]}],
    ),
    ("section has words", [section()], [{"type": "section", "accessory": button()}]),
    ("header 150", [{"type": "header", "text": plain("x" * 150)}], [{"type": "header", "text": plain("x" * 151)}]),
    (
        "header plain",
        [{"type": "header", "text": plain()}],
        [{"type": "header", "text": {"type": "mrkdwn", "text": "x"}}],
    ),
    ("context 10", [context(10)], [context(11)]),
    ("actions 25", [actions(*map(button, map(str, range(25))))], [actions(*map(button, map(str, range(26))))]),
    ("actions not empty", [actions(button())], [actions()]),
    ("button text 75", [actions(button(text=plain("x" * 75)))], [actions(button(text=plain("x" * 76)))]),
    ("button value 2000", [actions(button(value="x" * 2000))], [actions(button(value="x" * 2001))]),
    ("button style", [actions(button(style="danger"))], [actions(button(style="green"))]),
    ("action_id 255", [actions(button("x" * 255))], [actions(button("x" * 256))]),
    ("action_id unique in its block", [actions(button("a"), button("b"))], [actions(button("a"), button("a"))]),
    ("block_id 255", [section(block_id="x" * 255)], [section(block_id="x" * 256)]),
    (
        "block_id unique",
        [section(block_id="a"), section(block_id="b")],
        [section(block_id="a"), section(block_id="a")],
    ),
    ("options 100", [actions(select(100))], [actions(select(101))]),
    ("options at least 1", [actions(select(1))], [actions(select(0))]),
    ("overflow 5", [actions(menu("overflow", 5))], [actions(menu("overflow", 6))]),
    ("checkboxes 10", [actions(menu("checkboxes", 10))], [actions(menu("checkboxes", 11))]),
    ("radio 10", [actions(menu("radio_buttons", 10))], [actions(menu("radio_buttons", 11))]),
    ("option text 75", [actions(select(1))], [actions({**select(0), "options": [option("a", "x" * 76)]})]),
    (
        "option value 150",
        [actions({**select(0), "options": [option("x" * 150)]})],
        [actions({**select(0), "options": [option("x" * 151)]})],
    ),
    (
        "option values differ",
        [actions({**select(0), "options": [option("a"), option("b")]})],
        [actions({**select(0), "options": [option("a"), option("a")]})],
    ),
    (
        "initial option is offered",
        [actions(select(2, initial_option=options(2)[0]))],
        [actions(select(2, initial_option=option("z")))],
    ),
    (
        "placeholder 150",
        [actions(select(1, placeholder=plain("x" * 150)))],
        [actions(select(1, placeholder=plain("x" * 151)))],
    ),
    (
        "confirm complete",
        [actions(button(confirm=CONFIRM))],
        [actions(button(confirm={"title": plain("Sure?")}))],
    ),
    ("alt text", [IMAGE], [{**IMAGE, "alt_text": None}]),
    ("a date is a date", [actions(field("d", kind="datepicker", initial_date="2026-02-28")["element"])], [
        actions(field("d", kind="datepicker", initial_date="2026-13-01")["element"])
    ]),
    ("known blocks only", [DIVIDER], [{"type": "carousel"}]),
    ("known fields only", [DIVIDER], [{"type": "divider", "color": "red"}]),
    ("known elements only", [actions(button())], [actions({"type": "slider", "action_id": "a"})]),
    ("multi selects not in actions", [section(accessory=menu("multi_static_select", 2))], [
        actions(menu("multi_static_select", 2))
    ]),
    ("table 100 rows", [table(rows=100)], [table(rows=101)]),
    ("table 20 columns", [table(columns=20)], [table(columns=21)]),
    ("one table", [table()], [table(), table()]),
    ("two charts", [pie(), bars()], [pie(), pie(), bars()]),
    ("chart title 50", [pie(title="x" * 50)], [pie(title="x" * 51)]),
    ("6 series", [bars(6)], [bars(7)]),
    ("20 points", [bars(1, 20)], [bars(1, 21)]),
    ("chart label 20", [bars(label="x" * 19)], [bars(label="x" * 20)]),
    ("6 segments", [pie()], [
        pie(chart={"type": "pie", "segments": [{"label": str(each), "value": 1} for each in range(7)]})
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "within", "beyond"), WITHIN_AND_BEYOND, ids=[row[0] for row in WITHIN_AND_BEYOND])
def test_a_message_is_refused_one_step_beyond_each_limit(name: str, within: list[Json], beyond: list[Json]) -> None:
    assert blocks_report(within).problems == []
    with pytest.raises(SlackError) as refusal:
        require_message("text", beyond)
    assert refusal.value.code == "invalid_blocks"
    assert all("json-pointer:/blocks" in message for message in refusal.value.messages)


VIEWS = [
    ("100 blocks", modal(*[DIVIDER] * 100), modal(*[DIVIDER] * 101)),
    ("title 24", modal(title=plain("x" * 24)), modal(title=plain("x" * 25))),
    ("title needed", modal(), modal(title=None)),
    ("submit 24", modal(submit=plain("x" * 24)), modal(submit=plain("x" * 25))),
    ("close 24", modal(close=plain("x" * 24)), modal(close=plain("x" * 25))),
    ("private_metadata 3000", modal(private_metadata="x" * 3000), modal(private_metadata="x" * 3001)),
    ("callback_id 255", modal(callback_id="x" * 255), modal(callback_id="x" * 256)),
    ("an input needs a submit", modal(field("a")), modal(field("a"), submit=None)),
    ("no charts in modals", home(pie()), modal(pie())),
    ("no tables in modals", modal(section()), modal(table())),
    ("one focus", modal(field("a", focus_on_load=True)), modal(*(field(each, focus_on_load=True) for each in "ab"))),
    ("lengths in order", modal(field("a", min_length=1, max_length=2)), modal(field("a", min_length=3, max_length=2))),
    ("number says if decimal", modal(field("a", kind="number_input", is_decimal_allowed=True)), modal(
        field("a", kind="number_input")
    )),
    ("buttons are no inputs", modal(actions(button())), modal(field("a", kind="button", text=plain()))),
    ("home has 100 blocks", home(*[DIVIDER] * 100), home(*[DIVIDER] * 101)),
]  # fmt: skip


@pytest.mark.parametrize(("name", "within", "beyond"), VIEWS, ids=[row[0] for row in VIEWS])
def test_a_view_is_refused_one_step_beyond_each_limit(name: str, within: Json, beyond: Json) -> None:
    assert view_report(within).messages() == []
    assert view_report(beyond).problems


def test_a_message_of_more_than_13000_characters_is_refused() -> None:
    require_message("text", [section("x" * 3000)] * 4)
    with pytest.raises(SlackError, match="msg_blocks_too_long"):
        require_message("text", [section("x" * 3000)] * 5)


def test_a_problem_says_what_and_where() -> None:
    report = blocks_report([section(), {"type": "header", "text": plain("x" * 151)}])
    assert report.messages() == ["[ERROR] must be less than 151 characters [json-pointer:/blocks/1/text/text]"]


@given(st.data())
@settings(max_examples=200, deadline=None)
def test_nonsense_is_reported_and_never_crashes(data: st.DataObject) -> None:
    """A valid view with any one part of it replaced by anything at all."""
    everything = [row[1] for row in WITHIN_AND_BEYOND]
    blocks = copy.deepcopy(data.draw(st.sampled_from(everything))[:3])
    holder, key = data.draw(st.sampled_from(_places(blocks) or [(blocks, slice(0, 1))]))
    holder[key] = data.draw(ANYTHING)
    blocks_report(blocks)
    view_report({"type": "modal", "title": plain(), "blocks": blocks})


def _places(value: Any) -> list[tuple[Any, Any]]:
    keys = value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else []
    return [place for key in keys for place in [(value, key), *_places(value[key])]]

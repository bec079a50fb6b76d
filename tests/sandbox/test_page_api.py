"""What the page is given and what it may do, over HTTP."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from slack_bolt import App

from sandbox.server import Server, serve
from sandbox.slack import Slack
from tests.sandbox.kit import Json, actions, button, field, home, modal, option

MANIFEST = """
features:
  slash_commands:
    - {command: /who, description: Who owns a customer, usage_hint: name, should_escape: true}
  shortcuts:
    - {name: Log a call, type: global, callback_id: log_call, description: Log}
oauth_config: {scopes: {bot: [chat:write, users:read]}}
settings: {event_subscriptions: {bot_events: [message.im]}}
"""


@pytest.fixture
def page(server: Server) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server.url, trust_env=False, timeout=60) as http:
        yield http


def act(page: httpx.Client, what: str, user: str = "U_MEI", **given: Any) -> Json:
    answer = page.post(f"/sandbox/{what}", json={"as": user, **given}).json()
    assert answer["ok"], answer
    return dict(answer)


def test_the_page_knows_the_workspace_from_its_manifest(tmp_path: Path) -> None:
    (tmp_path / "manifest.yml").write_text(MANIFEST)
    slack = Slack(manifest=tmp_path / "manifest.yml")
    slack.add_user("U_MEI", name="mei", real_name="陈梅", title="Sales", locale="zh-CN")
    with serve(slack) as server:
        state = httpx.get(f"{server.url}/sandbox/state", trust_env=False).json()
    assert [each["command"] for each in state["commands"]] == ["/who"]
    assert [each["callback_id"] for each in state["shortcuts"]] == ["log_call"]
    assert [(each["id"], each["real_name"], each["locale"]) for each in state["users"]] == [("U_MEI", "陈梅", "zh-CN")]
    assert (slack.subscribed, slack.ws.scopes) == ({"message.im"}, {"chat:write", "users:read"})
    assert slack.command("U_MEI", "/unknown").error == "unknown_command"
    assert [(each["id"], each["is_im"], each["user"]) for each in state["channels"]] == [("D_MEI", True, "U_MEI")]
    assert state["bot"] == {"id": slack.ws.bot_user, "name": "Dibs"}


def test_a_day_at_the_page(slack: Slack, bot: App, page: httpx.Client) -> None:
    @bot.event("message")
    def heard(event: Json, say: Any) -> None:
        say(text="Logged", blocks=[actions(button("edit"), block_id="row")])

    @bot.action("edit")
    def edit(ack: Any, body: Json, client: Any) -> None:
        client.views_open(trigger_id=body["trigger_id"], view=modal(field("name")))
        ack()

    @bot.view("log")
    def saved(ack: Any, view: Json) -> None:
        held = view["state"]["values"]["b_name"]["name"]["value"]
        ack() if held == "Jane" else ack(response_action="errors", errors={"b_name": "Who?"})

    act(page, "say", text="called Acme", channel="dm")
    said, receipt = page.get("/sandbox/messages", params={"as": "U_MEI", "channel": "dm"}).json()
    assert (said["bot"], receipt["bot"], receipt["text"]) == (False, True, "Logged")
    container = {"type": "message", "channel": receipt["channel"], "ts": receipt["ts"]}
    act(page, "action", container=container, block_id="row", action_id="edit", state={"values": {}})
    view = page.get("/sandbox/view", params={"as": "U_MEI"}).json()
    assert view["callback_id"] == "log"
    typed = {"b_name": {"name": {"type": "plain_text_input", "value": "Bob"}}}
    assert act(page, "view_submit", view_id=view["id"], state={"values": typed})["errors"] == {"b_name": "Who?"}
    typed["b_name"]["name"]["value"] = "Jane"
    assert act(page, "view_submit", view_id=view["id"], state={"values": typed})["view"] is None
    assert page.get("/sandbox/view", params={"as": "U_MEI"}).json() is None


def test_a_command_answers_one_person_and_its_buttons_work(slack: Slack, bot: App, page: httpx.Client) -> None:
    chosen: list[Json] = []

    @bot.command("/who")
    def who(ack: Any) -> None:
        ack(text="Acme", blocks=[actions({"type": "static_select", "action_id": "pick", "options": [option("a")]})])

    @bot.action("pick")
    def pick(ack: Any, body: Json, respond: Any) -> None:
        chosen.append(body["actions"][0]["selected_option"])
        ack()
        respond(text="Picked", replace_original=True)

    answer = act(page, "command", command="/who", text="acme", channel="C_SALES")["message"]
    container = {"type": "answer", "channel": "C_SALES", "ts": answer["ts"]}
    act(page, "action", container=container, action_id="pick", selected_option=option("a"))
    seen = page.get("/sandbox/messages", params={"as": "U_MEI", "channel": "C_SALES"}).json()
    assert ([each["text"] for each in seen], chosen) == (["Picked"], [option("a")])
    assert page.get("/sandbox/messages", params={"as": "U_TOM", "channel": "C_SALES"}).json() == []


def test_files_dropped_on_the_page_are_uploaded(slack: Slack, bot: App, page: httpx.Client) -> None:
    bot.event("message")(lambda: None)
    files = {"file": ("leads.csv", b"a,b\n", "text/csv")}
    page.post("/sandbox/upload", data={"as": "U_MEI", "text": "my leads", "channel": "dm"}, files=files)
    file = page.get("/sandbox/messages", params={"as": "U_MEI"}).json()[0]["files"][0]
    assert (file["name"], file["mimetype"], file["size"]) == ("leads.csv", "text/csv", 4)
    assert httpx.get(file["url_private"], params={"as": "U_MEI"}, trust_env=False).content == b"a,b\n"


def test_the_page_edits_deletes_and_reacts(slack: Slack, bot: App, page: httpx.Client) -> None:
    for kind in ("message", "reaction_added"):
        bot.event(kind)(lambda: None)
    ts = act(page, "say", text="one")["message"]["ts"]
    act(page, "edit", ts=ts, text="two")
    act(page, "react", ts=ts, name="x")
    shown = page.get("/sandbox/messages", params={"as": "U_MEI"}).json()[0]
    assert (shown["text"], shown["reactions"], bool(shown["edited"])) == (
        "two",
        [{"name": "x", "users": ["U_MEI"], "count": 1}],
        True,
    )
    act(page, "react", ts=ts, name="x", remove=True)
    act(page, "delete", ts=ts)
    assert page.get("/sandbox/messages", params={"as": "U_MEI"}).json() == []


def test_the_home_and_its_options(slack: Slack, bot: App, page: httpx.Client) -> None:
    @bot.event("app_home_opened")
    def show(event: Json, client: Any) -> None:
        menu = {"type": "external_select", "action_id": "pick"}
        client.views_publish(user_id=event["user"], view=home(actions(menu, block_id="row")))

    bot.options("pick")(lambda ack, payload: ack(options=[option("a", payload["value"])]))
    act(page, "open_home")
    view = page.get("/sandbox/home", params={"as": "U_MEI"}).json()
    assert view["type"] == "home"
    asked = act(page, "options", container={"type": "home"}, block_id="row", action_id="pick", value="Acme")
    assert asked["options"] == [option("a", "Acme")]


def test_the_clock_is_moved_from_the_page(slack: Slack, page: httpx.Client) -> None:
    assert act(page, "clock", advance_seconds=3600)["clock"]["offset_seconds"] == pytest.approx(3600, abs=1)
    assert act(page, "clock", reset=True)["clock"]["offset_seconds"] == pytest.approx(0, abs=1)
    refused = page.post("/sandbox/clock", json={"to_next": True})
    assert (refused.status_code, refused.json()["ok"]) == (400, False)


def test_faults_and_happenings_are_set_from_the_page(slack: Slack, bot: App, page: httpx.Client) -> None:
    bot.event("user_change")(lambda: None)
    assert act(page, "fault", method="chat.postMessage", kind="429", times=2)["faults"][0]["times"] == 2
    assert act(page, "fault", clear=True)["faults"] == []
    act(page, "event", deactivate="U_TOM")
    assert slack.ws.people["U_TOM"].deleted
    assert page.get("/sandbox/deliveries").json()[0]["payload"]["event"]["type"] == "user_change"
    assert page.get("/sandbox/calls").json()[0]["method"] == "auth.test"


@pytest.mark.parametrize(
    ("what", "given", "error"),
    [
        ("say", {"as": "U_NONE", "text": "x"}, "user_not_found"),
        ("say", {"as": "U_MEI", "text": " "}, "no_text"),
        ("edit", {"as": "U_MEI", "ts": "1.0", "text": "x"}, "message_not_found"),
        ("edit", {"as": "U_MEI"}, "invalid_request"),
        ("fault", {"kind": "sulk"}, "invalid_request"),
        ("event", {}, "invalid_request"),
        ("view_submit", {"as": "U_MEI", "view_id": "V_NONE"}, "view_not_found"),
    ],
)
def test_what_cannot_be_done_is_refused_with_a_reason(page: httpx.Client, what: str, given: Json, error: str) -> None:
    answer = page.post(f"/sandbox/{what}", json=given)
    assert (answer.status_code, answer.json()["error"]) == (400, error)


def test_changes_are_streamed_as_they_happen(slack: Slack, page: httpx.Client) -> None:
    with page.stream("GET", "/sandbox/stream") as stream:
        lines = stream.iter_lines()
        assert next(lines) == ": hello"
        threading.Timer(0.05, lambda: slack.say("U_MEI", "hello", channel="C_SALES")).start()
        change = next(json.loads(line[6:]) for line in lines if line.startswith("data: "))
    assert (change["type"], change["channel"]) == ("message", "C_SALES")


def test_the_pages_files_are_served_and_nothing_beside_them(page: httpx.Client) -> None:
    assert page.get("/page/../slack.py").status_code == 404
    assert page.get("/page/%2e%2e/slack.py").status_code == 404
    assert page.get("/page/nothing.js").status_code == 404

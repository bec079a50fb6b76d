"""The whole loop with a real Bolt app: what people do reaches it, what it does reaches them."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

from slack_bolt import App

from sandbox.slack import Slack

BUTTON = {"type": "button", "action_id": "go", "text": {"type": "plain_text", "text": "Go"}, "value": "7"}
ACTIONS = [{"type": "actions", "block_id": "b1", "elements": [BUTTON]}]
FIELD = {
    "type": "input",
    "block_id": "who",
    "label": {"type": "plain_text", "text": "Who"},
    "element": {"type": "plain_text_input", "action_id": "name"},
}


def modal(title: str = "Log", *blocks: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "modal",
        "callback_id": "log",
        "title": {"type": "plain_text", "text": title},
        "submit": {"type": "plain_text", "text": "Save"},
        "blocks": list(blocks) or [FIELD],
    }


def test_a_dm_is_heard_and_answered(slack: Slack, bot: App) -> None:
    @bot.event("message")
    def heard(event: dict[str, Any], say: Any) -> None:
        say(f"you said {event['text']}")

    sent = slack.say("U_MEI", "called Acme & <b>")
    assert slack.last_dm("U_MEI").text == "you said called Acme &amp; &lt;b&gt;"
    assert [each.ts for each in slack.dm("U_MEI")] == [sent.ts, slack.last_dm("U_MEI").ts]
    assert slack.calls[-1].method == "chat.postMessage"
    assert slack.calls[-1].ok


def test_a_command_is_answered_in_its_ack(slack: Slack, bot: App) -> None:
    @bot.command("/who")
    def who(ack: Any, command: dict[str, Any]) -> None:
        ack(text=f"looking for {command['text']}", blocks=ACTIONS)

    answer = slack.command("U_MEI", "/who acme  co", channel="C_SALES")
    assert (answer.text, answer.response_type, answer.error) == ("looking for acme  co", "ephemeral", None)
    assert answer.message is not None
    assert slack.messages("C_SALES", as_user="U_MEI")[-1].ephemeral
    assert slack.messages("C_SALES", as_user="U_TOM") == []


def test_a_button_opens_a_modal_whose_submission_comes_back(slack: Slack, bot: App) -> None:
    submitted: list[dict[str, Any]] = []

    @bot.command("/log")
    def log(ack: Any) -> None:
        ack(text="log", blocks=ACTIONS)

    @bot.action("go")
    def go(ack: Any, body: dict[str, Any], client: Any) -> None:
        client.views_open(trigger_id=body["trigger_id"], view=modal())
        ack()

    @bot.view("log")
    def saved(ack: Any, view: dict[str, Any]) -> None:
        submitted.append(view["state"]["values"])
        if view["state"]["values"]["who"]["name"]["value"] == "nobody":
            ack(response_action="errors", errors={"who": "Somebody, please"})
        else:
            ack()

    assert slack.press("U_MEI", slack.command("U_MEI", "/log"), "go").ok
    view = slack.open_view("U_MEI")
    assert view is not None
    assert slack.submit(view, "U_MEI", {}).errors == {"who": "请填写这个必填项。"}
    assert slack.submit(view, "U_MEI", {"name": "nobody"}).errors == {"who": "Somebody, please"}
    done = slack.submit(view, "U_MEI", {"who": {"name": "Jane"}})
    assert (done.errors, done.view, done.error) == ({}, None, None)
    assert [each["who"]["name"]["value"] for each in submitted] == ["nobody", "Jane"]


def test_many_people_at_once_lose_nothing_and_keep_their_order(slack: Slack, bot: App) -> None:
    @bot.event("message")
    def heard(event: dict[str, Any], say: Any) -> None:
        say(f"re: {event['text']}")

    people = [f"U_{number}" for number in range(8)]
    for user in people:
        slack.add_user(user, name=user.lower())

    def speak(user: str) -> None:
        for number in range(10):
            slack.say(user, f"{number}")

    with ThreadPoolExecutor(8) as crowd:
        list(crowd.map(speak, people))
    for user in people:
        expected = [text for number in range(10) for text in (f"{number}", f"re: {number}")]
        assert [each.text for each in slack.dm(user)] == expected
    stamps = [each.ts for user in people for each in slack.dm(user)]
    assert len(set(stamps)) == 160

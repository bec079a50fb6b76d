"""Every element that can be pressed, chosen or filled in, as a Bolt app sees it."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from slack_bolt import App

from sandbox.errors import SlackError
from sandbox.nouns import View
from sandbox.slack import Slack
from tests.sandbox.kit import Json, actions, button, field, home, modal, option, options, plain, section

MOMENT = datetime(2026, 11, 24, 9, tzinfo=UTC)
CHOICES = [
    ({"type": "static_select", "options": options(3)}, "1", {"selected_option": options(3)[1]}),
    ({"type": "radio_buttons", "options": options(3)}, "Option 2", {"selected_option": options(3)[2]}),
    ({"type": "checkboxes", "options": options(3)}, ["0", "2"], {"selected_options": [options(3)[0], options(3)[2]]}),
    ({"type": "overflow", "options": options(3)}, "2", {"selected_option": options(3)[2]}),
    ({"type": "users_select"}, "U_TOM", {"selected_user": "U_TOM"}),
    ({"type": "conversations_select"}, "C_SALES", {"selected_conversation": "C_SALES"}),
    ({"type": "channels_select"}, "C_SALES", {"selected_channel": "C_SALES"}),
    ({"type": "datepicker"}, date(2026, 11, 24), {"selected_date": "2026-11-24"}),
    ({"type": "timepicker"}, time(9, 5), {"selected_time": "09:05"}),
    ({"type": "datetimepicker"}, MOMENT, {"selected_date_time": int(MOMENT.timestamp())}),
]
MULTI = [
    ({"type": "multi_static_select", "options": options(3)}, ["1"], {"selected_options": [options(3)[1]]}),
    ({"type": "multi_users_select"}, ["U_TOM", "U_MEI"], {"selected_users": ["U_TOM", "U_MEI"]}),
    ({"type": "multi_conversations_select"}, ["C_SALES"], {"selected_conversations": ["C_SALES"]}),
    ({"type": "multi_channels_select"}, ["C_SALES"], {"selected_channels": ["C_SALES"]}),
]
FIELDS = [
    ({"type": "plain_text_input"}, "Jane", {"value": "Jane"}),
    ({"type": "email_text_input"}, "jane@acme.com", {"value": "jane@acme.com"}),
    ({"type": "url_text_input"}, "https://acme.com", {"value": "https://acme.com"}),
    ({"type": "number_input", "is_decimal_allowed": True}, 12.5, {"value": "12.5"}),
]


@pytest.fixture
def pressed(bot: App) -> list[Json]:
    """Every block_actions payload, as it arrived."""
    heard: list[Json] = []

    @bot.action({"type": "block_actions", "action_id": "it"})
    def act(ack: Any, body: Json) -> None:
        heard.append(body)
        ack()

    return heard


def posted(slack: Slack, bot: App, *blocks: Json) -> Any:
    bot.client.chat_postMessage(channel="U_MEI", text="choose", blocks=list(blocks))
    return slack.last_dm("U_MEI")


def opened(slack: Slack, bot: App, view: Json) -> View:
    bot.client.views_open(trigger_id=slack.ws.tickets.trigger("U_MEI"), view=view)
    top = slack.open_view("U_MEI")
    assert top is not None
    return top


@pytest.mark.parametrize(("element", "picked", "told"), CHOICES + MULTI, ids=lambda each: str(each)[:30])
def test_a_choice_on_a_message_is_told_with_the_state(
    slack: Slack, bot: App, pressed: list[Json], element: Json, picked: Any, told: Json
) -> None:
    held = {**element, "action_id": "it"}
    row = section(accessory=held) if element["type"].startswith("multi") else actions(held)
    message = posted(slack, bot, row)
    assert slack.press("U_MEI", message, "it", selected=picked).ok
    body = pressed[0]
    assert told.items() <= body["actions"][0].items()
    assert (body["container"]["message_ts"], body["message"]["ts"]) == (message.ts, message.ts)
    block_id = body["actions"][0]["block_id"]
    if element["type"] != "overflow":
        assert body["state"]["values"][block_id]["it"] == {"type": element["type"], **told}


@pytest.mark.parametrize(
    ("element", "given", "told"),
    [each for each in CHOICES if each[0]["type"] != "overflow"] + MULTI + FIELDS,
    ids=lambda each: str(each)[:30],
)
def test_a_field_of_a_modal_is_submitted(slack: Slack, bot: App, element: Json, given: Any, told: Json) -> None:
    values: list[Json] = []

    @bot.view("log")
    def saved(ack: Any, view: Json) -> None:
        values.append(view["state"]["values"])
        ack()

    details = {name: value for name, value in element.items() if name != "type"}
    view = opened(slack, bot, modal(field("it", "row", element["type"], **details)))
    assert slack.submit(view, "U_MEI", {"it": given}).errors == {}
    assert values == [{"row": {"it": {"type": element["type"], **told}}}]


def test_what_is_not_filled_in_keeps_its_initial_value(slack: Slack, bot: App) -> None:
    values: list[Json] = []

    @bot.view("log")
    def saved(ack: Any, view: Json) -> None:
        values.append(view["state"]["values"])
        ack()

    first = option("a")
    view = opened(
        slack,
        bot,
        modal(
            field("name", initial_value="Jane"),
            field("kind", kind="static_select", options=[first], initial_option=first),
            {**field("note"), "optional": True},
            {**field("tags", kind="checkboxes", options=[first]), "optional": True},
        ),
    )
    slack.submit(view, "U_MEI", {})
    assert {block: next(iter(held.values())) for block, held in values[0].items()} == {
        "b_name": {"type": "plain_text_input", "value": "Jane"},
        "b_kind": {"type": "static_select", "selected_option": first},
        "b_note": {"type": "plain_text_input", "value": None},
        "b_tags": {"type": "checkboxes", "selected_options": []},
    }


def test_slack_itself_refuses_what_a_field_cannot_hold(slack: Slack, bot: App) -> None:
    view = opened(
        slack,
        bot,
        modal(
            field("name", min_length=3),
            field("seats", kind="number_input", is_decimal_allowed=False, min_value="1"),
            field("mail", kind="email_text_input"),
        ),
    )
    wrong = slack.submit(view, "U_MEI", {"name": "J", "seats": "0", "mail": "nobody"})
    assert set(wrong.errors) == {"b_name", "b_seats", "b_mail"}
    assert wrong.view is not None
    assert slack.deliveries == []


def test_a_modal_can_be_updated_pushed_upon_and_cleared(slack: Slack, bot: App) -> None:
    answers = [
        {"response_action": "update", "view": modal(field("name"), title=plain("Again"))},
        {"response_action": "push", "view": modal(field("name"), title=plain("Above"))},
        {"response_action": "clear"},
    ]

    @bot.view("log")
    def saved(ack: Any) -> None:
        ack(**answers.pop(0))

    opened(slack, bot, modal(field("name")))
    titles = []
    while answers:
        done = slack.submit(None, "U_MEI", {"name": "Jane"})
        titles.append(done.view.title if done.view else None)
    assert titles == ["Again", "Above", None]


@pytest.mark.parametrize(
    "answer",
    [
        {"response_action": "errors", "errors": {"nowhere": "x"}},
        {"response_action": "update", "view": modal(field("a"), submit=None)},
        {"response_action": "dance"},
    ],
    ids=lambda each: each["response_action"],
)
def test_an_answer_slack_cannot_use_shows_trouble_and_keeps_the_modal(slack: Slack, bot: App, answer: Json) -> None:
    bot.view("log")(lambda ack: ack(body=answer))
    view = opened(slack, bot, modal(field("name")))
    done = slack.submit(view, "U_MEI", {"name": "Jane"})
    assert done.error is not None
    assert "trouble connecting" in done.error
    assert done.view is not None
    assert done.view.id == view.id


def test_what_was_typed_survives_an_update_where_the_field_does(slack: Slack, bot: App, pressed: list[Json]) -> None:
    view = opened(slack, bot, modal(field("name"), field("gone"), actions(button("it"))))
    slack.submit(view, "U_MEI", {"name": "Jane"})
    bot.client.views_update(view_id=view.id, view=modal(field("name"), actions(button("it"))))
    slack.press("U_MEI", view.id, "it")
    assert pressed[0]["view"]["state"]["values"] == {"b_name": {"name": {"type": "plain_text_input", "value": "Jane"}}}
    assert pressed[0]["container"] == {"type": "view", "view_id": view.id}


def test_an_input_calls_the_bot_only_if_it_dispatches(slack: Slack, bot: App, pressed: list[Json]) -> None:
    quiet = opened(slack, bot, modal(field("it")))
    slack.press("U_MEI", quiet, "it", selected="typed")
    assert pressed == []
    loud = opened(slack, bot, modal({**field("it"), "dispatch_action": True}))
    slack.press("U_MEI", loud, "it", selected="typed")
    assert pressed[0]["actions"][0]["value"] == "typed"


def test_a_closed_modal_is_told_where_it_asked_to_be(slack: Slack, bot: App) -> None:
    closed: list[Json] = []

    @bot.view_closed("log")
    def gone(ack: Any, body: Json) -> None:
        closed.append(body)
        ack()

    opened(slack, bot, modal(section()))
    slack.close_view("U_MEI")
    opened(slack, bot, modal(section(), notify_on_close=True))
    slack.close_view("U_MEI")
    assert [each["is_cleared"] for each in closed] == [False]
    with pytest.raises(LookupError, match="no modal open"):
        slack.close_view("U_MEI")


def test_a_submitted_modal_cannot_be_submitted_again(slack: Slack, bot: App) -> None:
    bot.view("log")(lambda ack: ack())
    view = opened(slack, bot, modal(field("name")))
    slack.submit(view, "U_MEI", {"name": "Jane"})
    with pytest.raises(SlackError, match="view_not_found"):
        slack.submit(view, "U_MEI", {"name": "Jane"})


def test_a_button_of_an_old_message_can_still_be_pressed(slack: Slack, bot: App, pressed: list[Json]) -> None:
    row = actions(button("it", value="1"), block_id="one")
    message = posted(slack, bot, row, actions(button("it", value="2"), block_id="two"))
    bot.client.chat_update(channel=message.channel, ts=message.ts, text="done", blocks=[])
    slack.press("U_MEI", message, "it", "2")
    assert (pressed[0]["actions"][0]["value"], pressed[0]["message"]["text"]) == ("2", "choose")
    with pytest.raises(LookupError, match="no it"):
        slack.press("U_MEI", message.ts, "it")


def test_an_external_select_asks_the_bot_for_its_options(slack: Slack, bot: App, pressed: list[Json]) -> None:
    @bot.options("it")
    def offer(ack: Any, body: Json) -> None:
        ack(options=[option("c1", f"{body['value']} Ltd")])

    posted(slack, bot, actions({"type": "external_select", "action_id": "it"}))
    assert slack.suggest("U_MEI", "it", "Acme") == [option("c1", "Acme Ltd")]
    slack.press("U_MEI", slack.last_dm("U_MEI"), "it", selected="c1")
    assert pressed[0]["actions"][0]["selected_option"] == option("c1", "Acme Ltd")


def test_the_home_is_published_and_pressed(slack: Slack, bot: App, pressed: list[Json]) -> None:
    tabs: list[Json] = []

    @bot.event("app_home_opened")
    def show(event: Json, client: Any) -> None:
        tabs.append(event)
        client.views_publish(user_id=event["user"], view=home(actions(button("it"))))

    slack.open_home("U_MEI")
    slack.open_home("U_MEI")
    assert (tabs[0]["tab"], "view" in tabs[0], "view" in tabs[1]) == ("home", False, True)
    slack.press("U_MEI", "home", "it")
    assert pressed[0]["view"]["type"] == "home"


def test_shortcuts_global_and_of_a_message(slack: Slack, bot: App) -> None:
    heard: list[Json] = []

    @bot.shortcut("log_call")
    def log(ack: Any, body: Json) -> None:
        heard.append(body)
        ack()

    message = slack.say("U_TOM", "Acme called", channel="C_SALES")
    slack.shortcut("U_MEI", "log_call")
    slack.shortcut("U_MEI", "log_call", message)
    assert [each["type"] for each in heard] == ["shortcut", "message_action"]
    assert (heard[1]["message"]["text"], heard[1]["channel"]["id"]) == ("Acme called", "C_SALES")


def test_events_of_a_workspace_reach_their_listeners(slack: Slack, bot: App) -> None:
    heard: list[Json] = []
    for kind in ("message", "app_mention", "reaction_added", "user_change", "member_joined_channel", "app_uninstalled"):
        bot.event(kind)(lambda event: heard.append(event))
    bot.event({"type": "message", "subtype": "message_changed"})(lambda event: heard.append(event))
    message = slack.say("U_MEI", "called Acme")
    slack.edit("U_MEI", message, "called Acme twice")
    slack.react("U_MEI", message, "x")
    slack.delete("U_MEI", message)
    slack.say("U_MEI", f"<@{slack.ws.bot_user}> hi", channel="C_SALES")
    slack.join("U_ANN", "C_SALES")
    slack.change_user("U_MEI", locale="en-GB")
    slack.uninstall()
    changed = heard[1]
    assert [each.get("subtype") or each["type"] for each in heard] == [
        "message",
        "message_changed",
        "reaction_added",
        "message_deleted",
        "app_mention",
        "member_joined_channel",
        "user_change",
        "app_uninstalled",
    ]
    assert (changed["message"]["text"], changed["previous_message"]["text"]) == ("called Acme twice", "called Acme")
    assert (heard[3]["deleted_ts"], heard[2]["item"]["ts"]) == (message.ts, message.ts)
    assert heard[6]["user"]["locale"] == "en-GB"


def test_people_who_left_or_are_elsewhere_cannot_speak(slack: Slack, bot: App) -> None:
    with pytest.raises(SlackError, match="not_in_channel"):
        slack.say("U_ANN", "hello", channel="C_SALES")
    bot.event("user_change")(lambda event: None)
    slack.deactivate("U_TOM")
    with pytest.raises(SlackError, match="account_inactive"):
        slack.say("U_TOM", "hello")
    with pytest.raises(SlackError, match="cant_update_message"):
        slack.edit("U_MEI", posted(slack, bot, section()), "mine now")

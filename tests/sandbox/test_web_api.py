"""The Web API through slack_sdk's own client: what it grants, and how it refuses."""

from __future__ import annotations

import time
import urllib.request
from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.webhook import WebhookClient

from sandbox.nouns import Upload
from sandbox.server import Server
from sandbox.slack import Slack
from tests.sandbox.kit import field, home, modal, plain, section


def refused(client: WebClient, method: str, **args: Any) -> str:
    with pytest.raises(SlackApiError) as refusal:
        client.api_call(method, json=args)
    return str(refusal.value.response["error"])


def test_a_post_can_be_read_back_with_its_metadata(client: WebClient) -> None:
    metadata = {"event_type": "notice", "event_payload": {"id": "n1"}}
    sent = client.chat_postMessage(channel="C_SALES", text="hello", metadata=metadata)
    plainly = client.conversations_history(channel="C_SALES")["messages"][0]
    fully = client.conversations_history(channel="C_SALES", include_all_metadata=True)["messages"][0]
    assert plainly["ts"] == sent["ts"]
    assert "metadata" not in plainly
    assert fully["metadata"] == metadata


def test_history_is_newest_first_in_pages_and_between_bounds(client: WebClient) -> None:
    stamps = [str(client.chat_postMessage(channel="C_SALES", text=str(number))["ts"]) for number in range(5)]
    assert stamps == sorted(stamps)
    first = client.conversations_history(channel="C_SALES", limit=2)
    assert [each["text"] for each in first["messages"]] == ["4", "3"]
    assert first["has_more"]
    rest = client.conversations_history(channel="C_SALES", cursor=first["response_metadata"]["next_cursor"])
    assert [each["text"] for each in rest["messages"]] == ["2", "1", "0"]
    newer = client.conversations_history(channel="C_SALES", oldest=stamps[3])
    assert [each["text"] for each in newer["messages"]] == ["4"]
    both = client.conversations_history(channel="C_SALES", oldest=stamps[3], latest=stamps[4], inclusive=True)
    assert [each["text"] for each in both["messages"]] == ["4", "3"]


def test_replies_stand_in_their_thread_only(client: WebClient) -> None:
    parent = str(client.chat_postMessage(channel="C_SALES", text="parent")["ts"])
    client.chat_postMessage(channel="C_SALES", text="reply", thread_ts=parent)
    assert [each["text"] for each in client.conversations_history(channel="C_SALES")["messages"]] == ["parent"]
    thread = client.conversations_replies(channel="C_SALES", ts=parent)["messages"]
    assert [each["text"] for each in thread] == ["parent", "reply"]
    assert thread[0]["reply_count"] == 1
    assert refused(client, "chat.postMessage", channel="C_SALES", text="x", thread_ts="1.0") == "thread_not_found"


def test_an_update_marks_the_message_edited_and_keeps_its_metadata(slack: Slack, client: WebClient) -> None:
    metadata = {"event_type": "notice", "event_payload": {"id": "n1"}}
    sent = client.chat_postMessage(channel="U_MEI", text="one", blocks=[section("one")], metadata=metadata)
    client.chat_update(channel=sent["channel"], ts=sent["ts"], text="two")
    message = slack.last_dm("U_MEI")
    assert (message.text, message.blocks, message.metadata) == ("two", [], metadata)
    assert message.edited is not None
    client.chat_delete(channel=sent["channel"], ts=sent["ts"])
    assert slack.dm("U_MEI") == []


def test_an_ephemeral_message_is_seen_by_one_person_and_is_in_no_history(slack: Slack, client: WebClient) -> None:
    stamp = str(client.chat_postEphemeral(channel="C_SALES", user="U_MEI", text="psst")["message_ts"])
    assert [each.text for each in slack.messages("C_SALES", as_user="U_MEI")] == ["psst"]
    assert slack.messages("C_SALES", as_user="U_TOM") == []
    assert client.conversations_history(channel="C_SALES")["messages"] == []
    assert refused(client, "chat.update", channel="C_SALES", ts=stamp, text="x") == "message_not_found"


def test_each_refusal_has_slacks_own_code(slack: Slack, client: WebClient) -> None:
    slack.add_channel("C_OUT", name="out", members=["U_MEI"], with_bot=False)
    slack.add_channel("C_OLD", name="old")
    slack.archive("C_OLD")
    theirs = slack.say("U_MEI", "mine")
    post = "chat.postMessage"
    expected = [
        ("channel_not_found", post, {"channel": "C_NONE", "text": "x"}),
        ("not_in_channel", post, {"channel": "C_OUT", "text": "x"}),
        ("is_archived", post, {"channel": "C_OLD", "text": "x"}),
        ("no_text", post, {"channel": "C_SALES"}),
        ("msg_too_long", post, {"channel": "C_SALES", "text": "x" * 40_001}),
        ("invalid_blocks", post, {"channel": "C_SALES", "text": "x", "blocks": [{"type": "nope"}]}),
        ("invalid_blocks_format", post, {"channel": "C_SALES", "text": "x", "blocks": "["}),
        ("invalid_arguments", post, {"text": "x"}),
        ("invalid_metadata_format", post, {"channel": "C_SALES", "text": "x", "metadata": {"event_type": "a"}}),
        ("user_not_in_channel", "chat.postEphemeral", {"channel": "C_SALES", "user": "U_ANN", "text": "x"}),
        ("message_not_found", "chat.update", {"channel": "C_SALES", "ts": "1.0", "text": "x"}),
        ("cant_update_message", "chat.update", {"channel": theirs.channel, "ts": theirs.ts, "text": "x"}),
        ("cant_delete_message", "chat.delete", {"channel": theirs.channel, "ts": theirs.ts}),
        ("user_not_found", "users.info", {"user": "U_NONE"}),
        ("user_not_found", "views.publish", {"user_id": "U_NONE", "view": home()}),
        ("user_not_found", "conversations.open", {"users": "U_NONE"}),
        ("users_list_not_supplied", "conversations.open", {}),
        ("cannot_dm_bot", "conversations.open", {"users": slack.ws.bot_user}),
        ("file_not_found", "files.info", {"file": "F_NONE"}),
        ("thread_not_found", "conversations.replies", {"channel": "C_SALES", "ts": "1.0"}),
        ("invalid_trigger_id", "views.open", {"trigger_id": "made.up", "view": modal()}),
        ("not_found", "views.update", {"view_id": "V_NONE", "view": modal()}),
        ("unknown_method", "chat.whisper", {}),
        ("not_allowed_token_type", "apps.connections.open", {}),
    ]
    assert [refused(client, method, **args) for _, method, args in expected] == [code for code, _, _ in expected]


def test_an_invalid_block_is_named_by_its_place(client: WebClient) -> None:
    with pytest.raises(SlackApiError) as refusal:
        client.chat_postMessage(channel="C_SALES", text="x", blocks=[section("x" * 3001)])
    assert refusal.value.response["response_metadata"]["messages"] == [
        "[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]"
    ]


@pytest.mark.parametrize(("token", "error"), [("", "not_authed"), ("xoxb-forged", "invalid_auth")])
def test_a_wrong_token_is_refused(server: Server, token: str, error: str) -> None:
    assert refused(WebClient(token=token, base_url=server.api_url), "auth.test") == error


def test_after_the_app_is_removed_its_token_is_dead(slack: Slack, client: WebClient) -> None:
    assert client.auth_test()["user_id"] == slack.ws.bot_user
    slack.uninstall()
    assert refused(client, "auth.test") == "account_inactive"


def test_a_trigger_opens_one_modal_within_its_seconds(slack: Slack, client: WebClient) -> None:
    trigger = slack.ws.tickets.trigger("U_MEI")
    client.views_open(trigger_id=trigger, view=modal(field("name")))
    assert refused(client, "views.open", trigger_id=trigger, view=modal()) == "exchanged_trigger_id"
    slack.ws.tickets.trigger_seconds = 0.01
    late = slack.ws.tickets.trigger("U_MEI")
    time.sleep(0.02)
    assert refused(client, "views.open", trigger_id=late, view=modal()) == "expired_trigger_id"


def test_modals_stack_three_high(slack: Slack, client: WebClient) -> None:
    client.views_open(trigger_id=slack.ws.tickets.trigger("U_MEI"), view=modal(title=plain("1")))
    for _ in range(2):
        client.views_push(trigger_id=slack.ws.tickets.trigger("U_MEI"), view=modal())
    trigger = slack.ws.tickets.trigger("U_MEI")
    assert refused(client, "views.push", trigger_id=trigger, view=modal()) == "push_limit_reached"
    slack.close_view("U_MEI")
    slack.close_view("U_MEI")
    view = slack.open_view("U_MEI")
    assert view is not None
    assert view.title == "1"


def test_an_update_with_an_old_hash_is_a_conflict(slack: Slack, client: WebClient) -> None:
    opened = client.views_open(trigger_id=slack.ws.tickets.trigger("U_MEI"), view=modal())["view"]
    client.views_update(view_id=opened["id"], hash=opened["hash"], view=modal(section("new")))
    stale = {"view_id": opened["id"], "hash": opened["hash"], "view": modal()}
    assert refused(client, "views.update", **stale) == "hash_conflict"
    first = client.views_publish(user_id="U_MEI", view=home(section("one")))["view"]
    client.views_publish(user_id="U_MEI", view=home(section("two")), hash=first["hash"])
    again = {"user_id": "U_MEI", "view": home(), "hash": first["hash"]}
    assert refused(client, "views.publish", **again) == "hash_conflict"
    published = slack.home("U_MEI")
    assert published is not None
    assert published.blocks[0]["text"]["text"] == "two"


def test_people_have_zones_and_on_request_languages(slack: Slack, client: WebClient) -> None:
    mei = client.users_info(user="U_MEI", include_locale=True)["user"]
    assert (mei["tz"], mei["tz_offset"], mei["locale"], mei["deleted"]) == ("Asia/Shanghai", 28800, "zh-CN", False)
    assert "locale" not in client.users_info(user="U_MEI")["user"]
    slack.deactivate("U_MEI")
    assert client.users_info(user="U_MEI")["user"]["deleted"]
    assert {each["id"] for each in client.users_list()["members"]} >= {"U_MEI", "U_TOM", "U_ANN"}


def test_conversations_are_listed_by_kind(client: WebClient) -> None:
    opened = client.conversations_open(users="U_MEI", return_im=True)["channel"]
    assert (opened["is_im"], opened["user"]) == (True, "U_MEI")
    assert [each["id"] for each in client.conversations_list()["channels"]] == ["C_SALES"]
    assert [each["id"] for each in client.conversations_list(types="im")["channels"]] == [opened["id"]]
    assert "U_TOM" in client.conversations_members(channel="C_SALES")["members"]
    assert client.conversations_info(channel="C_SALES")["channel"]["is_member"]


def test_a_reaction_is_counted_and_not_given_twice(slack: Slack, client: WebClient) -> None:
    message = slack.say("U_MEI", "hello")
    place = {"channel": message.channel, "timestamp": message.ts, "name": "eyes"}
    client.api_call("reactions.add", json=place)
    assert refused(client, "reactions.add", **place) == "already_reacted"
    got = client.reactions_get(channel=message.channel, timestamp=message.ts)["message"]
    assert got["reactions"] == [{"name": "eyes", "users": [slack.ws.bot_user], "count": 1}]


def test_a_file_goes_up_in_two_steps_and_comes_down_with_the_token(slack: Slack, client: WebClient) -> None:
    channel = slack.ws.dm("U_MEI").id
    client.files_upload_v2(channel=channel, filename="errors.csv", content="a,b\n", initial_comment="Here")
    message = slack.last_dm("U_MEI")
    assert message.text == "Here"
    told = client.files_info(file=message.files[0])["file"]
    assert (told["name"], told["size"]) == ("errors.csv", 4)
    request = urllib.request.Request(
        told["url_private_download"], headers={"Authorization": f"Bearer {slack.bot_token}"}
    )
    assert urllib.request.urlopen(request).read() == b"a,b\n"
    assert b"Sign in" in urllib.request.urlopen(told["url_private_download"]).read()


def test_a_voice_clip_is_transcribed_a_while_later(slack: Slack, client: WebClient) -> None:
    said = slack.say("U_MEI", "", files=[Upload("audio.m4a", b"...", transcript="called Acme", polls=2)])
    looks = [client.files_info(file=said.files[0])["file"]["transcription"]["status"] for _ in range(3)]
    assert looks == ["processing", "complete", "complete"]
    clip = client.files_info(file=said.files[0])["file"]
    assert (clip["subtype"], clip["transcription"]["preview"]["content"]) == ("slack_audio", "called Acme")


def test_a_response_url_answers_five_times_within_half_an_hour(slack: Slack, client: WebClient) -> None:
    url = slack.ws.response_url("C_SALES", "U_MEI")
    codes = [WebhookClient(url).send(text=str(number)).status_code for number in range(6)]
    assert codes == [200] * 5 + [404]
    assert len(slack.messages("C_SALES", as_user="U_MEI")) == 5
    old = slack.ws.response_url("C_SALES", "U_MEI")
    slack.advance(31 * 60)
    assert "expired_url" in WebhookClient(old).send(text="late").body


def test_a_response_url_replaces_and_deletes_what_was_pressed(slack: Slack, client: WebClient) -> None:
    client.chat_postEphemeral(channel="C_SALES", user="U_MEI", text="pick one")
    message = slack.messages("C_SALES", as_user="U_MEI")[0]
    hook = WebhookClient(slack.ws.response_url("C_SALES", "U_MEI", message.ts))
    hook.send(text="picked", replace_original=True)
    assert [each.text for each in slack.messages("C_SALES", as_user="U_MEI")] == ["picked"]
    hook.send(delete_original=True)
    assert slack.messages("C_SALES", as_user="U_MEI") == []


def test_blocks_can_be_checked_without_being_sent(client: WebClient) -> None:
    assert client.api_call("blocks.validate", json={"blocks": [section()]})["ok"]
    with pytest.raises(SlackApiError) as refusal:
        client.api_call("blocks.validate", json={"view": modal(section(""))})
    answer = refusal.value.response
    assert (answer["error"], answer["errors"][0]["pointer"]) == ("invalid_view", "/view/blocks/0/text/text")


def test_a_scope_that_was_not_granted_is_missed(slack: Slack, client: WebClient) -> None:
    slack.ws.scopes = frozenset({"chat:write"})
    client.chat_postMessage(channel="C_SALES", text="x")
    with pytest.raises(SlackApiError) as refusal:
        client.conversations_history(channel="C_SALES")
    assert (refusal.value.response["error"], refusal.value.response["needed"]) == ("missing_scope", "channels:history")
    assert client.auth_test().headers["x-oauth-scopes"] == "chat:write"


def test_every_call_is_recorded_as_it_came(slack: Slack, client: WebClient) -> None:
    client.chat_postMessage(channel="C_SALES", text="x", blocks=[section()])
    refused(client, "chat.postMessage", channel="C_NONE", text="y")
    assert [(each.method, each.args["text"], each.ok) for each in slack.calls] == [
        ("chat.postMessage", "x", True),
        ("chat.postMessage", "y", False),
    ]
    assert slack.calls[0].args["blocks"] == [section()]


def test_with_the_rate_limit_on_a_channel_takes_one_post_at_a_time(slack: Slack, client: WebClient) -> None:
    slack.pace = 0.2
    client.chat_postMessage(channel="C_SALES", text="1")
    client.chat_postMessage(channel="U_MEI", text="another channel")
    with pytest.raises(SlackApiError) as refusal:
        client.chat_postMessage(channel="C_SALES", text="2")
    assert (refusal.value.response.status_code, refusal.value.response.headers["retry-after"]) == (429, "1")
    time.sleep(0.21)
    client.chat_postMessage(channel="C_SALES", text="2")
    assert [each.text for each in slack.messages("C_SALES")] == ["1", "2"]


def test_the_sandbox_listens_to_this_machine_alone(server: Server) -> None:
    assert server._listening.getsockname()[0] == "127.0.0.1"


def test_an_installation_is_agreed_to_once_and_brings_a_token(slack: Slack, client: WebClient) -> None:
    app = {"client_id": "1.2", "client_secret": "s"}
    code = slack.consent("U_MEI")
    told = client.oauth_v2_access(**app, code=code)
    assert (told["authed_user"]["id"], told["access_token"]) == ("U_MEI", slack.bot_token)
    with pytest.raises(SlackApiError, match="invalid_code"):
        client.oauth_v2_access(**app, code=code)

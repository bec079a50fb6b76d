"""The postman tells the truth about every way a post can end, over real HTTP."""

import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.postman import Postman
from scheduler.relay import Payload
from storage.ids import new_id
from storage.outbox import Letter, Priority
from storage.outcomes import Permanent, RetryAt, Sent, Unknown
from tests.fakes.slack import AFTER, RecordingSlack

WALL = 1_000_000.0
NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
HELLO = Payload("Logged: call, Jane Wu (Acme).", [{"type": "section", "text": {"type": "mrkdwn", "text": "Logged"}}])


@pytest.fixture
def slack() -> Iterator[RecordingSlack]:
    with RecordingSlack() as recording:
        yield recording


@pytest.fixture
def postman(slack: RecordingSlack) -> Postman:
    return speaking_to(slack, timeout_seconds=20)  # a busy machine may take its time


def speaking_to(slack: RecordingSlack, *, timeout_seconds: float) -> Postman:
    tokens = {"T1": "xoxb-1", "T2": "xoxb-2"}
    return Postman(tokens.get, wall=lambda: WALL, base_url=slack.url, timeout_seconds=timeout_seconds)


def _letter(**more: Any) -> Letter:
    plain = Letter(
        workspace_id="T1", outbox_id=new_id(NOW), method="chat.postMessage", to="U1", lane="U1", person_id="U1",
        kind="receipt", facts="{}", priority=Priority.ANSWER, due_at=NOW, thread_ts=None, edits_channel=None,
        edits_ts=None, channel=None, ts=None, attempts=1, state="sending", dedupe_key=None, lease_until=WALL + 30,
    )  # fmt: skip
    return replace(plain, **more)


def test_a_message_is_posted_with_our_id_and_without_unfurling(slack: RecordingSlack, postman: Postman) -> None:
    letter = _letter(thread_ts="1.2")
    assert postman.post(letter, HELLO) == Sent("D1", "1700000000.000100")
    [call] = slack.calls
    assert call.token == "xoxb-1"
    assert call.arguments["metadata"] == {"event_type": "dibs", "event_payload": {"id": letter.outbox_id}}
    assert {key: call.arguments[key] for key in ("channel", "text", "thread_ts", "unfurl_links", "unfurl_media")} == {
        "channel": "U1", "text": HELLO.text, "thread_ts": "1.2", "unfurl_links": False, "unfurl_media": False,
    }  # fmt: skip
    assert len(call.arguments["client_msg_id"]) == 36


def test_an_edit_an_ephemeral_and_a_home_are_addressed_as_slack_wants(slack: RecordingSlack, postman: Postman) -> None:
    assert postman.post(_letter(method="chat.update", edits_channel="D1", edits_ts="1.1"), HELLO) == Sent("D1", "1.1")
    assert isinstance(postman.post(_letter(method="chat.postEphemeral", to="C1", person_id="U2"), HELLO), Sent)
    assert postman.post(_letter(method="views.publish"), Payload(view={"type": "home"})) == Sent(None, None)
    update, ephemeral, home = (dict(call.arguments) for call in slack.calls)
    assert (update["channel"], update["ts"]) == ("D1", "1.1")
    assert (ephemeral["channel"], ephemeral["user"]) == ("C1", "U2")
    assert home == {"user_id": "U1", "view": {"type": "home"}}


def test_an_edit_is_cut_after_a_whole_line_where_slack_takes_no_more(slack: RecordingSlack, postman: Postman) -> None:
    long = replace(HELLO, text="*Acme*: in the pool now.\n" * 300)
    postman.post(_letter(method="chat.update", edits_channel="D1", edits_ts="1.1"), long)
    [update] = slack.calls
    assert 3900 < len(update.arguments["text"]) <= 4000 and update.arguments["text"].endswith("now.\n…")


def test_each_workspace_is_spoken_to_with_its_own_token(slack: RecordingSlack, postman: Postman) -> None:
    postman.post(_letter(workspace_id="T2"), HELLO)
    assert postman.post(_letter(workspace_id="T3"), HELLO) == RetryAt(WALL + 600, "not installed")
    assert [call.token for call in slack.calls] == ["xoxb-2"]


@pytest.mark.parametrize(
    ("fault", "outcome"),
    [
        ("429", RetryAt(WALL + 7, "ratelimited")),
        ("500 before", Unknown("http 500")),
        ("500 after", Unknown("http 500")),
        ("503 before", Unknown("http 503")),
        ("time-out before", Unknown("ReadTimeoutError")),
        ("time-out after", Unknown("ReadTimeoutError")),
        ("reset before", Unknown("ProtocolError")),
        ("reset after", Unknown("ProtocolError")),
        ("truncated after", Unknown("ProtocolError")),
        ("html after", Unknown("answer is not JSON")),
    ],
)
def test_a_fault_is_sorted_by_what_it_allows_and_nothing_is_posted_twice(
    slack: RecordingSlack, fault: str, outcome: object
) -> None:
    postman = speaking_to(slack, timeout_seconds=0.3 if "time-out" in fault else 20)
    slack.retry_after, slack.faults = 7, lambda method, arguments: fault
    assert postman.post(_letter(), HELLO) == outcome
    time.sleep(0.05)
    assert len(slack.calls) == 1 and len(slack.messages) == (fault in AFTER)


@pytest.mark.parametrize(
    "code", ["channel_not_found", "is_archived", "account_inactive", "token_revoked", "msg_too_long"]
)
def test_a_refusal_is_final(slack: RecordingSlack, postman: Postman, code: str) -> None:
    slack.refuse["U1"] = code
    assert postman.post(_letter(), HELLO) == Permanent(code)


@pytest.mark.parametrize(
    ("code", "kind"), [("ratelimited", RetryAt), ("service_unavailable", RetryAt), ("internal_error", Unknown)]
)
def test_slacks_own_trouble_is_not_the_letters_end(
    slack: RecordingSlack, postman: Postman, code: str, kind: type
) -> None:
    slack.refuse["U1"] = code
    assert isinstance(postman.post(_letter(), HELLO), kind)


def test_no_connection_is_a_definite_failure() -> None:
    postman = Postman(
        lambda workspace: "xoxb", wall=lambda: WALL, base_url="http://127.0.0.1:9/api/", timeout_seconds=1
    )
    assert postman.post(_letter(), HELLO) == RetryAt(None, "no connection: NewConnectionError")


def test_a_letter_whose_lease_is_nearly_over_is_not_begun(slack: RecordingSlack, postman: Postman) -> None:
    assert postman.post(_letter(lease_until=WALL + 0.2), HELLO) == RetryAt(WALL, "too little of the lease was left")
    assert slack.calls == []


def test_refused_charts_are_replaced_once_and_a_message_without_any_dies(
    slack: RecordingSlack, postman: Postman
) -> None:
    chart = [{"type": "data_visualization"}]
    assert postman.post(_letter(), Payload("Funnel", chart)) == Permanent("invalid_blocks")
    assert isinstance(postman.post(_letter(), Payload("Funnel", chart, fallback_blocks=HELLO.blocks)), Sent)
    assert not postman.draws_charts and len(slack.calls) == 3
    assert postman.post(_letter(), Payload("Funnel", chart, fallback_blocks=chart)) == Permanent("invalid_blocks")
    assert len(slack.messages) == 1 and len(slack.calls) == 4  # what Slack does not draw is not tried again


def test_a_chart_slack_does_not_draw_goes_as_a_picture(slack: RecordingSlack) -> None:
    image = {"type": "image", "slack_file": {"id": "F1"}, "alt_text": "Calls. Tom: 3"}
    painting = Postman(
        lambda workspace: "xoxb", wall=lambda: WALL, base_url=slack.url, picture=lambda workspace, chart: image
    )
    blocks = [HELLO.blocks[0], {"type": "data_visualization"}]
    assert isinstance(painting.post(_letter(), Payload("Calls", blocks, fallback_blocks=HELLO.blocks)), Sent)
    assert slack.messages[-1]["blocks"] == [HELLO.blocks[0], image]


def test_a_message_is_found_by_our_id_in_the_direct_channel(slack: RecordingSlack, postman: Postman) -> None:
    letter = _letter()
    postman.post(_letter(), HELLO), postman.post(letter, HELLO), postman.post(_letter(to="U2"), HELLO)
    assert postman.find(letter) == Sent("D1", "1700000001.000100")
    assert postman.find(replace(letter, to="C1")) == RetryAt(WALL, "not in the channel's history")
    assert postman.find(_letter()) == RetryAt(WALL, "not in the channel's history")


def test_a_reply_is_looked_for_in_its_thread(slack: RecordingSlack, postman: Postman) -> None:
    letter = _letter(to="C1", thread_ts="1.1")
    postman.post(letter, HELLO)
    assert postman.find(letter) == Sent("C1", "1700000000.000100")
    assert isinstance(postman.find(replace(letter, thread_ts=None)), RetryAt)


def test_a_message_far_up_the_channel_is_still_found(slack: RecordingSlack, postman: Postman) -> None:
    letter = _letter()
    postman.post(letter, HELLO)
    for _ in range(450):
        slack.do("chat.postMessage", {"channel": "U1", "text": "noise"})
    assert isinstance(postman.find(letter), Sent)


def test_if_nobody_can_look_now_the_letter_stays_in_doubt(slack: RecordingSlack) -> None:
    postman = speaking_to(slack, timeout_seconds=0.3)
    for fault in ("429", "500 before", "time-out before", "reset before"):
        slack.faults = lambda method, arguments, fault=fault: fault
        assert isinstance(postman.find(_letter()), Unknown)


def test_where_we_may_never_look_it_is_sent_again(slack: RecordingSlack, postman: Postman) -> None:
    slack.refuse["C1"] = "missing_scope"
    assert postman.find(_letter(to="C1")) == RetryAt(WALL, "may not look: missing_scope")


def test_the_connection_is_kept_open_and_replaced_when_slack_closed_it(slack: RecordingSlack, postman: Postman) -> None:
    for _ in range(5):
        postman.post(_letter(), HELLO)
    assert len({call.connection for call in slack.calls}) == 1
    slack.faults = lambda method, arguments: "reset after"
    postman.post(_letter(), HELLO)
    slack.faults = lambda method, arguments: None
    assert isinstance(postman.post(_letter(), HELLO), Sent)


def test_senders_share_the_postman(slack: RecordingSlack) -> None:
    postman = Postman(lambda workspace: "xoxb-1", wall=lambda: WALL, base_url=slack.url, timeout_seconds=20)
    outcomes: list[object] = []
    letters = [_letter(to=f"U{n}") for n in range(24)]
    threads = [
        threading.Thread(target=lambda each=each: outcomes.append(postman.post(each, HELLO))) for each in letters
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(isinstance(outcome, Sent) for outcome in outcomes)
    assert slack.times_said() == {letter.outbox_id: 1 for letter in letters}

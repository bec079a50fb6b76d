"""What does not come from Slack, or comes broken, late or twice: refused, and nothing is written."""

import hashlib
import hmac
import io
import json
import time
from typing import Any

from bot.web import wsgi
from tests.stories.company import BOSS, MEI, TOM, Company
from tests.stories.rep import again, enter, labels, logged, tap

NEW = "new customer Initech: called Bob Lee, they want a quote for 50 seats"


def post(firm: Company, body: bytes, *, secret: str | None = None, at: float | None = None, **environ: Any) -> int:
    """The status of a request made by hand; signed as Slack signs unless told otherwise."""
    stamp = str(int(time.time() if at is None else at))
    key = firm.slack.signing_secret if secret is None else secret
    signature = "v0=" + hmac.new(key.encode(), f"v0:{stamp}:".encode() + body, hashlib.sha256).hexdigest()
    asked = {
        "REQUEST_METHOD": "POST",
        "PATH_INFO": "/slack/events",
        "QUERY_STRING": "",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "CONTENT_TYPE": "application/json",
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.input": io.BytesIO(body),
        "HTTP_X_SLACK_SIGNATURE": signature,
        "HTTP_X_SLACK_REQUEST_TIMESTAMP": stamp,
        **environ,
    }
    given: list[str] = []
    list(wsgi(firm.dibs)(asked, lambda status, headers, *more: given.append(status)))  # type: ignore[arg-type, misc]
    firm.settle()
    return int(given[0].split()[0])


def event(firm: Company, text: str = NEW) -> bytes:
    ts = firm.slack.clock.stamp()
    message = {
        "type": "message",
        "channel": firm.slack.ws.dm(TOM).id,
        "channel_type": "im",
        "user": TOM,
        "text": text,
        "ts": ts,
        "event_ts": ts,
        "team": "T1",
    }
    return json.dumps(
        {"type": "event_callback", "team_id": "T1", "api_app_id": "A1", "event_id": "Ev1", "event": message}
    ).encode()


def nothing_happened(firm: Company) -> bool:
    return firm.heard(TOM) == [] and firm.command(TOM, "/dibs mine").text.startswith("None yet")


def test_a_well_signed_request_is_heard(firm: Company) -> None:
    assert post(firm, event(firm)) == 200
    assert len(logged(firm, TOM)) == 1


def test_a_wrong_signature_is_refused_and_nothing_is_written(firm: Company) -> None:
    assert post(firm, event(firm), secret="someone else's") == 401
    assert nothing_happened(firm)


def test_no_signature_is_refused(firm: Company) -> None:
    assert post(firm, event(firm), HTTP_X_SLACK_SIGNATURE="") == 401
    assert post(firm, event(firm), HTTP_X_SLACK_REQUEST_TIMESTAMP="") == 401
    assert post(firm, event(firm), HTTP_X_SLACK_REQUEST_TIMESTAMP="yesterday") == 401
    assert nothing_happened(firm)


def test_a_stale_request_is_refused(firm: Company) -> None:
    assert post(firm, event(firm), at=time.time() - 6 * 60) == 401
    assert post(firm, event(firm), at=time.time() + 6 * 60) == 401
    assert nothing_happened(firm)


def test_a_replayed_request_is_one_row(firm: Company) -> None:
    body, at = event(firm), time.time()
    assert post(firm, body, at=at) == 200
    assert post(firm, body, at=at) == 200
    assert len(logged(firm, TOM)) == 1


def test_a_body_altered_on_the_way_is_refused(firm: Company) -> None:
    body = event(firm)
    stamp = str(int(time.time()))
    signature = hmac.new(firm.slack.signing_secret.encode(), f"v0:{stamp}:".encode() + body, hashlib.sha256)
    altered = body.replace(b"Initech", b"Hooli")
    assert post(firm, altered, HTTP_X_SLACK_SIGNATURE="v0=" + signature.hexdigest()) == 401
    assert nothing_happened(firm)


def test_four_megabytes_are_refused_unread(firm: Company) -> None:
    assert post(firm, b"x" * (4 * 1024 * 1024 + 1)) == 413
    assert post(firm, b"{}", CONTENT_LENGTH=str(10**12)) == 413
    assert nothing_happened(firm)


def test_malformed_bodies_are_refused_and_break_nothing(firm: Company) -> None:
    for body in (b"{", b"", b"[]", b"null", b'"x"', b"\xff\xfe", b"payload=%7B", b'{"type":"event_callback"}'):
        assert 400 <= post(firm, body) < 500, body
    assert post(firm, event(firm)) == 200
    assert len(logged(firm, TOM)) == 1


def test_malformed_forms_are_refused_and_break_nothing(firm: Company) -> None:
    kind = {"CONTENT_TYPE": "application/x-www-form-urlencoded"}
    for body in (
        b"payload={",
        b"payload=",
        b"payload=[]",
        b"payload=null",
        b"a=b",
        b"%",
        b"command=/nosuch&team_id=T1",
    ):
        assert 400 <= post(firm, body, **kind) < 500, body


def test_an_event_nobody_listens_for_is_not_sent_for_ever(firm: Company) -> None:
    body = json.dumps(
        {"type": "event_callback", "team_id": "T1", "event_id": "Ev2", "event": {"type": "tokens_revoked"}}
    )
    assert post(firm, body.encode()) == 200


def test_a_button_nobody_knows_any_more_is_acknowledged(firm: Company) -> None:
    receipt = enter(firm, TOM, "Globex")
    old = json.loads(json.dumps(firm.slack.deliveries[-1].payload))
    tap(firm, TOM, receipt, "Customer card")
    pressed = next(one.payload for one in reversed(firm.slack.deliveries) if one.payload.get("type") == "block_actions")
    for action_id in ("gone.verb|x", "log.undo", "log.undo|a|b", "log.undo|nosuch", "note.choose|x", "plan.done|x|y"):
        copied = json.loads(json.dumps(pressed))
        copied["actions"][0]["action_id"] = action_id
        assert firm.slack.courier.interaction(copied).error is None, action_id
    firm.settle()
    assert old and "Globex" in firm.command(TOM, "/dibs mine").text


def test_a_deactivated_member_is_told_and_nothing_is_kept(firm: Company) -> None:
    enter(firm, MEI, "华为")
    receipt = firm.last(MEI)
    view = open_form(firm)
    late = json.loads(event(firm, NEW))["event"]
    firm.slack.deactivate(MEI)
    firm.settle()
    before = len(firm.heard(MEI))
    firm.slack.emit({**late, "user": MEI, "channel": firm.slack.ws.dm(MEI).id})
    firm.settle()
    assert len(firm.heard(MEI)) == before
    assert "I know no customer" in firm.command(TOM, "/who Initech").text
    tap(firm, MEI, receipt, "撤销")
    assert "华为" in firm.command(BOSS, "/who 华为").text
    refused = firm.slack.submit(view, MEI, {"new_name": "Hooli", "outcome": "要报价"})
    assert refused.errors == {"customer": "这个账号已停用，所以没有保存。"}


def open_form(firm: Company) -> Any:
    firm.command(MEI, "/log")
    return firm.slack.open_view(MEI)


def test_commands_slack_does_not_know_never_reach_the_bot(firm: Company) -> None:
    assert firm.slack.command(TOM, "/nosuch").error == "unknown_command"


def test_pressing_everything_twice_on_old_messages_changes_nothing_twice(firm: Company) -> None:
    receipt = enter(firm, TOM, "Globex", due_on="2026-03-10", due_at="22:00", step="send the quote")
    firm.wait(hours=2)
    reminder = firm.last(TOM)
    for message in (receipt, reminder):
        for label in labels(message):
            for _ in range(2):
                tap(firm, TOM, message, label)
                while firm.slack.open_view(TOM):
                    firm.slack.close_view(TOM)
    assert again(firm, TOM, receipt).text.startswith("Undone:")

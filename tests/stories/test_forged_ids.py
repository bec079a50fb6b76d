"""What comes back from Slack behind buttons and forms is believed in nothing: another's ids, ids of nothing, and forms
from before an update are refused in words, and nothing is changed."""

import json
import logging
from typing import Any

import pytest

from handlers.kit import ids
from handlers.kit.ids import Tap
from sandbox import payloads
from sandbox.nouns import Message
from tests.stories.company import MEI, TOM, Company
from tests.stories.founded import all_rows
from tests.stories.rep import enter

TAPS = [tap for tap in vars(ids).values() if isinstance(tap, Tap)]
FORMS = sorted(
    value for name, value in vars(ids).items() if name.endswith("_FORM") and name != "PLAN_FORM"
)  # a plan's names nothing
OF_THE_BOT = {"outbox", "seen"}  # what was heard and said
# Asked of whoever has it: to be told, to join, to get it; anybody may
MAY_BE_ASKED = {ids.JOIN, ids.QUEUE_JOIN, ids.QUEUE_LEAVE, ids.ASK_OWNER}
# A word about somebody else's customer is kept for its owner, and one's own leave and settings name nobody else
MAY_BE_SENT = {ids.LOG_FORM, ids.COMPLAINT_FORM, ids.LEAVE_FORM, ids.SETTINGS_FORM}
TYPED = {
    "outcome": "told us a great deal",
    "name": "Forged",
    "words": "forged",
    "reason": "poor_fit",
    "resolution": "done",
}


@pytest.fixture
def of_mei(firm: Company) -> dict[str, Any]:
    """Whatever Mei has, an id each, by the name it has in the records."""
    enter(firm, MEI, "华为技术", due_on="2026-03-13", step="发报价")
    for line in ("商机 华为技术 50k", "投诉 华为技术 机器坏了两次", "请假 3月20日到23日", "锁定 华为技术"):
        firm.command(MEI, f"/dibs {line}")
    firm.submit(MEI, {"words": "机器坏了两次"})
    firm.say(MEI, "今天给没听说过的公司打了电话，要报价")
    held: dict[str, Any] = {"rep_id": MEI, "owner_id": MEI, "manager_id": MEI, "kept_epoch": 1, "gone_epoch": 1}
    for rows in all_rows(firm.dibs.database).values():
        for row in rows:
            held |= {name: value for name, value in row.items() if name.endswith("_id") and value}
    one = held["customer_id"]
    return held | {"person_id": MEI, "epoch": 1, "version": 1, "kept_id": one, "gone_id": one}


def press(firm: Company, where: Message, action_id: str) -> None:
    made = {"type": "button", "action_id": action_id, "block_id": "b", "action_ts": firm.slack.clock.stamp()}
    pressed = payloads.block_actions(firm.slack.ws, TOM, [made], message=where, view=None)
    assert firm.slack.courier.interaction(pressed).ok, action_id
    while firm.slack.open_view(TOM):
        firm.slack.close_view(TOM)


def submit(firm: Company, form: str, metadata: str, customer_id: str) -> dict[str, str]:
    """The errors it is answered with."""
    typed = TYPED | {"customer": customer_id, "rep": TOM, "to": TOM, "due_on": "2026-03-20", "channel": "C0SALES"}
    view = {
        "id": f"V{form}{len(metadata)}",
        "type": "modal",
        "callback_id": form,
        "private_metadata": metadata,
        "state": {"values": {field: {field: {"type": "x", "value": value}} for field, value in typed.items()}},
    }
    sent = {"type": "view_submission", "team": {"id": "T1"}, "user": {"id": TOM, "team_id": "T1"}, "view": view}
    answer = firm.slack.courier.interaction(sent)
    assert answer.ok, (form, answer)
    errors: dict[str, str] = json.loads(answer.body or b"{}").get("errors", {})
    return errors


def metadata_of_mei(form: str, of_mei: dict[str, Any], now: str) -> str:
    """What such a form would carry had she opened it."""
    plain = {ids.RULE_FORM: "1|||", ids.IMPORT_FORM: "nosuch", ids.DAYS_FORM: of_mei["team_id"]}
    about = {name.removesuffix("_id"): one for name, one in of_mei.items()}
    about |= {"opened_at": now, "stood": {}, "asked": [], "grade": True, "seen": "x", "zone": "", "kind": "complaint"}
    return plain.get(form) or json.dumps(about | {"draft": None if form == ids.LOG_FORM else about["draft"]})


def test_ids_that_are_another_s_or_of_nothing_are_refused_in_words_and_change_nothing(
    firm: Company, of_mei: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    receipt = enter(firm, TOM, "Acme")
    before = all_rows(firm.dibs.database)
    for tap in TAPS:
        hers = [str(of_mei.get(name, "x")) for name in tap.names]
        for facts in ([] if tap in MAY_BE_ASKED else hers, ["9" * 40] * len(tap.names)):
            press(firm, receipt, "|".join([tap.verb, *facts]))
    taken = []
    for form in FORMS:
        hers, of_nothing = metadata_of_mei(form, of_mei, firm.now.isoformat()), json.dumps({"customer": "nosuch"})
        sent = {hers, of_nothing, "[]", "{"} - ({of_nothing} if form in MAY_BE_SENT else set())
        if form in MAY_BE_SENT - {ids.LOG_FORM}:
            sent.remove(hers)
        taken += [f"{form} {one[:80]}" for one in sent if not submit(firm, form, one, of_mei["customer_id"])]
    after = all_rows(firm.dibs.database)
    assert {name for name in after if after[name] != before[name]} - OF_THE_BOT == set()
    assert [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR] == []
    assert taken == []
    firm.settle()
    assert firm.told(TOM, "from before I was updated")

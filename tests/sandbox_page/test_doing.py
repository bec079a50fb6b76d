"""What a person does on the page, and what the server hears of it."""

from __future__ import annotations

import time
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.sandbox_page.conftest import PHONE, Open, person
from tests.sandbox_page.samples import HOME, MODAL, NOW, button, mrkdwn, option
from tests.sandbox_page.stub import Stub, said

pytestmark = pytest.mark.browser


def heard(page: Page, stub: Stub, path: str) -> Any:
    """The body of the last POST to ``path``, once it has come."""
    for _ in range(80):
        if any(sent == path for sent, _ in stub.sent):
            return stub.last(path)
        page.wait_for_timeout(25)
    raise AssertionError(f"nothing was sent to {path}: {stub.sent}")


def composer(page: Page) -> Any:
    return page.get_by_label("Message Dibs")


def open_modal(page: Page, stub: Stub, **changes: Any) -> None:
    stub.view = {**MODAL, **changes}
    stub.tell(type="view", user="U_TOM")
    page.wait_for_selector("dialog")


# writing


def test_enter_sends_and_shift_enter_breaks_the_line(open_as: Open, stub: Stub) -> None:
    page = open_as()
    composer(page).fill("called Acme")
    composer(page).press("Shift+Enter")
    composer(page).type("ok")
    composer(page).press("Enter")
    sent = heard(page, stub, "say")
    assert sent == {"as": "U_TOM", "channel": "dm", "text": "called Acme\nok"}
    expect(composer(page)).to_have_value("")


def test_the_enter_of_an_input_method_sends_nothing(open_as: Open, stub: Stub) -> None:
    page = open_as()
    composer(page).fill("给华为打了电话")
    composer(page).evaluate(
        "box => box.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', isComposing: true, bubbles: true}))"
    )
    page.wait_for_timeout(100)
    assert stub.sent == []
    expect(composer(page)).to_have_value("给华为打了电话")


def test_a_slash_command_is_completed_word_by_word(open_as: Open, stub: Stub) -> None:
    page = open_as()
    composer(page).type("/d")
    composer(page).press("Enter")
    expect(composer(page)).to_have_value("/dibs ")
    expect(page.get_by_role("option", name="/dibs 我的")).to_be_visible()
    composer(page).type("我")
    composer(page).press("Tab")
    composer(page).press("Enter")
    assert heard(page, stub, "command") == {"as": "U_TOM", "channel": "dm", "line": "/dibs 我的"}


def test_a_refused_command_gives_its_words_back(open_as: Open, stub: Stub) -> None:
    page = open_as()
    stub.answers["command"] = {"ok": True, "command_error": "http_timeout"}
    composer(page).fill("/who acme")
    composer(page).press("Enter")
    expect(page.locator(".toast")).to_contain_text("did not answer in three seconds")
    expect(composer(page)).to_have_value("/who acme")


def test_a_person_named_after_an_at_sign_becomes_a_mention(open_as: Open, stub: Stub) -> None:
    page = open_as()
    composer(page).type("cover by @li")
    composer(page).press("Enter")
    composer(page).type("please")
    composer(page).press("Enter")
    assert heard(page, stub, "say")["text"] == "cover by <@U_LI> please"


def test_a_draft_waits_for_its_person(open_as: Open) -> None:
    page = open_as()
    composer(page).fill("half a thought")
    person(page, "Amy Stone").click()
    expect(composer(page)).to_have_value("")
    person(page, "Tom Baker").click()
    expect(composer(page)).to_have_value("half a thought")


def test_a_dropped_file_is_sent(open_as: Open, stub: Stub) -> None:
    page = open_as()
    drop = """() => { const data = new DataTransfer(); data.items.add(new File(['a,b'], 'leads.csv'));
        for (const type of ['dragover', 'drop']) {
            const drop = new DragEvent(type, {dataTransfer: data, bubbles: true, cancelable: true});
            document.getElementById('place').dispatchEvent(drop); } }"""
    page.evaluate(drop)
    sent = heard(page, stub, "upload")
    assert b'filename="leads.csv"' in sent and b"U_TOM" in sent


# messages


def test_the_message_menu_reacts_edits_deletes_and_logs(open_as: Open, stub: Stub) -> None:
    page = open_as()
    mine = page.locator(".message").first
    ts = stub.messages[0]["ts"]

    def choose(name: str) -> None:
        mine.hover()
        mine.get_by_label("More").click()
        page.get_by_role("menuitem", name=name).click()

    choose("React with a cross")
    assert heard(page, stub, "react") == {"as": "U_TOM", "channel": "dm", "ts": ts, "name": "x", "remove": False}
    choose("Log to Dibs")
    assert heard(page, stub, "shortcut") == {"as": "U_TOM", "callback_id": "log_message", "channel": "dm", "ts": ts}
    choose("Edit message")
    page.get_by_role("textbox", name="Edit message").fill("called Acme twice")
    page.keyboard.press("Enter")
    assert heard(page, stub, "edit")["text"] == "called Acme twice"
    choose("Delete message")
    page.get_by_role("dialog").get_by_role("button", name="Delete message").click()
    assert heard(page, stub, "delete")["ts"] == ts


def test_a_workflows_step_is_run_by_hand(open_as: Open, stub: Stub) -> None:
    page = open_as("U_TOM")
    page.get_by_label("Shortcuts and files").click()
    page.get_by_role("menuitem", name="Workflow step: Add a lead").click()
    page.get_by_role("textbox", name="Company").fill("Globex")
    page.get_by_role("button", name="Run").click()
    assert heard(page, stub, "step") == {"as": "U_TOM", "callback_id": "add_lead", "inputs": {"company": "Globex"}}


def test_only_ones_own_message_can_be_edited(open_as: Open) -> None:
    page = open_as("U_AMY")
    page.locator(".message").first.hover()
    page.locator(".message").first.get_by_label("More").click()
    assert page.get_by_role("menuitem").all_inner_texts() == ["React with a cross", "Reply in thread", "Log to Dibs"]


def test_a_thread_opens_beside_and_takes_replies(open_as: Open, stub: Stub) -> None:
    page = open_as()
    page.get_by_role("button", name="1 reply").click()
    thread = page.locator("#thread")
    expect(thread).to_contain_text("and she likes blue")
    thread.get_by_label("Reply…").fill("noted")
    page.keyboard.press("Enter")
    assert heard(page, stub, "say")["thread_ts"] == stub.messages[1]["ts"]
    page.keyboard.press("Escape")
    expect(thread).to_be_hidden()


def test_a_new_message_is_announced_and_shown(open_as: Open, stub: Stub) -> None:
    page = open_as()
    stub.messages.append(said(1600, "Acme is yours until *Friday*"))
    stub.tell(type="message", user=None, channel="D_U_TOM")
    expect(page.locator("#announcer")).to_have_text("Dibs: Acme is yours until Friday")
    expect(page.locator(".message").last).to_be_in_viewport()


def test_a_person_with_news_has_a_dot_until_one_looks(open_as: Open, stub: Stub) -> None:
    page = open_as()
    stub.tell(type="message", user=None, channel="D_U_LI")
    chip = person(page, "李娜")
    expect(chip.locator(".dot")).to_be_visible()
    assert person(page, "Amy Stone").locator(".dot").count() == 0
    chip.click()
    expect(chip.locator(".dot")).to_have_count(0)


def test_an_untouched_message_keeps_its_open_choices_when_another_comes(open_as: Open, stub: Stub) -> None:
    page = open_as()
    page.get_by_role("checkbox", name="Date").first.check()
    stub.messages.append(said(1600, "news"))
    stub.tell(type="message", user=None, channel="D_U_TOM")
    expect(page.locator(".message").last).to_contain_text("news")
    expect(page.get_by_role("checkbox", name="Date").first).to_be_checked()


# pressing and choosing


def test_a_press_carries_the_message_and_the_state(open_as: Open, stub: Stub) -> None:
    page = open_as()
    page.get_by_role("button", name="Undo", exact=True).click()
    sent = heard(page, stub, "action")
    assert sent["container"] == {"type": "message", "channel": "dm", "ts": stub.messages[1]["ts"], "ephemeral": False}
    assert (sent["block_id"], sent["action_id"], sent["value"]) == ("doings", "undo", "undo")


def test_a_dangerous_press_is_asked_about_first(open_as: Open, stub: Stub) -> None:
    page = open_as()
    page.get_by_role("button", name="Let go").click()
    expect(page.get_by_role("dialog")).to_contain_text("It goes back to the pool at once.")
    page.get_by_role("button", name="Keep").click()
    assert [path for path, _ in stub.sent] == []
    page.get_by_role("button", name="Let go").click()
    page.get_by_role("dialog").get_by_role("button", name="Let go").click()
    assert heard(page, stub, "action")["action_id"] == "let_go"


@pytest.mark.parametrize(
    ("opener", "choice", "sent"),
    [
        ("Stage: Qualified", "Won", {"selected_option": option("Won", "won")}),
        ("Owner", "陈美", {"selected_user": "U_MEI"}),
        ("Channel", "#sales", {"selected_channel": "C_SALES"}),
    ],
)
def test_a_choice_is_sent_under_slacks_name(
    open_as: Open, stub: Stub, opener: str, choice: str, sent: dict[str, Any]
) -> None:
    page = open_as()
    page.get_by_role("button", name=opener, exact=True).click()
    page.get_by_role("option", name=choice).click()
    action = heard(page, stub, "action")
    assert sent.items() <= action.items()
    assert sent.items() <= action["state"]["values"]["selects"][action["action_id"]].items()


def test_dates_and_times_are_sent_as_slack_sends_them(open_as: Open, stub: Stub) -> None:
    page = open_as("U_LI")
    page.locator("input[type=datetime-local]").fill("2026-11-25T09:30")
    assert heard(page, stub, "action")["selected_date_time"] == NOW + 3 * 86400 + 7.5 * 3600  # 01:30 UTC
    stub.sent.clear()
    page.locator("input[type=date]").first.fill("2026-12-01")
    assert heard(page, stub, "action")["selected_date"] == "2026-12-01"


def test_an_overflow_menu_works_by_keyboard_alone(open_as: Open, stub: Stub) -> None:
    page = open_as()
    page.locator(".button.overflow").first.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert heard(page, stub, "action")["selected_option"]["value"] == "move"
    expect(page.get_by_role("menu")).to_have_count(0)


# modals


def fill_modal(page: Page, stub: Stub) -> None:
    stub.answers["options"] = {"ok": True, "options": [option("Acme", "c1")]}
    page.get_by_label("Customer").click()
    page.get_by_role("searchbox").fill("ac")
    page.get_by_role("option", name="Acme").click()
    page.get_by_label("Outcome").fill("They want 80 seats")


def test_a_modal_is_submitted_with_slacks_state(open_as: Open, stub: Stub) -> None:
    page = open_as()
    open_modal(page, stub)
    fill_modal(page, stub)
    page.get_by_label("Visit").check()
    page.get_by_label("Tags").click()
    page.get_by_role("option", name="Hot").click()
    page.get_by_role("option", name="VIP").click()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_visible()
    stub.answers["view_submit"] = lambda body: (setattr(stub, "view", None), {"ok": True, "errors": {}})[1]
    page.get_by_role("button", name="Save").click()
    values = heard(page, stub, "view_submit")["state"]["values"]
    assert values["customer"]["a"] == {"type": "external_select", "selected_option": option("Acme", "c1")}
    assert values["kind"]["a"]["selected_option"]["value"] == "visit"
    assert values["outcome"]["a"]["value"] == "They want 80 seats"
    assert values["next"]["a"]["value"] is None
    assert values["day"]["a"]["selected_date"] == "2026-11-24"
    assert [one["value"] for one in values["tags"]["a"]["selected_options"]] == ["hot", "vip"]
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_errors_stand_at_their_fields_and_nothing_typed_is_lost(open_as: Open, stub: Stub) -> None:
    page = open_as()
    open_modal(page, stub)
    fill_modal(page, stub)
    stub.answers["view_submit"] = {"ok": True, "errors": {"next": "Say what, please"}}
    page.get_by_role("button", name="Save").click()
    field = page.get_by_label("Next step")
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_text("Say what, please")).to_be_visible()
    expect(page.get_by_label("Outcome")).to_have_value("They want 80 seats")
    field.fill("send the quote")
    expect(page.get_by_text("Say what, please")).to_be_hidden()


def test_a_submit_the_app_did_not_take_keeps_the_modal(open_as: Open, stub: Stub) -> None:
    page = open_as()
    open_modal(page, stub)
    fill_modal(page, stub)
    stub.answers["view_submit"] = {"ok": True, "errors": {}, "view_error": "We had some trouble connecting. Try again?"}
    page.get_by_role("button", name="Save").click()
    expect(page.locator("dialog .toast")).to_contain_text("trouble connecting")
    expect(page.get_by_label("Outcome")).to_have_value("They want 80 seats")


def test_a_required_field_left_empty_is_not_sent(open_as: Open, stub: Stub) -> None:
    page = open_as()
    open_modal(page, stub)
    page.get_by_label("Outcome").fill(" ")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Please fill in this field.")).to_have_count(2)
    assert stub.sent == []


def test_an_update_of_the_view_keeps_what_is_typed_and_the_caret(open_as: Open, stub: Stub) -> None:
    page = open_as()
    open_modal(page, stub)
    outcome = page.get_by_label("Outcome")
    outcome.fill("half a sen")
    blocks = [
        {**one, "hint": {"type": "plain_text", "text": "A new hint"}} if one.get("block_id") == "outcome" else one
        for one in MODAL["blocks"]
    ]
    stub.view = {
        **MODAL,
        "hash": "2",
        "blocks": [{"type": "section", "block_id": "new", "text": mrkdwn("Found Acme")}, *blocks],
    }
    stub.tell(type="view", user="U_TOM")
    expect(page.get_by_role("dialog")).to_contain_text("A new hint")
    page.keyboard.type("tence")
    expect(outcome).to_have_value("half a sentence")


def test_going_back_finds_the_first_view_as_it_was_left(open_as: Open, stub: Stub) -> None:
    page = open_as()
    open_modal(page, stub)
    page.get_by_label("Outcome").fill("not lost")
    stub.view = {**MODAL, "id": "V2", "previous_view_id": "V1", "title": {"type": "plain_text", "text": "New contact"}}
    stub.tell(type="view", user="U_TOM")
    expect(page.get_by_role("dialog")).to_contain_text("New contact")
    expect(page.get_by_label("Outcome")).to_have_value("They want 50 seats")
    stub.view = MODAL
    page.get_by_role("button", name="Back", exact=True).click()
    assert heard(page, stub, "view_close") == {"as": "U_TOM", "view_id": "V2", "everything": False}
    expect(page.get_by_label("Outcome")).to_have_value("not lost")


def test_the_focus_stays_inside_a_modal(open_as: Open, stub: Stub) -> None:
    page = open_as()
    open_modal(page, stub)
    for _ in range(25):
        page.keyboard.press("Tab")
        inside = "document.activeElement === document.body || Boolean(document.activeElement.closest('dialog'))"
        assert page.evaluate(inside)
    stub.answers["view_close"] = lambda body: (setattr(stub, "view", None), {"ok": True})[1]
    page.keyboard.press("Escape")
    assert heard(page, stub, "view_close")["everything"] is True
    expect(page.get_by_role("dialog")).to_have_count(0)


# home and clock


def test_the_home_tab_tells_the_app_and_follows_it(open_as: Open, stub: Stub) -> None:
    page = open_as()
    page.get_by_role("tab", name="Home").click()
    assert heard(page, stub, "open_home") == {"as": "U_TOM"}
    page.get_by_role("button", name="Log call").click()
    assert heard(page, stub, "action")["container"] == {"type": "home", "view_id": "VH"}
    stub.home = {
        **HOME,
        "blocks": [
            {
                "type": "section",
                "block_id": "s",
                "text": mrkdwn("All done"),
                "accessory": button("Log call", "log_call"),
            }
        ],
    }
    stub.tell(type="home", user="U_TOM")
    expect(page.locator(".home")).to_contain_text("All done")
    expect(page.get_by_role("button", name="Log call")).to_be_focused()


@pytest.mark.parametrize(
    ("name", "sent"),
    [("+1 hour", {"advance_seconds": 3600}), ("+1 day", {"advance_seconds": 86400}), ("Next event", {"to_next": True})],
)
def test_the_clock_moves_and_shows_that_it_does(open_as: Open, stub: Stub, name: str, sent: dict[str, Any]) -> None:
    page = open_as(size=PHONE)

    def moved(body: Any) -> Any:
        time.sleep(0.3)
        return {"ok": True, "clock": {"now": NOW + 86400, "real": NOW, "offset_seconds": 86400}}

    stub.answers["clock"] = moved
    page.get_by_role("button", name=name).click()
    expect(page.locator("#clock progress")).to_be_visible()
    expect(page.locator("#clock time")).to_have_text("Sun 22 Nov, 18:00")
    expect(page.locator("#clock progress")).to_have_count(0)
    assert heard(page, stub, "clock") == sent


def test_the_clock_can_be_put_back(open_as: Open, stub: Stub) -> None:
    stub.state["clock"] = {"now": NOW + 86400, "real": NOW, "offset_seconds": 86400}
    page = open_as()
    stub.answers["clock"] = {"ok": True, "clock": {"now": NOW, "real": NOW, "offset_seconds": 0}}
    page.get_by_role("button", name="Back to real time").click()
    assert heard(page, stub, "clock") == {"reset": True}
    expect(page.locator("#clock time")).to_have_text("Sat 21 Nov, 18:00")


def test_the_people_can_be_changed_from_the_keyboard(open_as: Open) -> None:
    page = open_as()
    page.keyboard.press("Alt+3")
    expect(person(page, "Amy Stone")).to_have_attribute("aria-pressed", "true")


def test_on_a_phone_the_conversations_are_in_a_drawer(open_as: Open) -> None:
    page = open_as(size=PHONE)
    expect(page.locator("#sidebar")).to_be_hidden()
    page.get_by_role("button", name="Conversations").click()
    page.get_by_role("button", name="sales", exact=False).first.click()
    expect(page.get_by_role("heading", name="#sales")).to_be_visible()
    expect(page.locator("#sidebar")).to_be_hidden()

"""The page, the sandbox's server and an app of Bolt's together: what is pressed arrives, what is answered is seen."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect
from slack_bolt.adapter.wsgi import SlackRequestHandler

from sandbox.server import serve
from sandbox.slack import Slack
from tests.sandbox_page.conftest import person
from tests.sandbox_page.small_app import small_app

pytestmark = pytest.mark.browser
COMMANDS = [{"command": "/who", "usage_hint": "customer", "description": "Whose is it?", "should_escape": True}]
SHORTCUTS = [
    {"type": "message", "callback_id": "log_message", "name": "Log to Dibs"},
    {"type": "global", "callback_id": "log_call", "name": "Log a call"},
]


@pytest.fixture
def slack() -> Iterator[Slack]:
    slack = Slack(commands=COMMANDS, shortcuts=SHORTCUTS)
    slack.add_user("U_TOM", name="tom", real_name="Tom Baker", title="Rep", tz="Europe/London", locale="en-GB")
    slack.add_user("U_LI", name="lina", real_name="李娜", title="销售代表", tz="Asia/Shanghai", locale="zh-CN")
    slack.add_channel("C_SALES", name="sales", members=("U_TOM", "U_LI"))
    yield slack
    slack.close()


@pytest.fixture
def page(slack: Slack, visit: Callable[..., Page]) -> Iterator[Page]:
    with serve(slack) as server:
        app = small_app(server.api_url, slack.courier.signing_secret)
        slack.connect_wsgi(SlackRequestHandler(app, path="/slack/events"))
        page = visit(f"{server.url}/#as=U_TOM&channel=dm&tab=messages")
        page.get_by_label("Message Dibs").wait_for()
        yield page


def write(page: Page, words: str) -> None:
    page.locator("#place textarea").fill(words)
    page.keyboard.press("Enter")


def test_a_note_is_answered_with_a_receipt(page: Page) -> None:
    write(page, "called Acme & Sons <50 seats>")
    expect(page.locator(".message").first).to_contain_text("called Acme & Sons <50 seats>")
    expect(page.locator(".message").last).to_contain_text("Logged: call, Jane Wu (Acme)")


def test_a_press_opens_a_modal_whose_errors_are_shown_and_mended(page: Page) -> None:
    write(page, "called Acme")
    page.get_by_role("button", name="Edit").click()
    page.get_by_role("button", name="Customer").click()
    page.get_by_role("option", name="新华书店").click()
    page.get_by_label("Outcome").fill("ok")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("A little more, please")).to_be_visible()
    page.get_by_label("Outcome").fill("they want 50 seats")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator(".message").last).to_contain_text("Saved for 新华书店.")


def test_a_press_may_change_the_message(page: Page) -> None:
    write(page, "called Acme")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".message").last).to_contain_text("Taken back.")


def test_a_command_is_answered_to_one_person_only(page: Page) -> None:
    write(page, "/who acme")
    expect(page.locator(".message.ephemeral")).to_contain_text("acme is free")
    person(page, "李娜").click()
    expect(page.locator(".empty")).to_be_visible()


def test_an_unknown_command_says_so(page: Page) -> None:
    write(page, "/whom acme")
    expect(page.locator(".toast")).to_contain_text("no such command")


def test_the_home_is_filled_when_it_is_opened(page: Page) -> None:
    page.get_by_role("tab", name="Home").click()
    expect(page.locator(".home")).to_contain_text("Acme is yours for 3 more days")


def test_the_cross_undoes_and_shortcuts_open(page: Page) -> None:
    write(page, "called Acme")
    expect(page.locator(".message")).to_have_count(2)
    first = page.locator(".message").first
    first.hover()
    first.get_by_label("More").click()
    page.get_by_role("menuitem", name="React with a cross").click()
    expect(page.locator(".message").last).to_contain_text("Undone.")
    expect(first.locator(".reaction")).to_have_attribute("aria-pressed", "true")
    first.hover()
    first.get_by_label("More").click()
    page.get_by_role("menuitem", name="Log to Dibs").click()
    expect(page.get_by_label("Outcome")).to_have_value("called Acme")
    page.get_by_role("button", name="Cancel").click()
    page.get_by_label("Shortcuts and files").click()
    page.get_by_role("menuitem", name="Log a call").click()
    expect(page.get_by_role("dialog")).to_contain_text("Log a call")


def test_the_clock_runs_for_everybody(page: Page, slack: Slack) -> None:
    page.get_by_role("button", name="+1 day").click()
    expect(page.locator(".face.ahead")).to_be_visible()
    assert 86_390 < slack.clock.offset_seconds <= 86_400
    page.get_by_role("button", name="Back to real time").click()
    expect(page.locator(".face.ahead")).to_have_count(0)


def test_edits_and_deletions_are_seen(page: Page, slack: Slack) -> None:
    write(page, "called Acme")
    expect(page.locator(".message")).to_have_count(2)
    first = page.locator(".message").first
    first.hover()
    first.get_by_label("More").click()
    page.get_by_role("menuitem", name="Edit message").click()
    page.get_by_role("textbox", name="Edit message").fill("called <@U_LI> & Acme")
    page.keyboard.press("Enter")
    expect(first).to_contain_text("called @李娜 & Acme")
    expect(first).to_contain_text("(edited)")
    first.hover()
    first.get_by_label("More").click()
    page.get_by_role("menuitem", name="Delete message").click()
    page.get_by_role("dialog").get_by_role("button", name="Delete message").click()
    expect(page.locator(".message")).to_have_count(1)


def test_an_absent_app_is_said_and_the_press_can_be_repeated(page: Page, slack: Slack) -> None:
    write(page, "called Acme")
    expect(page.get_by_role("button", name="Undo")).to_be_visible()
    slack.disconnect_bot()
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".toast")).to_contain_text("The app is not there just now")
    expect(page.get_by_role("button", name="Undo")).to_have_attribute("class", "button ")

"""What the page draws: every block and element, words in the reader's zone and language, nothing as markup."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

import sandbox
from tests.sandbox_page.conftest import DESK, PHONE, Open, person
from tests.sandbox_page.samples import MODAL, NOW
from tests.sandbox_page.stub import Stub, said

pytestmark = pytest.mark.browser
PAGE = Path(sandbox.__file__).parent / "page"
SCRIPTS = sorted(PAGE.glob("*.js"))


def test_every_block_and_element_has_a_drawing(open_as: Open, stub: Stub) -> None:
    page = open_as()
    assert page.locator(".unknown").count() == 0
    for kind in ("section", "header", "divider", "context", "actions", "image", "rich_text", "table", "markdown"):
        assert page.locator(f".block-{kind}").count() > 0, kind
    for kind in ("bar", "line", "area", "pie"):
        assert page.locator(f".chart-{kind} svg").count() == 1, kind
    assert page.locator("input[type=date], input[type=time], input[type=datetime-local]").count() == 3


def test_a_chart_says_its_figures_to_those_who_cannot_see_it(open_as: Open) -> None:
    page = open_as()
    label = page.locator(".chart-pie svg").get_attribute("aria-label") or ""
    assert "Lead 31 (49%)" in label
    assert (
        page.locator(".chart-bar text", has_text="W47, before Singles").count() == 1
    )  # whole, however narrow its place
    assert "Li Na: W43 4, W44 7" in (page.locator(".chart-bar svg").get_attribute("aria-label") or "")


def test_marks_are_drawn_and_escapes_turned_back_once(open_as: Open) -> None:
    said_marks = open_as().locator(".message", has_text="stays")
    assert said_marks.locator("strong", has_text="bold").count() == 1
    assert said_marks.locator("em").inner_text() == "italic"
    assert said_marks.locator("s").inner_text() == "gone"
    assert "5*3*2 stays" in said_marks.inner_text()
    assert said_marks.locator("blockquote").inner_text() == "quoted & kept"
    assert said_marks.locator("li").all_inner_texts() == ["one", "two"]
    assert "<b>not bold</b>" in said_marks.inner_text()
    assert said_marks.locator(".mention").all_inner_texts() == ["@陈美", "@here"]


HOSTILE = '<img src=x onerror="window.hit=1"><script>window.hit=1</script>'


def test_what_people_write_never_becomes_markup(open_as: Open, stub: Stub) -> None:
    hostile = {"type": "section", "block_id": "h", "text": {"type": "mrkdwn", "text": f"{HOSTILE} <javascript:hit|x>"}}
    stub.messages.append(
        said(1500, HOSTILE, blocks=[hostile, {"type": "markdown", "text": f"[x](javascript:hit) {HOSTILE}"}])
    )
    stub.messages.append(said(1501, HOSTILE, "U_TOM"))
    stub.state["users"][0]["real_name"] = HOSTILE
    page = open_as("U_LI")
    page.wait_for_timeout(100)
    assert page.evaluate("window.hit") is None
    assert page.locator(".message img[src=x], .message script, a[href^=javascript]").count() == 0


def test_no_script_of_the_page_parses_html() -> None:
    for script in SCRIPTS:
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", script.read_text()), (
            script.name
        )


def test_times_are_the_acting_persons(open_as: Open) -> None:
    page = open_as("U_TOM")
    assert "Tuesday 24 November 09:00" in page.locator(".message", has_text="Logged:").inner_text()
    person(page, "李娜").click()
    expect(page.locator(".message", has_text="Logged:")).to_contain_text("11月24日星期二 17:00")
    person(page, "Amy Stone").click()
    expect(page.locator(".message", has_text="Logged:")).to_contain_text("Tuesday, November 24 4:00 AM")


def test_the_page_speaks_the_acting_persons_language(open_as: Open) -> None:
    page = open_as("U_TOM")
    expect(page.get_by_role("tab", name="Home")).to_be_visible()
    person(page, "陈美").click()
    expect(page.get_by_role("tab", name="主页")).to_be_visible()
    expect(page.get_by_label("发消息给 Dibs")).to_be_visible()
    assert page.evaluate("document.documentElement.lang") == "zh-CN"


def test_every_word_of_the_page_has_its_chinese(open_as: Open) -> None:
    words = open_as().evaluate("import('/page/strings.js').then((m) => m.languages)")
    used = {key for script in SCRIPTS for key in re.findall(r'\bt\(\s*"(\w+)"', script.read_text())}
    assert words["en"].keys() == words["zh"].keys()
    assert used <= words["en"].keys()
    holes = [{name: set(re.findall(r"\{\w+\}", text)) for name, text in one.items()} for one in words.values()]
    assert holes[0] == holes[1]


def test_an_ephemeral_message_is_marked(open_as: Open) -> None:
    private = open_as().locator(".message.ephemeral")
    expect(private).to_contain_text("Only visible to you")
    assert private.get_by_label("More").count() == 0


def test_edits_replies_reactions_and_files_are_shown(open_as: Open) -> None:
    page = open_as()
    expect(page.locator(".message").first).to_contain_text("(edited)")
    expect(page.get_by_role("button", name="1 reply")).to_be_visible()
    expect(page.get_by_role("button", name=":x: 1. 李娜")).to_be_visible()
    expect(page.get_by_role("link", name="leads.csv")).to_be_visible()
    assert "and she likes blue" not in page.locator("#place").inner_text()


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("user", ["U_TOM", "U_LI"])
def test_nothing_is_wider_than_the_window(open_as: Open, stub: Stub, size: tuple[int, int], user: str) -> None:
    page = open_as(user, size=size)
    wide = """() => [...document.querySelectorAll('#place, #top, #place .block, #clock .steps, .composer')]
        .filter((n) => n.getBoundingClientRect().right > innerWidth + 1).map((n) => n.className || n.id)"""
    assert page.evaluate(wide) == []
    stub.view = MODAL
    stub.tell(type="view", user=user)
    page.wait_for_selector("dialog")
    assert page.evaluate("document.querySelector('dialog').getBoundingClientRect().right <= innerWidth")


def test_a_date_shows_its_weekday_in_the_readers_language(open_as: Open) -> None:
    page = open_as("U_LI")
    assert "周二" in page.locator(".picker.date .spoken").first.inner_text()


def test_today_becomes_yesterday_when_the_clock_moves(open_as: Open, stub: Stub) -> None:
    page = open_as()
    expect(page.locator(".day").last).to_have_text("Today", ignore_case=True)
    stub.state["clock"] = {"now": NOW + 86400, "real": NOW, "offset_seconds": 86400}
    stub.tell(type="clock")
    expect(page.locator(".day").last).to_have_text("Yesterday", ignore_case=True)

"""A browser for the sandbox's page: Debian's chromium through playwright, skipped with a word where there is none."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, sync_playwright

from tests.sandbox_page.stub import Stub, serving

CHROMIUM = Path("/usr/bin/chromium")
ARGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
DESK, PHONE = (1280, 800), (390, 844)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        pytest.skip(f"no chromium at {CHROMIUM}: the sandbox's page was not looked at")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGS)
        yield browser
        browser.close()


@pytest.fixture
def stub() -> Iterator[Stub]:
    with serving() as stub:
        yield stub


Open = Callable[..., Page]


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens an address in a fresh window; at the end no script may have failed and nobody else been asked."""
    wrong: list[str] = []
    contexts = []

    def visit(url: str, size: tuple[int, int] = DESK) -> Page:
        touch = size == PHONE
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]}, has_touch=touch, is_mobile=touch, locale="en-US"
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(8_000)
        origin = "/".join(url.split("/")[:3])
        page.on("pageerror", lambda error: wrong.append(f"script: {error}"))
        page.on("request", lambda asked: None if asked.url.startswith(origin) else wrong.append(f"asked {asked.url}"))
        page.goto(url)
        return page

    yield visit
    for context in contexts:
        context.close()
    assert wrong == []


def person(page: Page, name: str) -> Locator:
    """The chip one presses to act as somebody."""
    return page.locator("#people").get_by_role("button", name=name)


@pytest.fixture
def open_as(stub: Stub, visit: Callable[..., Page]) -> Open:
    """Opens the stub's workspace as a person, when it has been drawn."""

    def open_as(user: str = "U_TOM", *, tab: str = "messages", size: tuple[int, int] = DESK) -> Page:
        page = visit(f"{stub.url}/#as={user}&channel=dm&tab={tab}", size)
        page.wait_for_selector(".message" if tab == "messages" else ".home .block")
        return page

    return open_as

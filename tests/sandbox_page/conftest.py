"""A browser for the sandbox's page: Debian's chromium through playwright, skipped with a word where there is none."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, Request, sync_playwright

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


class Window:
    """A window that test after test looks through: a new one each would be half of the browser's work."""

    def __init__(self, browser: Browser, size: tuple[int, int]) -> None:
        self.size, touch = size, size == PHONE
        self.page = browser.new_page(
            viewport={"width": size[0], "height": size[1]}, has_touch=touch, is_mobile=touch, locale="en-US"
        )
        self.page.set_default_timeout(8_000)
        self.page.on("pageerror", lambda error: self.wrong.append(f"script: {error}"))
        self.page.on("request", self._asked)
        self.wrong: list[str] = []

    def open(self, url: str) -> Page:
        self._origin = "/".join(url.split("/")[:3])
        self.page.goto(url)
        return self.page

    def leave(self) -> list[str]:
        """Look at nothing any more; what went wrong: a script that failed, somebody else who was asked."""
        self.page.goto("about:blank")
        self.page.mouse.move(0, 0)
        wrong, self.wrong = self.wrong, []
        return wrong

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((self._origin, "about:")):
            self.wrong.append(f"asked {request.url}")


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        pytest.skip(f"no chromium at {CHROMIUM}: the sandbox's page was not looked at")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGS)
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def windows(browser: Browser) -> dict[tuple[int, int], Window]:
    """By their size."""
    return {}


@pytest.fixture
def stub() -> Iterator[Stub]:
    with serving() as stub:
        yield stub


Open = Callable[..., Page]


@pytest.fixture
def visit(browser: Browser, windows: dict[tuple[int, int], Window]) -> Iterator[Callable[..., Page]]:
    """Opens an address of an origin that no test before had; at the end no script may have failed and nobody else been
    asked."""
    opened: list[Window] = []

    def visit(url: str, size: tuple[int, int] = DESK) -> Page:
        window = windows.pop(size, None) or Window(browser, size)
        opened.append(window)
        return window.open(url)

    yield visit
    wrong = [one for window in opened for one in window.leave()]
    windows.update({window.size: window for window in opened})
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

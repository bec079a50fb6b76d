"""The main job, seen in a browser: what a newcomer sees in the sandbox within a minute, in either language."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.stage import opened, staged
from tests.browser.walk import IN_CHINESE, IN_ENGLISH, Script, Walk
from tests.sandbox_page.conftest import CHROMIUM

SCREENSHOTS = Path(__file__).parents[2] / "build" / "screenshots"

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason=f"no chromium at {CHROMIUM}: nobody walked through the sandbox"),
]


@pytest.mark.parametrize("script", [IN_ENGLISH, IN_CHINESE], ids=["english", "chinese"])
def test_a_customer_nobody_calls_is_warned_of_pooled_and_given_to_somebody_who_will(
    script: Script, tmp_path: Path
) -> None:
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    wrong: list[str] = []
    with staged(tmp_path, script.cast) as stage, opened(stage.url) as page:
        page.on("pageerror", lambda error: wrong.append(str(error)))
        Walk(page, stage, script, lambda name: _keep(page, script, name)).whole()
    assert wrong == []


def _keep(page: Page, script: Script, name: str) -> None:
    page.screenshot(path=SCREENSHOTS / f"{script.cast.locale[:2]}-{name}.png")

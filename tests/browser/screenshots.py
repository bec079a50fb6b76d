"""`python -m tests.browser.screenshots`: takes the pictures of the papers anew, into docs/pictures.

They are taken on the browser test's own walk, so that a picture never shows what the product does not do. Few colours
are kept: a page is flat, and small files are kind to a repository.
"""

from __future__ import annotations

import io
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page

from tests.browser.stage import opened, staged
from tests.browser.walk import IN_CHINESE, IN_ENGLISH, Script, Walk

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
SHOWN = frozenset({"receipt", "warning", "decision", "brief", "home"})
SIZE = (1280, 720)
COLOURS = 96
MOST_BYTES = 200_000


def take(script: Script) -> None:
    """Walk through the sandbox in one language and keep what is worth showing."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, staged(Path(folder), script.cast) as stage, opened(stage.url) as page:
        page.set_viewport_size({"width": SIZE[0], "height": SIZE[1]})
        Walk(page, stage, script, lambda name: _keep(page, script, name)).whole()


def _keep(page: Page, script: Script, name: str) -> None:
    if name not in SHOWN:
        return
    page.mouse.move(640, 5)  # off the messages, which show their menu under the pointer
    page.wait_for_timeout(200)
    file = PICTURES / f"{script.cast.locale[:2]}-{name}.png"
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(file, optimize=True)
    assert file.stat().st_size < MOST_BYTES, f"{file.name} is too large"
    print(f"{file.name}  {file.stat().st_size // 1024} KB")


if __name__ == "__main__":
    for script in (IN_ENGLISH, IN_CHINESE):
        take(script)

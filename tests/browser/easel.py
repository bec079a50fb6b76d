"""Draws views with the sandbox's own page, given to a browser by a small server: for the gallery and for pictures of one view."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Page, ViewportSize, sync_playwright

import sandbox
from tests.sandbox_page.conftest import ARGS, CHROMIUM

HERE = Path(__file__).parent
PAGE = Path(sandbox.__file__).parent / "page"
TYPES = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
Views = list[tuple[str, dict[str, Any]]]


@contextmanager
def drawn(
    language: str, views: Views, *, in_columns: bool = False, size: tuple[int, int] = (720, 900), scale: float = 1
) -> Iterator[Page]:
    """The browser's page with these views on it, one below the other, or flowing in columns as high as the window.

    `size` is of the window in CSS pixels, `scale` how many pixels of a picture one of them is. Raises FileNotFoundError
    where there is no chromium.
    """
    if not CHROMIUM.exists():
        raise FileNotFoundError(f"no chromium at {CHROMIUM}")
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Answers)
    server.shown = {"language": language, "views": views, "in_columns": in_columns}  # type: ignore[attr-defined]
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGS)
            width, height = size
            locale = "zh-CN" if language == "zh" else "en-GB"  # its own pickers of days speak it
            window = ViewportSize(width=width, height=height)
            page = browser.new_page(viewport=window, device_scale_factor=scale, locale=locale)
            page.goto(f"http://127.0.0.1:{server.server_port}/")
            page.wait_for_selector("body[data-drawn]", state="attached", timeout=120_000)
            yield page
            browser.close()
    finally:
        server.shutdown()
        server.server_close()


def pictured(language: str, views: Views) -> Iterator[tuple[str, bytes]]:
    """(name, PNG) of these views, each alone. Raises what `drawn` raises."""
    with drawn(language, views) as page:
        for article in page.query_selector_all("article"):
            article.query_selector("h2").evaluate("title => title.remove()")  # type: ignore[union-attr]
            yield article.get_attribute("id") or "?", article.screenshot()


class _Answers(BaseHTTPRequestHandler):
    """The page of the views, the sandbox's scripts and styles, and the views."""

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        if path == "/":
            self._say((HERE / "gallery.html").read_bytes(), "text/html")
        elif path == "/views.json":
            self._say(json.dumps(self.server.shown).encode(), "application/json")  # type: ignore[attr-defined]
        elif (file := PAGE / Path(path).name).is_file():
            self._say(file.read_bytes(), TYPES.get(file.suffix, "text/plain"))
        else:
            self.send_error(404)

    def _say(self, body: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass

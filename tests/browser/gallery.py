"""`python -m tests.browser.gallery`: draws every view of tests/shape/gallery.py with the sandbox's own page, and puts the
pictures beside each other in build/gallery/index.html: a row a view, a column a language and kind of data.

Every state of every view, in both languages, with each kind of data: ten columns, a quarter of an hour, a line printed as each
is done. Where columns are named, such as `en.hostile`, only those.
"""

from __future__ import annotations

import html
import json
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, sync_playwright

import sandbox
from handlers.kit.speech import Speech
from tests.sandbox_page.conftest import ARGS, CHROMIUM
from tests.shape import samples
from tests.shape.gallery import BUILT, LANGUAGES, every_view, write

PAGE = Path(sandbox.__file__).parent / "page"
TYPES = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
Sheet = tuple[str, str]
Views = list[tuple[str, dict[str, Any]]]
ALL = tuple(f"{language}.{data}" for language in LANGUAGES for data in samples.WORDS)


def pictured(language: str, views: Views) -> Iterator[tuple[str, bytes]]:
    """(name, PNG) of these views alone. Raises FileNotFoundError where there is no chromium."""
    with _drawing({"language": language, "views": views}) as (page, address):
        page.goto(address)
        page.wait_for_selector("body[data-drawn]", state="attached")
        for article in page.query_selector_all("article"):
            article.query_selector("h2").evaluate("title => title.remove()")  # type: ignore[union-attr]
            yield article.get_attribute("id") or "?", article.screenshot()


@contextmanager
def _drawing(shown: dict[str, Any] | None = None) -> Iterator[tuple[Page, str]]:
    """A browser's page, and where the gallery is served: of `shown`, else of what each address asks for."""
    if not CHROMIUM.exists():
        raise FileNotFoundError(f"no chromium at {CHROMIUM}")
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Answers)
    server.shown = shown  # type: ignore[attr-defined]
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGS)
            yield browser.new_page(viewport={"width": 720, "height": 900}), f"http://127.0.0.1:{server.server_port}/"
            browser.close()
    finally:
        server.shutdown()


def draw(sheets: list[Sheet]) -> Path:
    """The page of all pictures. Raises FileNotFoundError where there is no chromium."""
    drawn: dict[str, set[Sheet]] = {}
    with _drawing() as (page, address):
        for language, data in sheets:
            page.goto(f"{address}?language={language}&data={data}")
            names = _shot(page, language, data)
            for name in names:
                drawn.setdefault(name, set()).add((language, data))
            print(f"{language}.{data}: {len(names)} views", flush=True)
    return _index(drawn, sheets)


def _shot(page: Page, language: str, data: str) -> list[str]:
    page.wait_for_selector("body[data-drawn]", state="attached")
    names = []
    for article in page.query_selector_all("article"):
        name = article.get_attribute("id") or "?"
        article.screenshot(path=str(BUILT / f"{name}.{language}.{data}.png"))
        names.append(name)
    return names


def _index(drawn: dict[str, set[Sheet]], sheets: list[Sheet]) -> Path:
    heads = "".join(f"<th>{language} · {data}</th>" for language, data in sheets)
    rows = "".join(
        f"<tr><th>{html.escape(name)}</th>{_cells(name, there, sheets)}</tr>" for name, there in drawn.items()
    )
    style = "td{vertical-align:top}img{width:420px}th{position:sticky;left:0;top:0;background:#fff;font:12px monospace}"
    index = BUILT / "index.html"
    index.write_text(
        f"<!doctype html><meta charset=utf-8><title>Gallery</title><style>{style}</style>"
        f"<table><tr><th></th>{heads}</tr>{rows}</table>",
        encoding="utf-8",
    )
    return index


def _cells(name: str, there: set[Sheet], sheets: list[Sheet]) -> str:
    return "".join(
        f'<td><img loading=lazy src="{name}.{language}.{data}.png" alt="{name}"></td>'
        if (language, data) in there
        else "<td></td>"
        for language, data in sheets
    )


class _Answers(BaseHTTPRequestHandler):
    """The gallery's page, the sandbox's scripts and styles, and the views."""

    def do_GET(self) -> None:
        asked = urlsplit(self.path)
        if asked.path == "/":
            self._say(Path(__file__).with_suffix(".html").read_bytes(), "text/html")
        elif asked.path == "/views.json":
            shown = self.server.shown or _views(parse_qs(asked.query))  # type: ignore[attr-defined]
            self._say(json.dumps(shown).encode(), "application/json")
        elif (file := PAGE / Path(asked.path).name).is_file():
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


def _views(asked: dict[str, list[str]]) -> dict[str, Any]:
    language, data = asked["language"][0], asked["data"][0]
    speech = Speech(language, "Asia/Shanghai", samples.NOW)
    return {"language": language, "views": list(every_view(samples.WORDS[data], speech))}


if __name__ == "__main__":
    print(f"{write()} views")
    print(draw([(name.split(".")[0], name.split(".")[1]) for name in sys.argv[1:] or ALL]))

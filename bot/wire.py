"""How the postman reaches Slack: slack_sdk's WebClient on connections that are kept open.

slack_sdk opens a connection and reads the system's certificates for every call (some 27 ms; kept open, under 1 ms), and
by default tries again by itself, which posts twice when the answer was lost. Here one pool and one TLS context serve
every workspace, nothing is retried, and an error says the one thing the outbox must know: did Slack get it or not?
"""

from __future__ import annotations

import json
import ssl
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlencode, urlsplit
from urllib.request import getproxies, proxy_bypass

import urllib3
from slack_sdk import WebClient
from urllib3.exceptions import ConnectTimeoutError, HTTPError, NewConnectionError, ProxyError
from urllib3.util import Timeout


class NotSent(Exception):  # noqa: N818 - what became of a request, not a mistake
    """No connection came about: Slack has seen nothing of it."""


class TooLate(NotSent):
    """The request was not begun, since there was no time left to end it."""


class Ambiguous(Exception):  # noqa: N818
    """The connection broke, or the answer can't be read: Slack may have done it or not."""


class Wire:
    """One pool of open connections to one Slack, for all threads and workspaces."""

    def __init__(self, base_url: str, *, timeout_seconds: float, connections: int = 8) -> None:
        self._timeout = Timeout(total=timeout_seconds, connect=min(3.0, timeout_seconds))
        self._pool = _pool(base_url, connections)

    def post(self, url: str, body: bytes, headers: Mapping[str, str]) -> dict[str, Any]:
        """One request, never repeated; raises NotSent or Ambiguous. Anything Slack answers is an answer."""
        try:
            answer = self._pool.request(
                "POST", url, body=body, headers=headers, retries=False, redirect=False, timeout=self._timeout
            )
        except (NewConnectionError, ConnectTimeoutError, ProxyError) as error:
            raise NotSent(type(error).__name__) from error
        except (HTTPError, OSError) as error:
            raise Ambiguous(type(error).__name__) from error
        return {"status": answer.status, "headers": answer.headers, "body": _text(answer.status, answer.data)}


class KeptOpenClient(WebClient):
    """A WebClient of one workspace whose calls go over the shared wire, each exactly once.

    `in_time` is asked at the last moment before a request, so that a process which was frozen until now says nothing.
    """

    def __init__(self, token: str, *, base_url: str, wire: Wire, in_time: Callable[[], bool]) -> None:
        super().__init__(token=token, base_url=base_url, retry_handlers=[])
        self._wire, self._in_time = wire, in_time

    def _perform_urllib_http_request(self, *, url: str, args: dict[str, dict[str, Any]]) -> dict[str, Any]:
        if args["json"]:
            body, kind = json.dumps(args["json"]), "application/json;charset=utf-8"
        else:
            body, kind = urlencode(args["params"] or {}), "application/x-www-form-urlencoded"
        data, headers = body.encode(), {**args["headers"], "Content-Type": kind}
        if not self._in_time():
            raise TooLate
        return self._wire.post(url, data, headers)


def _pool(base_url: str, connections: int) -> urllib3.PoolManager:
    """Through the proxy of the environment, unless it says that this host needs none."""
    address = urlsplit(base_url)
    settings: dict[str, Any] = {"maxsize": connections}
    if address.scheme == "https":
        settings["ssl_context"] = ssl.create_default_context()  # reads the system's certificates: slow, so once
    proxy = getproxies().get(address.scheme)
    if proxy is None or proxy_bypass(address.hostname or ""):
        return urllib3.PoolManager(**settings)
    return urllib3.ProxyManager(proxy, **settings)


def _text(status: int, body: bytes) -> str:
    """The answer as JSON. A 200 that is none came from something in between, and says nothing about Slack."""
    text = body.decode("utf-8", "replace")
    try:
        json.loads(text)
    except ValueError as error:
        if status == 200:
            raise Ambiguous("answer is not JSON") from error
        return '{"ok": false}'
    return text

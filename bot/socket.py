"""Socket Mode: Slack's requests over a WebSocket we open, for where no public address is to be had."""

import logging
import signal
import threading
import time
from typing import Final

from slack_bolt.adapter.socket_mode import SocketModeHandler

from bot.app import Dibs

log = logging.getLogger(__name__)

DEAF_SECONDS: Final = 120  # no ping for so long: better to exit and be started anew than to sit deaf


def serve(dibs: Dibs) -> None:
    """Serve until SIGTERM or SIGINT, then drain. Exits with an error when the socket has gone deaf."""
    handler = SocketModeHandler(
        dibs.app,
        dibs.settings.slack_app_token.get_secret_value(),
        web_client=dibs.client,
        concurrency=dibs.settings.handler_threads,
    )
    stopping = threading.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: stopping.set())
    dibs.start()
    handler.connect()  # type: ignore[no-untyped-call]
    log.warning("Dibs listens over Socket Mode.")
    try:
        _watch(handler, stopping)
    finally:
        handler.close()  # type: ignore[no-untyped-call]
        dibs.stop()


def _watch(handler: SocketModeHandler, stopping: threading.Event) -> None:
    heard = time.monotonic()
    while not stopping.wait(5):
        if handler.client.is_connected():
            heard = time.monotonic()
        elif time.monotonic() - heard > DEAF_SECONDS:
            raise SystemExit("The socket has been deaf for two minutes; start me again.")

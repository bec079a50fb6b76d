"""Socket Mode: Slack's requests over a WebSocket we open, for where no public address is to be had."""

import logging
import signal
import threading
import time
from socketserver import ThreadingMixIn
from typing import Any, Final
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk.socket_mode import SocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest

from bot.app import Dibs
from bot.gap_fill import start_gap_fill
from bot.web import beside_slack

log = logging.getLogger(__name__)

DEAF_SECONDS: Final = 120  # no socket for so long: better to exit and be started anew than to sit deaf
MISSED_SECONDS: Final = 60  # after so long away, what was written meanwhile is read
CLOSE_SECONDS: Final = 5  # for the socket's own threads to end


def serve(dibs: Dibs) -> None:
    """Serve until SIGTERM or SIGINT, then drain. Exits with an error when the socket has gone deaf."""
    handler = _Timed(
        dibs,
        dibs.settings.slack_app_token.get_secret_value(),
        web_client=dibs.client,
        concurrency=dibs.settings.handler_threads,
    )
    stopping = threading.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: stopping.set())
    _serve_health(dibs)
    dibs.start()
    handler.connect()  # type: ignore[no-untyped-call]
    try:
        _watch(dibs, handler, stopping)
    finally:
        close(handler)
        dibs.stop()


def close(handler: SocketModeHandler, *, seconds: float = CLOSE_SECONDS) -> None:
    """Close the socket and finish what was taken from it.

    slack_sdk waits for the thread that reads the socket without a limit. Where that thread began to read just as the
    connection was made, it keeps a state that nobody tells to end, and the process would never leave.
    """
    closing = threading.Thread(target=handler.close, name="closing", daemon=True)
    closing.start()
    closing.join(seconds)
    handler.client.message_workers.shutdown()


def _watch(dibs: Dibs, handler: SocketModeHandler, stopping: threading.Event) -> None:
    heard = time.monotonic()
    while not stopping.wait(5):
        away = time.monotonic() - heard
        if handler.client.is_connected():
            if away > MISSED_SECONDS:
                start_gap_fill(dibs.client_of, dibs.office, dibs.clock)
            heard = time.monotonic()
        elif away > DEAF_SECONDS:
            raise SystemExit("The socket has been deaf for two minutes; start me again.")


class _Timed(SocketModeHandler):
    """Slack's requests over the socket, with how long each took to be answered."""

    def __init__(self, dibs: Dibs, *connection: Any, **how: Any) -> None:
        super().__init__(dibs.app, *connection, **how)
        self._turns, self._courtesy = dibs.metrics.turns, dibs.courtesy

    def handle(self, client: SocketModeClient, req: SocketModeRequest) -> None:  # type: ignore[override]
        with self._courtesy.hearing(), self._turns.time():
            super().handle(client, req)


class _Health(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class _Quiet(WSGIRequestHandler):
    timeout = 10  # seconds a request may take to arrive

    def log_message(self, format: str, *args: object) -> None:
        """Nobody wants a line for every look at our health."""


def _serve_health(dibs: Dibs) -> None:
    """Where HTTP would listen: /healthz for whoever watches over the process, and a website's inquiries."""
    settings = dibs.settings
    server = make_server(settings.host, settings.port, beside_slack(dibs), server_class=_Health, handler_class=_Quiet)
    threading.Thread(target=server.serve_forever, name="health", daemon=True).start()

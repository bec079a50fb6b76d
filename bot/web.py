"""The HTTP face: Slack's signed requests, a website's inquiries, /healthz and /metrics. A plain WSGI app, served by
gunicorn in one process of threads."""

import json
from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from gunicorn.app.base import BaseApplication
from gunicorn.glogging import Logger
from slack_bolt.adapter.wsgi import SlackRequestHandler
from slack_sdk.signature import SignatureVerifier

from bot import logs
from bot.app import Dibs
from bot.gate import objection
from bot.health import read_health
from bot.lead_door import PATH as LEADS
from bot.lead_door import LeadDoor
from bot.manifest import EVENTS
from bot.metrics import CONTENT_TYPE

MOST_BODY = 4 * 1024 * 1024  # bytes; Slack's own requests are far smaller


def wsgi(dibs: Dibs) -> WSGIApplication:
    """Everything that listens. Raises ValueError without a signing secret: an empty one would let anybody in."""
    secret = dibs.settings.slack_signing_secret.get_secret_value()
    if not secret:
        raise ValueError("no signing secret: requests could not be told from forged ones")
    slack = SlackRequestHandler(dibs.app, path=EVENTS)
    verifier, beside = SignatureVerifier(secret), beside_slack(dibs)
    flow = dibs.app.oauth_flow
    installing = (flow.install_path, flow.redirect_uri_path) if flow else ()

    def app(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "")
        if path in installing and environ.get("REQUEST_METHOD") == "GET":
            page: Iterable[bytes] = slack(environ, start_response)
            return page
        if path != EVENTS:
            return beside(environ, start_response)
        if int(environ.get("CONTENT_LENGTH") or 0) > MOST_BODY:
            return _plain(start_response, "413 Content Too Large", "Too large.")
        body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        refused = objection(environ, body, verifier)
        if refused:
            return _plain(start_response, refused, refused)
        with dibs.courtesy.hearing(), dibs.metrics.turns.time():
            answer: Iterable[bytes] = slack({**environ, "wsgi.input": BytesIO(body)}, start_response)
        return answer

    return app


def beside_slack(dibs: Dibs) -> WSGIApplication:
    """/healthz, /metrics and the door for inquiries: all that is served beside a socket, since Slack's requests come by that."""
    leads = LeadDoor(dibs.office, dibs.clock, readers=max(1, dibs.settings.handler_threads // 2))

    def app(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "")
        if path == "/healthz":
            return _health(dibs, start_response)
        if path == "/metrics":
            return _answer(start_response, "200 OK", dibs.metrics.page(), CONTENT_TYPE)
        if path.startswith(LEADS):
            return leads(environ, start_response)
        return _plain(start_response, "404 Not Found", "Nothing is here.")

    return app


def serve(dibs: Dibs) -> None:
    """Serve until SIGTERM: gunicorn's one worker with its threads, the relay and the ticker beside them."""
    _Gunicorn(dibs).run()


class _Gunicorn(BaseApplication):  # type: ignore[misc]
    """One worker process: the database's pool, the relay and the index live in it, so they start after the fork."""

    def __init__(self, dibs: Dibs) -> None:
        self._dibs = dibs
        super().__init__()

    def load_config(self) -> None:
        settings = self._dibs.settings
        self.cfg.set("bind", f"{settings.host}:{settings.port}")
        self.cfg.set("workers", 1)
        self.cfg.set("worker_class", "gthread")
        self.cfg.set("threads", settings.handler_threads)
        self.cfg.set("graceful_timeout", 8)
        self.cfg.set("keepalive", 75)
        self.cfg.set("loglevel", "warning")
        self.cfg.set("logger_class", _as_ours(settings.log))
        self.cfg.set("pre_fork", lambda server, worker: self._dibs.database.dispose())  # no connection is shared
        self.cfg.set("post_worker_init", lambda worker: self._dibs.start())
        self.cfg.set("worker_exit", lambda server, worker: self._dibs.stop())

    def load(self) -> WSGIApplication:
        return wsgi(self._dibs)


def _as_ours(form: logs.Form) -> type[Logger]:
    """The server's own words in the same lines as ours."""

    class Ours(Logger):  # type: ignore[misc]
        def setup(self, cfg: Any) -> None:
            super().setup(cfg)
            for handler in self.error_log.handlers:
                handler.setFormatter(logs.formatter(form))

    return Ours


def _health(dibs: Dibs, start_response: StartResponse) -> Iterable[bytes]:
    health = read_health(dibs)
    status = "200 OK" if health["ready"] else "503 Service Unavailable"
    return _answer(start_response, status, json.dumps(health, default=_iso).encode(), "application/json")


def _plain(start_response: StartResponse, status: str, words: str) -> Iterable[bytes]:
    return _answer(start_response, status, words.encode(), "text/plain; charset=utf-8")


def _answer(start_response: StartResponse, status: str, body: bytes, content_type: str) -> Iterable[bytes]:
    start_response(status, [("Content-Type", content_type), ("Content-Length", str(len(body)))])
    return [body]


def _iso(value: Any) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)

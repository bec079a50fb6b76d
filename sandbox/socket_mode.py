"""Socket Mode: the bot connects to us, envelopes go down the socket, acks come back up."""

from __future__ import annotations

import asyncio
import itertools
import json
import threading
import uuid
from collections.abc import Mapping
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeoutError
from dataclasses import dataclass, field

from starlette.websockets import WebSocket, WebSocketDisconnect

from sandbox.nouns import Answer, Json
from sandbox.wires import Parcel

ANSWERABLE = frozenset({"slash_commands", "interactive"})


@dataclass(eq=False)
class _Socket:
    web: WebSocket
    loop: asyncio.AbstractEventLoop
    waiting: dict[str, Future[Json]] = field(default_factory=dict)

    def send(self, message: Json) -> None:
        asyncio.run_coroutine_threadsafe(self.web.send_text(json.dumps(message, ensure_ascii=False)), self.loop)


class Sockets:
    """All the app's open sockets; each envelope goes to one of them, in turn."""

    def __init__(self, app_id: str) -> None:
        self._app_id = app_id
        self._open: list[_Socket] = []
        self._turn = itertools.count()
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._open)

    def send(self, parcel: Parcel, headers: Mapping[str, str], seconds: float) -> Answer:
        with self._lock:
            if not self._open:
                return Answer(None, error="connection_failed")
            socket = self._open[next(self._turn) % len(self._open)]
        name, ack = str(uuid.uuid4()), Future[Json]()
        socket.waiting[name] = ack
        try:
            socket.send(_envelope(name, parcel))
            payload = ack.result(seconds).get("payload")
        except FutureTimeoutError:
            return Answer(None, error="http_timeout")
        except ConnectionError:
            return Answer(None, error="connection_failed")
        finally:
            socket.waiting.pop(name, None)
        body = payload.encode() if isinstance(payload, str) else json.dumps(payload).encode() if payload else b""
        return Answer(200, body)

    def health(self) -> bytes:
        raise LookupError("a socket has no /healthz")

    def drop(self, reason: str = "refresh_requested") -> None:
        """Says goodbye to every socket, as Slack does every few hours; clients connect anew."""
        with self._lock:
            held, self._open = self._open, []
        for socket in held:
            socket.send({"type": "disconnect", "reason": reason, "debug_info": {"host": "sandbox"}})
            asyncio.run_coroutine_threadsafe(socket.web.close(), socket.loop)

    async def serve(self, web: WebSocket) -> None:
        """One socket's life."""
        await web.accept()
        socket = _Socket(web, asyncio.get_running_loop())
        await web.send_text(json.dumps(self._hello()))
        with self._lock:
            self._open.append(socket)
        try:
            while True:
                self._acknowledge(socket, await web.receive_text())
        except (WebSocketDisconnect, RuntimeError):
            pass
        finally:
            self._forget(socket)

    def _acknowledge(self, socket: _Socket, text: str) -> None:
        try:
            message = json.loads(text)
        except ValueError:
            return
        waiting = socket.waiting.get(str(message.get("envelope_id")))
        if waiting and not waiting.done():
            waiting.set_result(message)

    def _forget(self, socket: _Socket) -> None:
        with self._lock:
            if socket in self._open:
                self._open.remove(socket)
        for ack in list(socket.waiting.values()):
            if not ack.done():
                ack.set_exception(ConnectionError("the socket closed"))

    def _hello(self) -> Json:
        return {
            "type": "hello",
            "num_connections": len(self._open) + 1,
            "debug_info": {"host": "sandbox", "build_number": 1, "approximate_connection_time": 18060},
            "connection_info": {"app_id": self._app_id},
        }


def _envelope(name: str, parcel: Parcel) -> Json:
    shown: Json = {
        "envelope_id": name,
        "type": parcel.kind,
        "payload": parcel.payload,
        "accepts_response_payload": parcel.kind in ANSWERABLE,
    }
    if parcel.kind == "events_api":
        shown |= {"retry_attempt": parcel.attempt, "retry_reason": parcel.reason}
    return shown

"""The body of an inquiry: read whole, but not more than is bearable nor for longer; and its fields, of JSON or a form."""

import json
import re
import socket
from contextlib import suppress
from threading import Timer
from typing import Any
from urllib.parse import parse_qsl
from wsgiref.types import WSGIEnvironment

MOST_BODY = 64 * 1024  # bytes
MOST_FIELDS = 60
BODY_SECONDS = 5.0  # for the whole of a body, which fits in a few packets
CHARSETS = {"utf-8", "utf8", "gbk", "gb2312", "gb18030", "big5", "iso-8859-1", "windows-1252", "us-ascii"}


UNREAD = frozenset({404, 405, 411, 413, 503})  # what is refused before its body was read


class Refused(Exception):  # noqa: N818 - it is an answer
    @property
    def unread(self) -> bool:
        return self.status in UNREAD

    def __init__(self, status: int, error: str, message: str, **more: str) -> None:
        super().__init__(error)
        self.status, self.error, self.message, self.more = status, error, message, more


def length_of(environ: WSGIEnvironment) -> int:
    length = environ.get("CONTENT_LENGTH") or ""
    if not (length.isascii() and length.isdigit()):
        raise Refused(411, "length_needed", "Say with Content-Length how long the body is.")
    if len(length) > 9 or int(length) > MOST_BODY:
        raise Refused(413, "too_large", f"{MOST_BODY // 1024} KB is the most.")
    return int(length)


def read_body(environ: WSGIEnvironment, length: int) -> bytes:
    """The body. When its time is over the socket is closed for reading: no other call ends a read that trickles."""
    end = Timer(BODY_SECONDS, hang_up, (environ,))
    end.daemon = True
    end.start()
    try:
        body: bytes = environ["wsgi.input"].read(length)
    except OSError:
        body = b""
    finally:
        end.cancel()
    if len(body) < length:
        raise Refused(408, "too_slow", f"The body did not come within {BODY_SECONDS:.0f} seconds. Send it again.")
    return body


def hang_up(environ: WSGIEnvironment) -> None:
    """Nothing more is read from who sends; what was read already stays, and the answer still goes out."""
    line: socket.socket | None = environ.get("gunicorn.socket")
    if line:
        with suppress(OSError):
            line.shutdown(socket.SHUT_RD)


def fields_of(body: bytes, kind: str) -> dict[str, str]:
    """Every field as text. Of a field that came twice, all values."""
    kind, _, parameters = kind.lower().partition(";")
    kind, charset = kind.strip(), _charset(parameters)
    try:
        if kind == "application/json":
            pairs = _from_json(json.loads(body.decode(charset), parse_constant=_no_number))
        elif kind == "application/x-www-form-urlencoded":
            text = body.decode(charset)
            pairs = parse_qsl(text, True, max_num_fields=MOST_FIELDS, encoding=charset, errors="strict")
        else:
            raise Refused(415, "wrong_kind", "Send application/json or application/x-www-form-urlencoded.")
    except (ValueError, RecursionError) as error:
        raise Refused(
            400, "unreadable", "The body is not what its Content-Type says, or has too many fields."
        ) from error
    if len(pairs) > MOST_FIELDS:
        raise Refused(422, "too_many_fields", f"{MOST_FIELDS} fields are the most.")
    fields: dict[str, str] = {}
    for name, value in pairs:
        fields[name] = f"{fields[name]}, {value}" if fields.get(name) else value
    return fields


def _charset(parameters: str) -> str:
    """The one that is named; pages in Chinese are not always UTF-8. Raises Refused for one nobody uses."""
    said = re.search(r"charset\s*=\s*\"?([\w-]+)", parameters)
    if said and said[1] not in CHARSETS:
        raise Refused(415, "wrong_kind", "Send it as UTF-8.")
    return said[1] if said else "utf-8"


def _from_json(read: Any) -> list[tuple[str, str]]:
    """An object of words, numbers, yes and no, or lists of these. Raises Refused for anything deeper."""
    if not isinstance(read, dict):
        raise Refused(400, "unreadable", "The JSON must be one object.")
    return [(name, _plain(name, value)) for name, value in read.items() if value is not None]


def _plain(name: str, value: Any) -> str:
    if isinstance(value, list) and len(value) <= MOST_FIELDS:
        return ", ".join(_plain(name, one) for one in value if not isinstance(one, list) or _too_deep(name))
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return str(value)
    return _too_deep(name)


def _too_deep(name: str) -> str:
    raise Refused(422, "wrong_type", "A field holds text, a number, or a list of these.", field=name[:60])


def _no_number(name: str) -> None:
    raise ValueError(name)

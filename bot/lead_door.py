"""The door a website's form comes in by: POST /leads/<workspace>, signed, JSON or form.

What is asked of a request, in this order: an address we know, a body of a bearable size, a stamp of now, a signature over
both, a pace a person could keep, a shape that can be read. Each no is a JSON answer with one clear word. The answer never
tells whether the firm is known here. Over plain HTTP: TLS, slow clients and the like are the proxy's in front of us.
"""

import json
import math
import re
from collections.abc import Iterable, Mapping
from threading import Lock
from time import monotonic
from typing import Any
from urllib.parse import parse_qsl
from wsgiref.types import StartResponse, WSGIEnvironment

from bot.clock import Clock, wall
from crm.leads.pacing import Bucket
from crm.leads.reading import read_lead
from crm.leads.signing import is_fresh, is_signed
from crm.refusal import Refusal
from operations.in_and_out import inquiries, lead_doors
from operations.in_and_out.inquiries import Came
from operations.office import Office
from storage.database import DatabaseAway

PATH = "/leads/"
MOST_BODY = 64 * 1024  # bytes
MOST_FIELDS = 60
AT_ONCE, A_SECOND = 60.0, 1.0
TRAP = "_gotcha"  # a field no person sees: who fills it in is a machine
WORKSPACE = re.compile(r"[A-Z0-9]{1,32}")
_STATUS = {
    200: "OK",
    400: "Bad Request",
    401: "Unauthorized",
    404: "Not Found",
    405: "Method Not Allowed",
    411: "Length Required",
    413: "Content Too Large",
    415: "Unsupported Media Type",
    422: "Unprocessable Content",
    429: "Too Many Requests",
    503: "Service Unavailable",
}
_WORDS = {
    "lead_nobody": "Give a company or a person's name, or an e-mail or phone to reach them by.",
    "lead_email": "That is no e-mail address.",
    "lead_phone": "That is no phone number.",
    "lead_long": "A field is too long.",
}


class Refused(Exception):  # noqa: N818 - it is an answer
    def __init__(self, status: int, error: str, message: str, **more: str) -> None:
        super().__init__(error)
        self.status, self.error, self.message, self.more = status, error, message, more


class LeadDoor:
    """One a process. Thread-safe."""

    def __init__(self, office: Office, clock: Clock) -> None:
        self._office, self._clock = office, clock
        self._buckets: dict[str, Bucket] = {}
        self._lock = Lock()

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        headers: list[tuple[str, str]] = []
        said: dict[str, object]
        try:
            self._take(environ)
            status, said = 200, {"ok": True}
        except Refused as no:
            status, said = no.status, {"ok": False, "error": no.error, "message": no.message, **no.more}
            headers = [("Retry-After", no.more["retry_after"])] if "retry_after" in no.more else []
        except DatabaseAway:
            status, said = 503, {"ok": False, "error": "try_again", "message": "Nothing was kept. Send it again soon."}
            headers = [("Retry-After", "30")]
        body = json.dumps(said).encode()
        kind = [("Content-Type", "application/json"), ("Content-Length", str(len(body)))]
        start_response(f"{status} {_STATUS[status]}", [*kind, *headers])
        return [body]

    def _take(self, environ: WSGIEnvironment) -> None:
        workspace_id = environ.get("PATH_INFO", "").removeprefix(PATH)
        if not WORKSPACE.fullmatch(workspace_id):
            raise Refused(404, "no_such_address", "Nothing is here.")
        if environ.get("REQUEST_METHOD") != "POST":
            raise Refused(405, "post_only", "Send it with POST.")
        body = _body(environ)
        signed = self._require_signature(environ, body, workspace_id)
        self._require_pace(workspace_id)
        fields = _fields(body, environ.get("CONTENT_TYPE", ""))
        if fields.pop(TRAP, ""):
            return  # taken, says the answer: a machine learns nothing from it
        self._keep(fields, signed, workspace_id)

    def _require_signature(self, environ: WSGIEnvironment, body: bytes, workspace_id: str) -> str:
        """The signature, once it is known to be good."""
        stamp, given = str(environ.get("HTTP_X_DIBS_TIMESTAMP", "")), str(environ.get("HTTP_X_DIBS_SIGNATURE", ""))
        if not stamp or not given:
            raise Refused(401, "not_signed", "X-Dibs-Timestamp and X-Dibs-Signature are needed.")
        secrets = lead_doors.secrets_of(self._office, workspace_id=workspace_id, now=self._clock())
        if not is_signed(secrets, stamp, body, given):
            raise Refused(401, "bad_signature", "The signature does not fit this body and time.")
        if not is_fresh(stamp, wall()):
            raise Refused(401, "stale", "The time is more than five minutes off. Set the server's clock.")
        return given

    def _require_pace(self, workspace_id: str) -> None:
        with self._lock:
            wait = self._buckets.setdefault(workspace_id, Bucket(AT_ONCE, A_SECOND)).wait(monotonic())
        if wait:
            raise Refused(429, "too_many", "Slow down; send it again then.", retry_after=str(math.ceil(wait)))

    def _keep(self, fields: Mapping[str, str], signed: str, workspace_id: str) -> None:
        try:
            lead = read_lead(fields, source="website", strict=True)
        except Refusal as refusal:
            field = {"lead_email": "email", "lead_phone": "phone"}.get(
                refusal.code, str(refusal.facts.get("field", ""))
            )
            more = {"field": field} if field else {}
            error = refusal.code.removeprefix("lead_")
            raise Refused(422, error, _WORDS[refusal.code], **more) from refusal
        came = Came("form", f"lead:{signed}")
        inquiries.receive(self._office, workspace_id=workspace_id, lead=lead, came=came, now=self._clock())


def _body(environ: WSGIEnvironment) -> bytes:
    length = environ.get("CONTENT_LENGTH") or ""
    if not (length.isascii() and length.isdigit()):
        raise Refused(411, "length_needed", "Say with Content-Length how long the body is.")
    if len(length) > 9 or int(length) > MOST_BODY:
        raise Refused(413, "too_large", f"{MOST_BODY // 1024} KB is the most.")
    body: bytes = environ["wsgi.input"].read(int(length))
    return body


def _fields(body: bytes, kind: str) -> dict[str, str]:
    """Every field as text. Of a field that came twice, all values."""
    kind = kind.partition(";")[0].strip().lower()
    try:
        text = body.decode()
        if kind == "application/json":
            pairs = _from_json(json.loads(text, parse_constant=_no_number))
        elif kind == "application/x-www-form-urlencoded":
            pairs = parse_qsl(text, keep_blank_values=True, max_num_fields=MOST_FIELDS, errors="strict")
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

"""The door a website's form comes in by: POST /leads/<workspace>, signed, JSON or form.

What is asked of a request, in this order: an address we know, a body of a bearable size, a stamp of now, a signature over
both, a pace a person could keep, a shape that can be read. Each no is a JSON answer with one clear word. The answer never
tells whether the firm is known here. Over plain HTTP: TLS is the proxy's in front of us. Whoever sends slowly is cut off, and
only some threads wait for bodies: the others are Slack's.
"""

import json
import math
import re
from collections.abc import Iterable, Mapping
from threading import BoundedSemaphore, Lock
from time import monotonic
from wsgiref.types import StartResponse, WSGIEnvironment

from bot.clock import Clock, wall
from bot.lead_body import Refused, fields_of, hang_up, length_of, read_body
from crm.leads.pacing import Bucket
from crm.leads.reading import read_lead
from crm.leads.signing import is_fresh, is_signed
from crm.refusal import Refusal
from operations.in_and_out import inquiries, lead_doors
from operations.in_and_out.inquiries import Came
from operations.office import Office
from storage.database import DatabaseAway

PATH = "/leads/"
READER_SECONDS = 0.2  # one waits so long for its turn to be read
AT_ONCE, A_SECOND = 60.0, 1.0
TRAP = "_gotcha"  # a field no person sees: who fills it in is a machine
WORKSPACE = re.compile(r"[A-Z0-9]{1,32}")
_STATUS = {
    200: "OK",
    400: "Bad Request",
    401: "Unauthorized",
    404: "Not Found",
    405: "Method Not Allowed",
    408: "Request Timeout",
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


class LeadDoor:
    """One a process. Thread-safe. `readers`: how many threads may wait for a body at once."""

    def __init__(self, office: Office, clock: Clock, *, readers: int = 1) -> None:
        self._office, self._clock = office, clock
        self._readers = BoundedSemaphore(readers)
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
            if no.unread:  # or the server would wait for the rest of the body before it takes the next request
                hang_up(environ)
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
        body = self._body(environ)
        signed = self._require_signature(environ, body, workspace_id)
        self._require_pace(workspace_id)
        fields = fields_of(body, environ.get("CONTENT_TYPE", ""))
        if fields.pop(TRAP, ""):
            return  # taken, says the answer: a machine learns nothing from it
        self._keep(fields, signed, workspace_id)

    def _body(self, environ: WSGIEnvironment) -> bytes:
        length = length_of(environ)
        if not self._readers.acquire(timeout=READER_SECONDS):
            raise Refused(503, "try_again", "Too many are sending. Send it again soon.", retry_after="5")
        try:
            return read_body(environ, length)
        finally:
            self._readers.release()

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

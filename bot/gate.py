"""Before anything is read: is it Slack who speaks, just now, and in a shape that can be read at all?

Bolt takes a body apart before it checks the signature, and answers broken ones with a stack trace. Here a request is
weighed as the bytes it came as.
"""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs

from slack_sdk.signature import SignatureVerifier

UNAUTHORIZED, BAD_REQUEST = "401 Unauthorized", "400 Bad Request"


def objection(environ: Mapping[str, Any], body: bytes, verifier: SignatureVerifier) -> str | None:
    """The status line that refuses a request; None where Bolt may have it."""
    if not _is_slack_s(environ, body, verifier):
        return UNAUTHORIZED
    return None if _is_readable(body, environ.get("CONTENT_TYPE", "")) else BAD_REQUEST


def _is_slack_s(environ: Mapping[str, Any], body: bytes, verifier: SignatureVerifier) -> bool:
    stamp, signature = environ.get("HTTP_X_SLACK_REQUEST_TIMESTAMP"), environ.get("HTTP_X_SLACK_SIGNATURE")
    try:
        return verifier.is_valid(body, stamp, signature)
    except (ValueError, TypeError):  # a stamp that is no number, bytes that are no text
        return False


def _is_readable(body: bytes, content_type: str) -> bool:
    """Whether it is one JSON object, or a form whose payload, if it has one, is one."""
    try:
        text = body.decode()
        if "json" in content_type:
            return isinstance(json.loads(text), dict)
        form = parse_qs(text)
        return bool(form) and all(isinstance(json.loads(one), dict) for one in form.get("payload", ()))
    except (ValueError, RecursionError):
        return False

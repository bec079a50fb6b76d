"""How a website proves that an inquiry is its own: HMAC-SHA256 over the time and the very bytes of the body.

The time makes an old request worthless; what was signed is kept for as long as it is not, so that a copy of one is known.
"""

import hmac
from collections.abc import Iterable
from hashlib import sha256

GOOD_FOR_SECONDS = 300  # how far a stamp may lie from now, either way


def signature(secret: str, stamp: str, body: bytes) -> str:
    """`stamp`: seconds since 1970, as sent."""
    return "v1=" + hmac.new(secret.encode(), b"v1:" + stamp.encode() + b":" + body, sha256).hexdigest()


def is_signed(secrets: Iterable[str], stamp: str, body: bytes, given: str) -> bool:
    """Whether one of these secrets made the signature. Takes the same time whichever it is."""
    fits = [hmac.compare_digest(signature(one, stamp, body).encode(), given.encode()) for one in secrets]
    return any(fits)


def is_fresh(stamp: str, wall: float) -> bool:
    """Whether a stamp is of now. `wall`: seconds of the real clock."""
    return stamp.isascii() and stamp.isdigit() and len(stamp) <= 12 and abs(int(stamp) - wall) <= GOOD_FOR_SECONDS

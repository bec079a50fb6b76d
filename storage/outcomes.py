"""What became of one attempt to say something to Slack, sorted by what it allows us to do next.

The sorting matters more than the error: a definite failure may be tried again at once, an ambiguous one may not,
since Slack might have posted it; a permanent one never.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Sent:
    """Slack has it. `ts` is empty where Slack gives none (a published view)."""

    channel: str | None
    ts: str | None


@dataclass(frozen=True)
class RetryAt:
    """Definitely not sent; try again at `at` (seconds of the real clock), or by back-off if that is None."""

    at: float | None
    error: str


@dataclass(frozen=True)
class Unknown:
    """Sent or not: nobody can say yet (time-out, reset, 5xx). Look before trying again."""

    error: str


@dataclass(frozen=True)
class Permanent:
    """Never: the channel is gone, the account inactive, the token revoked, the message refused."""

    error: str


@dataclass(frozen=True)
class Dropped:
    """Overtaken before it was sent: there was nothing left to say."""


Outcome = Sent | RetryAt | Unknown | Permanent | Dropped

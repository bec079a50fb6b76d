"""Tokens at rest: locked under the operator's keys, so that a copy of the database opens no Slack.

The first key locks, every key opens: a new one is put first, `dibs keys rotate` locks everything under it, and the old one
can go. A token is locked together with its workspace, so that rows can't be exchanged.
"""

from __future__ import annotations

from collections.abc import Sequence

from cryptography.fernet import Fernet, InvalidToken, MultiFernet


class TokenUnreadable(Exception):  # noqa: N818 - said to the operator
    """None of the keys opens it."""


class Safe:
    """Raises ValueError for what is no key."""

    def __init__(self, keys: Sequence[str]) -> None:
        self._fernet = MultiFernet([Fernet(key) for key in keys])

    def lock(self, workspace_id: str, token: str) -> str:
        return self._fernet.encrypt(f"{workspace_id} {token}".encode()).decode()

    def open(self, workspace_id: str, locked: str, *, at_most_seconds: int | None = None) -> str:
        """The token of this workspace; raises TokenUnreadable, also where it was locked longer ago than that."""
        try:
            of, _, token = self._fernet.decrypt(locked.encode(), ttl=at_most_seconds).decode().partition(" ")
        except (InvalidToken, ValueError):
            raise TokenUnreadable(workspace_id) from None
        if of != workspace_id:
            raise TokenUnreadable(workspace_id)
        return token

    def lock_anew(self, workspace_id: str, locked: str) -> str:
        """The same under the newest key."""
        return self.lock(workspace_id, self.open(workspace_id, locked))


def new_key() -> str:
    return Fernet.generate_key().decode()


def split_keys(text: str) -> list[str]:
    """Keys as they are set, newest first: parted by commas, blanks or lines."""
    return text.replace(",", " ").split()

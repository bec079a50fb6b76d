"""Who speaks lets who is spoken to go first: what the bot has to say waits while people are being heard.

Hearing a note and wording its receipt take the same processor. Slack gives up on the one after three seconds, and a
person waits a little for the other: so the relay gives way while requests come in. Never for longer than MOST_SECONDS,
for under a load without end receipts would stay away without end.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

MOST_SECONDS: Final = 0.5


class Courtesy:
    """One a process, thread-safe."""

    def __init__(self, *, most_seconds: float = MOST_SECONDS) -> None:
        self._most_seconds = most_seconds
        self._changed = threading.Condition()
        self._heard_now = 0

    @contextmanager
    def hearing(self) -> Iterator[None]:
        """Around a request of Slack's."""
        with self._changed:
            self._heard_now += 1
        try:
            yield
        finally:
            with self._changed:
                self._heard_now -= 1
                if not self._heard_now:
                    self._changed.notify_all()

    def give_way(self) -> None:
        """Wait until nobody is being heard, at most so many seconds."""
        with self._changed:
            self._changed.wait_for(lambda: not self._heard_now, timeout=self._most_seconds)

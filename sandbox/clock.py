"""The sandbox's own clock: it can run ahead of real time or stand still, and tells the bot by a small file.

Message ids are times in Slack, so they are drawn here too: unique and increasing, whatever the clock does.
Signatures never use this clock: the bot checks those against real time.
"""

from __future__ import annotations

import json
import os
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path


class Clock:
    """Virtual time in UTC. ``path``, if given, always holds the clock's setting as JSON for the bot to read."""

    def __init__(self, path: Path | str | None = None) -> None:
        self._path = Path(path) if path else None
        self._offset = timedelta()
        self._frozen: datetime | None = None
        self._last = 0
        self._lock = threading.Lock()
        self._write()

    def now(self) -> datetime:
        return self._frozen or self.real() + self._offset

    @staticmethod
    def real() -> datetime:
        return datetime.now(UTC)

    @property
    def offset_seconds(self) -> float:
        return (self.now() - self.real()).total_seconds() if self._frozen else self._offset.total_seconds()

    @property
    def frozen(self) -> bool:
        return self._frozen is not None

    def advance(self, seconds: float) -> datetime:
        """Moves on by so many seconds (a frozen clock too) and returns the new instant."""
        step = timedelta(seconds=seconds)
        if self._frozen:
            self._frozen += step
        else:
            self._offset += step
        self._write()
        return self.now()

    def jump(self, to: datetime) -> datetime:
        return self.advance((to - self.now()).total_seconds())

    def freeze(self, at: datetime | None = None) -> datetime:
        """Stands still at ``at`` (aware), or at this instant."""
        if at is not None and at.tzinfo is None:
            raise ValueError("freeze needs an aware datetime")
        self._frozen = (at or self.now()).astimezone(UTC)
        self._write()
        return self._frozen

    def unfreeze(self) -> None:
        """Runs on from where it stood."""
        if self._frozen:
            self._offset, self._frozen = self._frozen - self.real(), None
            self._write()

    def reset(self) -> None:
        self._offset, self._frozen = timedelta(), None
        self._write()

    def stamp(self) -> str:
        """A new ``ts``: seconds with six decimals, later than every one before."""
        with self._lock:
            self._last = max(self._last + 1, int(self.now().timestamp() * 1_000_000))
            return f"{self._last // 1_000_000}.{self._last % 1_000_000:06d}"

    def _write(self) -> None:
        if self._path is None:
            return
        setting = {"frozen": self._frozen.isoformat()} if self._frozen else {"offset_seconds": self.offset_seconds}
        fresh = self._path.with_name(f"{self._path.name}.{os.getpid()}.new")
        fresh.write_text(json.dumps(setting))
        fresh.replace(self._path)

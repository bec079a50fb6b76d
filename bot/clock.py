"""The only place that reads the clock. In the sandbox business time is the sandbox's, told by a small file."""

import json
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

Clock = Callable[[], datetime]


def business_clock(file: Path | None = None) -> Clock:
    """Now, aware UTC. With a file, as the sandbox has set it (it is read again whenever it changes)."""
    return _FileClock(file).now if file else _now


def wall() -> float:
    """Seconds of the real clock: for leases, pacing and signatures, which guard against the real world."""
    return time.time()


def _now() -> datetime:
    return datetime.now(UTC)


class _FileClock:
    def __init__(self, file: Path) -> None:
        self._file = file
        self._seen = -1
        self._offset = timedelta()
        self._frozen: datetime | None = None

    def now(self) -> datetime:
        self._look()
        return self._frozen or _now() + self._offset

    def _look(self) -> None:
        try:
            changed = self._file.stat().st_mtime_ns
            if changed == self._seen:
                return
            setting = json.loads(self._file.read_text())
        except (OSError, ValueError):
            return  # being replaced just now: the next look sees it
        self._seen = changed
        self._frozen = datetime.fromisoformat(setting["frozen"]) if "frozen" in setting else None
        self._offset = timedelta(seconds=setting.get("offset_seconds", 0))

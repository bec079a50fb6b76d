"""Misbehaviour on request: the answers of a Slack that is busy, ill or cut off.

``429 500 503 html``    answered so, nothing done
``error``               ``{"ok": false, "error": code}``, nothing done
``timeout reset``       no answer (held for ``seconds`` / at once), nothing done
``timeout_after reset_after truncated html_after``   DONE, and then no answer, half of one, or a page of HTML
``late``                no answer, and done only ``seconds`` later
"""

from __future__ import annotations

import random
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

BEFORE = frozenset({"429", "500", "503", "html", "error", "timeout", "reset"})
AFTER = frozenset({"timeout_after", "reset_after", "truncated", "html_after"})
KINDS = BEFORE | AFTER | {"late"}


@dataclass
class Fault:
    method: str
    kind: str
    times: int | None = None  # None: for ever
    probability: float = 1.0
    retry_after: float = 1
    seconds: float = 30
    code: str = "fatal_error"
    match: Mapping[str, Any] = field(default_factory=dict)
    chance: random.Random = field(default_factory=random.Random)

    def meets(self, method: str, args: Mapping[str, Any]) -> bool:
        if self.method not in ("*", method) or self.times == 0:
            return False
        if any(str(args.get(name)) != str(wanted) for name, wanted in self.match.items()):
            return False
        return self.probability >= 1 or self.chance.random() < self.probability

    def shown(self) -> dict[str, Any]:
        return {"method": self.method, "kind": self.kind, "times": self.times, "probability": self.probability}


class Faults:
    """The faults in force, the first that fits is used."""

    def __init__(self) -> None:
        self._faults: list[Fault] = []
        self._lock = threading.Lock()

    def next(self, method: str, kind: str, *, times: int = 1, **how: Any) -> None:
        """The next ``times`` calls of ``method`` ("*": any).

        ``how``: retry_after, seconds, code, match={argument: value}.
        """
        self._add(Fault(method, kind, times=times, **how))

    def always(self, method: str, kind: str, **how: Any) -> None:
        self._add(Fault(method, kind, **how))

    def sometimes(self, method: str, kind: str, *, probability: float, seed: int = 0, **how: Any) -> None:
        self._add(Fault(method, kind, probability=probability, chance=random.Random(seed), **how))

    def clear(self) -> None:
        with self._lock:
            self._faults.clear()

    def take(self, method: str, args: Mapping[str, Any]) -> Fault | None:
        with self._lock:
            fault = next((fault for fault in self._faults if fault.meets(method, args)), None)
            if fault and fault.times is not None:
                fault.times -= 1
            return fault

    def shown(self) -> list[dict[str, Any]]:
        with self._lock:
            return [fault.shown() for fault in self._faults if fault.times != 0]

    def _add(self, fault: Fault) -> None:
        if fault.kind not in KINDS:
            raise ValueError(f"unknown fault {fault.kind!r}; there are {', '.join(sorted(KINDS))}")
        with self._lock:
            self._faults.append(fault)

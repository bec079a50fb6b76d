"""Which ways through `crm/reading` one input took: pairs of lines, one run right after the other."""

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

ROOM = str(Path(__file__).parents[2] / "crm" / "reading")
Arc = tuple[int, int, int]  # a code object's first line and file, hashed; from line; to line


def arcs_of(run: Callable[[], object]) -> set[Arc]:
    """The arcs of one run, of this room only: what is traced is slow, so the rest is left alone."""
    found: set[Arc] = set()

    def entered(frame: FrameType, event: str, _: Any) -> Any:
        if not frame.f_code.co_filename.startswith(ROOM):
            return None
        here, last = hash((frame.f_code.co_filename, frame.f_code.co_firstlineno)), 0

        def line(frame: FrameType, event: str, _: Any) -> Any:
            nonlocal last
            if event == "line":
                found.add((here, last, frame.f_lineno))
                last = frame.f_lineno
            return line

        return line

    sys.settrace(entered)
    try:
        run()
    finally:
        sys.settrace(None)
    return found

"""`python -m tests.fuzz`: messages nobody would write, bred by the ways they take through the reading.

An input that takes a new way is kept and changed again. Each must be read without an error, the same twice, and in a tenth
of a second. What fails is printed and shortened; the exit code counts the failures.

python -m tests.fuzz [--minutes 10] [--seed 7]
"""

import argparse
import json
import sys
import time
from datetime import datetime
from pathlib import Path
from random import Random

from crm.reading import CustomerIndex, KnownCustomer, ReadingContext, read_note
from crm.reading.several import read_parts
from tests.fuzz.arcs import Arc, arcs_of
from tests.fuzz.mutations import mutated

SETS = Path(__file__).parents[1] / "crm" / "reading"
SLOW = 0.1  # seconds of the processor
_KNOWN = "Acme Corp|Acme Labs|Monday Motors|May Mobility|Target|华为技术有限公司|海康威视|周大福珠宝|J.B. Hunt|Sunday's Well|AT&T"
KNOWN = tuple(KnownCustomer(f"C{n}", name, contacts=("Jane Wu",)) for n, name in enumerate(_KNOWN.split("|")))
INDEX = CustomerIndex(KNOWN)
CONTEXT = ReadingContext(
    now=datetime.fromisoformat("2026-03-11T16:20"), own=frozenset(one.customer_id for one in KNOWN)
)


def seeds() -> list[str]:
    """The labelled notes; those kept untouched are not among them."""
    paths = (SETS / "data" / "notes_dev.jsonl", SETS / "notes_more.jsonl", SETS / "notes_field.jsonl")
    return [json.loads(line)["text"] for path in paths for line in path.read_text("utf8").splitlines() if line]


def read(text: str) -> object:
    return read_note(text, customers=INDEX, context=CONTEXT), read_parts(text, customers=INDEX, context=CONTEXT)


def fault(text: str) -> str | None:
    """What is wrong with the reading of a text."""
    started = time.process_time()
    try:
        once = read(text)
        took = time.process_time() - started
        if once != read(text):
            return "read differently the second time"
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return f"took {took:.2f} s" if took > SLOW * max(1, len(text) / 4_000) else None


def shortened(text: str, wrong: str) -> str:
    """A shorter text with the same kind of fault."""
    sort, size = wrong.split(":")[0], len(text) // 2
    while size:
        for at in range(0, len(text), size):
            less = text[:at] + text[at + size :]
            if (fault(less) or "").startswith(sort):
                text = less
                break
        else:
            size //= 2
    return text


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--minutes", type=float, default=10)
    options.add_argument("--seed", type=int, default=7)
    chosen = options.parse_args()
    draw, kept, known = Random(chosen.seed), seeds(), set[Arc]()
    for text in kept:
        known |= arcs_of(lambda text=text: read(text))  # type: ignore[misc]
    began, end, count, failures, first = time.monotonic(), 60 * chosen.minutes, 0, 0, len(known)
    while time.monotonic() - began < end:
        text = mutated(kept, draw)
        count += 1
        if wrong := fault(text):
            failures += 1
            print(f"{wrong}\n  {shortened(text, wrong)!r}", flush=True)
            continue
        new = arcs_of(lambda text=text: read(text)) - known if len(text) < 2_000 else set()  # type: ignore[misc]
        if new:
            known |= new
            kept.append(text)
    found = len(known) - first
    print(f"{count} messages, {failures} failures; {first} ways of the notes and {found} more; seed {chosen.seed}")
    return failures


if __name__ == "__main__":
    sys.exit(main())

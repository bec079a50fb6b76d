"""`dibs run` over HTTP, as a process of its own: 50 reps at once, a burst of 500, and how soon a receipt is in the channel.

The load and the small Slack share this machine's processors with the bot, so what is said here is the least it does.
What each of them took of the processors is said apart: notes a CPU second of the bot is what a machine of its own would do.
"""

from __future__ import annotations

import http.client
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path
from statistics import median
from urllib.parse import urlsplit

from sandbox.server import Server
from sandbox.slack import Slack
from sandbox.wires import signed
from tests.bench import stage, world
from tests.bench.figures import percentile, say
from tests.bench.world import Firm
from tests.databases import addresses

Note = tuple[bytes, dict[str, str]]


def main(*, quick: bool = False) -> None:
    made = world.firms(10_000 if quick else 100_000)
    with addresses() as databases:
        for kind, url in databases.items():
            with tempfile.TemporaryDirectory(prefix="dibs-") as folder, stage.company(url, made):
                clock = Path(folder) / "clock.json"
                with stage.slack(made, clock_file=clock) as (small, server):
                    _measure(kind, url, small, server, made, Path(folder), each=4 if quick else 20)


def _measure(
    kind: str, url: str, small: Slack, server: Server, made: Sequence[Firm], folder: Path, *, each: int
) -> None:
    queue = stage.notes(small, made)
    with stage.bot_process(url, small, server, folder) as (address, pid, _):
        time.sleep(3)  # the directory is read behind
        _send(address, list(islice(queue, 20)))
        _receipts(kind, address, small, made)
        _burst(kind, address, list(islice(queue, 100 if each < 20 else 500)))
        _sustained(kind, address, Spent(pid), [list(islice(queue, each)) for _ in range(stage.REPS)])


def _sustained(kind: str, address: str, spent: Spent, shares: list[list[Note]]) -> None:
    """Each rep writes the next note when the last one is acknowledged."""
    took: list[float] = []
    began = time.monotonic()
    _all_at_once(
        [threading.Thread(target=spent.loading(lambda s=share: took.extend(_send(address, s)))) for share in shares]
    )  # type: ignore[misc]
    seconds = time.monotonic() - began
    say(f"{kind}: {len(shares)} reps at once, notes a second", len(took) / seconds, "1/s")
    say(f"{kind}: … p50", median(took), "ms")
    say(f"{kind}: … p99", percentile(took, 99), "ms")
    spent.say(kind, len(took))


def _burst(kind: str, address: str, notes: list[Note]) -> None:
    """Each over a connection of its own, all in the same moment."""
    took: list[float] = []
    began = time.monotonic()
    _all_at_once([threading.Thread(target=lambda n=note: took.extend(_send(address, [n]))) for note in notes])  # type: ignore[misc]
    say(f"{kind}: a burst of {len(notes)}, the last one acked after", time.monotonic() - began, "s")


def _receipts(kind: str, address: str, small: Slack, made: Sequence[Firm]) -> None:
    """From the moment the note is sent to its receipt in the channel, nobody else writing."""
    waits = []
    for firm in [firm for firm in made if firm.owner_id == stage.reps(made)[-1]][-40:]:
        before = _heard(small, firm.owner_id)
        parcel = stage.note(small, firm)
        began = time.monotonic()
        _send(address, [(parcel.body, signed(small.signing_secret, parcel))])
        small.wait_for(lambda before=before, rep=firm.owner_id: _heard(small, rep) > before, 10)  # type: ignore[misc]
        waits.append((time.monotonic() - began) * 1000)
        time.sleep(0.15)
    say(f"{kind}: note to receipt, idle, p50", median(waits), "ms")
    say(f"{kind}: … p95", percentile(waits, 95), "ms")


class Spent:
    """Seconds of the processors since it was made: the bot's, the load's, and the small Slack's beside the load."""

    def __init__(self, bot: int) -> None:
        self._bot, self._load, self._lock = bot, 0.0, threading.Lock()
        self._began = (stage.cpu_seconds(bot), time.process_time())

    def loading(self, work: Callable[[], None]) -> Callable[[], None]:
        """The same work, what it took counted as the load's."""

        def run() -> None:
            work()
            with self._lock:
                self._load += time.thread_time()

        return run

    def say(self, kind: str, notes: int) -> None:
        bot, here = stage.cpu_seconds(self._bot) - self._began[0], time.process_time() - self._began[1]
        say(f"{kind}: … notes a CPU second of the bot", notes / bot, "1/s")
        say(f"{kind}: … CPU a note, of the bot", bot / notes * 1000, "ms")
        say(f"{kind}: … CPU a note, of the load", self._load / notes * 1000, "ms")
        say(f"{kind}: … CPU a note, of the small Slack", (here - self._load) / notes * 1000, "ms")


def _heard(small: Slack, rep: str) -> int:
    return sum(message.bot for message in small.dm(rep))


def _send(address: str, notes: list[Note]) -> list[float]:
    """One after the other on one connection; milliseconds until each was acknowledged."""
    where = urlsplit(address)
    line = http.client.HTTPConnection(where.hostname or "", where.port, timeout=30)
    took = []
    for body, headers in notes:
        began = time.perf_counter()
        line.request("POST", "/slack/events", body, headers)
        answer = line.getresponse()
        answer.read()
        took.append((time.perf_counter() - began) * 1000)
        assert answer.status == 200, answer.status
    line.close()
    return took


def _all_at_once(threads: list[threading.Thread]) -> None:
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


if __name__ == "__main__":
    main()

"""All benches, or those named: `python -m tests.bench [names] [--quick]`. They report; nothing here passes or fails."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from tests.bench import (
    bench_clock,
    bench_deals,
    bench_engine,
    bench_http,
    bench_import,
    bench_note,
    bench_reading,
    bench_relays,
    bench_soak,
    bench_start,
    bench_sweep,
    bench_who,
    figures,
)

Bench = Callable[[bool], None]

BENCHES: dict[str, Bench] = {
    "note": lambda quick: bench_note.main(quick=quick),
    "import": lambda quick: bench_import.main(quick=quick),
    "http": lambda quick: bench_http.main(quick=quick),
    "who": lambda quick: bench_who.main(quick=quick),
    "deals": lambda quick: bench_deals.main(quick=quick),
    "sweep": lambda quick: bench_sweep.main(quick=quick),
    "start": lambda quick: bench_start.main(quick=quick),
    "relays": lambda quick: bench_relays.main(quick=quick),
    "soak": lambda quick: bench_soak.main(quick=quick),
    "engine": lambda quick: bench_engine.main(),
    "clock": lambda quick: bench_clock.main(),
    "reading": lambda quick: bench_reading.main(),
}


def main() -> None:
    asked = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    asked.add_argument(
        "names", nargs="*", metavar="name", help=f"of {', '.join(BENCHES)}; all of them if none is named"
    )
    asked.add_argument("--quick", action="store_true", help="smaller worlds and fewer turns, to see that it runs")
    asked.add_argument("--minutes", type=float, help="how long the soak takes; 5 if not said")
    chosen = asked.parse_args()
    unknown = set(chosen.names) - set(BENCHES)
    if unknown:
        asked.error(f"no bench is called {', '.join(sorted(unknown))}; there are {', '.join(BENCHES)}")
    benches = BENCHES | {"soak": lambda quick: bench_soak.main(quick=quick, minutes=chosen.minutes)}
    figures.head()
    for name in chosen.names or BENCHES:
        print(f"# {name}", flush=True)
        benches[name](chosen.quick)


if __name__ == "__main__":
    main()

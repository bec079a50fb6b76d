"""`make audit`: whether a weakness is known of a package that constraints.txt pins, by pip-audit's word.

pip-audit asks a service of the package index. What it could not ask about is said, and is not taken for safe.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

HOUSE = Path(__file__).parents[2]


def main() -> int:
    done = subprocess.run(
        [
            *(sys.executable, "-m", "pip_audit", "--requirement", str(HOUSE / "constraints.txt")),
            *("--no-deps", "--disable-pip", "--format", "json", "--progress-spinner", "off"),
        ],
        capture_output=True,
        text=True,
    )
    try:
        answer: dict[str, Any] = json.loads(done.stdout)
    except ValueError:
        print(f"NOT AUDITED: the service that knows of weaknesses can't be reached.\n{_last_line(done.stderr)}")
        return 0
    print(told(answer))
    return 1 if weak(answer) else 0


def weak(answer: dict[str, Any]) -> list[dict[str, Any]]:
    return [one for one in answer["dependencies"] if one.get("vulns")]


def told(answer: dict[str, Any]) -> str:
    """What pip-audit found, in a few lines."""
    asked = [one for one in answer["dependencies"] if "skip_reason" not in one]
    left_out = [one["name"] for one in answer["dependencies"] if "skip_reason" in one]
    if not asked:
        return f"NOT AUDITED: the service knows none of the {len(left_out)} packages, or can't be reached. Try again online."
    lines = [
        f"WEAK: {one['name']} {one['version']}: {', '.join(_weakness(each) for each in one['vulns'])}"
        for one in weak(answer)
    ]
    lines.append(f"{len(asked)} packages asked about, {len(lines)} with a known weakness.")
    if left_out:
        lines.append(f"Not asked about: {', '.join(left_out)}")
    return "\n".join(lines)


def _weakness(each: dict[str, Any]) -> str:
    mended = f"mended in {', '.join(each['fix_versions'])}" if each.get("fix_versions") else "not mended yet"
    return f"{each['id']} ({mended})"


def _last_line(text: str) -> str:
    return (text.strip().splitlines() or ["pip-audit said nothing."])[-1]


if __name__ == "__main__":
    sys.exit(main())

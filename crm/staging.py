"""The list of stages as an admin writes it, a line each; and what a change of it does to the deals that stand in one.

A line keeps the stage it names. `evaluation > Pilot` renames one; a name nobody knows is a new stage; a stage that is
not written goes, and its deals with it to where the admin says. Won and lost end every list and are not written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from crm.deals import Stage, Stages

MOST_STAGES = 12
NAME_MAX = 60
_LINE = re.compile(r"(?P<name>.+?)[,，]\s*(?P<chance>\d{1,3})\s*[%％]?\s*[,，]\s*(?P<days>\d{1,4})\s*(?:d|days?|天)?")
_RENAMED = re.compile(r"\s*(?:>|→|＞)\s*")


@dataclass(frozen=True, slots=True)
class Problem:
    """What can't be taken, and in which line. unreadable, twice, chance, days, too_many, too_few, gone."""

    code: str
    line: str = ""


def read_stages(text: str, *, now: Stages, called: Mapping[str, str], fresh: Sequence[str]) -> Stages | Problem:
    """The list these lines stand for, or the first thing wrong with them. `called`: what a stage is called, folded ->
    its code; `fresh`: codes for stages that are new."""
    written: list[Stage] = []
    codes = iter(fresh)
    for line in filter(None, (one.strip() for one in text.splitlines())):
        found = _LINE.fullmatch(line)
        if found is None:
            return Problem("unreadable", line)
        if int(found["chance"]) > 100 or not 1 <= int(found["days"]) <= 3650:
            return Problem("chance" if int(found["chance"]) > 100 else "days", line)
        stage = _stage(found["name"].strip(), now, called, codes)
        if stage is None:
            return Problem("gone", line)
        if any(one.code == stage.code for one in written) or stage.kind != "open":
            return Problem("twice", line)
        written.append(replace(stage, probability=int(found["chance"]), stall_days=int(found["days"])))
    if not written:
        return Problem("too_few")
    if len(written) > MOST_STAGES:
        return Problem("too_many")
    return Stages((*written, now.won, now.lost))


def _stage(name: str, now: Stages, called: Mapping[str, str], codes: Iterator[str]) -> Stage | None:
    """The stage a name means: known, renamed or new. None where one that is not there should be renamed."""
    old, *new = _RENAMED.split(name, maxsplit=1)
    known = now.of(called.get(old.casefold(), ""))
    if new:
        return replace(known, name=new[0].strip()[:NAME_MAX]) if known and new[0].strip() else None
    return known or Stage(next(codes), 0, 0, name=name[:NAME_MAX])


def removed(before: Stages, after: Stages) -> tuple[Stage, ...]:
    return tuple(stage for stage in before.all if after.of(stage.code) is None)


def signature(stages: Stages) -> str:
    """What a form remembers of the list it showed: saving over a list that has changed since is refused."""
    return ";".join(f"{one.code},{one.name or ''},{one.probability},{one.stall_days}" for one in stages.all)

"""The grammar of times of day: clocks, bare hours, parts of the day.

A bare hour 1–7 is taken for the afternoon and 8–11 for the morning, unless a part of the day beside it decides.
"""

import re
from collections.abc import Callable, Sequence
from datetime import time
from typing import Any, NamedTuple

from crm.reading.dates.atoms import Atom
from crm.reading.dates.calendar import PART_HOURS


class Clock(NamedTuple):
    """An hour as said, or a part of the day, or both."""

    hour: int | None = None
    minute: int = 0
    half: str | None = None  # "am", "pm", or None when nobody said
    part: str | None = None
    weak: bool = False  # only a time beside a day: "lunch"
    minutes_from_now: int | None = None

    def joined(self, other: "Clock") -> "Clock":
        """This time and the words beside it: 3 o'clock + afternoon."""
        said, rest = (self, other) if self.hour is not None else (other, self)
        return said._replace(half=said.half or rest.half, part=said.part or rest.part, weak=False)

    def time(self) -> time:
        if self.hour is None:
            return time(*PART_HOURS[self.part or {"am": "morning", "pm": "afternoon"}.get(self.half or "", "morning")])
        return time(self._hour_of_day(), self.minute)

    def _hour_of_day(self) -> int:
        hour = (self.hour or 0) % 24
        if hour > 12 or (hour == 0 and self.half is None):
            return hour
        half = self.half or _HALF_OF_PART.get(self.part or "")
        if self.part == "noon" and self.half is None:
            return hour if hour > 9 else hour + 12
        if half == "am":
            return hour % 12
        if half == "pm":
            return hour % 12 + 12
        return hour + 12 if 1 <= hour <= 7 else hour


_HALF_OF_PART = {
    "morning": "am",
    "ten": "am",
    "one": "pm",
    "afternoon": "pm",
    "five": "pm",
    "evening": "pm",
    "night": "pm",
    "eod": "pm",
}
_TOO_LONG = 9  # hours: nothing planned lasts so long
Read = Callable[[Sequence[Atom]], Clock | None]
CLOCKS: dict[str, list[tuple[re.Pattern[str], Read]]] = {}


def clock(*patterns: str, starts: str) -> Callable[[Read], Read]:
    def keep(read: Read) -> Read:
        for pattern in patterns:
            for start in starts:
                CLOCKS.setdefault(start, []).append((re.compile(pattern), read))
        return read

    return keep


def _values(atoms: Sequence[Atom], codes: str) -> list[Any]:
    return [atom.value for atom in atoms if atom.code in codes]


def _clock(hour: int, minute: int, half: str | None) -> Clock | None:
    return Clock(hour, minute, half) if 0 <= hour <= 24 and 0 <= minute < 60 else None


@clock("TA?", starts="T")
def digital(atoms: Sequence[Atom]) -> Clock | None:
    hour, minute, written = atoms[0].value  # 07:30 is written so in the morning only
    half = atoms[1].value if len(atoms) > 1 else written
    return _clock(hour, minute, half)


@clock(r"N[.]?A", starts="N")
def with_half(atoms: Sequence[Atom]) -> Clock | None:
    hour = atoms[0].value
    if 100 <= hour <= 1259:
        return _clock(hour // 100, hour % 100, atoms[-1].value)
    return _clock(hour, 0, atoms[-1].value) if hour <= 12 else None


@clock(r"NNA", r"(?<=[WMONDa])NN(?![NU%?])", r"N-?N(?=[DWP])", r"N-NA", starts="N")
def spoken(atoms: Sequence[Atom]) -> Clock | None:
    hour, minute = _values(atoms, "N")
    if not (1 <= hour <= 12 and 10 <= minute < 60):
        return None
    return _clock(hour, minute, atoms[-1].value if atoms[-1].code == "A" else None)


@clock(r"N(?=DP)", starts="N")
def before_part(atoms: Sequence[Atom]) -> Clock | None:
    """`try again 9 tonight`"""
    return Clock(atoms[0].value) if 1 <= atoms[0].value <= 12 else None


@clock("FA", r"(?<=a)F", r"(?<=W)F(?=A)", r"F(?=D)", r"(?<=P)F", starts="F")
def dotted(atoms: Sequence[Atom]) -> Clock | None:
    hour, _, minute = atoms[0].value.partition(".")
    if len(minute) != 2 or len(hour) > 2:
        return None
    return _clock(int(hour), int(minute), atoms[1].value if len(atoms) > 1 else None)


@clock(r"N(?:[s\-]N){1,2}A", r"N[s\-](?=T|NA)", r"N[s\-]TA", starts="N")
def from_to(atoms: Sequence[Atom]) -> Clock | None:
    hour = atoms[0].value
    half = atoms[-1].value if atoms[-1].code == "A" else None
    if half == "pm" and len(atoms) > 2 and atoms[2].code == "N" and hour > atoms[2].value % 12:
        half = "am" if hour < 12 else half
    return _clock(hour, 0, half) if hour <= 24 else None


@clock(r"uN&N(?:A|(?=$|[,.#DWPn)]))", r"u(?:T|NA)A?&", starts="u")
def between(atoms: Sequence[Atom]) -> Clock | None:
    """`between 10 and 11` is there from ten."""
    if atoms[1].code == "T":
        return digital(atoms[1:3] if atoms[2].code == "A" else atoms[1:2])
    first, *later = _values(atoms, "N")
    half = next(iter(_values(atoms, "A")), None)
    if half == "pm" and later and first > later[0] % 12:
        half = "am"
    return _clock(first, 0, half) if 1 <= first <= 12 else None


@clock("hNA?", starts="h")
def past_or_to(atoms: Sequence[Atom]) -> Clock | None:
    minutes, hour = atoms[0].value, atoms[1].value
    if not 1 <= hour <= 12:
        return None
    if minutes < 0:
        hour, minutes = (hour - 1 or 12), 60 + minutes
    return _clock(hour, minutes, atoms[2].value if len(atoms) > 2 else None)


@clock(r"Nz(?:Nx?)?A?", starts="N")
def o_clock(atoms: Sequence[Atom]) -> Clock | None:
    numbers = _values(atoms, "N")
    minute = numbers[1] if len(numbers) > 1 and not _counts_what_follows(atoms) else _values(atoms, "z")[0]
    half = atoms[-1].value if atoms[-1].code == "A" else None
    return _clock(numbers[0], minute, half)


def _counts_what_follows(atoms: Sequence[Atom]) -> bool:
    """三点二次送样 is at three; 三点零五 and 三点二十 are not."""
    last = atoms[-1]
    return last.code == "N" and last.value < 10 and last.end - last.start == 1


@clock(r"N(?=[WD])", r"(?<=[WD])N", r"(?<=M)N(?=$|[,.#])", starts="N")
def military(atoms: Sequence[Atom]) -> Clock | None:
    """`1700 Thursday`, `19 Mar 1400`"""
    hour, minute = divmod(atoms[0].value, 100)
    return _clock(hour, minute, None) if 6 <= hour < 23 and minute % 15 == 0 else None


@clock(r"(?<=a)NUN?", starts="N")
def continental(atoms: Sequence[Atom]) -> Clock | None:
    """`at 14h`, `at 9h30`"""
    hour, *minutes = _values(atoms, "N")
    return _clock(hour, minutes[0] if minutes else 0, None) if atoms[1].value == "hour" else None


@clock(r"(?<=[WDNMOZ])NU(?![fl])", starts="N")
def continental_behind_a_day(atoms: Sequence[Atom]) -> Clock | None:
    """`Monday 15h`; `tomorrow 2h` may last two hours."""
    return continental(atoms) if atoms[0].value >= _TOO_LONG else None


@clock(r"N-?g", r"N(?=[ia]t?P)", starts="N")
def about(atoms: Sequence[Atom]) -> Clock | None:
    return _clock(atoms[0].value, 0, None) if 1 <= atoms[0].value <= 12 else None


@clock("P", "p", starts="Pp")
def part_of_day(atoms: Sequence[Atom]) -> Clock:
    return Clock(part=atoms[0].value, weak=atoms[0].code == "p")


@clock("A", starts="A")
def half_alone(atoms: Sequence[Atom]) -> Clock:
    return Clock(half=atoms[0].value, weak=True)


_SPAN = r"[Nj]o?U"


@clock(rf"[iw]n?j?{_SPAN}", rf"n{_SPAN}(?=$|[,.#])", rf"{_SPAN}o?[fl]", rf"{_SPAN}(?=E)E", starts="iwnNj")
def from_now(atoms: Sequence[Atom]) -> Clock | None:
    unit = _values(atoms, "U")[0]
    count = _values(atoms, "Nj")[-1]
    if unit not in ("hour", "minute") or not 0 <= count < 10_000 or (unit == "hour" and count and count % 24 == 0):
        return None
    return Clock(minutes_from_now=int(count * (60 if unit == "hour" else 1)))

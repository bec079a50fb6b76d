"""When the next step's date is asked for rather than set: the words name a day, and do not say that it is the one.

A wrong date set in silence costs a customer a promise; a question costs a tap. Each rule here was wrong about as often as
right on notes nobody had tuned the reading to, and speaks of few of them.
"""

from collections.abc import Sequence

from crm.reading.dates.moment import Moment
from crm.reading.followup import starts
from crm.reading.note import Note
from crm.reading.rivals import is_guessed, is_mere_hour
from crm.reading.tense import governor

_MOST_DAYS = 3


def is_doubtful(note: Note, step: Moment, steps: Sequence[Moment]) -> bool:
    """Whether the date of the next step has to be asked for. `steps`: every moment that could be one."""
    return is_mere_hour(note, step) or _gives_way(note, step, steps)


def thought_of(step: Moment, steps: Sequence[Moment]) -> list[Moment]:
    """The days to offer where the date is asked for: the nearest, and the others named beside it."""
    ahead = sorted((other for other in steps if other.day), key=starts)
    days = {other.day: other for other in (*reversed(ahead), step)}
    return sorted(days.values(), key=starts)[:_MOST_DAYS]


def _gives_way(note: Note, step: Moment, steps: Sequence[Moment]) -> bool:
    """`demo this morning. fu 12/9`, `maybe in May. call him on the 9th`: a later day is planned for, the nearest named."""
    if not step.today and not is_guessed(note, step):
        return False
    if governor(note, step) == "plan" and not is_guessed(note, step):
        return False
    later = [other for other in steps if other.day and other.day != step.day and starts(other) > starts(step)]
    return any(governor(note, other) == "plan" for other in later)

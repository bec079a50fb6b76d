"""What who leads reads on the Monday after the year: composed from the rows, worded as the relay words it."""

from collections.abc import Iterator
from datetime import date

from crm.notices import Notice
from crm.notices.conversation import DailyDigest
from crm.notices.reporting import ChannelWeek, FiguresAsked, QuarterlyDigest, WeeklyDigest
from handlers import wording
from handlers.kit.blocks import Message
from handlers.kit.speech import Speech
from operations.compose import compose
from operations.directory import Directory
from operations.office import Office
from storage.database import Database
from tests.year.company import ADMIN, NOW, T1, TEAMS, manager_of

SUNDAY, TODAY, QUARTER = date(2026, 11, 22), date(2026, 11, 23), date(2026, 7, 1)
NORTH, EAST = (manager_of(team) for team, _, _ in TEAMS[:2])
SLIPS: dict[str, tuple[str, Notice]] = {
    "week": (NORTH, WeeklyDigest(SUNDAY)),
    "week-east": (EAST, WeeklyDigest(SUNDAY)),
    "week-all": (ADMIN, WeeklyDigest(SUNDAY)),
    "channel": (EAST, ChannelWeek("EAST", SUNDAY)),
    "day": (NORTH, DailyDigest(TODAY)),
    "quarter": (NORTH, QuarterlyDigest(QUARTER)),
    "funnel": (ADMIN, FiguresAsked("funnel", "")),
    "forecast": (ADMIN, FiguresAsked("forecast", "")),
    "odd": (EAST, FiguresAsked("odd", "")),
    "people": (EAST, FiguresAsked("people", "last quarter")),
    "value": (ADMIN, FiguresAsked("value", "last quarter")),
    "sources": (ADMIN, FiguresAsked("sources", "last quarter")),
}


def told(database: Database, locale: str) -> Iterator[tuple[str, Message]]:
    """(name, message) of every digest in a language."""
    office = Office(database, Directory(database))
    for name, (person_id, slip) in SLIPS.items():
        person, card = compose(office, slip, workspace_id=T1, person_id=person_id, now=NOW, is_edit=False)
        assert card is not None, name
        yield name, wording.word(card, Speech(locale, person.zone, NOW))

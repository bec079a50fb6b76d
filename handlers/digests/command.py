"""`/dibs digest`: which digests a person gets, at which hour and on which day."""

import re
from typing import Any

from crm.people import Person
from handlers.dibs import names
from handlers.digests.channel import channel_command
from handlers.digests.chosen import said
from handlers.digests.days import BY_DAY, OFF, ON, WEEKLY
from handlers.kit.blocks import Message
from handlers.kit.desk import Desk, Turn
from handlers.kit.payloads import Command
from handlers.kit.speech import Speech
from operations import members
from operations.figures import reporting

CHANNEL_WORDS = ("channel", "频道")
QUARTERLY = ("quarterly", "quarter", "季报", "每季")


def digest_command(desk: Desk, turn: Turn, asked: Command) -> Message:
    """`off`, `on` or the hour of the morning message; `weekly Friday`, `weekly off`, `quarterly off`. Alone it shows all."""
    word, rest = names.split(asked.text)
    then, _ = names.split(rest)
    if word in WEEKLY and turn.person.leads:
        return _weekly(desk, turn, then)
    if word in QUARTERLY and turn.person.leads and then in (*ON, *OFF):
        return _said(reporting.set_reports(desk.office, **_who(turn), quarterly_on=then in ON), turn.speech)
    if word in CHANNEL_WORDS and turn.person.leads:
        return channel_command(desk, turn, rest)
    hour = int(word) if re.fullmatch(r"\d{1,2}", word) and int(word) < 24 else None
    if hour is None and word not in (*ON, *OFF):
        return Message(turn.speech.sentences(said(turn.person, turn.speech), _how(turn.person, turn.speech)))
    members.set_digests(desk.office, **_who(turn), on=word not in OFF, hour=hour)
    person = members.read_person(desk.office, workspace_id=turn.workspace_id, person_id=turn.person_id)
    return _said(person, turn.speech)


def _weekly(desk: Desk, turn: Turn, then: str) -> Message:
    wanted = {**BY_DAY, **dict.fromkeys(ON, 0), **dict.fromkeys(OFF, None)}
    if then not in wanted:
        return Message(turn.speech.sentences(said(turn.person, turn.speech), _how(turn.person, turn.speech)))
    return _said(reporting.set_reports(desk.office, **_who(turn), weekly_day=wanted[then]), turn.speech)


def _who(turn: Turn) -> dict[str, Any]:
    return {"workspace_id": turn.workspace_id, "person_id": turn.person_id, "now": turn.now}


def _said(person: Person, speech: Speech) -> Message:
    """What is chosen now; and while all of it is off, how it comes again."""
    again = None if person.digests_on else speech.t("`/dibs digest on` switches it on.")
    return Message(speech.sentences(said(person, speech), again))


def _how(person: Person, speech: Speech) -> str:
    if person.leads:
        return speech.t(
            "Write `/dibs digest off`, `/dibs digest on`, an hour, such as `/dibs digest 9`, "
            "`/dibs digest weekly Friday`, `/dibs digest weekly off` or `/dibs digest quarterly off`."
        )
    return speech.t("Write `/dibs digest off`, `/dibs digest on`, or the hour, such as `/dibs digest 9`.")

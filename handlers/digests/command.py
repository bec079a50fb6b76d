"""`/dibs digest`: which digests a person gets, at which hour and on which day."""

import re
from typing import Any

from crm.people import Person
from handlers.dibs import names
from handlers.digests.chosen import said
from handlers.kit.blocks import Message, esc
from handlers.kit.desk import Desk, Turn
from handlers.kit.payloads import Command
from handlers.kit.speech import Speech
from operations import members
from operations.figures import reporting

OFF = ("off", "关", "关闭")
ON = ("on", "开", "打开")
WEEKLY = ("weekly", "week", "周报", "每周")
CHANNEL_WORDS = ("channel", "频道")
CHANNEL = re.compile(r"<#([CG][A-Z0-9_]+)(?:\|[^>]*)?>")
QUARTERLY = ("quarterly", "quarter", "季报", "每季")
DAYS = (
    ("monday", "mon", "周一", "星期一"),
    ("tuesday", "tue", "周二", "星期二"),
    ("wednesday", "wed", "周三", "星期三"),
    ("thursday", "thu", "周四", "星期四"),
    ("friday", "fri", "周五", "星期五"),
    ("saturday", "sat", "周六", "星期六"),
    ("sunday", "sun", "周日", "周天", "星期日", "星期天"),
)
_BY_DAY = {word: number for number, words in enumerate(DAYS) for word in words}


def digest_command(desk: Desk, turn: Turn, asked: Command) -> Message:
    """`off`, `on` or the hour of the morning message; `weekly Friday`, `weekly off`, `quarterly off`. Alone it shows all."""
    word, rest = names.split(asked.text)
    then, _ = names.split(rest)
    if word in WEEKLY and turn.person.leads:
        return _weekly(desk, turn, then)
    if word in QUARTERLY and turn.person.leads and then in (*ON, *OFF):
        return _said(reporting.set_reports(desk.office, **_who(turn), quarterly_on=then in ON), turn.speech)
    if word in CHANNEL_WORDS and turn.person.leads:
        return _channel(desk, turn, rest)
    hour = int(word) if re.fullmatch(r"\d{1,2}", word) and int(word) < 24 else None
    if hour is None and word not in (*ON, *OFF):
        return Message(turn.speech.sentences(said(turn.person, turn.speech), _how(turn.person, turn.speech)))
    members.set_digests(desk.office, **_who(turn), on=word not in OFF, hour=hour)
    person = members.read_person(desk.office, workspace_id=turn.workspace_id, person_id=turn.person_id)
    return _said(person, turn.speech)


def _weekly(desk: Desk, turn: Turn, then: str) -> Message:
    wanted = {**_BY_DAY, **dict.fromkeys(ON, 0), **dict.fromkeys(OFF, None)}
    if then not in wanted:
        return Message(turn.speech.sentences(said(turn.person, turn.speech), _how(turn.person, turn.speech)))
    return _said(reporting.set_reports(desk.office, **_who(turn), weekly_day=wanted[then]), turn.speech)


def _channel(desk: Desk, turn: Turn, rest: str) -> Message:
    """`#sales`, `off`; `in Name`: of which team."""
    t = turn.speech.t
    words, _, team_name = rest.partition(" in ") if " in " in rest else (rest, "", "")
    named, off = CHANNEL.search(words), words.strip().casefold() in OFF
    if not named and not off:
        return Message(t("Name a channel, such as `/dibs digest channel #sales`, or `/dibs digest channel off`."))
    team = reporting.choose_channel(
        desk.office,
        workspace_id=turn.workspace_id,
        actor_id=turn.person_id,
        team_name=team_name.strip() or None,
        channel=named[1] if named else None,
        now=turn.now,
    )
    if named is None:
        return Message(t("The week of {team} is told in no channel any more.", team=esc(team.name, 80)))
    return Message(
        t(
            "The week of {team} comes to <#{channel}> on the first working day of each week, in figures, without customers' "
            "names. Write `/invite @Dibs` there once.",
            team=esc(team.name, 80),
            channel=named[1],
        )
    )


def _who(turn: Turn) -> dict[str, Any]:
    return {"workspace_id": turn.workspace_id, "person_id": turn.person_id, "now": turn.now}


def _said(person: Person, speech: Speech) -> Message:
    return Message(said(person, speech))


def _how(person: Person, speech: Speech) -> str:
    if person.leads:
        return speech.t(
            "Write `/dibs digest off`, `/dibs digest on`, an hour, such as `/dibs digest 9`, "
            "`/dibs digest weekly Friday`, `/dibs digest weekly off` or `/dibs digest quarterly off`."
        )
    return speech.t("Write `/dibs digest off`, `/dibs digest on`, or the hour, such as `/dibs digest 9`.")

"""`/dibs digest channel`: which of a team's digests are told in a channel too, on which day and at which hour."""

import re
from typing import Any

from crm.people import Team, TeamChannel
from handlers.dibs import names
from handlers.digests.days import BY_DAY, DAILY, OFF, ON, WEEKLY
from handlers.kit.blocks import Message, esc
from handlers.kit.desk import Desk, Turn
from handlers.kit.speech import Speech
from operations.figures import reporting

CHANNEL = re.compile(r"<#([CG][A-Z0-9_]+)(?:\|[^>]*)?>")


def channel_command(desk: Desk, turn: Turn, rest: str) -> Message:
    """`#sales`, `off`, `daily off`, `weekly Friday`, `10`; `… in Name`: of which team."""
    t = turn.speech.t
    words, team_name = names.of_team(rest)
    who: dict[str, Any] = {
        "workspace_id": turn.workspace_id,
        "actor_id": turn.person_id,
        "team_name": team_name,
        "now": turn.now,
    }
    named, off = CHANNEL.search(words), words.strip().casefold() in OFF
    if named or off:
        team, channel = reporting.choose_channel(desk.office, **who, channel=named[1] if named else None)
        if channel is None:
            return Message(t("The digests of {team} are told in no channel any more.", team=esc(team.name, 80)))
        invite = t("Write `/invite @Dibs` there once.")
        return Message(turn.speech.sentences(told(team, channel, turn.speech), invite))
    wanted = _wanted(words)
    if wanted is None:
        return Message(
            t(
                "Name a channel, such as `/dibs digest channel #sales`. Then `/dibs digest channel daily off`, "
                "`/dibs digest channel weekly Friday` or an hour, `/dibs digest channel 10`, change when it is told; "
                "`/dibs digest channel off` ends it."
            )
        )
    team, channel = reporting.time_channel(desk.office, **who, **wanted)
    return Message(told(team, channel, turn.speech))


def _wanted(words: str) -> dict[str, Any] | None:
    """What "daily off", "weekly Friday" or "10" changes; None for other words."""
    word, rest = names.split(words)
    then, _ = names.split(rest)
    if word in DAILY and then in (*ON, *OFF):
        return {"daily": then in ON}
    days = {**BY_DAY, **dict.fromkeys(ON, 0), **dict.fromkeys(OFF, None)}
    if word in WEEKLY and then in days:
        return {"weekly_day": days[then]}
    if re.fullmatch(r"\d{1,2}", word) and int(word) < 24:
        return {"hour": int(word)}
    return None


def told(team: Team, channel: TeamChannel, speech: Speech) -> str:
    """What a channel is told, and when."""
    t, facts = speech.t, {"team": esc(team.name, 80), "channel": channel.channel_id}
    daily = t("each working day") if channel.daily else None
    weekly = None
    if channel.weekly_day is not None:
        weekly = t("each week ({day})", day=speech.weekday(channel.weekly_day))
    when = speech.comma.join(one for one in (daily, weekly) if one)
    if not when:
        return t("<#{channel}> stays the channel of {team}; nothing is told there now.", **facts)
    return t(
        "The digest of {team} comes to <#{channel}>: {when}, at {hour}:00 by the team's clock, in figures, without "
        "customers' names.",
        **facts,
        when=when,
        hour=f"{channel.hour:02d}",
    )

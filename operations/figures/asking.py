"""Figures of many deals are counted while nobody waits: the command is answered at once, the figures come as a letter.

Slack waits three seconds for the answer to a command. What a rep or a team asks for is counted within them; the deals of a
large company are counted by the relay, and the figures come to the direct messages of who asked.
"""

from datetime import datetime
from typing import Literal

from crm.notices import FiguresAsked
from crm.people import Person
from operations import mail
from operations.clock.clockwork import read_clocks
from operations.figures.circles import meant_by
from operations.figures.measuring import Asked, understood
from operations.office import Office
from storage import funnels

MANY = 5_000  # deals: counted in a few hundredths of a second
What = Literal["funnel", "forecast", "odd"]


def put_off(office: Office, *, workspace_id: str, asker: Person, what: What, asked: Asked, now: datetime) -> bool:
    """Whether there is so much to count that the figures come as a letter; then it is on its way, once a minute.

    Raises Refusal: not_allowed, funnel_words.
    """
    with office.database.read() as tx:
        today = read_clocks(tx, workspace_id=workspace_id, now=now).calendar(asker.team_id).local_date(now)
        by, team, _ = understood(tx, asked.words, workspace_id=workspace_id, today=today)
        meant = meant_by(tx, asker, asked.person_id, team, by, workspace_id=workspace_id)
        widest = meant.wider_within or meant.within
        if not funnels.are_more_than(tx, workspace_id=workspace_id, within=widest, most=MANY):
            return False
    with office.database.begin() as tx:
        mail.post(
            tx,
            FiguresAsked(what, asked.words, asked.person_id),
            workspace_id=workspace_id,
            to=asker.person_id,
            now=now,
            key=f"figures:{asker.person_id}:{what}:{asked.words}:{asked.person_id}:{now:%Y-%m-%dT%H:%M}"[:120],
        )
    return True

"""Figures as they are asked for: answered at once, or counted while nobody waits.

Slack waits three seconds for the answer to a command. What a rep or a team asks for is counted within them; the figures of
a large company are counted by the relay, and come to the direct messages of who asked.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from crm.notices.reporting import FiguresAsked
from crm.people import Person
from operations import mail
from operations.figures import finance_report, measuring, people_report, reports, worth_report
from operations.figures.question import Asked, Question, What, question
from operations.office import Office
from storage import counting, funnels

MANY = 5_000  # deals, or customers: counted in a few hundredths of a second
LONGEST = 30  # seconds a statement over all there is may take
OF_ALL: frozenset[What] = frozenset({"people", "value", "sources", "finance"})  # read from everybody's, whoever asks
LONGEST_KEY = 255  # characters
Card = Any
COUNTS: dict[What, Callable[[Question], Card]] = {
    "funnel": measuring.funnel_card,
    "forecast": measuring.forecast_card,
    "odd": reports.odd_card,
    "people": people_report.people_card,
    "value": worth_report.value_card,
    "sources": worth_report.sources_card,
    "finance": finance_report.finance_card,
}


def answer(office: Office, *, workspace_id: str, asker: Person, what: What, asked: Asked, now: datetime) -> Card | None:
    """The card; None where there is so much to count that it comes as a letter, which is then on its way, once a minute.

    Raises Refusal as operations.figures.question.
    """
    with office.database.read(at_most=LONGEST) as tx:
        of = question(tx, workspace_id=workspace_id, asker=asker, what=what, asked=asked, now=now)
        if not _is_much(of, what):
            return COUNTS[what](of)
    with office.database.begin() as tx:
        mail.post(
            tx,
            FiguresAsked(what, asked.words, asked.person_id),
            workspace_id=workspace_id,
            to=asker.person_id,
            now=now,
            key=f"figures:{asker.person_id}:{what}:{now:%Y-%m-%dT%H:%M}:{asked.person_id}:{asked.words}"[:LONGEST_KEY],
        )
    return None


def _is_much(of: Question, what: What) -> bool:
    if what not in OF_ALL:
        widest = of.meant.wider_within or of.meant.within
        return funnels.are_more_than(of.tx, **of.key, within=widest, most=MANY)
    return counting.are_more_than(of.tx, **of.key, most=MANY)

"""All rooms, registered on one Bolt app; and what Slack sends that nobody has a use for, acknowledged."""

import logging

from slack_bolt import Ack, App

from handlers.adoption import listen as adoption
from handlers.away import listen as away
from handlers.calendar import listen as calendar
from handlers.co_owners import listen as co_owners
from handlers.complaints import listen as complaints
from handlers.customer import listen as customer
from handlers.deals import listen as deals
from handlers.dibs import listen as dibs
from handlers.digests import listen as digests
from handlers.dm_note import listen as dm_note
from handlers.erasing import listen as erasing
from handlers.expiry import listen as expiry
from handlers.grades import listen as grades
from handlers.history import listen as history
from handlers.home import listen as home
from handlers.imports import listen as imports
from handlers.installing import listen as installing
from handlers.kit.desk import ANYTHING, Desk
from handlers.leads import listen as leads
from handlers.locks import listen as locks
from handlers.log import listen as log
from handlers.merging import listen as merging
from handlers.people import listen as people
from handlers.plans import listen as plans
from handlers.pool import listen as pool
from handlers.reassign import listen as reassign
from handlers.rollout import listen as rollout
from handlers.rules import listen as rules
from handlers.several import listen as several
from handlers.sharing import listen as sharing
from handlers.spot_checks import listen as spot_checks
from handlers.stages import listen as stages
from handlers.teams import listen as teams
from handlers.timeline import listen as timeline
from handlers.who import listen as who

ROOMS = (
    leads,  # first: what is posted in a channel is no note
    dm_note,
    log,
    who,
    dibs,
    plans,
    expiry,
    reassign,
    pool,
    history,
    rules,
    rollout,
    teams,
    erasing,
    calendar,
    away,
    locks,
    spot_checks,
    deals,
    stages,
    grades,
    digests,
    several,
    imports,
    home,
    people,
    customer,
    co_owners,
    merging,
    complaints,
    sharing,
    timeline,
    adoption,
    installing,
)


def register_all(app: App, desk: Desk) -> None:
    for room in ROOMS:
        room.register(app, desk)
    _acknowledge_the_rest(app)


def _acknowledge_the_rest(app: App) -> None:
    """An unhandled request is answered 404 and sent again; an old button or a closed form needs no more than an ack."""

    def nothing(ack: Ack) -> None:
        ack()

    app.action(ANYTHING)(nothing)
    app.view_closed(ANYTHING)(nothing)
    logging.getLogger("slack_bolt").setLevel(logging.WARNING)

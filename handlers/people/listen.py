"""People come, change and go in Slack; and the search fields that find them and customers."""

from typing import Any

from slack_bolt import Ack, App
from slack_sdk import WebClient

from handlers.kit import ids
from handlers.kit.blocks import option
from handlers.kit.desk import Desk
from handlers.people.payload import read_profile, read_search
from operations import members
from operations.assigning import leaving
from operations.customers import seeing
from storage.database import DatabaseAway


def register(app: App, desk: Desk) -> None:
    def changed(ack: Ack, body: dict[str, Any]) -> None:
        profile, workspace_id, now = read_profile(body["event"]["user"]), body["team_id"], desk.now()
        members.keep_profiles(desk.office, workspace_id=workspace_id, profiles=(profile,), admins=frozenset(), now=now)
        leaving.freeze_leavers(desk.office, now=now)
        leaving.hand_on(desk.office, workspace_id=workspace_id, person_id=profile.person_id, now=now)
        ack()

    def search_customers(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
        who, query = read_search(body)
        try:
            turn = desk.turn(who, client)
            found = seeing.find_named(desk.office, workspace_id=who.workspace_id, asker=turn.person, query=query)
        except DatabaseAway:
            found = ()
        ack(options=[option(name, customer_id) for customer_id, name in found])

    def search_reps(ack: Ack, body: dict[str, Any]) -> None:
        who, query = read_search(body)
        try:
            found = seeing.find_reps(desk.office, workspace_id=who.workspace_id, query=query)
        except DatabaseAway:
            found = ()
        ack(options=[option(name, person_id) for person_id, name in found])

    app.event("user_change")(changed)
    app.event("team_join")(changed)
    app.options(ids.PICK_CUSTOMER)(search_customers)
    app.options(ids.PICK_REP)(search_reps)

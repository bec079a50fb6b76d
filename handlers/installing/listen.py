"""The app is taken out of a workspace: its token goes at once."""

from typing import Any

from slack_bolt import Ack, App

from handlers.installing.payload import removed_at
from handlers.kit.desk import Desk
from operations import installing


def register(app: App, desk: Desk) -> None:
    def removed(ack: Ack, body: dict[str, Any]) -> None:
        told_at = removed_at(body)
        if told_at:
            installing.remove(desk.office, workspace_id=body["team_id"], told_at=told_at, now=desk.now())
        ack()

    app.event("app_uninstalled")(removed)
    app.event("tokens_revoked")(removed)

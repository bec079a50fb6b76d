"""Slack's users and searches."""

from collections.abc import Mapping
from typing import Any

from handlers.kit.payloads import Body, Who
from operations.members import Profile


def read_profile(user: Mapping[str, Any]) -> Profile:
    """A user as Slack describes them in events and in users.list."""
    profile = user.get("profile") or {}
    name = (
        profile.get("display_name")
        or profile.get("real_name")
        or user.get("real_name")
        or user.get("name")
        or user["id"]
    )
    return Profile(
        person_id=user["id"],
        name=str(name)[:200],
        zone=user.get("tz"),
        locale=user.get("locale"),
        deactivated=bool(user.get("deleted")),
        is_owner=bool(user.get("is_primary_owner")),
        email=str(profile["email"])[:254] if profile.get("email") else None,
    )


def is_person(user: Mapping[str, Any]) -> bool:
    return not user.get("is_bot") and user.get("id") != "USLACKBOT" and not user.get("is_workflow_bot")


def read_search(body: Body) -> tuple[Who, str]:
    """Who searches, and for what."""
    team, user = body.get("team") or {}, body["user"]
    return Who(team.get("id") or user["team_id"], user["id"]), body.get("value") or ""

"""auth.*, users.* and apps.*: who is who, and how a socket is asked for."""

from __future__ import annotations

from sandbox import shapes
from sandbox.api.registry import method, page, truth
from sandbox.errors import SlackError
from sandbox.nouns import Json, Person
from sandbox.workspace import Workspace


@method("auth.test")
def auth_test(ws: Workspace, args: Json) -> Json:
    return {
        "url": f"{ws.base_url}/",
        "team": ws.team_name,
        "user": ws.people[ws.bot_user].name,
        "team_id": ws.team_id,
        "user_id": ws.bot_user,
        "bot_id": ws.bot_id,
        "is_enterprise_install": False,
    }


@method("api.test", token="")
def api_test(ws: Workspace, args: Json) -> Json:
    return {"args": args}


@method("team.info")
def team_info(ws: Workspace, args: Json) -> Json:
    return {"team": {"id": ws.team_id, "name": ws.team_name, "domain": ws.team_name.lower(), "url": ws.base_url}}


@method("oauth.v2.access", token="")
def oauth_v2_access(ws: Workspace, args: Json) -> Json:
    """The last step of an installation: a code that somebody's consent brought, good once."""
    consent = ws.consents.pop(str(args.get("code")), None)
    if consent is None:
        raise SlackError("invalid_code")
    return {
        "access_token": ws.bot_token,
        "token_type": "bot",
        "scope": ",".join(sorted(ws.scopes or ())),
        "bot_user_id": ws.bot_user,
        "app_id": ws.app_id,
        "team": None if consent["org_wide"] else {"id": ws.team_id, "name": ws.team_name},
        "enterprise": {"id": "E1", "name": "Grid"} if consent["org_wide"] else None,
        "is_enterprise_install": consent["org_wide"],
        "authed_user": {"id": consent["user"]},
    }


@method("auth.revoke")
def auth_revoke(ws: Workspace, args: Json) -> Json:
    ws.given_back = True
    return {"revoked": True}


@method("bots.info")
def bots_info(ws: Workspace, args: Json) -> Json:
    return {"bot": shapes.bot_profile(ws)}


@method("users.info", "user")
def users_info(ws: Workspace, args: Json) -> Json:
    return {"user": _user(ws, ws.person(str(args["user"])), args)}


@method("users.list")
def users_list(ws: Workspace, args: Json) -> Json:
    listed, more = page([_user(ws, person, args) for person in list(ws.people.values())], args)
    return {"members": listed, "cache_ts": ws.seconds(), "response_metadata": more}


@method("users.profile.get")
def users_profile_get(ws: Workspace, args: Json) -> Json:
    return {"profile": shapes.profile(ws.person(str(args.get("user") or ws.bot_user)))}


@method("users.lookupByEmail", "email")
def users_lookup_by_email(ws: Workspace, args: Json) -> Json:
    wanted = str(args["email"]).lower()
    found = next((each for each in ws.people.values() if each.email.lower() == wanted and not each.deleted), None)
    return {"user": _user(ws, found or ws.person(""), args)}


@method("dnd.info")
def dnd_info(ws: Workspace, args: Json) -> Json:
    return {"dnd_enabled": False, "next_dnd_start_ts": 1, "next_dnd_end_ts": 1, "snooze_enabled": False}


@method("apps.connections.open", token="app")
def apps_connections_open(ws: Workspace, args: Json) -> Json:
    ticket = ws.new_id("ticket-")
    return {"url": f"{ws.base_url.replace('http', 'ws', 1)}/link/?ticket={ticket}&app_id={ws.app_id}"}


def _user(ws: Workspace, person: Person, args: Json) -> Json:
    locale = truth(args.get("include_locale"))
    shown = shapes.user(person, team_id=ws.team_id, now=ws.clock.now(), include_locale=locale)
    if ws.scopes is not None and "users:read.email" not in ws.scopes:
        shown["profile"].pop("email", None)
    return shown

"""The form of a team as it comes back, and what in it can't be taken."""

from datetime import time

from crm.people import Role
from handlers.kit.desk import FormErrors
from handlers.kit.payloads import Form, about
from handlers.kit.speech import Speech
from handlers.teams.view import NEW
from operations.teaming import TeamSheet

ROLES = (Role.MANAGER, Role.REP, Role.ASSISTANT)
FIELD_OF = {
    "no_team_name": "name",
    "team_exists": "name",
    "team_changed": "name",
    "no_zone": "zone",
    "no_country": "country",
    "no_weekdays": "weekdays",
    "no_day_end": "day_end",
    "not_allowed": "rep",
    "unknown_person": "rep",
}


def read_team(form: Form, speech: Speech) -> tuple[str | None, TeamSheet]:
    """The team's id (None for a new one), and what it shall be. Raises FormErrors where somebody is named twice."""
    values, opened = form.values, about(form.metadata, "team", "version")
    roles: dict[str, Role] = {}
    for role in ROLES:
        for person_id in (values.get(role.value) or "").split(","):
            if person_id in roles:
                raise FormErrors(**{role.value: speech.t("Somebody here is named above too: one role each.")})
            if person_id:
                roles[person_id] = role
    country = (values.get("country") or "").strip()
    sheet = TeamSheet(
        name=values.get("name") or "",
        zone=(values.get("zone") or "").strip(),
        country=country.upper() if country.isascii() and len(country) == 2 else country,
        weekdays=frozenset(map(int, filter(None, (values.get("weekdays") or "").split(",")))),
        day_end=time.fromisoformat(values.get("day_end") or "00:00"),
        channel=values.get("channel"),
        roles=roles,
        version=opened["version"],
    )
    return (None if opened["team"] == NEW else opened["team"]), sheet

"""People as Dibs knows them: seen for the first time, their Slack profile, their role, their settings."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from sqlalchemy import Connection

from crm.notices.conversation import Welcome
from crm.people import Person, Role, Team, Workspace
from crm.quiet import OwnHours, QuietHours
from crm.refusal import Refusal
from operations import mail
from operations.office import Office
from storage import audit, people


@dataclass(frozen=True)
class Profile:
    """What Slack says of a person. `locale` as Slack writes it ("zh-CN"), None where it was not told."""

    person_id: str
    name: str
    zone: str | None
    locale: str | None
    deactivated: bool = False
    is_owner: bool = False
    email: str | None = None


def meet(tx: Connection, *, workspace_id: str, person_id: str) -> Person:
    """The person; somebody new starts as a rep with the workspace's zone and language. Raises Refusal("deactivated")."""
    known = people.person(tx, workspace_id=workspace_id, person_id=person_id)
    if known is None:
        people.add_person(tx, _unknown(tx, workspace_id=workspace_id, person_id=person_id))
        known = people.person(tx, workspace_id=workspace_id, person_id=person_id)
        assert known is not None
    if known.deactivated:
        raise Refusal("deactivated")
    return known


def language(locale: str | None) -> str | None:
    """The language Dibs speaks for a Slack locale: Chinese for zh-*, else English."""
    return None if locale is None else "zh" if locale.lower().startswith("zh") else "en"


def keep_workspace(office: Office, *, workspace: Workspace, now: datetime) -> None:
    with office.database.begin() as tx:
        people.put_workspace(tx, workspace)


def keep_profiles(
    office: Office, *, workspace_id: str, profiles: tuple[Profile, ...], admins: frozenset[str], now: datetime
) -> None:
    """Take over Slack's profiles. `admins` become admins; where nobody is one, the workspace's owner does."""
    with office.database.begin() as tx:
        for profile in profiles:
            keep_profile(tx, profile, workspace_id=workspace_id, now=now)
        _appoint(tx, workspace_id=workspace_id, profiles=profiles, admins=admins, now=now)
        _settle_zone(tx, workspace_id=workspace_id)


def keep_profile(tx: Connection, profile: Profile, *, workspace_id: str, now: datetime) -> None:
    people.keep_profile(
        tx,
        workspace_id=workspace_id,
        person_id=profile.person_id,
        name=profile.name,
        zone=known_zone(profile.zone),
        locale=language(profile.locale),
        deactivated=profile.deactivated,
        email=profile.email,
        now=now,
    )


def known_zone(zone: str | None) -> str:
    return zone if zone in zones() else "UTC"


@cache
def zones() -> set[str]:
    """Every IANA name."""
    return available_timezones()  # a walk through the file system


def open_home(office: Office, *, workspace_id: str, person_id: str, now: datetime) -> None:
    """Draw the person's App Home; the first time, welcome them."""
    with office.database.begin() as tx:
        greet(tx, meet(tx, workspace_id=workspace_id, person_id=person_id), now=now)


def greet(tx: Connection, person: Person, *, now: datetime) -> None:
    """Their App Home, and once a welcome."""
    key = {"workspace_id": person.workspace_id, "person_id": person.person_id}
    mail.republish_home(tx, **key, now=now)
    if not person.welcomed:
        people.change_person(tx, **key, welcomed_at=now)
        to = f"welcome:{person.person_id}"
        mail.post(tx, Welcome(), workspace_id=person.workspace_id, to=person.person_id, now=now, key=to)


def read_person(office: Office, *, workspace_id: str, person_id: str) -> Person:
    """Who asks. Somebody unknown is answered with the workspace's defaults, and not written down."""
    with office.database.read() as tx:
        return somebody(tx, workspace_id=workspace_id, person_id=person_id)


def somebody(tx: Connection, *, workspace_id: str, person_id: str) -> Person:
    """The same inside a transaction."""
    known = people.person(tx, workspace_id=workspace_id, person_id=person_id)
    return known or _unknown(tx, workspace_id=workspace_id, person_id=person_id)


def _unknown(tx: Connection, *, workspace_id: str, person_id: str) -> Person:
    home = people.workspace(tx, workspace_id=workspace_id)
    return Person(workspace_id, person_id, person_id, locale=home.locale, zone=home.zone)


def choose_language(office: Office, *, workspace_id: str, person_id: str, locale: str, now: datetime) -> Person:
    with office.database.begin() as tx:
        meet(tx, workspace_id=workspace_id, person_id=person_id)
        people.change_person(tx, workspace_id=workspace_id, person_id=person_id, locale=locale, chosen_locale=True)
        mail.republish_home(tx, workspace_id=workspace_id, person_id=person_id, now=now)
    return read_person(office, workspace_id=workspace_id, person_id=person_id)


def set_digests(
    office: Office, *, workspace_id: str, person_id: str, on: bool, hour: int | None, now: datetime
) -> None:
    with office.database.begin() as tx:
        person = meet(tx, workspace_id=workspace_id, person_id=person_id)
        chosen = person.digest_hour if hour is None else hour
        people.change_person(tx, workspace_id=workspace_id, person_id=person_id, digests_on=on, digest_hour=chosen)
        mail.republish_home(tx, workspace_id=workspace_id, person_id=person_id, now=now)


@dataclass(frozen=True)
class Reports:
    """The digests of who leads: `weekly_day` 0 is Monday, None: none."""

    weekly_day: int | None
    quarterly_on: bool


@dataclass(frozen=True)
class Settings:
    """What a person sets for themselves. `zone`: None leaves it, "" follows Slack again; `digest_hour` None: no morning
    message; `reports` None: left as they are; `hours` None: the team's."""

    locale: str
    zone: str | None
    digest_hour: int | None
    quiet: QuietHours | None
    reports: Reports | None = None
    hours: OwnHours | None = None


def settle(office: Office, *, workspace_id: str, person_id: str, wanted: Settings, now: datetime) -> None:
    """Keep a person's settings. Raises Refusal("no_zone")."""
    with office.database.begin() as tx:
        person = meet(tx, workspace_id=workspace_id, person_id=person_id)
        fields: dict[str, object] = {"digests_on": wanted.digest_hour is not None}
        if wanted.digest_hour is not None:
            fields["digest_hour"] = wanted.digest_hour
        if wanted.locale != person.locale:
            fields |= {"locale": wanted.locale, "chosen_locale": True}
        if wanted.zone is not None:
            if wanted.zone and wanted.zone not in zones():
                raise Refusal("no_zone", zone=wanted.zone)
            fields |= {"zone": wanted.zone, "chosen_zone": True} if wanted.zone else {"chosen_zone": False}
            fields |= {} if wanted.zone else {"profile_read_at": None}  # it is read again, and the zone with it
        if wanted.reports:
            fields |= {"weekly_day": wanted.reports.weekly_day, "quarterly_on": wanted.reports.quarterly_on}
        fields |= _times(wanted)
        people.change_person(tx, workspace_id=workspace_id, person_id=person_id, **fields)
        mail.republish_home(tx, workspace_id=workspace_id, person_id=person_id, now=now)


def _times(wanted: Settings) -> dict[str, object]:
    quiet, hours = wanted.quiet, wanted.hours
    return {
        "quiet_from": quiet.begin if quiet else None,
        "quiet_until": quiet.end if quiet else None,
        "work_from": hours.begin if hours else None,
        "work_until": hours.end if hours else None,
        "work_days": "".join(str(day) for day in sorted(hours.weekdays)) if hours else None,
    }


def team_named(tx: Connection, *, workspace_id: str, name: str) -> Team | None:
    return next(
        (team for team in people.teams(tx, workspace_id=workspace_id) if team.name.casefold() == name.casefold()), None
    )


def find_person(office: Office, *, named: str) -> Person:
    """Who is meant on the command line: by e-mail or Slack id. Raises Refusal("unknown_person")."""
    with office.database.read() as tx:
        found = people.by_address(tx, address=named.strip())
    if len(found) != 1:
        raise Refusal("unknown_person")
    return found[0]


def strangers(office: Office) -> tuple[tuple[str, str], ...]:
    """(workspace, person) of everybody whose Slack profile was never read."""
    with office.database.read() as tx:
        return people.unread_profiles(tx)


def give_up_profile(office: Office, *, workspace_id: str, person_id: str, now: datetime) -> None:
    """Slack knows nobody by this id: don't ask again."""
    with office.database.begin() as tx:
        people.change_person(tx, workspace_id=workspace_id, person_id=person_id, profile_read_at=now)


def local(instant: datetime, person: Person) -> datetime:
    """The person's wall clock, naive: what their words about time refer to."""
    return instant.astimezone(ZoneInfo(person.zone)).replace(tzinfo=None)


def chosen_team(tx: Connection, *, workspace_id: str, actor: Person, name: str | None) -> Team:
    """The team of that name or id; without one the actor's own, or the only one there is. Raises Refusal("no_team")."""
    teams = people.teams(tx, workspace_id=workspace_id)
    if name:
        by_id = next((one for one in teams if one.team_id == name), None)
        team = team_named(tx, workspace_id=workspace_id, name=name) or by_id
    else:
        team = next((one for one in teams if one.team_id == actor.team_id), teams[0] if len(teams) == 1 else None)
    if team is None:
        raise Refusal("no_team", names=tuple(one.name for one in teams))
    return team


def appoint_first(tx: Connection, *, workspace_id: str, person_id: str, now: datetime) -> None:
    """Who installed Dibs is its first admin; where there is one already, nothing changes."""
    if not any(one.role == Role.ADMIN and not one.deactivated for one in people.people(tx, workspace_id=workspace_id)):
        _appoint(tx, workspace_id=workspace_id, profiles=(), admins=frozenset({person_id}), now=now)
    _settle_zone(tx, workspace_id=workspace_id)


def _appoint(
    tx: Connection, *, workspace_id: str, profiles: tuple[Profile, ...], admins: frozenset[str], now: datetime
) -> None:
    present = people.people(tx, workspace_id=workspace_id)
    wanted = admins & {person.person_id for person in present}
    if not wanted and not any(person.role == Role.ADMIN for person in present):
        wanted = frozenset(profile.person_id for profile in profiles if profile.is_owner)
    for person in present:
        if person.person_id in wanted and person.role != Role.ADMIN:
            people.change_person(tx, workspace_id=workspace_id, person_id=person.person_id, role=Role.ADMIN.value)
            audit.write(
                tx, workspace_id=workspace_id, actor_id=None, what="admin_appointed", now=now, person=person.person_id
            )


def _settle_zone(tx: Connection, *, workspace_id: str) -> None:
    """The workspace's days, on which its rules begin, are those of the first admin; once known they stay."""
    admins = (one for one in people.people(tx, workspace_id=workspace_id) if one.role == Role.ADMIN)
    zone = next((one.zone for one in admins if one.zone != "UTC"), "UTC")
    if zone != people.workspace(tx, workspace_id=workspace_id).zone == "UTC":
        people.change_workspace(tx, workspace_id=workspace_id, zone=zone)

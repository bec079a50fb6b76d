"""Taking customers out as a file: what the asker may see, counted and written down when it is asked for, and read page by
page when the file is made. A rep's share of a day is capped, and the admins hear of a large file."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from datetime import datetime, time

from sqlalchemy import Connection

from crm.activities import Activity
from crm.calendar import WorkCalendar
from crm.customers import Contact, Customer
from crm.deals import Deal, Stages
from crm.exports import LARGE_EXPORT, REP_EXPORT_CAP, Export, Narrowed
from crm.followups import FollowUp
from crm.notices.conversation import Declined, LargeExport
from crm.people import Person, Role
from crm.refusal import Refusal
from operations import mail
from operations.members import meet
from operations.office import Office
from storage import audit, deal_settings, imports, outgoing, people
from storage.ids import new_id
from storage.outgoing import Circle

MOST_TRIES = 5
NOT_NARROWED = Narrowed()
PAGE_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class ExportedCustomer:
    """A customer with everything that goes into the file. `people`: how each person in it is named there."""

    customer: Customer
    created_at: datetime
    aliases: tuple[str, ...]
    contacts: tuple[Contact, ...]
    touches: tuple[Activity, ...]
    people: dict[str, str]
    domain: str | None = None
    phone: str | None = None
    campaign: str | None = None
    co_owners: tuple[str, ...] = ()
    plans: tuple[FollowUp, ...] = ()
    deals: tuple[Deal, ...] = ()
    stages: Stages = field(default_factory=Stages)


def ask_export(
    office: Office,
    *,
    workspace_id: str,
    person_id: str,
    scope: str | None,
    format: str,
    now: datetime,
    narrowed: Narrowed = NOT_NARROWED,
    by_hand: bool = False,
) -> Export:
    """A file is asked for; it is made soon and comes in the DM. `scope`: mine (what one works on with others too), team,
    all; None: one's own, or as wide as one may where the pool or somebody else is asked for. `by_hand`: the asker makes it.

    Raises Refusal: not_allowed (team is for who sees it, all for admins), export_nothing, export_none_fits,
    export_cap.
    """
    with office.database.begin() as tx:
        person = meet(tx, workspace_id=workspace_id, person_id=person_id)
        scope = scope or _scope(person, narrowed)
        circle = _circle(tx, person, scope, narrowed)
        count = outgoing.count(tx, circle)
        if not count:
            raise Refusal("export_nothing" if narrowed == NOT_NARROWED else "export_none_fits")
        customers = min(count, _left(tx, person, now)) if not person.leads else count
        one = Export(
            workspace_id,
            new_id(now),
            person_id,
            scope,
            format,
            "sent" if by_hand else "waiting",
            now,
            customers,
            narrowed=narrowed,
        )
        imports.add_export(tx, one)
        only = {name: value for name, value in asdict(narrowed).items() if value}
        facts = {"scope": scope, "format": format, "count": customers, "export_id": one.export_id, **only}
        audit.write(tx, workspace_id=workspace_id, actor_id=person_id, what="exported", now=now, **facts)
        if customers >= LARGE_EXPORT:
            _tell_admins(tx, one, now=now)
    return one


def _scope(person: Person, narrowed: Narrowed) -> str:
    """What is meant where nothing is said."""
    if not narrowed.pooled and narrowed.owner_id in (None, person.person_id):
        return "mine"
    return "all" if person.role == Role.ADMIN else "team"


def _circle(tx: Connection, person: Person, scope: str, narrowed: Narrowed) -> Circle:
    with_them = person.person_id if scope == "mine" else None
    return Circle(person.workspace_id, _owners(tx, person, scope), with_them, narrowed)


def _owners(tx: Connection, person: Person, scope: str) -> tuple[str, ...] | None:
    """Whose customers; None for everybody's, and nobody's. Raises Refusal("not_allowed")."""
    if scope == "all" and person.role == Role.ADMIN:
        return None
    if scope == "team" and person.role != Role.REP and person.team_id:
        team = people.members(tx, workspace_id=person.workspace_id, team_id=person.team_id)
        return tuple(one.person_id for one in team)
    if scope == "mine":
        return (person.person_id,)
    raise Refusal("not_allowed")


def _left(tx: Connection, person: Person, now: datetime) -> int:
    """How many customers a person may still take out on this local day. Raises Refusal("export_cap")."""
    calendar = WorkCalendar(person.zone)
    today = calendar.at(calendar.local_date(now), time.min)
    taken = imports.exported_since(tx, workspace_id=person.workspace_id, person_id=person.person_id, since=today)
    if taken >= REP_EXPORT_CAP:
        raise Refusal("export_cap", limit=REP_EXPORT_CAP)
    return REP_EXPORT_CAP - taken


def _tell_admins(tx: Connection, one: Export, *, now: datetime) -> None:
    for admin in people.people(tx, workspace_id=one.workspace_id):
        if admin.role == Role.ADMIN and admin.person_id != one.person_id:
            slip = LargeExport(one.export_id)
            mail.post(tx, slip, workspace_id=one.workspace_id, to=admin.person_id, now=now)


def read_export(office: Office, one: Export) -> Iterator[ExportedCustomer]:
    """Everything of the file, page by page. What the asker lost the right to see since is left out."""
    after, left = "", one.customers or 0
    with office.database.read() as tx:
        person = people.person(tx, workspace_id=one.workspace_id, person_id=one.person_id)
        if person is None or person.deactivated:
            raise Refusal("not_allowed")
        circle = _circle(tx, person, one.scope, one.narrowed)
        named = outgoing.people_named(tx, workspace_id=one.workspace_id)
        stages = deal_settings.stages(tx, workspace_id=one.workspace_id)
    while left > 0:
        limit = min(left, outgoing.PAGE)
        with office.database.read(at_most=PAGE_SECONDS) as tx:
            page = outgoing.page(tx, circle, after=after, limit=limit)
        for row in page:
            yield ExportedCustomer(
                row.customer,
                row.created_at,
                row.aliases,
                row.contacts,
                row.touches,
                named,
                row.domain,
                row.phone,
                row.campaign,
                row.co_owners,
                row.plans,
                row.deals,
                stages,
            )
        if len(page) < limit:
            return
        after, left = page[-1].customer.customer_id, left - limit


def sent(office: Office, one: Export) -> None:
    with office.database.begin() as tx:
        imports.change_export(tx, one, state="sent")


def note_file(office: Office, one: Export, file_id: str) -> None:
    """The file has this id at Slack: a second try looks whether it is there."""
    with office.database.begin() as tx:
        imports.change_export(tx, one, file_id=file_id)


def failed(office: Office, one: Export, *, now: datetime) -> None:
    """It could not be made or sent, often enough: say so."""
    with office.database.begin() as tx:
        if imports.change_export(tx, one, state="failed"):
            slip = Declined("export_failed", ())
            mail.post(tx, slip, workspace_id=one.workspace_id, to=one.person_id, now=now)

"""Looking deals up, as this asker may see them. Nothing here writes."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import Decimal

from sqlalchemy import Connection

from crm.activities import Activity
from crm.cards.deals import DEALS_A_PAGE, DealCard, DealHint, DealLine, DealsCard, HomeDeals
from crm.customers import Customer
from crm.deal_offers import offers
from crm.deals import Deal, Stage, Stages, moves, stalled_days
from crm.paging import page_start
from crm.people import Person
from crm.reading.deal import STAGE_WORDS, DealWords, deal_words
from crm.refusal import Refusal
from operations.deals.dealing import allowed_deal, may_deal
from operations.office import Office
from storage import customers, deal_settings, deals, people

ON_HOME = 3
STEPS = 6


def read_words(office: Office, *, workspace_id: str, text: str) -> DealWords:
    """What "acme 50k proposal" says; the stages by their codes, their own names and the usual words."""
    with office.database.read() as tx:
        stages = deal_settings.stages(tx, workspace_id=workspace_id)
        called = customers.named(tx, workspace_id=workspace_id, name=text)
    if called:
        return DealWords(text)
    return deal_words(text, names={one.code: _called(one) for one in stages.all})


def _called(stage: Stage) -> tuple[str, ...]:
    own = (stage.name,) if stage.name else ()
    return (stage.code, *own, *STAGE_WORDS.get(stage.code, ()))


def read_stages(office: Office, *, workspace_id: str) -> Stages:
    with office.database.read() as tx:
        return deal_settings.stages(tx, workspace_id=workspace_id)


def read_deal(office: Office, *, workspace_id: str, asker: Person, deal_id: str) -> tuple[Deal, Stages, dict[str, str]]:
    """A deal for its form, with the names of the people on it. Raises Refusal: no_deal, deal_not_yours."""
    with office.database.read() as tx:
        deal = allowed_deal(tx, workspace_id=workspace_id, actor=asker, deal_id=deal_id)
        named = people.names(tx, workspace_id=workspace_id, person_ids={deal.owner_id, *deal.helpers})
        return deal, deal_settings.stages(tx, workspace_id=workspace_id), named


def read_mine(office: Office, *, workspace_id: str, asker: Person, now: datetime, offset: int = 0) -> DealsCard:
    with office.database.read() as tx:
        return mine(tx, workspace_id=workspace_id, asker=asker, now=now, offset=offset)


def mine(tx: Connection, *, workspace_id: str, asker: Person, now: datetime, offset: int = 0) -> DealsCard:
    """A page of the asker's open deals, the nearest close first."""
    found = deals.open_of(tx, workspace_id=workspace_id, person_id=asker.person_id)
    first = page_start(offset=offset, total=len(found), most=DEALS_A_PAGE)
    rows = lines(tx, found[first : first + DEALS_A_PAGE], workspace_id=workspace_id, now=now)
    return DealsCard(None, rows, len(found), offset=first)


def read_customers(
    office: Office, *, workspace_id: str, asker: Person, customer: Customer, now: datetime, offset: int = 0
) -> DealsCard:
    """A page of the deals of a customer, the open ones first. Raises Refusal("deal_not_yours")."""
    with office.database.read() as tx:
        if not may_deal(tx, customer, None, workspace_id=workspace_id, actor=asker):
            raise Refusal("deal_not_yours", customer=customer.name)
        found = deals.of_customer(tx, workspace_id=workspace_id, customer_id=customer.customer_id)
        shown = sorted(found, key=lambda one: one.closed_at is not None)
        first = page_start(offset=offset, total=len(shown), most=DEALS_A_PAGE)
        rows = lines(tx, shown[first : first + DEALS_A_PAGE], workspace_id=workspace_id, now=now)
        return DealsCard(customer, rows, len(found), offset=first)


def lines(tx: Connection, found: Sequence[Deal], *, workspace_id: str, now: datetime) -> tuple[DealLine, ...]:
    """Deals with what a list says of each."""
    if not found:
        return ()
    stages = deal_settings.stages(tx, workspace_id=workspace_id)
    named = people.names(tx, workspace_id=workspace_id, person_ids={one.owner_id for one in found})
    ids = {one.customer_id for one in found if one.closed_at is None}
    last = deals.last_activities(tx, workspace_id=workspace_id, customer_ids=ids) if ids else {}
    return tuple(
        DealLine(
            one,
            stages.of(one.stage) or Stage(one.stage, 0, 0),
            named.get(one.owner_id or ""),
            stalled_days(one, last_activity_at=last.get(one.customer_id), stages=stages, now=now),
        )
        for one in found
    )


def of_customer(
    tx: Connection, *, workspace_id: str, customer_id: str, now: datetime
) -> tuple[tuple[DealLine, ...], int]:
    """The first open deals of a customer, for its card; and how many there are."""
    found = deals.of_customer(tx, workspace_id=workspace_id, customer_id=customer_id)
    open_ones = [one for one in found if one.closed_at is None]
    return lines(tx, open_ones[:DEALS_A_PAGE], workspace_id=workspace_id, now=now), len(open_ones)


def on_home(tx: Connection, *, workspace_id: str, person: Person, now: datetime) -> HomeDeals:
    """One's own open deals; and for who leads, what stands still in the team."""
    mine = deals.open_of(tx, workspace_id=workspace_id, person_id=person.person_id)
    stages = deal_settings.stages(tx, workspace_id=workspace_id)
    still = _stalled_in_team(tx, workspace_id=workspace_id, manager=person, now=now) if person.leads else []
    own = [one for one in mine if one.owner_id == person.person_id]
    standing = Counter(one.stage for one in own)
    return HomeDeals(
        lines(tx, mine[:ON_HOME], workspace_id=workspace_id, now=now),
        len(mine),
        tuple(still[:ON_HOME]),
        len(still),
        tuple((one, standing[one.code]) for one in stages.open if standing[one.code]),
        tuple(sorted(_worth(own).items())),
    )


def _worth(found: Sequence[Deal]) -> dict[str, Decimal]:
    """What deals come to in each currency."""
    sums: defaultdict[str, Decimal] = defaultdict(Decimal)
    for one in found:
        if one.amount is not None and one.currency:
            sums[one.currency] += one.amount
    return sums


def _stalled_in_team(tx: Connection, *, workspace_id: str, manager: Person, now: datetime) -> list[DealLine]:
    """The longest first. Who leads no team sees all of them, as in the funnel."""
    everybody = people.people(tx, workspace_id=workspace_id)
    others = [one.person_id for one in everybody if one.person_id != manager.person_id]
    if manager.team_id:
        others = [one.person_id for one in everybody if one.team_id == manager.team_id and one != manager]
    shortest = min((one.stall_days for one in deal_settings.stages(tx, workspace_id=workspace_id).open), default=0)
    old = deals.standing_since(
        tx, workspace_id=workspace_id, owners=others, entered_before=now - timedelta(days=shortest)
    )
    found = [one for one in lines(tx, old, workspace_id=workspace_id, now=now) if one.stalled is not None]
    return sorted(found, key=lambda one: (-(one.stalled or 0), one.deal.deal_id))


def deal_card(tx: Connection, *, workspace_id: str, deal_id: str, version: int, now: datetime) -> DealCard | None:
    deal = deals.deal(tx, workspace_id=workspace_id, deal_id=deal_id)
    if deal is None:
        return None
    history = deals.histories(tx, workspace_id=workspace_id, deal_ids=[deal_id])[deal_id]
    steps = moves(history)[-STEPS:]
    named = people.names(tx, workspace_id=workspace_id, person_ids={*deal.helpers, *(one.actor_id for one in steps)})
    return DealCard(
        lines(tx, [deal], workspace_id=workspace_id, now=now)[0],
        version,
        deal_settings.stages(tx, workspace_id=workspace_id),
        tuple(named[one] for one in deal.helpers if one in named),
        tuple((one, named.get(one.actor_id or "")) for one in steps),
    )


def hint(
    tx: Connection, activity: Activity, customer: Customer, *, workspace_id: str, reader: Person, now: datetime
) -> DealHint | None:
    """What the receipt of a note says of deals; None where the note is silent about them or the reader may not act."""
    if activity.withdrawn or (activity.stage_hint is None and activity.amount is None):
        return None
    found = deals.of_customer(tx, workspace_id=workspace_id, customer_id=activity.customer_id)
    stages = deal_settings.stages(tx, workspace_id=workspace_id)
    suggested = offers(
        found,
        hint=activity.stage_hint,
        amount=activity.amount,
        currency=activity.currency,
        logged_at=activity.logged_at,
        stages=stages,
    )
    if not may_deal(tx, customer, None, workspace_id=workspace_id, actor=reader):
        return None
    since = [one for one in found if one.changed_at >= activity.logged_at]
    return DealHint(suggested, lines(tx, since[:3], workspace_id=workspace_id, now=now), stages)

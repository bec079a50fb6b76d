"""Lists shown to who asks for them by a plain word or a button: the day, one's customers, the pool, deals, help."""

from datetime import datetime

from sqlalchemy import Connection

from crm.cards import DealsCard, ExpiringCard, HelpCard, MineCard, PoolCard, TodayCard
from crm.people import Person
from operations.assigning import pool_seeing
from operations.customers import seeing
from operations.deals import deal_seeing
from operations.office import Office

Shown = TodayCard | MineCard | ExpiringCard | PoolCard | DealsCard | HelpCard


def show(office: Office, *, what: str, workspace_id: str, asker: Person, now: datetime) -> Shown:
    """`what` is today, mine, expiring, pool, deals or help; anything else is help."""
    with office.database.read() as tx:
        return shown_card(tx, what, workspace_id=workspace_id, asker=asker, now=now)


def shown_card(tx: Connection, what: str, *, workspace_id: str, asker: Person, now: datetime) -> Shown:
    if what == "today":
        return TodayCard(seeing.day(tx, workspace_id=workspace_id, person=asker, now=now))
    if what == "expiring" and asker.leads:
        return seeing.expiring(tx, workspace_id=workspace_id, asker=asker, now=now)
    if what in ("mine", "expiring"):
        return seeing.mine(tx, workspace_id=workspace_id, asker=asker, now=now)
    if what == "pool":
        return pool_seeing.pooled(tx, workspace_id=workspace_id, asker=asker, now=now)
    if what == "deals":
        return deal_seeing.mine(tx, workspace_id=workspace_id, asker=asker, now=now)
    return HelpCard(asker.role.value)

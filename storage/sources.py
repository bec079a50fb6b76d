"""The customers that came in a span, with their origin, their first touch and their deals."""

from collections import defaultdict
from datetime import datetime

from sqlalchemy import Connection, func, select

from crm.sources import Came
from storage.deals import as_deal, select_deals
from storage.tables.activities import ActivityRow
from storage.tables.customers import CustomerRow
from storage.tables.deals import DealRow


def came(tx: Connection, *, workspace_id: str, since: datetime, until: datetime) -> tuple[Came, ...]:
    """Created in [since, until); what a list brought is no lead and left out, so is what was merged away."""
    mine = (
        CustomerRow.workspace_id == workspace_id,
        CustomerRow.created_at >= since,
        CustomerRow.created_at < until,
        CustomerRow.import_id.is_(None),
        CustomerRow.state != "archived",
    )
    ids = select(CustomerRow.customer_id).where(*mine)
    touched = (
        select(ActivityRow.customer_id, func.min(ActivityRow.logged_at))
        .where(
            ActivityRow.workspace_id == workspace_id,
            ActivityRow.withdrawn_at.is_(None),
            func.coalesce(ActivityRow.why_not, "") != "imported",
            ActivityRow.customer_id.in_(ids),
        )
        .group_by(ActivityRow.customer_id)
    )
    first = {row[0]: row[1] for row in tx.execute(touched)}
    deals = defaultdict(list)
    for row in tx.execute(select_deals().where(DealRow.workspace_id == workspace_id, DealRow.customer_id.in_(ids))):
        deals[row.customer_id].append(as_deal(row))
    found = select(CustomerRow.customer_id, CustomerRow.source, CustomerRow.campaign, CustomerRow.created_at)
    return tuple(
        Came(source, campaign, at, first.get(one), tuple(deals[one]))
        for one, source, campaign, at in tx.execute(found.where(*mine))
    )

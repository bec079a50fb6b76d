"""What a row brings beside its customer: a deal, a planned step, co-owners, other names.

As with everything a list brings, none of it holds or extends a claim: an imported plan counts as made before every claim,
and a deal without a date as one that has stood still.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from crm.customers import normal_name
from crm.intake.besides import ListedDeal, ListedPlan
from operations.in_and_out.batch import Batch
from operations.in_and_out.judging import Besides, Judged
from storage import intake_besides as besides
from storage import people
from storage.ids import new_id
from storage.intake import Columns

LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)  # when an imported plan was made: it never holds a claim


@dataclass
class BesidesCarrier:
    """Puts its rows into the batch beside the customers'; what is here already is not brought again."""

    to: Batch
    judged: Sequence[Judged]

    def __post_init__(self) -> None:
        """Only what the batch speaks of is looked up: most lists have none of it."""
        known = [one for one in self.judged if one.customer and one.listed]
        of = {one.customer["customer_id"] for one in known if one.customer and one.besides}
        spelled = {one.customer["customer_id"] for one in known if one.customer and _spells(one)}
        self.deals = besides.deals_of(self.to.tx, **self.to.key, ids=of)
        self.plans = besides.plans_of(self.to.tx, **self.to.key, ids=of)
        self.people = besides.co_owners_of(self.to.tx, **self.to.key, ids=of)
        self.aliases = besides.aliases_of(self.to.tx, **self.to.key, ids=spelled)
        self.currency: str | None = None

    def take(self, one: Judged, customer: Columns) -> None:
        listed = one.listed
        if listed is None or one.besides is None:
            return
        self._co_owners(one.besides, customer)
        if listed.plan:
            self._plan(listed.plan, one.besides, customer)
        if listed.deal:
            self._deal(listed.deal, one.besides, customer)

    def alias(self, customer: Columns, alias: str) -> None:
        """Another name; written down where the customer was there before."""
        pair = (customer["customer_id"], normal_name(alias))
        if not pair[1] or pair in self.aliases:
            return
        self.aliases.add(pair)
        row = {"customer_id": pair[0], "normal_alias": pair[1], "alias": alias}
        self.to.put("aliases", row)
        self._added(customer, "alias", pair[1])

    def _co_owners(self, meant: Besides, customer: Columns) -> None:
        for person_id in meant.co_owners:
            pair = (customer["customer_id"], person_id)
            if pair in self.people or person_id == customer["owner_id"]:
                continue
            self.people.add(pair)
            when = {"asked_at": self.to.now, "decided_by": self.to.one.person_id, "decided_at": self.to.now}
            row = {"customer_id": pair[0], "person_id": person_id, "state": "joined", **when}
            self.to.put("co_owners", row)
            self._added(customer, "co", person_id)

    def _plan(self, plan: ListedPlan, meant: Besides, customer: Columns) -> None:
        owner_id = meant.plan_owner or customer["owner_id"]
        said = (customer["customer_id"], plan.due_at, plan.step)
        if owner_id is None or said in self.plans:  # what nobody is to do can't be planned
            return
        self.plans.add(said)
        plan_id = new_id(self.to.now)
        row = {
            "followup_id": plan_id,
            "customer_id": said[0],
            "owner_id": owner_id,
            "due_at": plan.due_at,
            "first_due_at": plan.due_at,
            "remind_at": plan.due_at if plan.due_at > self.to.now else None,  # what is long overdue doesn't ring
            "step": plan.step,
            "contact": plan.contact,
            "state": "open",
            "created_at": LONG_AGO,
        }
        self.to.put("followups", row)
        self.to.note_added(plan_id, "plan")

    def _deal(self, deal: ListedDeal, meant: Besides, customer: Columns) -> None:
        said = (customer["customer_id"], normal_name(deal.name))
        if said in self.deals:
            return
        self.deals.add(said)
        deal_id = new_id(self.to.now)
        now = {
            "deal_id": deal_id,
            "stage": meant.stage,
            "owner_id": meant.deal_owner or customer["owner_id"],
            "hundredths": None if deal.amount is None else int((deal.amount * 100).to_integral_value()),
            "currency": None if deal.amount is None else deal.currency or self._own_currency(),
            "close_on": deal.close_on,
            "probability": deal.probability,
            "version": 1,
        }
        more = {"customer_id": said[0], "name": deal.name, "created_by": self.to.one.person_id}
        self.to.put("deals", {**now, **more, **self._when(deal, meant)})
        at = {"at": self._when(deal, meant)["entered_at"], "actor_id": self.to.one.person_id}
        self.to.put("deal_versions", {**now, **at})
        for person_id in dict.fromkeys(meant.deal_helpers):
            self.to.put("deal_helpers", {"deal_id": deal_id, "person_id": person_id})
        self.to.note_added(deal_id, "deal")

    def _when(self, deal: ListedDeal, meant: Besides) -> Columns:
        stage = self.to.known.stages.of(meant.stage)
        assert stage is not None
        stood_still = self.to.now - timedelta(days=stage.stall_days + 1)
        created = min(deal.created_at or deal.entered_at or stood_still, self.to.now)
        entered = min(max(deal.entered_at or created, created), self.to.now)
        closed = None if stage.kind == "open" else min(deal.closed_at or entered, self.to.now)
        return {
            "created_at": created,
            "entered_at": entered,
            "changed_at": entered,
            "closed_at": closed,
            "lost_reason": (deal.lost_reason or "other") if stage.kind == "lost" else None,
            "competitor": deal.competitor,
            "contract_end": deal.contract_end,
        }

    def _own_currency(self) -> str:
        if self.currency is None:
            self.currency = people.workspace(self.to.tx, workspace_id=self.to.one.workspace_id).currency
        return self.currency

    def _added(self, customer: Columns, kind: str, value: str) -> None:
        if customer.get("import_id") != self.to.one.import_id:
            self.to.note_added(customer["customer_id"], besides.mark(kind, value), value)


def _spells(one: Judged) -> bool:
    """Whether a row knows a customer by another name."""
    assert one.listed is not None and one.customer is not None
    return bool(one.listed.aliases) or one.listed.normal != normal_name(one.customer["name"])

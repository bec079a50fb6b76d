"""What becomes of each row of a list: a new customer, one that is here already, one that may be, or none.

Nothing is guessed: a name that differs from a known one only by its legal form, or an e-mail address that belongs to
another customer, makes a row doubtful; a person decides about it in the file itself.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection

from crm.customers import CustomerState, normal_name
from crm.deals import Stages
from crm.intake import values
from crm.intake.rows import ListedCustomer
from crm.reading.names import name_keys, without_form
from crm.refusal import Refusal
from storage import deal_settings, intake

STRANGERS = ("row_unknown_person", "row_person_left")
NEW_WORDS = frozenset({"new", "新", "新建", "新客户"})


@dataclass(frozen=True, slots=True)
class Judged:
    """A row and its verdict: new, matched, doubtful, refused. `customer`: the columns of the one that matches; `near`: the
    name of the one it may be; `owner_id`: whose it becomes, if it is new."""

    row: int
    verdict: str
    listed: ListedCustomer | None = None
    customer: intake.Columns | None = None
    near: str = ""
    owner_id: str | None = None
    refusal: Refusal | None = None
    besides: "Besides | None" = None


@dataclass(frozen=True, slots=True)
class Besides:
    """Who and what a row means beside its customer, by our ids: `stage` a code of the workspace's list."""

    co_owners: tuple[str, ...] = ()
    plan_owner: str | None = None
    deal_owner: str | None = None
    deal_helpers: tuple[str, ...] = ()
    stage: str = ""


@dataclass
class Knowledge:
    """What a pass over a file needs to know of the workspace, read once: it grows with the customers, not with the file."""

    by_mail: dict[str, str] = field(default_factory=dict)
    by_name: dict[str, set[str]] = field(default_factory=dict)
    left: set[str] = field(default_factory=set)
    aliases: dict[str, str] = field(default_factory=dict)
    cores: dict[str, str] = field(default_factory=dict)
    mails: dict[str, str] = field(default_factory=dict)
    stages: Stages = field(default_factory=Stages)
    strangers_to_pool: bool = False

    def owner(self, named: str) -> str | None:
        """Whose a customer is; None for somebody who is not here, where theirs go to the pool. Raises as `person` does."""
        try:
            return self.person(named)
        except Refusal as refusal:
            if self.strangers_to_pool and refusal.code in STRANGERS:
                return None
            raise

    def person(self, named: str) -> str:
        """The person an e-mail address or a name means. Raises Refusal: row_unknown_person, row_two_people, row_person_left."""
        folded = named.strip().casefold()
        ids = {self.by_mail[folded]} if folded in self.by_mail else self.by_name.get(normal_name(named), set())
        active = ids - self.left
        if len(active) == 1:
            return next(iter(active))
        code = "row_two_people" if active else "row_person_left" if ids else "row_unknown_person"
        raise Refusal(code, name=named)

    def stage(self, named: str | None) -> str:
        """The code of a stage, by an admin's word for it or ours; the first where none is named. Raises Refusal("row_stage")."""
        if not named:
            return self.stages.open[0].code
        own = {(one.name or "").casefold(): one.code for one in self.stages.all if one.name}
        code = own.get(named.casefold()) or values.stage(named) or named
        if self.stages.of(code) is None:
            raise Refusal("row_stage", value=named)
        return code

    def besides(self, listed: ListedCustomer) -> Besides | None:
        """Raises Refusal for somebody or a stage that is not here."""
        plan, deal = listed.plan, listed.deal
        if not (plan or deal or listed.co_owners):
            return None
        return Besides(
            tuple(self.person(one) for one in listed.co_owners),
            self.person(plan.owner) if plan and plan.owner else None,
            self.person(deal.owner) if deal and deal.owner else None,
            tuple(self.person(one) for one in deal.helpers) if deal else (),
            self.stage(deal.stage) if deal else "",
        )

    def like(self, listed: ListedCustomer) -> str | None:
        """The name of a known customer that this one may be."""
        near = self.cores.get(core(listed.name))
        if near is None and listed.email:
            near = self.mails.get(listed.email.casefold())
        return near


def core(name: str) -> str:
    """The name without its legal form: Acme Inc and ACME GmbH share it."""
    keys = name_keys(name)
    return " ".join(without_form(keys)) if keys else ""


def learn(tx: Connection, *, workspace_id: str, import_id: str, strangers_to_pool: bool = False) -> Knowledge:
    """Read what is known, apart from what this very import has brought."""
    known = Knowledge(by_name=defaultdict(set), strangers_to_pool=strangers_to_pool)
    for person_id, name, email, left in intake.everybody(tx, workspace_id=workspace_id):
        known.by_name[normal_name(name)].add(person_id)
        if email:
            known.by_mail[email.casefold()] = person_id
        if left:
            known.left.add(person_id)
    known.stages = deal_settings.stages(tx, workspace_id=workspace_id)
    known.aliases = dict(intake.known_aliases(tx, workspace_id=workspace_id))
    names: dict[str, str] = {}
    after = ""
    while page := intake.known_names(tx, workspace_id=workspace_id, but_not_of=import_id, after=after):
        for customer_id, name in page:
            names[customer_id] = name
            if shared := core(name):
                known.cores.setdefault(shared, name)
        after = page[-1][0]
    for customer_id, email in intake.known_mails(tx, workspace_id=workspace_id):
        if customer_id in names:
            known.mails.setdefault(email.casefold(), names[customer_id])
    return known


def judge(
    tx: Connection,
    known: Knowledge,
    rows: Sequence[tuple[int, ListedCustomer | Refusal]],
    *,
    workspace_id: str,
    import_id: str,
    now: datetime,
) -> list[Judged]:
    """The verdict on each row, in order. A customer this import itself has brought is still `new`, with its columns."""
    listed = [one for _, one in rows if isinstance(one, ListedCustomer)]
    wanted = {one.normal for one in listed} | {_decided(one) for one in listed if one.decision}
    here = intake.by_normal_name(tx, workspace_id=workspace_id, names=wanted)
    other = {known.aliases[name] for name in wanted if name not in here and name in known.aliases}
    by_alias = intake.by_id(tx, workspace_id=workspace_id, ids=other)

    def find(name: str) -> intake.Columns | None:
        found = here.get(name) or by_alias.get(known.aliases.get(name, ""))
        return None if found is None or found["state"] == CustomerState.ARCHIVED else found

    def verdict(number: int, one: ListedCustomer) -> Judged:
        found = find(one.normal)
        if found is None and one.decision and normal_name(one.decision) not in NEW_WORDS:
            found = find(_decided(one))
            if found is None:
                raise Refusal("row_no_such_customer", name=one.decision)
        if found is not None and found["import_id"] != import_id:
            return Judged(number, "matched", one, found, besides=known.besides(one))
        near = None if found or one.decision else known.like(one)
        if near:
            return Judged(number, "doubtful", one, near=near)
        return Judged(number, "new", one, found, owner_id=_owner(known, one, now), besides=known.besides(one))

    judged = []
    for number, one in rows:
        try:
            judged.append(Judged(number, "refused", refusal=one) if isinstance(one, Refusal) else verdict(number, one))
        except Refusal as refusal:
            judged.append(Judged(number, "refused", one if isinstance(one, ListedCustomer) else None, refusal=refusal))
    return judged


def _decided(one: ListedCustomer) -> str:
    return normal_name(one.decision or "")


def _owner(known: Knowledge, one: ListedCustomer, now: datetime) -> str | None:
    """Whose the file says it is. Raises Refusal for somebody unknown, and for a claim that begins in the future."""
    if one.owner is None:
        return None
    owner_id = known.owner(one.owner)
    if owner_id and one.owner_since and one.owner_since > now:
        raise Refusal("row_future", value=one.owner_since.date().isoformat())
    return owner_id

"""Finance's lists go in: each row is a paper of a known customer, under its own number. The same list twice changes
nothing; a later one with the same numbers takes their place. No customer is made, no clock moves, nothing goes back."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection

from crm.customers import CustomerState, normal_name
from crm.finance import Paper
from crm.imports import MOST_EXAMPLES, Example, Import, Tally
from crm.intake.finance import ListedPaper
from crm.intake.lists import ReadPaper
from crm.refusal import Refusal
from operations.in_and_out import imports as desk
from operations.in_and_out.importing import Keep, told
from operations.in_and_out.judging import Judged, Knowledge, core
from operations.office import Office
from storage import finance, imports, intake, people


@dataclass(frozen=True, slots=True)
class Weighed:
    """A row and its verdict: new, changed, matched (it says what is here), refused."""

    row: int
    verdict: str
    paper: Paper | None = None
    refusal: Refusal | None = None


class FinanceSurvey:
    """A first look at a list: nothing is written. Fed batch by batch, it counts and picks examples."""

    def __init__(self, office: Office, one: Import, known: Knowledge, keep: Keep) -> None:
        self._office, self._one, self._known, self._keep = office, one, known, keep
        self._counts = dict.fromkeys(("new", "changed", "matched", "refused"), 0)
        self._examples: list[Example] = []

    def look(self, rows: Sequence[ReadPaper], *, now: datetime) -> None:
        cells = {number: row for number, row, _ in rows}
        with self._office.database.read() as tx:
            weighed = weigh(tx, self._known, rows, one=self._one)
        for judged in weighed:
            self._counts[judged.verdict] += 1
            if sum(example.verdict == judged.verdict for example in self._examples) < MOST_EXAMPLES:
                name = f"{judged.paper.number}" if judged.paper else ""
                why = told(judged.refusal) if judged.refusal else ("", ())
                self._examples.append(Example(judged.row, judged.verdict, name[:80], *why))
            if judged.refusal:
                self._keep(cells[judged.row], Judged(judged.row, "refused", refusal=judged.refusal))

    def tally(self) -> Tally:
        new, changed, matched, refused = self._counts.values()
        return Tally(new, matched, 0, refused, changed=changed, examples=tuple(self._examples))


def carry_papers(
    office: Office, one: Import, known: Knowledge, rows: Sequence[ReadPaper], *, done: int, tell: bool, now: datetime
) -> Import | None:
    """One batch goes in: the import as it is then, or None where it was stopped or another process is ahead."""
    with office.database.begin() as tx:
        if not imports.move_on(tx, one, rows_done=done):
            return None
        weighed = weigh(tx, known, rows, one=one)
        papers = [judged.paper for judged in weighed if judged.paper and judged.verdict in ("new", "changed")]
        fresh = {(paper.kind, paper.number): paper for paper in papers}  # of one number twice the last
        finance.put(tx, list(fresh.values()), workspace_id=one.workspace_id, import_id=one.import_id, now=now)
        tally = one.tally
        for judged in weighed:
            tally = replace(tally, **{judged.verdict: getattr(tally, judged.verdict) + 1})
        imports.keep_tally(tx, one, tally)
        if tell:
            desk.say_again(tx, one, now=now)
    return replace(one, rows_done=done, tally=tally)


def weigh(tx: Connection, known: Knowledge, rows: Sequence[ReadPaper], *, one: Import) -> list[Weighed]:
    """The verdict on each row, in order. Of one number twice in a batch the last stands."""
    listed = [row for _, _, row in rows if isinstance(row, ListedPaper)]
    forms = {normal_name(row.customer) for row in listed}
    key = {"workspace_id": one.workspace_id}
    here = intake.by_normal_name(tx, **key, names=forms)
    other = {known.aliases[form] for form in forms if form not in here and form in known.aliases}
    by_alias = intake.by_id(tx, **key, ids=other)
    currency = people.workspace(tx, workspace_id=one.workspace_id).currency
    standing = finance.known(tx, {(row.kind, row.number) for row in listed}, **key)

    def verdict(number: int, row: ListedPaper | Refusal) -> Weighed:
        if isinstance(row, Refusal):
            return Weighed(number, "refused", refusal=row)
        form = normal_name(row.customer)
        found = here.get(form) or by_alias.get(known.aliases.get(form, ""))
        if found is None or found["state"] == CustomerState.ARCHIVED:
            near = known.cores.get(core(row.customer), "")
            refusal = Refusal("paper_perhaps" if near else "paper_no_customer", name=row.customer, near=near)
            return Weighed(number, "refused", refusal=refusal)
        paper = Paper(
            row.kind,
            row.number,
            found["customer_id"],
            row.dated,
            row.amount,
            row.currency or currency,
            row.due,
            row.status,
        )
        stands = standing.get((row.kind, row.number))
        standing[(row.kind, row.number)] = paper
        return Weighed(number, "new" if stands is None else "matched" if stands == paper else "changed", paper)

    return [verdict(number, row) for number, _, row in rows]

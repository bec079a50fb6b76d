"""The year: three teams of ten in London, Shanghai and New York, nine hundred customers, and the deals made with them.

Every deal walks the stages at its rep's own pace. Reps differ: who is slow at negotiating stays so all year, and so a
manager finds them in the figures. Money is in yuan, pounds and dollars.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from crm.customers import normal_name
from crm.deals import DEFAULT_STAGES, LOST_REASONS
from crm.people import Team
from storage import people
from storage.database import Base, Database
from storage.tables.activities import ActivityRow, FollowUpRow
from storage.tables.claims import ClaimRow, LedgerRow, WarningRow
from storage.tables.complaints import ComplaintRow
from storage.tables.customers import CustomerRow
from storage.tables.deals import DealRow, DealVersionRow, ExchangeRateRow
from storage.tables.people import PersonRow, WorkspaceRow
from tests.bench.world import Firm, firms, pour

T1 = "T0YEAR"
NOW = datetime(2026, 11, 23, 1, tzinfo=UTC)  # a Monday, nine in the morning in Shanghai
DAYS = 360
TEAMS = (
    (Team("NORTH", "North", "Europe/London"), "GBP", "en"),
    (Team("EAST", "华东", "Asia/Shanghai"), "CNY", "zh"),
    (Team("COAST", "Coast", "America/New_York"), "USD", "en"),
)
RATES = {"USD": "7.1", "GBP": "9.2"}
REPS_OF_A_TEAM, FIRMS_OF_A_REP = 10, 30
ADMIN = "U_ADMIN"
ENGLISH = (
    "Amy Stone, Ben Novak, Cara Moore, Dev Patel, Ella Reed, Finn Olsen, Gina Costa, Hugo Berg, Iris Khan, Jack Lopez"
)
CHINESE = "陈梅，李强，王磊，张敏，刘洋，赵静，周涛，吴娟，孙明，郑芳"
COAST = "Kim Weber, Leo Diaz, Mia Raj, Noah Petrov, Olga Ivan, Paul Haddad, Rosa Wu, Sam Yilmaz, Tara Lee, Umar Ali"
OPEN = [stage for stage in DEFAULT_STAGES if stage.kind == "open"]
GOES_ON = {"lead": 0.80, "qualified": 0.78, "evaluation": 0.75, "proposal": 0.66, "negotiation": 0.78}
DAYS_IN = {"lead": 8, "qualified": 10, "evaluation": 14, "proposal": 12, "negotiation": 10}
SOURCES = ("website", "referral", "campaign", "prospecting", "inbound call")
Row = dict[str, Any]


@dataclass(frozen=True)
class Rep:
    person_id: str
    name: str
    team: Team
    currency: str
    locale: str
    skill: float  # what their share that goes on is multiplied by
    weak: str | None = None  # the stage they are bad at


@dataclass
class Year:
    """Rows by table, in the order they are poured."""

    reps: list[Rep]
    rows: dict[type[Base], list[Row]] = field(default_factory=dict)

    def put(self, table: type[Base], **row: Any) -> None:
        self.rows.setdefault(table, []).append({"workspace_id": T1, **row})


def manager_of(team: Team) -> str:
    return f"U_{team.team_id}"


def year(seed: int = 1) -> Year:
    """Everything that happened, the same for the same seed."""
    dice = random.Random(seed)
    made = Year(list(_reps(dice)))
    named = firms(REPS_OF_A_TEAM * FIRMS_OF_A_REP * 6, seed=seed)
    english, chinese = (iter([one for one in named if one.is_chinese == is_]) for is_ in (False, True))
    for rep in made.reps:
        for _ in range(FIRMS_OF_A_REP):
            _customer(made, rep, next(chinese if rep.locale == "zh" else english), dice)
    return made


def build(database: Database, made: Year) -> None:
    """Into an empty database of this version."""
    with database.begin() as tx:
        for team, _, _ in TEAMS:
            people.add_team(tx, workspace_id=T1, team=team)
    pour(database, WorkspaceRow, [{"workspace_id": T1, "name": "A year", "currency": "CNY", "zone": "Asia/Shanghai"}])
    pour(database, ExchangeRateRow, [_rate(*one) for one in RATES.items()])
    pour(database, PersonRow, _people(made.reps))
    for table, rows in made.rows.items():
        pour(database, table, rows)


def _rate(currency: str, rate: str) -> Row:
    return {"workspace_id": T1, "currency": currency, "rate": rate, "set_at": NOW - timedelta(days=DAYS)}


def _reps(dice: random.Random) -> Iterator[Rep]:
    names = (ENGLISH.split(", "), CHINESE.split("，"), COAST.split(", "))
    for (team, currency, locale), of_team in zip(TEAMS, names, strict=True):
        for number, name in enumerate(of_team):
            weak = "negotiation" if number in (3, 7) else None
            yield Rep(f"U{team.team_id}{number}", name, team, currency, locale, dice.uniform(0.85, 1.12), weak)


def _people(reps: list[Rep]) -> Iterator[Row]:
    for rep in reps:
        yield _person(rep.person_id, rep.name, "rep", rep.team.team_id, rep.team.zone, rep.locale)
    for (team, _, locale), name in zip(TEAMS, ("Helen Gray", "王芳", "Ruth Cole"), strict=True):
        yield _person(manager_of(team), name, "manager", team.team_id, team.zone, locale)
    yield _person(ADMIN, "Victor Lin", "admin", None, "Asia/Shanghai", "en")


def _person(person_id: str, name: str, role: str, team_id: str | None, zone: str, locale: str) -> Row:
    return {
        "workspace_id": T1, "person_id": person_id, "name": name, "role": role, "team_id": team_id, "zone": zone,
        "locale": locale, "profile_read_at": NOW,
    }  # fmt: skip


def _at(dice: random.Random, day: int) -> datetime:
    """In the working hours of a day counted from the first of the year."""
    return NOW - timedelta(days=DAYS - day, hours=-dice.uniform(0, 7))


def _customer(made: Year, rep: Rep, firm: Firm, dice: random.Random) -> None:
    began = dice.randrange(DAYS - 5)
    entered = _at(dice, began)
    until = NOW + timedelta(days=dice.choice((3, *range(9, 60, 2))), hours=9)
    made.put(
        CustomerRow, customer_id=firm.customer_id, name=firm.name, normal_name=normal_name(firm.name), state="owned",
        owner_id=rep.person_id, owner_epoch=1, epoch_started_at=entered, protected_until=until,
        grade=dice.choice(("A", "B", "C", "C")), source=dice.choice(SOURCES), created_by=rep.person_id,
        created_at=entered, changed_at=entered,
    )  # fmt: skip
    made.put(
        ClaimRow, customer_id=firm.customer_id, epoch=1, owner_id=rep.person_id, team_id=rep.team.team_id,
        started_at=entered, ended_at=None, end_reason=None, how="entered",
    )  # fmt: skip
    _before(made, firm, rep, entered)
    _line(made, firm, rep, "entered", entered)
    touches = [_at(dice, day) for day in range(began, DAYS) if dice.random() < 0.06]
    for number, at in enumerate(one for one in touches if one < NOW):
        _touch(made, rep, firm, number, at)
    if dice.random() < 0.02:
        _line(made, firm, rep, "swept", _at(dice, dice.randrange(began, DAYS)))
    _plan(made, rep, firm, dice)
    if dice.random() < 0.01:
        _complaint(made, rep, firm, dice)
    if dice.random() < 0.85:
        _deal(made, rep, firm, began, dice)


def _before(made: Year, firm: Firm, rep: Rep, entered: datetime) -> None:
    """Some had somebody else before; some owners were warned a week before their first protection was over."""
    dice = random.Random(firm.customer_id)
    if dice.random() < 0.08:
        former = dice.choice([one for one in made.reps if one.team == rep.team and one != rep])
        made.put(
            ClaimRow, customer_id=firm.customer_id, epoch=0, owner_id=former.person_id, team_id=rep.team.team_id,
            started_at=entered - timedelta(days=60), ended_at=entered, end_reason="swept", how="entered",
        )  # fmt: skip
    warned = entered + timedelta(days=23)
    if dice.random() < 0.3 and warned < NOW:
        made.put(
            WarningRow, customer_id=firm.customer_id, epoch=1, deadline=entered + timedelta(days=30), rung="7",
            person_id=rep.person_id, outbox_id="-", put_at=warned, delivered_at=warned,
        )  # fmt: skip


def _line(made: Year, firm: Firm, rep: Rep, event: str, at: datetime) -> None:
    made.put(
        LedgerRow, ledger_id=f"{event[:3]}{firm.customer_id}", customer_id=firm.customer_id, at=at,
        actor_id=rep.person_id, event=event, epoch=1, to_owner=rep.person_id,
    )  # fmt: skip


def _touch(made: Year, rep: Rep, firm: Firm, number: int, at: datetime) -> None:
    made.put(
        ActivityRow, activity_id=f"A{firm.customer_id}{number:03}", customer_id=firm.customer_id, epoch=1,
        author_id=rep.person_id, kind="call", contact=firm.contact, outcome="spoke about the next step",
        happened_at=at, logged_at=at, extends=True, source_channel="D0", source_ts=f"{firm.customer_id}.{number:03}",
    )  # fmt: skip


def _plan(made: Year, rep: Rep, firm: Firm, dice: random.Random) -> None:
    for number in range(3):
        due = NOW - timedelta(days=dice.randrange(1, 90), hours=-4)
        kept = dice.random() < 0.9
        made.put(FollowUpRow, **_step(rep, firm, number, due, "done" if kept else dice.choice(("open", "dropped"))))
    if dice.random() < 0.8:
        made.put(FollowUpRow, **_step(rep, firm, 9, NOW + timedelta(days=dice.randrange(1, 20)), "open"))


def _step(rep: Rep, firm: Firm, number: int, due: datetime, state: str) -> Row:
    return {
        "followup_id": f"F{firm.customer_id}{number}", "customer_id": firm.customer_id, "owner_id": rep.person_id,
        "due_at": due, "first_due_at": due, "state": state, "created_at": due - timedelta(days=7), "step": "call",
        "closed_at": due if state == "done" else None,
    }  # fmt: skip


def _complaint(made: Year, rep: Rep, firm: Firm, dice: random.Random) -> None:
    opened = NOW - timedelta(days=dice.randrange(1, 9))
    made.put(
        ComplaintRow, complaint_id=f"K{firm.customer_id}", customer_id=firm.customer_id, kind="complaint",
        severity="high", words="The press jams" if rep.locale == "en" else "设备老是卡纸", owner_id=rep.person_id,
        opened_by=rep.person_id, opened_at=opened, due_at=opened + timedelta(days=4),
    )  # fmt: skip


def _deal(made: Year, rep: Rep, firm: Firm, began: int, dice: random.Random) -> None:
    """From its beginning through the stages, until it is won, lost, or still where it is now."""
    amount = round(dice.lognormvariate(10.6, 0.7), -2)
    close = _day(began + dice.randrange(50, 110))
    steps: list[tuple[float, str, date]] = []
    day, outcome = began + dice.uniform(0, 4), None
    for stage in OPEN:
        steps.append((day, stage.code, close))
        day += dice.expovariate(1 / DAYS_IN[stage.code])
        if dice.random() < 0.15 or close < _day(day):  # pushed, for good reasons or none
            close = max(close, _day(day)) + timedelta(days=dice.choice((14, 30, 45)))
        share = GOES_ON[stage.code] * rep.skill * (0.5 if stage.code == rep.weak else 1)
        if dice.random() > share:
            outcome = "lost" if dice.random() < 0.94 else None  # some are neither won nor lost: they stand still
            break
    else:
        outcome = "won"
    if outcome:
        steps.append((day, outcome, close))
    past = [one for one in steps if one[0] < DAYS]
    if past:
        _write(made, rep, firm, amount, past, dice)


def _day(day: float) -> date:
    return (NOW - timedelta(days=DAYS - day)).date()


def _write(
    made: Year, rep: Rep, firm: Firm, amount: float, steps: list[tuple[float, str, date]], dice: random.Random
) -> None:
    at = [NOW - timedelta(days=DAYS - day) for day, _, _ in steps]
    money = {"hundredths": int(amount * 100), "currency": rep.currency}
    _, stage, close = steps[-1]
    deal_id = f"D{firm.customer_id}"
    made.put(
        DealRow, deal_id=deal_id, customer_id=firm.customer_id, name=firm.name, stage=stage, owner_id=rep.person_id,
        created_at=at[0], entered_at=at[-1], changed_at=at[-1], version=len(steps), close_on=close,
        lost_reason=dice.choice(LOST_REASONS) if stage == "lost" else None,
        closed_at=at[-1] if stage in ("won", "lost") else None, **money,
    )  # fmt: skip
    for number, (when, (_, code, day)) in enumerate(zip(at, steps, strict=True), 1):
        made.put(
            DealVersionRow, deal_id=deal_id, version=number, at=when, actor_id=rep.person_id, stage=code,
            owner_id=rep.person_id, close_on=day, **money,
        )  # fmt: skip

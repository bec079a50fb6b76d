"""A made-up company of any size, poured straight into the tables: quick to make, the same every time.

Half the firms have English names and half Chinese; every rep holds the same number of customers, each with a contact,
one touch, an open claim and a warning to come.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from crm.customers import normal_name
from crm.people import Team
from crm.rules import Rule, ScopedRule
from storage import people, rules
from storage.database import Base, Database
from storage.migrations import metadata
from storage.tables.activities import ActivityRow
from storage.tables.claims import ClaimRow, WarningRow
from storage.tables.customers import ContactRow, CustomerRow
from storage.tables.people import PersonRow

NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)  # a Tuesday morning in Shanghai
TEAM = Team("TEAM", "Sales", "Asia/Shanghai")
HELD = 100  # customers a rep holds

_SYLLABLES = """
    bar bel bri cal cor dan del dor el fal fer gar gol hal hel jas kan kel lan lor mar mel nor par
    pel quin ral ros sal sel tan tor val ver wil zan
""".split()  # noqa: SIM905
_ENDS = """
    bridge brook croft dale field ford gate ham land mark mere port ridge stone ton vale well wick
    wood worth
""".split()  # noqa: SIM905
_TRADES = """
    Logistics Foods Systems Textiles Robotics Energy Partners Labs Motors Design Health Mining
    Optics Paper Tools Travel
""".split()  # noqa: SIM905
_FORMS = ("Ltd", "GmbH", "Inc", "", "", "")
_CITIES = "上海 北京 深圳 广州 杭州 苏州 成都 武汉 西安 南京 天津 重庆 青岛 宁波 厦门 长沙".split()  # noqa: SIM905
_HAN = "华安博创达德东方丰富广国海汉恒宏鸿佳嘉江金锦京精景君康科蓝乐力利联龙隆美明宁鹏启千清瑞润森盛时顺泰天通万维文祥新信兴旭雅阳益永裕元远云泽展正志中卓"  # noqa: E501
_BRANCHES = "科技 贸易 物流 电子 医疗 食品 建材 机械 服饰 传媒 能源 汽车".split()  # noqa: SIM905
_SURNAMES, _GIVEN = "王李张刘陈杨赵黄周吴徐孙马朱胡林郭何高罗", "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚"
_FIRST = """
    Jane Omar Lucy Peter Aisha Tom Maria Viktor Nina Raj Ellen Hugo Ivan Clara Yusuf Greta
""".split()  # noqa: SIM905
_LAST = """
    Wu Haddad Stone Novak Khan Reed Lopez Petrov Berg Patel Moore Weber Costa Diaz Yilmaz Olsen
""".split()  # noqa: SIM905


@dataclass(frozen=True)
class Firm:
    """A customer to be: what a note about it needs."""

    customer_id: str
    name: str
    contact: str
    owner_id: str

    @property
    def is_chinese(self) -> bool:
        return not self.name.isascii()


def firms(size: int, *, seed: int = 7) -> list[Firm]:
    dice, seen, made = random.Random(seed), set[str](), list[Firm]()
    reps = max(1, size // HELD)
    while len(made) < size:
        chinese = len(made) % 2 == 1
        name = _chinese_name(dice) if chinese else _english_name(dice)
        if normal_name(name) in seen:
            continue
        seen.add(normal_name(name))
        contact = _chinese_person(dice) if chinese else f"{dice.choice(_FIRST)} {dice.choice(_LAST)}"
        made.append(Firm(f"C{len(made):08d}", name, contact, f"U{(len(made) // 2) % reps:05d}"))
    return made


def build(database: Database, made: Sequence[Firm], *, workspace_id: str, due: int = 0) -> None:
    """Tables, team, rules, reps, and `made`; the first `due` of them were warned and may be swept at NOW."""
    metadata().drop_all(database.engine)
    metadata().create_all(database.engine)
    rule = Rule(enabled=True, effective_from=date(2026, 1, 1))
    with database.begin() as tx:
        people.add_team(tx, workspace_id=workspace_id, team=TEAM)
        rules.save(
            tx, ScopedRule(rule), workspace_id=workspace_id, effective_from=date(2026, 1, 1), saved_by=None, now=NOW
        )
    reps = sorted({firm.owner_id for firm in made})
    pour(database, PersonRow, (_person(workspace_id, rep) for rep in reps))
    pour(database, CustomerRow, (_customer(workspace_id, firm, n < due) for n, firm in enumerate(made)))
    pour(database, ContactRow, (_contact(workspace_id, firm) for firm in made))
    pour(database, ClaimRow, (_claim(workspace_id, firm, n < due) for n, firm in enumerate(made)))
    pour(database, ActivityRow, (_touch(workspace_id, firm, n < due) for n, firm in enumerate(made)))
    pour(database, WarningRow, (_warning(workspace_id, firm) for firm in made[:due]))
    with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        if database.dialect == "postgresql":
            connection.exec_driver_sql("SET statement_timeout = 0")  # a million rows take longer than people wait
        connection.exec_driver_sql("ANALYZE")
        connection.invalidate()  # no other has no time limit


def pour(database: Database, table: type[Base], rows: Iterable[dict[str, Any]]) -> None:
    """Rows, all with the same columns, as fast as the driver takes them: COPY, or executemany in one transaction."""
    stream = iter(rows)
    first = next(stream, None)
    if first is None:
        return
    names = list(first)
    encode = [table.__table__.c[name].type.bind_processor(database.engine.dialect) for name in names]
    values = (
        [code(value) if code else value for code, value in zip(encode, row.values(), strict=True)]
        for row in itertools.chain([first], stream)
    )
    if database.dialect == "sqlite":
        marks = ", ".join("?" * len(names))
        with database.begin() as tx:
            driver: Any = tx.connection.driver_connection
            driver.executemany(f"INSERT INTO {table.__tablename__} ({', '.join(names)}) VALUES ({marks})", values)
    else:
        _copy(database, f"COPY {table.__tablename__} ({', '.join(names)}) FROM STDIN", values)


def _copy(database: Database, command: str, values: Iterator[list[Any]]) -> None:
    raw = database.engine.raw_connection()
    driver: Any = raw.driver_connection
    driver.execute("SET statement_timeout = 0")
    with driver.cursor().copy(command) as copy:
        for row in values:
            copy.write_row(row)
    raw.commit()
    raw.invalidate()  # this connection has no time limit any more


def _person(workspace_id: str, rep: str) -> dict[str, Any]:
    return {
        "workspace_id": workspace_id, "person_id": rep, "name": f"Rep {rep}", "role": "rep", "team_id": TEAM.team_id,
        "zone": TEAM.zone, "profile_read_at": NOW,
    }  # fmt: skip


def _started(is_due: bool) -> datetime:
    return NOW - timedelta(days=40 if is_due else 10)


def _changed(firm: Firm, is_due: bool) -> datetime:
    """Over a day: had all changed at once, a directory that looks for what others changed lately would find them all."""
    return _started(is_due) - timedelta(seconds=int(firm.customer_id[1:]) % 86_400)


def _until(is_due: bool) -> datetime:
    """18:00 in Shanghai, a few working days ago or in three weeks."""
    return (NOW + timedelta(days=-7 if is_due else 20)).replace(hour=10)


def _customer(workspace_id: str, firm: Firm, is_due: bool) -> dict[str, Any]:
    return {
        "workspace_id": workspace_id, "customer_id": firm.customer_id, "name": firm.name,
        "normal_name": normal_name(firm.name), "state": "owned", "owner_id": firm.owner_id, "owner_epoch": 1,
        "epoch_started_at": _started(is_due), "protected_until": _until(is_due),
        "warn_at": None if is_due else _until(False) - timedelta(days=7),
        "sweep_after": NOW - timedelta(hours=1) if is_due else None,
        "created_by": firm.owner_id, "created_at": _started(is_due), "changed_at": _changed(firm, is_due),
    }  # fmt: skip


def _contact(workspace_id: str, firm: Firm) -> dict[str, Any]:
    return {
        "workspace_id": workspace_id, "contact_id": f"P{firm.customer_id}", "customer_id": firm.customer_id,
        "name": firm.contact, "normal_name": normal_name(firm.contact),
    }  # fmt: skip


def _claim(workspace_id: str, firm: Firm, is_due: bool) -> dict[str, Any]:
    return {
        "workspace_id": workspace_id, "customer_id": firm.customer_id, "epoch": 1, "owner_id": firm.owner_id,
        "team_id": TEAM.team_id, "started_at": _started(is_due), "how": "entered",
    }  # fmt: skip


def _touch(workspace_id: str, firm: Firm, is_due: bool) -> dict[str, Any]:
    return {
        "workspace_id": workspace_id, "activity_id": f"A{firm.customer_id}", "customer_id": firm.customer_id,
        "epoch": 1, "author_id": firm.owner_id, "kind": "call", "contact": firm.contact, "outcome": "spoke with them",
        "happened_at": _started(is_due), "logged_at": _started(is_due), "extends": True, "source_channel": "D0",
        "source_ts": firm.customer_id,
    }  # fmt: skip


def _warning(workspace_id: str, firm: Firm) -> dict[str, Any]:
    return {
        "workspace_id": workspace_id, "customer_id": firm.customer_id, "epoch": 1, "deadline": _until(True),
        "rung": "1d", "person_id": firm.owner_id, "outbox_id": f"W{firm.customer_id}",
        "put_at": NOW - timedelta(days=8), "delivered_at": NOW - timedelta(days=8),
    }  # fmt: skip


def _english_name(dice: random.Random) -> str:
    root = "".join(dice.choices(_SYLLABLES, k=2)) + dice.choice(_ENDS)
    return " ".join(part for part in (root.capitalize(), dice.choice(_TRADES), dice.choice(_FORMS)) if part)


def _chinese_name(dice: random.Random) -> str:
    return f"{dice.choice(_CITIES)}{''.join(dice.choices(_HAN, k=3))}{dice.choice(_BRANCHES)}有限公司"


def _chinese_person(dice: random.Random) -> str:
    return dice.choice(_SURNAMES) + "".join(dice.choices(_GIVEN, k=2))

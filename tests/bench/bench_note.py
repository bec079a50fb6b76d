"""A DM note, whole turn: signature, dispatch, de-duplication, reading against all customers, commit, receipt's row.

The floor is Bolt with a listener that does nothing, and a bare transaction of prebuilt Core statements that writes as
many rows into the same tables of the same database.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from itertools import count
from statistics import median
from typing import Any

from slack_bolt import App
from slack_bolt.adapter.wsgi import SlackRequestHandler
from slack_bolt.authorization import AuthorizeResult
from sqlalchemy import bindparam, func, insert, select, update

from bot.web import EVENTS, wsgi
from sandbox.slack import Slack
from storage.database import Database
from storage.ids import new_id
from storage.tables.activities import ActivityRow, FollowUpRow
from storage.tables.claims import LedgerRow
from storage.tables.customers import CustomerRow
from storage.tables.engine import Seen
from storage.tables.outbox import OutboxRow
from tests.bench import stage, world
from tests.bench.figures import by_turns, percentile, say
from tests.bench.stage import TEAM_ID
from tests.bench.world import NOW
from tests.databases import addresses

_MINE = {"workspace_id": TEAM_ID}
_TOUCH = (
    update(CustomerRow)
    .where(CustomerRow.workspace_id == TEAM_ID, CustomerRow.customer_id == bindparam("customer"))
    .values(changed_at=bindparam("at"))
)
_INSERTS = {table: insert(table) for table in (Seen, ActivityRow, FollowUpRow, LedgerRow, OutboxRow)}


def main(*, quick: bool = False) -> None:
    made = world.firms(10_000 if quick else 100_000)
    with addresses() as databases, stage.slack(made) as (small, server):
        for kind, url in databases.items():
            with stage.company(url, made) as database, stage.bot_in_process(url, small, server) as dibs:
                notes = stage.notes(small, made)
                turns = _turns(wsgi(dibs), notes)
                bolt = _turns(SlackRequestHandler(_empty_bolt(small), path=EVENTS), notes)
                ours, floor = by_turns(turns, lambda: (bolt(), _bare(database)), turns=100 if quick else 600)  # noqa: B023
                _check_all_logged(database, len(ours) + 20)
            say(f"{kind}: a DM note, whole turn, {len(made):,} customers", median(ours), "ms", median(floor))
            say(f"{kind}: … p99", percentile(ours, 99), "ms", percentile(floor, 99))


def _turns(app: Any, notes: Iterator[tuple[bytes, dict[str, str]]]) -> Callable[[], None]:
    def turn() -> None:
        body, headers = next(notes)
        said: list[str] = []
        list(app(environ(body, headers), lambda status, headers, exc_info=None: said.append(status)))
        assert said == ["200 OK"], said

    return turn


def environ(body: bytes, headers: dict[str, str]) -> dict[str, Any]:
    return {
        "REQUEST_METHOD": "POST", "PATH_INFO": EVENTS, "QUERY_STRING": "", "SERVER_PROTOCOL": "HTTP/1.1",
        "CONTENT_TYPE": headers["content-type"], "CONTENT_LENGTH": str(len(body)), "wsgi.input": io.BytesIO(body),
        **{f"HTTP_{name.upper().replace('-', '_')}": value for name, value in headers.items()},
    }  # fmt: skip


def _empty_bolt(small: Slack) -> App:
    known = AuthorizeResult(
        enterprise_id=None, team_id=TEAM_ID, bot_user_id=small.ws.bot_user, bot_id="B1", bot_token=small.bot_token
    )
    app = App(
        authorize=lambda: known,
        signing_secret=small.signing_secret,
        process_before_response=True,
        token_verification_enabled=False,
    )
    app.event("message")(lambda ack: ack())
    return app


_numbers = count()


def _bare(database: Database) -> None:
    """The rows of a note: seen, customer, activity, plan, ledger, receipt, and the home to be drawn again."""
    n = next(_numbers)
    customer, rep = f"C{n:08d}", f"UBARE{n % 50:03d}"  # nobody of ours: what a rep did last is read with their notes
    with database.begin() as tx:
        tx.execute(_INSERTS[Seen], {**_MINE, "key": f"bare:{n}", "seen_at": NOW})
        tx.execute(_TOUCH, {"customer": customer, "at": NOW})
        tx.execute(_INSERTS[ActivityRow], _activity(n, customer, rep))
        tx.execute(_INSERTS[FollowUpRow], _plan(customer, rep))
        tx.execute(_INSERTS[LedgerRow], _line(customer, rep))
        tx.execute(_INSERTS[OutboxRow], _letter(rep, "chat.postMessage"))
        tx.execute(_INSERTS[OutboxRow], _letter(rep, "views.publish"))


def _activity(n: int, customer: str, rep: str) -> dict[str, Any]:
    return {
        **_MINE, "activity_id": new_id(NOW), "customer_id": customer, "epoch": 1, "author_id": rep, "kind": "call",
        "outcome": "spoke with them", "happened_at": NOW, "logged_at": NOW, "extends": True, "source_channel": "D1",
        "source_ts": str(n),
    }  # fmt: skip


def _plan(customer: str, rep: str) -> dict[str, Any]:
    return {
        **_MINE, "followup_id": new_id(NOW), "customer_id": customer, "owner_id": rep, "due_at": NOW,
        "first_due_at": NOW, "created_at": NOW,
    }  # fmt: skip


def _line(customer: str, rep: str) -> dict[str, Any]:
    return {
        **_MINE, "ledger_id": new_id(NOW), "customer_id": customer, "at": NOW, "actor_id": rep, "event": "extended",
        "epoch": 1, "from_owner": rep, "to_owner": rep,
    }  # fmt: skip


def _letter(rep: str, method: str) -> dict[str, Any]:
    return {
        **_MINE, "outbox_id": new_id(NOW), "method": method, "to_id": rep, "lane": rep, "person_id": rep,
        "kind": "Receipt", "facts": "{}", "priority": 0, "due_at": NOW, "state": "dropped", "attempts": 0,
        "not_before": 0.0, "created_at": NOW,
    }  # fmt: skip


def _check_all_logged(database: Database, turns: int) -> None:
    """A figure of notes that were asked about instead of logged would be worth nothing."""
    with database.read() as tx:
        receipts = tx.execute(
            select(func.count()).select_from(OutboxRow).where(OutboxRow.kind == "Receipt", OutboxRow.state == "new")
        ).scalar_one()
    assert receipts == turns, f"{receipts} receipts for {turns} notes"


if __name__ == "__main__":
    main()

"""Many hands for one customer: one owner, the others told who, and no cap passed."""

import os
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from sqlalchemy import select, text

from crm.refusal import Refusal
from operations.assigning import reassigning
from storage import claims
from storage.tables.claims import ClaimRow
from tests.processes import fresh
from tests.races import claimant
from tests.races.hands import press
from tests.yard import MONDAY, ON, T1, Yard, yard

RACES = int(os.environ.get("DIBS_RACES", "40"))
HANDS = 4
FREE = replace(ON, pool_freeze_hours=0, claim_per_day=10_000, holding_cap=10_000, ex_owner_cooldown_days=0)


@pytest.fixture
def pool(database_url: str) -> Iterator[tuple[Yard, list[str]]]:
    """Customers in the pool, and nobody in the way."""
    with yard(database_url, reps=HANDS + 1, rule=FREE) as one:
        yield one, [pooled(one, f"Firm {number}") for number in range(RACES)]


def pooled(one: Yard, name: str) -> str:
    customer_id = one.enter(one.reps[-1], name, MONDAY)
    who = {"workspace_id": T1, "person_id": one.reps[-1]}
    reassigning.release(one.office, **who, customer_id=customer_id, why="poor_fit", now=MONDAY)
    return customer_id


def at_once(hands: int, act: Callable[[int], object]) -> list[object]:
    """Let so many threads do it at the same moment; what each got."""
    ready = threading.Barrier(hands)

    def run(hand: int) -> object:
        ready.wait()
        return act(hand)

    with ThreadPoolExecutor(hands) as threads:
        return list(threads.map(run, range(hands)))


def claim(one: Yard, rep: str, customer_id: str) -> str:
    """The owner, as this rep was told."""
    try:
        wanted = {"workspace_id": T1, "person_id": rep, "customer_id": customer_id}
        press(lambda: reassigning.claim(one.office, **wanted, now=MONDAY))
    except Refusal as refusal:
        assert refusal.code == "just_taken", refusal.code
        return str(refusal.facts["owner_id"])
    return f"{rep}!"


def owners(one: Yard) -> dict[str, str]:
    with one.database.read() as tx:
        found = select(ClaimRow.customer_id, ClaimRow.owner_id).where(ClaimRow.ended_at.is_(None))
        return dict(iter(tx.execute(found)))


def test_each_customer_gets_one_owner_and_the_losers_are_told_who(pool: tuple[Yard, list[str]]) -> None:
    one, customer_ids = pool
    for customer_id in customer_ids:
        told = at_once(HANDS, lambda hand, wanted=customer_id: claim(one, one.reps[hand], wanted))  # type: ignore[misc]
        [winner] = [who for who in told if str(who).endswith("!")]
        assert [who for who in told if who != winner] == [str(winner)[:-1]] * (HANDS - 1)
    with one.database.read() as tx:
        lines = {wanted: len(claims.lines(tx, workspace_id=T1, customer_id=wanted)) for wanted in customer_ids}
    assert set(lines.values()) == {3}  # entered, released, claimed: one line each


def test_between_processes_too(pool: tuple[Yard, list[str]]) -> None:
    one, customer_ids = pool
    url = one.database.engine.url.render_as_string(hide_password=False)
    start, said = fresh.Barrier(2), fresh.Queue()
    for rep in one.reps[:2]:
        fresh.Process(target=claimant.run, args=(url, rep, customer_ids, start, said), daemon=True).start()
    outcomes = [said.get(timeout=120) for _ in range(2)]
    held = owners(one)
    assert sorted(held) == sorted(customer_ids)
    for customer_id in customer_ids:
        told = [outcome[customer_id] for outcome in outcomes]
        assert sorted(told) == sorted([f"{held[customer_id]}!", held[customer_id]])


def test_the_day_cap_is_never_passed_however_many_hands_one_rep_has(database_url: str) -> None:
    with yard(database_url, reps=2, rule=replace(FREE, claim_per_day=5)) as one:
        wanted = [pooled(one, f"Firm {number}") for number in range(24)]

        def take(hand: int) -> int:
            taken = 0
            for customer_id in wanted[hand::HANDS]:
                try:
                    mine = {"workspace_id": T1, "person_id": one.reps[0], "customer_id": customer_id}
                    press(lambda mine=mine: reassigning.claim(one.office, **mine, now=MONDAY))  # type: ignore[misc]
                    taken += 1
                except Refusal as refusal:
                    assert refusal.code == "day_cap"
            return taken

        assert sum(at_once(HANDS, take)) == 5  # type: ignore[arg-type]
        assert len(owners(one)) == 5


def test_the_holding_cap_is_never_passed_by_assignments_at_once(database_url: str) -> None:
    with yard(database_url, reps=2, rule=replace(FREE, holding_cap=3)) as one:
        wanted = [pooled(one, f"Firm {number}") for number in range(12)]

        def give(hand: int) -> int:
            given = 0
            for customer_id in wanted[hand::HANDS]:
                try:
                    move = {"workspace_id": T1, "customer_id": customer_id, "epoch": None, "owner_id": one.reps[0]}
                    press(
                        lambda move=move: reassigning.assign(  # type: ignore[misc]
                            one.office, actor_id="U0BOSS", **move, now=MONDAY
                        )
                    )
                    given += 1
                except Refusal as refusal:
                    assert refusal.code == "holding_cap"
            return given

        assert sum(at_once(HANDS, give)) == 3  # type: ignore[arg-type]
        with one.database.read() as tx:
            assert tx.execute(text("select count(*) from claims where ended_at is null")).scalar() == 3

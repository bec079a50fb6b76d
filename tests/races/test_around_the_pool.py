"""Many hands around the pool: whoever waits is told once, and what is handed over has one new owner."""

from collections import Counter

from sqlalchemy import select

from crm.refusal import Refusal
from operations.assigning import asking_owner, opening, waiting
from storage import claims
from storage.tables.outbox import OutboxRow
from storage.tables.pool import HandoverAskRow
from tests.races.test_claiming import FREE, HANDS, RACES, at_once, claim, owners, pooled
from tests.yard import MONDAY, T1, yard

FEW = max(4, RACES // 8)


def test_of_those_who_wait_the_first_is_told_once_however_many_processes_tick_while_somebody_claims(
    database_url: str,
) -> None:
    with yard(database_url, reps=HANDS + 1, rule=FREE) as one:
        ids = [one.enter(one.reps[-1], f"Firm {number}", MONDAY) for number in range(FEW)]
        for customer_id in ids:
            for rep in one.reps[:2]:
                waiting.join_queue(one.office, workspace_id=T1, person_id=rep, customer_id=customer_id, now=MONDAY)
        free = [pooled(one, f"Firm {number}") for number in range(FEW)]
        assert free == ids

        def tick(hand: int) -> None:
            if hand:
                opening.tell_waiting(one.office, now=MONDAY)
            else:
                for customer_id in ids[::2]:
                    claim(one, one.reps[2], customer_id)

        at_once(HANDS, tick)
        with one.database.read() as tx:
            told = select(OutboxRow.to_id, OutboxRow.facts).where(OutboxRow.kind == "CustomerFreed")
            letters = Counter(
                (row.to_id, row.facts) for row in tx.execute(told.where(OutboxRow.method == "chat.postMessage"))
            )
        assert set(letters.values()) <= {1} and {who for who, _ in letters} == {one.reps[0]}
        assert set(owners(one).values()) == {one.reps[2]} and sorted(owners(one)) == sorted(ids[::2])


def test_what_an_owner_hands_over_goes_once_whoever_else_presses_or_takes_it_meanwhile(database_url: str) -> None:
    with yard(database_url, reps=3, rule=FREE) as one:
        owner, first, second = one.reps
        ids = [one.enter(owner, f"Firm {number}", MONDAY) for number in range(FEW)]
        for customer_id in ids:
            for rep in (first, second):
                asking_owner.ask_owner(one.office, workspace_id=T1, person_id=rep, customer_id=customer_id, now=MONDAY)
        with one.database.read() as tx:
            asks = list(tx.execute(select(HandoverAskRow.ask_id, HandoverAskRow.customer_id)))

        def give(hand: int) -> int:
            given = 0
            for ask_id, _ in asks if hand % 2 else reversed(asks):
                try:
                    who = {"workspace_id": T1, "actor_id": owner}
                    asking_owner.answer_asker(one.office, **who, ask_id=ask_id, give=True, now=MONDAY)
                    given += 1
                except Refusal as refusal:
                    assert refusal.code in ("decided_already", "just_taken"), refusal.code
            return given

        assert sum(map(int, map(str, at_once(HANDS, give)))) == FEW
        assert sorted(owners(one)) == sorted(ids) and set(owners(one).values()) <= {first, second}
        with one.database.read() as tx:
            ledgers = [claims.lines(tx, workspace_id=T1, customer_id=customer_id) for customer_id in ids]
        assert all(Counter(line.event for line in lines)["handed"] == 1 for lines in ledgers)

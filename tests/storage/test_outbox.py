"""The outbox's states, one by one: what each outcome allows, who may pass whom, and whose word counts."""

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import event, select

from storage import outbox
from storage.database import Database
from storage.outbox import Letter, Priority
from storage.outcomes import Dropped, Outcome, Permanent, RetryAt, Sent, Unknown
from storage.tables.outbox import OutboxRow

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
WALL = 1_000_000.0
SENT = Sent("D1", "1700000000.000100")


def _put(database: Database, text: str = "hello", **more: Any) -> str | None:
    given = {"workspace_id": "T1", "to": "U1", "person_id": "U1", "kind": "receipt", "facts": text, "now": NOW, **more}
    with database.begin() as tx:
        return outbox.put(tx, **given)


def _take(
    database: Database, wall: float = WALL, now: datetime = NOW, owner: str = "me", limit: int = 10
) -> list[Letter]:
    return outbox.take_due(database, now=now, wall=wall, owner=owner, lease_seconds=30, limit=limit)


def _take_unknown(database: Database, wall: float, owner: str = "me") -> list[Letter]:
    return outbox.take_unknown(database, wall=wall, owner=owner, lease_seconds=30, limit=10)


def _finish(
    database: Database, letter: Letter, outcome: Outcome, wall: float = WALL, owner: str = "me", pace: float = 1.0
) -> bool:
    with database.begin() as tx:
        return outbox.finish(tx, letter, owner=owner, outcome=outcome, now=NOW, wall=wall, pace_seconds=pace)


def _states(database: Database) -> dict[str, str]:
    with database.read() as tx:
        return {row.facts: row.state for row in tx.execute(select(OutboxRow.facts, OutboxRow.state))}


def _texts(letters: list[Letter]) -> list[str]:
    return [letter.facts for letter in letters]


def test_a_letter_is_taken_once_and_then_it_is_sent(database: Database) -> None:
    outbox_id = _put(database)
    [letter] = _take(database)
    assert (letter.outbox_id, letter.state, letter.attempts) == (outbox_id, "sending", 1)
    assert _take(database) == []
    assert _finish(database, letter, SENT)
    assert _states(database) == {"hello": "sent"}
    assert _take(database, WALL + 9999) == _take_unknown(database, WALL + 9999) == []


def test_a_key_is_used_once_and_workspaces_have_their_own(database: Database) -> None:
    assert _put(database, dedupe_key="warning c1 1 7d")
    assert _put(database, dedupe_key="warning c1 1 7d") is None
    assert _put(database, dedupe_key="warning c1 1 7d", workspace_id="T2")
    assert _put(database) and _put(database)


def test_a_key_stays_used_after_the_letter_is_sent(database: Database) -> None:
    _put(database, dedupe_key="once")
    _finish(database, _take(database)[0], SENT)
    assert _put(database, dedupe_key="once") is None


def test_an_unsent_home_is_replaced_and_one_in_the_air_is_followed(database: Database) -> None:
    home = {"method": "views.publish", "kind": "home"}
    first = _put(database, "v1", **home)
    assert _put(database, "v2", **home) == first
    [letter] = _take(database)
    assert letter.facts == "v2"
    assert _put(database, "v3", **home) != first
    _finish(database, letter, Sent(None, None))
    assert _texts(_take(database, WALL + 1)) == ["v3"]


def test_a_letter_waits_for_its_business_time_and_not_for_the_real_one(database: Database) -> None:
    _put(database, due_at=NOW + timedelta(days=1))
    assert _take(database, WALL + 100_000) == []
    assert len(_take(database, now=NOW + timedelta(days=1))) == 1


def test_one_lane_is_paced_from_the_response_and_another_is_not_held_up(database: Database) -> None:
    _put(database, "a1"), _put(database, "a2"), _put(database, "b1", to="U2")
    a1, b1 = _take(database)
    assert _texts([a1, b1]) == ["a1", "b1"]
    _finish(database, a1, SENT, WALL + 5)
    assert _take(database, WALL + 5.9) == []
    with database.read() as tx:
        assert outbox.next_opening(tx, WALL + 5) == WALL + 6
    assert _texts(_take(database, WALL + 6)) == ["a2"]


def test_answers_come_before_reassignments_before_reminders_before_digests(database: Database) -> None:
    for priority in reversed(Priority):
        _put(database, priority.name, priority=priority)
    said = []
    for n in range(4):
        [letter] = _take(database, WALL + n)
        said.append(letter.facts)
        _finish(database, letter, SENT, WALL + n)
    assert said == ["ANSWER", "REASSIGNMENT", "REMINDER", "DIGEST"]


def test_of_many_lanes_the_most_urgent_are_taken_first(database: Database) -> None:
    for n in range(8):
        _put(database, f"digest {n}", to=f"U{n}", priority=Priority.DIGEST)
    _put(database, "answer", to="U99")
    assert _texts(_take(database, limit=2)) == ["answer", "digest 0"]


def test_in_one_lane_and_rank_the_order_is_when_due_and_then_as_written(database: Database) -> None:
    for text, due in {"late": 2, "early": 0, "middle": 1, "middle too": 1}.items():
        _put(database, text, due_at=NOW + timedelta(minutes=due))
    said = []
    for n in range(4):
        [letter] = _take(database, WALL + n, NOW + timedelta(hours=1))
        said.append(letter.facts)
        _finish(database, letter, SENT, WALL + n)
    assert said == ["early", "middle", "middle too", "late"]


def test_a_definite_failure_is_tried_again_by_back_off_and_holds_its_lane(database: Database) -> None:
    _put(database, "first"), _put(database, "second")
    waits = []
    wall = WALL
    for _ in range(8):
        [letter] = _take(database, wall)
        assert letter.facts == "first"
        _finish(database, letter, RetryAt(None, "refused"), wall)
        waits.append(next(s for s in range(1, 100) if _peek(database, wall + s)))
        wall += waits[-1]
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60]


def _peek(database: Database, wall: float) -> bool:
    with database.read() as tx:
        opening = outbox.next_opening(tx, wall - 0.5)
    return opening is not None and opening <= wall


def test_slack_says_when_to_come_again_but_not_for_ever(database: Database) -> None:
    _put(database)
    _finish(database, _take(database)[0], RetryAt(WALL + 30, "ratelimited"))
    assert _take(database, WALL + 29.9) == []
    _finish(database, _take(database, WALL + 30)[0], RetryAt(WALL + 10_000_000, "ratelimited"), WALL + 30)
    assert len(_take(database, WALL + 30 + outbox.LONGEST_WAIT_SECONDS)) == 1


def test_an_ambiguous_send_is_looked_for_after_a_minute_and_not_sent_again_before(database: Database) -> None:
    _put(database)
    _finish(database, _take(database)[0], Unknown("time-out"))
    assert _take(database, WALL + 59) == _take_unknown(database, WALL + 59) == []
    [doubtful] = _take_unknown(database, WALL + 60)
    assert (doubtful.state, doubtful.attempts) == ("unknown", 1)
    assert _take_unknown(database, WALL + 60, "another") == []
    assert _finish(database, doubtful, SENT, WALL + 60)
    assert _states(database) == {"hello": "sent"}


def test_a_letter_that_is_not_in_the_history_is_sent_again(database: Database) -> None:
    _put(database)
    _finish(database, _take(database)[0], Unknown("time-out"))
    _finish(database, _take_unknown(database, WALL + 60)[0], RetryAt(WALL + 60, "absent"), WALL + 60)
    [again] = _take(database, WALL + 60)
    assert again.attempts == 2


def test_nothing_of_its_rank_passes_a_letter_in_doubt_but_an_answer_passes_a_reminder(database: Database) -> None:
    _put(database, "in doubt", priority=Priority.REMINDER)
    _finish(database, _take(database)[0], Unknown("reset"))
    _put(database, "reminder", priority=Priority.REMINDER), _put(database, "digest", priority=Priority.DIGEST)
    assert _take(database, WALL + 10) == []
    _put(database, "answer")
    assert _texts(_take(database, WALL + 10)) == ["answer"]


@pytest.mark.parametrize(
    "method", [{"method": "chat.update", "edits_channel": "D1", "edits_ts": "1.1"}, {"method": "views.publish"}]
)
def test_an_edit_or_a_home_in_doubt_is_simply_sent_again(database: Database, method: dict[str, str]) -> None:
    _put(database, **method)
    _finish(database, _take(database)[0], Unknown("reset"))
    assert len(_take(database, WALL + 1)) == 1
    assert _take_unknown(database, WALL + 9999) == []
    assert len(_take(database, WALL + 9999)) == 1


def test_permanent_and_overtaken_letters_are_never_tried_again(database: Database) -> None:
    _put(database, "dead"), _put(database, "dropped", to="U2")
    for letter, outcome in zip(_take(database), (Permanent("account_inactive"), Dropped()), strict=True):
        assert _finish(database, letter, outcome)
    assert _states(database) == {"dead": "dead", "dropped": "dropped"}
    assert _take(database, WALL + 9999) == _take_unknown(database, WALL + 9999) == []


def test_an_overtaken_letter_costs_its_lane_no_time(database: Database) -> None:
    _put(database, "overtaken"), _put(database, "next")
    _finish(database, _take(database)[0], Dropped())
    assert _texts(_take(database)) == ["next"]


def test_a_dead_senders_letter_is_in_doubt_when_its_lease_runs_out(database: Database) -> None:
    _put(database, "lost"), _put(database, "behind it")
    _take(database, owner="dead")
    assert _take(database, WALL + 29) == _take_unknown(database, WALL + 29) == []
    assert _take_unknown(database, WALL + 31) == [] and _states(database)["lost"] == "unknown"
    assert _take(database, WALL + 31) == []
    assert _texts(_take_unknown(database, WALL + 91)) == ["lost"]


def test_a_dead_senders_home_is_taken_again_when_its_lease_runs_out(database: Database) -> None:
    _put(database, method="views.publish")
    _take(database, owner="dead")
    _take_unknown(database, WALL + 31)
    assert len(_take(database, WALL + 31)) == 1


def test_a_sender_that_overslept_may_tell_the_truth_until_another_has_taken_over(database: Database) -> None:
    _put(database)
    [letter] = _take(database, owner="sleeper")
    _take_unknown(database, WALL + 31)
    assert _finish(database, letter, SENT, WALL + 40, owner="sleeper")
    assert _states(database) == {"hello": "sent"}


def test_once_another_has_taken_over_the_sleepers_word_changes_nothing(database: Database) -> None:
    _put(database)
    [letter] = _take(database, owner="sleeper")
    _take_unknown(database, WALL + 31)
    [doubtful] = _take_unknown(database, WALL + 91, owner="other")
    assert not _finish(database, letter, Permanent("nonsense"), WALL + 91, owner="sleeper")
    _finish(database, doubtful, RetryAt(WALL + 91, "absent"), WALL + 91, owner="other")
    [again] = _take(database, WALL + 91, owner="sleeper")
    assert not _finish(database, letter, Permanent("nonsense"), WALL + 91, owner="sleeper")
    assert _finish(database, again, SENT, WALL + 91, owner="sleeper")


def test_a_real_clock_set_back_by_an_hour_stalls_nothing(database: Database) -> None:
    _put(database, "a"), _put(database, "b")
    _finish(database, _take(database)[0], RetryAt(WALL + 30, "ratelimited"))
    assert _texts(_take(database, WALL - 3600)) == ["a"]
    assert _take_unknown(database, WALL - 7200) == [] and _states(database)["a"] == "unknown"


def test_of_many_processes_one_takes_a_letter_and_a_lane_is_never_doubled(database_url: str) -> None:
    processes = [Database(database_url) for _ in range(4)]
    for n in range(40):
        _put(processes[0], f"{n}", to=f"U{n % 5}")
    with ThreadPoolExecutor(4) as pool:
        for turn in range(8):
            wall = WALL + turn
            taken = list(pool.map(lambda each, wall=wall: _take(each, wall, owner=str(id(each))), processes))
            flat = [letter for letters in taken for letter in letters]
            assert sorted(letter.lane for letter in flat) == [f"U{n}" for n in range(5)]
            assert {int(letter.facts) // 5 for letter in flat} == {turn}
            for process, letters in zip(processes, taken, strict=True):
                for letter in letters:
                    assert _finish(process, letter, SENT, wall, owner=str(id(process)))
    for process in processes:
        process.dispose()


def test_a_lane_that_another_process_has_just_used_is_not_used_again_before_its_pace(database_url: str) -> None:
    ours, theirs = Database(database_url), Database(database_url)
    _put(ours, "first"), _put(ours, "second")
    lease = {"now": NOW, "wall": WALL, "owner": "me", "lease_end": WALL + 30}
    with ThreadPoolExecutor(1) as pool:
        with ours.begin() as tx:
            letter = outbox._take_head(tx, "T1", "U1", lease)
            assert letter
            taken = pool.submit(_take, theirs, WALL, owner="other")  # sees the lane free, and waits for us
            time.sleep(0.3)
            outbox.finish(tx, letter, owner="me", outcome=SENT, now=NOW, wall=WALL)
        assert taken.result() == []
    ours.dispose(), theirs.dispose()


def test_a_sleepers_late_word_does_not_open_the_lane_another_is_holding(database: Database) -> None:
    _put(database, "reminder", priority=Priority.REMINDER)
    [letter] = _take(database, owner="sleeper")
    _take_unknown(database, WALL + 31)
    _put(database, "answer")
    [answer] = _take(database, WALL + 40, owner="other")
    assert _finish(database, letter, SENT, WALL + 41, owner="sleeper")
    with database.read() as tx:
        assert outbox.next_opening(tx, WALL + 41) == answer.lease_until


def test_health_counts_what_is_due_and_how_long_it_waits(database: Database) -> None:
    (
        _put(database, "old", due_at=NOW - timedelta(seconds=90)),
        _put(database, "tomorrow", due_at=NOW + timedelta(days=1)),
    )
    _put(database, "sent", to="U2", due_at=NOW - timedelta(days=1))
    _finish(database, next(letter for letter in _take(database) if letter.facts == "sent"), SENT)
    with database.read() as tx:
        assert outbox.depth_and_age(tx, NOW) == (1, 90.0)


def test_what_is_done_is_forgotten_and_what_is_not_is_kept(database: Database) -> None:
    for n, outcome in enumerate((SENT, Dropped(), Permanent("x"), Unknown("x"))):
        _put(database, f"{n}", to=f"U{n}")
        _finish(database, next(letter for letter in _take(database) if letter.facts == f"{n}"), outcome)
    _put(database, "warning", to="U9", kind="ExpiryWarning")
    _finish(database, next(letter for letter in _take(database) if letter.facts == "warning"), Dropped())
    _put(database, "new")
    with database.begin() as tx:
        assert outbox.forget_done(tx, workspace_id="T1", before=NOW, limit=2) == 0
        later = {"workspace_id": "T1", "before": NOW + timedelta(days=90), "limit": 2}
        assert [outbox.forget_done(tx, **later) for _ in range(3)] == [2, 1, 0]
    assert _states(database) == {"3": "unknown", "new": "new", "warning": "dropped"}


def test_an_idle_look_takes_no_writers_lock(database: Database) -> None:
    with database.begin(), ThreadPoolExecutor(1) as pool:
        assert pool.submit(_take, database).result(timeout=60) == []
        assert pool.submit(_take_unknown, database, WALL).result(timeout=60) == []


def test_looking_uses_the_index_and_never_walks_what_is_sent(tmp_path, empty_sqlite) -> None:
    path = tmp_path / "plan.db"
    path.write_bytes(empty_sqlite)
    database = Database(f"sqlite:///{path}")
    plans: list[str] = []

    @event.listens_for(database.engine, "before_cursor_execute")
    def explain(connection, cursor, statement, parameters, context, many) -> None:
        if statement.startswith(("SELECT", "UPDATE")):
            plan = connection.connection.driver_connection.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
            plans.extend(row[3] for row in plan)

    _put(database)
    _finish(database, _take(database)[0], Unknown("x"))
    _take_unknown(database, WALL + 60)
    with database.read() as tx:
        outbox.depth_and_age(tx, NOW)
    assert plans and not [step for step in plans if step.startswith("SCAN outbox") and "USING" not in step]

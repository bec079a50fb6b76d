"""Warnings: who gets them, once, and what counts as notice when somebody can't be reached."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import select, update

from operations.clock import expiry, ruling, warning
from operations.hearing import logs
from storage import claims, customers, people, warnings
from storage.tables.customers import CustomerRow
from storage.tables.outbox import OutboxRow
from tests.yard import BOSS, MONDAY, SECOND, T1, Yard

WARNED = MONDAY + timedelta(days=24)  # within the ladder; the protection ends on Wednesday 1 April
GRACE_ENDS = datetime(2026, 4, 2, 10, tzinfo=UTC)
HOUR = timedelta(hours=1)


def told(one: Yard, who: str, kind: str = "ExpiryWarning") -> int:
    return sum(
        letter.kind == kind and letter.to == who and letter.method == "chat.postMessage"
        for letter in one.carrier.carried
    )


def owner(one: Yard, customer_id: str) -> str | None:
    with one.database.read() as tx:
        found = customers.customer(tx, workspace_id=T1, customer_id=customer_id)
    assert found is not None
    return found.owner_id


def leave(one: Yard, person_id: str) -> None:
    with one.database.begin() as tx:
        people.change_person(tx, workspace_id=T1, person_id=person_id, deactivated=True)


def test_a_departed_owners_warnings_go_to_the_manager_once_a_rung_and_start_the_notice(company: Yard) -> None:
    gone, staying = company.enter(company.reps[0], "Acme", MONDAY), company.enter(company.reps[1], "Globex", MONDAY)
    leave(company, company.reps[0])
    for minutes in range(3):
        company.tick(WARNED + timedelta(minutes=minutes))
    assert (told(company, company.reps[0]), told(company, SECOND, "ExpiryCopy")) == (0, 1)
    assert told(company, company.reps[1]) == 1  # the departed hold up nobody
    company.tick(GRACE_ENDS)
    assert owner(company, gone) is None and owner(company, staying) is None


def test_where_the_manager_cannot_be_reached_either_the_next_one_is_told(company: Yard) -> None:
    acme = company.enter(company.reps[0], "Acme", MONDAY)
    company.carrier.unreachable |= {company.reps[0], SECOND}
    company.tick(WARNED)
    assert told(company, BOSS, "ExpiryCopy") == 1
    company.tick(GRACE_ENDS)
    assert owner(company, acme) is None


def test_several_owners_who_cannot_be_reached_are_one_message_to_their_manager(company: Yard) -> None:
    for rep in company.reps:
        company.enter(rep, f"Firm of {rep}", MONDAY)
    company.carrier.unreachable |= set(company.reps)
    company.tick(WARNED)
    assert told(company, SECOND, "ExpiryCopy") == 1


def test_where_nobody_at_all_can_be_reached_nobody_is_swept(company: Yard) -> None:
    acme = company.enter(company.reps[0], "Acme", MONDAY)
    company.carrier.unreachable |= {company.reps[0], SECOND, BOSS}
    for days in range(60):
        company.tick(WARNED + timedelta(days=days))
    assert owner(company, acme) == company.reps[0]


def test_the_plain_copy_of_a_manager_is_no_notice_to_the_owner(company: Yard) -> None:
    """The owner's warning is on its way for ever; the manager's copy of the last days has arrived."""
    acme = company.enter(company.reps[0], "Acme", MONDAY)
    at_one_day = datetime(2026, 3, 31, 2, tzinfo=UTC)
    warning.warn_due(company.office, now=at_one_day)
    with company.database.begin() as tx:
        stuck = (OutboxRow.kind == "ExpiryWarning", OutboxRow.state == "new")
        tx.execute(update(OutboxRow).where(*stuck).values(not_before=4e9, due_at=datetime(2099, 1, 1, tzinfo=UTC)))
    company.deliver(at_one_day + warning.GATHERED)
    assert told(company, SECOND, "ExpiryCopy") == 1
    company.log(company.reps[0], acme, at_one_day + HOUR, outcome="too short")  # a rewrite of the clock's instants
    with company.database.read() as tx:
        assert tx.execute(select(CustomerRow.sweep_after)).scalar() is None
    for days in range(1, 20):
        expiry.sweep_due(company.office, now=at_one_day + timedelta(days=days))
    assert owner(company, acme) == company.reps[0]


def test_while_slack_is_down_rungs_are_rewritten_not_heaped_up(company: Yard) -> None:
    for name in ("Acme", "Globex"):
        company.enter(company.reps[0], name, MONDAY)
    company.enter(company.reps[0], "Initech", MONDAY + timedelta(days=2))
    company.carrier.down = True
    for days in range(8):
        company.tick(WARNED + timedelta(days=days))
    company.carrier.down = False
    company.wall = lambda: 4e9
    company.tick(WARNED + timedelta(days=8))
    assert told(company, company.reps[0]) == 1


def test_a_person_with_more_claims_due_than_a_batch_gets_one_message(company: Yard) -> None:
    ids = [company.enter(company.reps[number % 2], f"Firm {number}", MONDAY) for number in range(9)]
    warning_batch, warning.BATCH = warning.BATCH, 4
    try:
        company.tick(WARNED)
        company.tick(WARNED + timedelta(seconds=1))
    finally:
        warning.BATCH = warning_batch
    assert [told(company, rep) for rep in company.reps[:2]] == [1, 1]
    with company.database.read() as tx:
        put = [warnings.of_claim(tx, workspace_id=T1, customer_id=one, epoch=1) for one in ids]
    assert [len(lines) for lines in put] == [1] * 9


def test_a_warning_dropped_before_it_was_sent_is_put_again_if_the_follow_up_is_undone(company: Yard) -> None:
    acme = company.enter(company.reps[0], "Acme", MONDAY)
    last = datetime(2026, 4, 1, 1, 30, tzinfo=UTC)  # the morning of the day
    warning.warn_due(company.office, now=last)
    company.log(company.reps[0], acme, last)
    company.deliver(last)
    assert told(company, company.reps[0]) == 0
    logs.undo_latest(company.office, workspace_id=T1, person_id=company.reps[0], now=last + HOUR)
    for hours in range(2, 24 * 5):
        company.tick(last + hours * HOUR)
    assert told(company, company.reps[0]) >= 1
    for hours in range(24 * 5, 24 * 12, 6):
        company.tick(last + hours * HOUR)
    assert owner(company, acme) is None


def test_a_warning_is_not_sent_once_the_rule_is_off(company: Yard) -> None:
    company.enter(company.reps[0], "Acme", MONDAY)
    warning.warn_due(company.office, now=WARNED)
    ruling.switch_clock(company.office, workspace_id=T1, actor_id=BOSS, on=False, now=WARNED)
    company.deliver(WARNED)
    assert told(company, company.reps[0]) == 0


def test_the_breaker_counts_all_that_is_due_not_a_batch_of_it(company: Yard) -> None:
    for number in range(14):
        company.enter(company.reps[0], f"Firm {number}", MONDAY)
    company.tick(WARNED)
    whole, expiry.BATCH = expiry.BATCH, 5
    try:
        assert company.tick(GRACE_ENDS) == 0
    finally:
        expiry.BATCH = whole
    assert told(company, BOSS, "SweepHalted") == 1
    expiry.resume_sweep(company.office, workspace_id=T1, person_id=BOSS, halted_at=GRACE_ENDS, now=GRACE_ENDS)
    assert company.tick(GRACE_ENDS + HOUR) == 14
    with company.database.read() as tx:
        assert claims.open_counts(tx, workspace_id=T1) == {}

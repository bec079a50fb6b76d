"""What protects against a second time is forgotten when none can come; what people did is not."""

from datetime import timedelta

from sqlalchemy import func, select

from operations import tidying
from storage.tables.activities import ActivityRow
from storage.tables.engine import JobRun, Seen
from storage.tables.outbox import OutboxRow
from tests.yard import MONDAY, Yard


def rows(one: Yard) -> dict[str, int]:
    with one.database.read() as tx:
        tables = (Seen, JobRun, OutboxRow, ActivityRow)
        return {
            table.__tablename__: tx.execute(select(func.count()).select_from(table)).scalar_one() for table in tables
        }


def test_old_deliveries_slots_and_letters_are_forgotten_each_at_its_age_and_no_log_ever(company: Yard) -> None:
    company.enter(company.reps[0], "Acme", MONDAY)
    for day in (24, 33):  # warned, swept
        company.tick(MONDAY + timedelta(days=day))
    whole = rows(company)
    assert min(whole.values()) > 0
    gone = []
    for age in (59, 61, 91, 181):
        tidying.tidy(company.office, now=MONDAY + timedelta(days=33 + age))
        left = rows(company)
        gone.append({table for table in whole if left[table] < whole[table]})
    assert gone == [{"seen"}, {"seen"}, {"seen", "job_run"}, {"seen", "job_run", "outbox"}]
    assert (left["seen"], left["job_run"], left["activities"]) == (0, 0, 1)

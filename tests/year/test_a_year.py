"""The digests of the seeded year, counted again from what was made of it, row by row."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from crm.notices.reporting import FiguresAsked, WeeklyDigest
from operations.compose import compose
from operations.directory import Directory
from operations.office import Office
from storage.database import Database
from storage.tables.activities import ActivityRow
from storage.tables.deals import DealRow
from tests.year.company import ADMIN, NOW, RATES, T1, Year, build, year
from tests.year.digests import NORTH, SUNDAY, told


@pytest.fixture(scope="module")
def made() -> Year:
    return year()


@pytest.fixture(scope="module")
def there(tmp_path_factory: pytest.TempPathFactory, empty_sqlite: bytes, made: Year) -> Iterator[Database]:
    path: Path = tmp_path_factory.mktemp("year") / "dibs.db"
    path.write_bytes(empty_sqlite)
    database = Database(f"sqlite:///{path}")
    build(database, made)
    yield database
    database.dispose()


def worth(row: dict[str, object]) -> Decimal:
    return Decimal(str(row["hundredths"])) / 100 * Decimal(RATES.get(str(row["currency"]), "1"))


def test_the_funnel_of_all_is_what_stands_there(there: Database, made: Year) -> None:
    slip = FiguresAsked("funnel", "team 30d")
    office = Office(there, Directory(there))
    _, card = compose(office, slip, workspace_id=T1, person_id=ADMIN, now=NOW, is_edit=False)
    deals = made.rows[DealRow]
    standing = [row for row in deals if row["closed_at"] is None]
    assert card.funnel.open == len(standing) > 50
    assert card.funnel.value == sum(map(worth, standing))
    assert Counter({one.stage.code: one.open for one in card.funnel.stages}) == Counter(
        row["stage"] for row in standing
    )
    since = datetime(2026, 10, 25, tzinfo=ZoneInfo("Asia/Shanghai"))  # thirty days by the workspace's own zone
    lately = [row for row in deals if row["closed_at"] and row["closed_at"] >= since]
    assert card.funnel.won == sum(row["stage"] == "won" for row in lately)
    assert card.funnel.lost == sum(row["stage"] == "lost" for row in lately)
    assert sum(of.open for _, of in card.groups) == card.funnel.open
    assert sum(of.value for _, of in card.groups) == card.funnel.value


def test_a_manager_s_week_is_their_team_s_and_their_days(there: Database, made: Year) -> None:
    office = Office(there, Directory(there))
    _, card = compose(office, WeeklyDigest(SUNDAY), workspace_id=T1, person_id=NORTH, now=NOW, is_edit=False)
    london = ZoneInfo("Europe/London")
    first, last = SUNDAY - timedelta(days=6), SUNDAY

    def of_the_week(at: datetime | None) -> bool:
        return at is not None and first <= at.astimezone(london).date() <= last

    def days_earlier(at: datetime) -> bool:
        return of_the_week(at + timedelta(days=7))

    deals = [row for row in made.rows[DealRow] if str(row["owner_id"]).startswith("UNORTH")]
    assert card.opened == sum(of_the_week(row["created_at"]) for row in deals)
    assert card.funnel.won == sum(row["stage"] == "won" and of_the_week(row["closed_at"]) for row in deals)
    assert card.funnel.won_value == sum(
        (worth(row) for row in deals if row["stage"] == "won" and of_the_week(row["closed_at"])), Decimal()
    )
    parts = card.numbers.parts
    assert sum(one.held for one in parts) == card.numbers.owned == 300 and len(parts) == 10
    assert sum(one.followed for one in parts) == card.numbers.done.followed
    assert sum(one.soon for one in parts) == card.expiring
    assert card.numbers.before.activities == sum(
        days_earlier(row["logged_at"]) and str(row["author_id"]).startswith("UNORTH") for row in made.rows[ActivityRow]
    )
    month = date(2026, 11, 1)
    won = [row for row in deals if row["stage"] == "won" and row["closed_at"].astimezone(london).date() >= month]
    assert card.forecast.total.won == sum(map(worth, won))
    assert card.forecast.change == sum((one.by for one in card.forecast.causes), Decimal())


def test_every_digest_is_told_in_both_languages_and_shows_no_rate_of_too_few(there: Database) -> None:
    for locale in ("en", "zh"):
        for name, message in told(there, locale):
            assert len(message.text) > 80, name
            assert len(message.blocks) <= 50
            assert "1 of 9 (" not in message.text

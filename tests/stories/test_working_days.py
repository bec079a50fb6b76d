"""Days are the team's: Chinese holidays with their make-up weekends (调休) move deadlines and rungs."""

import pytest

from tests.stories.clockside import at, pass_until, quiet, said_to
from tests.stories.company import BOSS, MEI, TOM, company
from tests.stories.rep import enter


def test_a_deadline_in_golden_week_waits_for_the_first_day_at_work(database_url: str) -> None:
    """2025: the holiday runs from 1 to 8 October; Sunday 28 September and Saturday 11 October are worked."""
    with company(database_url, start=at("2025-08-31 10:00")) as firm:
        firm.build()
        firm.command(BOSS, "/dibs team country CN")
        quiet(firm, BOSS, MEI, TOM)
        pass_until(firm, "2025-09-03 10:00")
        receipt = enter(firm, MEI, "华为")  # 30 days on: 3 October
        assert "10月9日周四" in receipt.text
        pass_until(firm, "2025-09-23 08:59")  # before 9 October: 30, 29, 28 (a Sunday), 26, 25, 24 and 23 September
        assert not said_to(firm, MEI, "华为", "到期")
        pass_until(firm, "2025-09-23 09:00")
        assert said_to(firm, MEI, "华为", "到期")
        pass_until(firm, "2025-10-10 17:59")
        assert not said_to(firm, MEI, "公海")
        pass_until(firm, "2025-10-10 18:01")
        assert said_to(firm, MEI, "因为没有及时跟进")


@pytest.mark.parametrize("day", ["2025-10-11"])
def test_a_make_up_saturday_is_a_working_day_of_the_ladder(database_url: str, day: str) -> None:
    with company(database_url, start=at("2025-08-31 10:00")) as firm:
        firm.build()
        firm.command(BOSS, "/dibs team country CN")
        quiet(firm, BOSS, MEI, TOM)
        pass_until(firm, "2025-09-12 10:00")
        assert "10月13日周一" in enter(firm, MEI, "华为").text  # 12 October is a Sunday
        pass_until(firm, f"{day} 08:59")
        before = len(said_to(firm, MEI, "华为", "到期"))
        pass_until(firm, f"{day} 09:00")  # one working day before Monday 13: Saturday 11
        assert len(said_to(firm, MEI, "华为", "到期")) == before + 1

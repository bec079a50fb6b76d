"""The manager's morning: yesterday in numbers counted by hand, what waits, what runs out, and buttons that act."""

from datetime import timedelta

import pytest

from tests.stories.clockside import pass_until, quiet, said_to
from tests.stories.company import BOSS, MEI, TOM, Company, has_action
from tests.stories.rep import enter, log, saved


@pytest.fixture
def held(firm: Company) -> Company:
    quiet(firm, MEI, TOM)
    return firm


def digests(firm: Company) -> list[str]:
    return [one.text for one in firm.heard(BOSS) if one.text.startswith("Sales") and "周报" not in one.text]


def test_the_numbers_are_those_counted_by_hand(held: Company) -> None:
    enter(held, TOM, "Acme", amount="12000", currency="USD", due_on="2026-03-12", due_at="10:00")
    enter(held, TOM, "Globex", due_on="2026-03-12", due_at="11:00")
    enter(held, MEI, "华为", amount="800", currency="CNY")
    pass_until(held, "2026-03-12 08:00")
    first = digests(held)[-1]
    for counted in (
        "没有等你处理的事。",
        "记录跟进 3 次（之前 0）。",
        "跟进了 3 个客户（之前 0）。",
        "新客户 3 个（之前 0）。",
    ):
        assert counted in first, first
    log(held, TOM, new_name="Acme", kind="visit", contact="Ann Ray", outcome="they showed us their whole plant")
    held.command(MEI, "/dibs release 华为")
    assert saved(held.submit(MEI, {"reason": "poor_fit"}))
    pass_until(held, "2026-03-13 08:00")
    second = digests(held)[-1]
    for counted in ("待处理：1 个客户需要负责人。", "记录跟进 1 次（之前 3）。", "1 个客户进入公海（之前 0）。"):
        assert counted in second, second
    assert "新客户" not in second
    assert "华为" in second  # it needs an owner


def test_its_buttons_act(held: Company) -> None:
    enter(held, MEI, "华为")
    held.command(MEI, "/dibs release 华为")
    assert saved(held.submit(MEI, {"reason": "poor_fit"}))
    pass_until(held, "2026-03-12 08:00")
    digest = next(one for one in reversed(held.heard(BOSS)) if one.text.startswith("Sales"))
    assert has_action(digest, "pool.assign")
    held.press(BOSS, digest, "pool.assign")
    assert held.told(TOM, "*华为* is yours now")


def test_a_day_without_anything_is_one_line(held: Company) -> None:
    pass_until(held, "2026-03-12 08:00")
    digest = next(one for one in reversed(held.heard(BOSS)) if one.text.startswith("Sales"))
    assert "没有需要汇报的" in digest.text and len(digest.blocks) == 1


def test_the_chart_says_by_name_what_runs_out_and_what_is_overdue_however_much_somebody_writes(held: Company) -> None:
    for name in ("Zenith", "Acme"):
        enter(held, TOM, name, due_on="2026-03-12", due_at="10:00")
    enter(held, MEI, "华为", due_on="2026-03-12", due_at="10:00")
    for words in ("they asked for the price again", "they want to see our plant", "they will call us back in May"):
        log(held, MEI, new_name="华为", kind="call", contact="Li Na", outcome=words)
    pass_until(held, "2026-03-13 08:00")
    digest = next(one for one in reversed(held.heard(BOSS)) if one.text.startswith("Sales"))
    chart = next(block for block in digest.blocks if block["type"] == "data_visualization")
    soon, overdue = ({point["label"]: point["value"] for point in one["data"]} for one in chart["chart"]["series"])
    assert overdue == {"Tom Reed": 2, "陈梅": 1} and list(overdue) == sorted(overdue) and sum(soon.values()) == 0
    assert "invalid_blocks" not in str(held.slack.calls[-1])


def test_it_comes_once_a_day_on_working_days_late_rather_than_never_and_is_not_made_up_for(held: Company) -> None:
    enter(held, TOM, "Acme")
    pass_until(held, "2026-03-12 07:59")
    already = len(digests(held))  # the one of the day on which the team was made

    def since() -> int:
        return len(digests(held)) - already

    assert since() == 0
    held.wait(minutes=1)
    held.wait(hours=3)
    assert since() == 1
    held.wait(seconds=timedelta(days=1, hours=4).total_seconds())  # away on Friday until the afternoon
    assert since() == 2
    pass_until(held, "2026-03-15 12:00")
    assert since() == 2  # a weekend
    held.wait(seconds=timedelta(days=9).total_seconds())
    assert since() == 3  # nine days away: one, of today
    held.wait(
        seconds=timedelta(days=1, hours=9).total_seconds()
    )  # away until nine in the evening: no time for a morning
    assert since() == 3
    pass_until(held, "2026-03-26 08:01")
    assert since() == 4


def test_the_hour_holds_over_daylight_saving(held: Company) -> None:
    """New York goes back an hour on 1 November 2026; Tom's list comes at his eight before and after, once a day."""
    held.command(TOM, "/dibs digest on")
    pass_until(held, "2026-10-26 12:00")
    enter(held, TOM, "Acme", due_on="2026-10-29", due_at="12:00")
    for day, hour in (("10-30", 20), ("11-02", 21)):  # eight in New York, as Shanghai counts it
        pass_until(held, f"2026-{day} {hour - 1}:59")
        before = len(said_to(held, TOM, "Good morning"))
        held.wait(minutes=2)
        held.wait(hours=1)
        assert len(said_to(held, TOM, "Good morning")) == before + 1, day

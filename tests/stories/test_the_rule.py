"""Switching the clock on and off: counted first, from the next local day, without a flood; and the breaker."""

from collections.abc import Iterator

import pytest

from tests.stories.clockside import enter_all, jump_to, pass_until, quiet, said_to
from tests.stories.company import BOSS, MEI, TOM, Company, company, has_action
from tests.stories.rep import again, enter

NAMES = [f"Firm {letter}" for letter in "ABCDEFGHIJKL"]


@pytest.fixture
def shop(database_url: str) -> Iterator[Company]:
    """A team whose clock was never switched on."""
    with company(database_url) as firm:
        for line in ("team new Sales", "team zone Asia/Shanghai", f"team add <@{BOSS}> <@{MEI}> <@{TOM}>"):
            firm.command(BOSS, f"/dibs {line}")
        quiet(firm, BOSS, MEI, TOM)
        yield firm


def switch(firm: Company) -> str:
    firm.press(BOSS, firm.command(BOSS, "/dibs rules"), "rules.switch")
    return str(firm.command(BOSS, "/dibs rules").text)


def test_without_a_rule_nothing_is_warned_and_nothing_moves(shop: Company) -> None:
    enter(shop, TOM, "Acme")
    jump_to(shop, "2026-06-30 10:00")
    shop.wait(hours=1)
    assert not said_to(shop, TOM, "runs out")
    assert not shop.command(TOM, "/dibs claim Acme").text.startswith("Acme is free")


def test_the_dry_run_counts_first_and_the_start_is_no_flood(shop: Company) -> None:
    enter_all(shop, TOM, NAMES)
    jump_to(shop, "2026-06-01 10:00")  # all of them are long past their date
    enter(shop, MEI, "华为")
    assert "13" in shop.command(BOSS, "/dibs rules").text and "12" in shop.command(BOSS, "/dibs rules").text
    assert "6月2日" in switch(shop)
    pass_until(shop, "2026-06-02 08:00")
    assert not said_to(shop, TOM, "run")
    pass_until(shop, "2026-06-11 12:00")  # the ladder of seven working days begins; nobody has gone
    assert said_to(shop, TOM, "run out soon") or said_to(shop, TOM, "runs out soon")
    assert not said_to(shop, TOM, "went to the pool")
    pass_until(shop, "2026-07-31 19:00")
    gone = [one.text for one in said_to(shop, TOM, "went to the pool")]
    assert len(gone) >= 8  # over many days, not in a heap
    assert all("customers" not in text or text.startswith(("1 ", "2 ")) for text in gone)
    assert not said_to(shop, BOSS, "停下")  # never so many that the breaker would trip


def test_off_it_stops_at_once_and_on_again_it_warns_again(shop: Company) -> None:
    enter(shop, TOM, "Acme")
    switch(shop)
    pass_until(shop, "2026-04-01 09:01")
    assert len(said_to(shop, TOM, "Acme", "runs out")) == 1
    switch(shop)
    pass_until(shop, "2026-04-20 12:00")
    assert len(said_to(shop, TOM, "Acme", "runs out")) == 1 and not said_to(shop, TOM, "went to the pool")
    switch(shop)
    pass_until(shop, "2026-05-12 19:00")
    assert len(said_to(shop, TOM, "Acme", "in the pool now")) >= 4  # each warning says so, once there is nothing to do
    assert said_to(shop, TOM, "went to the pool", "Acme")


def test_the_breaker_halts_a_heap_until_an_admin_lets_it_go_on(shop: Company) -> None:
    switch(shop)
    pass_until(shop, "2026-03-12 10:00")
    enter_all(shop, TOM, NAMES)
    pass_until(shop, "2026-04-14 18:01")
    halted = said_to(shop, BOSS, "12")[-1]
    assert has_action(halted, "pool.resume_sweep") and not said_to(shop, TOM, "went to the pool")
    shop.press(BOSS, halted, "pool.resume_sweep")
    shop.wait(seconds=15)
    shop.wait(seconds=5)
    assert len(said_to(shop, TOM, "12 customers went to the pool")) == 1
    assert not has_action(again(shop, BOSS, halted), "pool.resume_sweep")

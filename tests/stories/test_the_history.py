"""The ledger, read by those it concerns: who, why, by which rule, from which date to which, after which warning."""

import pytest

from sandbox.nouns import View
from tests.stories.clockside import quiet, sweep
from tests.stories.company import BOSS, MEI, TOM, Company
from tests.stories.rep import elements, enter, labels, log, tap, words


@pytest.fixture
def held(firm: Company) -> Company:
    quiet(firm, BOSS, MEI, TOM)
    return firm


def test_a_sweep_says_by_which_rule_on_which_warning_and_from_which_date(held: Company) -> None:
    sweep(held, TOM, "Acme")
    line = held.command(BOSS, "/dibs 历史 Acme").text
    assert "从 Tom Reed 进入公海：没有及时跟进（原到期日：4月10日周五；当天早上提醒过；第 1 版规则）。" in line


def test_an_override_keeps_the_manager_s_words(held: Company) -> None:
    card = sweep(held, TOM, "Acme")
    held.press(BOSS, card, "pool.assign_other")
    tom = held.slack.suggest(BOSS, "pick.rep", "Tom")[0]["value"]
    held.submit(BOSS, {"pick.rep": tom, "reason": "he knows them best"})
    assert "王总 gave it to Tom Reed, until" in held.command(TOM, "/dibs history acme").text
    assert "“he knows them best”" in held.command(TOM, "/dibs history acme").text


def test_a_manager_reads_what_came_to_a_person_and_went(held: Company) -> None:
    held.press(BOSS, sweep(held, TOM, "Acme"), "pool.assign")
    enter(held, MEI, "华为")
    said = held.command(BOSS, f"/dibs history <@{MEI}>").text
    assert said.startswith("陈梅 的历史：") and "Acme" in said and "华为" in said
    assert "Acme" in held.command(BOSS, f"/dibs history <@{TOM}>").text


def test_a_rep_reads_no_other_person_s_history(held: Company) -> None:
    enter(held, TOM, "Acme")
    assert "Your manager" in held.command(TOM, f"/dibs history <@{MEI}>").text
    assert "经理" in held.command(MEI, "/dibs 历史 Acme").text


def test_a_long_history_is_read_page_by_page(held: Company) -> None:
    enter(held, TOM, "Acme")
    for day in range(1, 45):
        held.wait(days=1)
        words_of_it = f"{day:b} {day * 7919:x} they asked for {day * 31:o} more"
        log(held, TOM, new_name="Acme", kind="call", contact="Ann Ray", outcome=words_of_it)
    first = held.command(TOM, "/dibs history Acme").message
    assert labels(first) == ["Older…"]
    tap(held, TOM, first, "Older…")
    second = held.slack.open_view(TOM)
    assert second is not None and labels(second) == ["Newer…", "Older…"] and "followed up" in words(second.blocks)
    held.slack.press(TOM, second, labelled(second, "Older…"))
    third = held.slack.open_view(TOM)
    assert third is not None and "Tom Reed entered it" in words(third.blocks) and labels(third) == ["Newer…"]
    held.forgiven.add("hash_conflict")
    held.slack.press(TOM, second, labelled(second, "Newer…"))  # a second finger, on the page that has gone
    assert held.slack.open_view(TOM) == third


def labelled(view: View, label: str) -> str:
    return next(one["action_id"] for one in elements(view.blocks) if one["text"]["text"] == label)

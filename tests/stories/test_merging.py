"""Two customers that are one firm: a preview, one button, and for thirty days the way back."""

from typing import Any

import pytest

from tests.stories.clockside import history, quiet, said_to
from tests.stories.company import BOSS, MEI, TOM, Company, action_of, has_action
from tests.stories.rep import again, enter, log, saved, words


@pytest.fixture
def two(firm: Company) -> Company:
    """Tom's Acme Tools since today, and his Borealis since five days later."""
    quiet(firm, BOSS, MEI, TOM)
    enter(firm, TOM, "Acme Tools", contact="Ann Ray")
    firm.wait(days=5)
    enter(firm, TOM, "Borealis", contact="Bo Li", due_on="2026-04-01", step="send the offer")
    log(firm, TOM, new_name="Borealis", contact="Ann Ray", outcome="she works for both of them", kind="visit")
    return firm


def merge(firm: Company, user: str, line: str = "Acme Tools | Borealis") -> Any:
    shown = firm.command(user, f"/dibs merge {line}")
    firm.press(user, shown, "customer.merge")
    return shown


def test_the_preview_says_what_stays_and_nothing_is_done_before_its_button(two: Company) -> None:
    shown = two.command(TOM, "/dibs merge Borealis | Acme Tools")
    assert shown.text.startswith("Borealis would go into Acme Tools. It is Tom Reed's, by the earlier claim, until")
    assert "Along go: 2 logs, 1 new contact, 1 plan." in shown.text
    assert "Borealis: Yours until" in two.command(TOM, "/who Borealis").text


def test_merged_the_earlier_claim_stays_with_the_later_date_and_everything_goes_along(two: Company) -> None:
    mine = two.command(TOM, "/dibs mine").text
    later = mine.split("Borealis: ")[1].split(",")[0]
    merge(two, TOM)
    assert (
        two.last_with(TOM, "customer.unmerge").text
        == "Tom Reed merged *Borealis* into *Acme Tools*. Both histories are there."
    )
    card = two.command(TOM, "/who Borealis")
    assert card.text.startswith(f"Acme Tools: Yours until {later}.")
    shown = words(card.blocks)
    assert "she works for both of them" in shown and "Bo Li" in shown and shown.split("\n").count("• Ann Ray") == 1
    assert "send the offer" in card.text
    told = history(two, "Acme Tools")
    assert any("把 Borealis 并入" in line for line in told)
    assert any(line.startswith("*Borealis* · Tom Reed 录入") for line in told)


def test_pressed_twice_it_is_merged_once(two: Company) -> None:
    shown = merge(two, TOM)
    two.press(TOM, shown, "customer.merge")
    assert two.last(TOM).text.startswith("I know no customer by that name.")
    assert len(said_to(two, TOM, "merged *Borealis*")) == 1


def test_taken_apart_each_has_its_own_again_and_what_came_since_stays(two: Company) -> None:
    before = two.command(TOM, "/dibs mine").text
    merge(two, TOM)
    two.wait(days=1)
    two.say(TOM, "called Borealis, spoke with Cy Dee, logged after the merge")
    told = two.last_with(TOM, "customer.unmerge")
    two.press(TOM, told, "customer.unmerge")
    assert again(two, TOM, told).text.startswith("*Borealis* and *Acme Tools* are two customers again")
    after = two.command(TOM, "/dibs mine").text
    assert after.split("Borealis: ")[1].split(",")[0] == before.split("Borealis: ")[1].split(",")[0]
    acme, borealis = (words(two.command(TOM, f"/who {name}").blocks) for name in ("Acme Tools", "Borealis"))
    assert "logged after the merge" in acme and "she works for both" not in acme and "Bo Li" not in acme
    assert "she works for both of them" in borealis and "Bo Li" in borealis and "Ann Ray" in borealis
    assert not has_action(again(two, TOM, told), "customer.unmerge")
    assert two.command(TOM, "/dibs unmerge Acme Tools").text == "There is no merge to take back here."


def test_after_thirty_days_there_is_no_way_back(two: Company) -> None:
    merge(two, TOM)
    told = two.last_with(TOM, "customer.unmerge")
    two.slack.advance(31 * 24 * 3600)
    two.press(TOM, told, "customer.unmerge")
    assert said_to(two, TOM, "A merge can be taken back for 30 days")


def test_another_s_customer_is_merged_by_a_manager_and_its_owner_works_on(two: Company) -> None:
    enter(two, MEI, "新华印刷")
    assert two.command(TOM, "/dibs merge Acme Tools | 新华印刷").text.startswith("You may not do that here.")
    shown = two.command(BOSS, "/dibs 合并 Acme Tools 与 新华印刷")
    assert "陈梅" in shown.text and "Acme Tools" in shown.text
    two.press(BOSS, shown, "customer.merge")
    assert "新华印刷" in two.last(MEI).text and "Acme Tools" in two.last(TOM).text
    seen = two.command(MEI, "/who 新华印刷")
    assert seen.text.startswith("Acme Tools") and "Ann Ray" in words(seen.blocks)
    two.command(BOSS, "/dibs 拆分 Acme Tools")
    assert two.command(MEI, "/who 新华印刷").text.startswith("新华印刷：归你至")
    assert "Ann Ray" not in words(two.command(MEI, "/who Acme Tools").blocks)


def test_a_preview_that_is_overtaken_merges_nothing(two: Company) -> None:
    shown = two.command(TOM, "/dibs merge Acme Tools | Borealis")
    two.command(TOM, "/dibs release Borealis")
    assert saved(two.submit(TOM, {"reason": "poor_fit"}))
    two.press(BOSS, shown, action_of(shown.blocks, "customer.merge").split("|")[0])
    assert two.command(BOSS, "/who Borealis").text.startswith("Borealis")


def test_words_that_name_no_two_customers_are_answered_with_an_example(two: Company) -> None:
    assert (
        two.command(TOM, "/dibs merge Acme Tools").text == "Name both customers, such as `/dibs merge Acme | Acme Inc`."
    )
    assert two.command(TOM, "/dibs merge Acme Tools | acme tools").text == "Those two are the same customer already."

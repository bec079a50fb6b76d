"""The queue for a customer: first come first told, privately, when it can really be claimed; and asking its owner."""

import pytest

from tests.stories.clockside import history, pass_until, quiet, sweep
from tests.stories.company import BOSS, CLERK, MEI, TOM, Company, has_action
from tests.stories.rep import again, enter, form, labels, saved, standing


@pytest.fixture
def held(firm: Company) -> Company:
    quiet(firm, BOSS, MEI, TOM)
    return firm


def wait_for(firm: Company, user: str, name: str) -> None:
    firm.press(user, firm.command(user, f"/who {name}").message, "queue.join")


def free(firm: Company, user: str, name: str, **form: str) -> None:
    firm.command(user, f"/dibs release {name}")
    assert saved(firm.submit(user, {"reason": "poor_fit", **form}))


def test_whoever_waits_is_told_when_the_freeze_is_over_and_claims_by_the_button(held: Company) -> None:
    enter(held, TOM, "Acme")
    wait_for(held, MEI, "Acme")
    assert held.last(MEI).text == "你在排队等 *Acme*，排在第 1 位。可以认领时我在这里告诉你。"
    assert "你在排队：第 1 位，共 1 人。" in held.command(MEI, "/who Acme").text
    assert "1 colleague" not in held.command(TOM, "/who Acme").text  # the owner's card says nothing of it
    free(held, TOM, "Acme")
    pass_until(held, "2026-03-12 11:59")
    assert held.told(MEI, "你等的 *Acme*") is None  # frozen for twelve working hours
    pass_until(held, "2026-03-12 12:01")
    freed = held.last(MEI)
    assert freed.text == "你等的 *Acme* 现在可以认领了，先认领者得。"
    held.press(MEI, freed, "pool.claim")
    assert "归你至" in held.last(MEI).text and "陈梅 认领" in history(held, "Acme")[0]


def test_the_second_is_told_after_a_head_start_unless_it_is_gone(held: Company) -> None:
    held.command(BOSS, f"/dibs team add <@{CLERK}>")
    for name in ("Acme", "Globex"):
        enter(held, TOM, name)
        wait_for(held, MEI, name)
        wait_for(held, CLERK, name)
    assert "place 2 in the queue" in held.last(CLERK).text
    free(held, TOM, "Acme")
    free(held, TOM, "Globex")
    pass_until(held, "2026-03-12 12:01")
    assert held.told(MEI, "你等的 *Acme*") and held.told(MEI, "你等的 *Globex*")
    assert held.told(CLERK, "is free") is None
    held.press(MEI, held.told(MEI, "你等的 *Acme*"), "pool.claim")
    pass_until(held, "2026-03-12 14:01")
    assert held.told(CLERK, "*Globex* is free, and you waited for it.")
    assert held.told(CLERK, "*Acme* is free") is None
    held.press(MEI, held.told(MEI, "你等的 *Globex*"), "pool.claim")
    assert held.told(CLERK, "*Globex* has an owner again.") and held.told(CLERK, "*Globex* is free") is None


def test_leaving_the_queue_is_one_tap_and_pressing_it_again_changes_nothing(held: Company) -> None:
    enter(held, TOM, "Acme")
    wait_for(held, MEI, "Acme")
    queued = held.last(MEI)
    held.press(MEI, queued, "queue.leave")
    assert again(held, MEI, queued).text == "你不再排队等 *Acme*。"
    held.press(MEI, queued, "queue.leave")
    assert held.last(MEI).text == "你已经不在排队了。"
    free(held, TOM, "Acme")
    pass_until(held, "2026-03-13 12:00")
    assert held.told(MEI, "你等的") is None


def test_waiting_twice_says_so_and_what_is_free_is_not_waited_for(held: Company) -> None:
    enter(held, TOM, "Acme")
    card = held.command(MEI, "/who Acme").message
    held.press(MEI, card, "queue.join")
    held.press(MEI, card, "queue.join")
    assert held.last(MEI).text == "你已经在排队等 Acme，可以认领时我会告诉你。"
    free(held, TOM, "Acme")
    pass_until(held, "2026-03-12 12:01")
    held.press(MEI, card, "queue.join")
    assert held.last(MEI).text == "现在就可以认领。"


def test_while_a_manager_decides_nobody_is_told_and_opening_it_tells(held: Company) -> None:
    enter(held, TOM, "Acme")
    wait_for(held, MEI, "Acme")
    card = sweep(held, TOM, "Globex")
    assert held.told(MEI, "你等的") is None
    held.press(BOSS, card, "pool.open")
    held.press(BOSS, again(held, BOSS, card), "pool.open")
    pass_until(held, "2026-04-15 12:01")
    assert held.told(MEI, "你等的 *Acme* 现在可以认领了")


def test_a_former_owner_in_the_cooldown_is_passed_over(held: Company) -> None:
    enter(held, TOM, "Acme")
    free(held, TOM, "Acme")
    wait_for(held, TOM, "Acme")
    pass_until(held, "2026-03-13 12:00")
    assert held.told(TOM, "is free, and you waited") is None


def test_let_go_for_later_it_is_hidden_until_its_day_then_manager_and_queue_hear(held: Company) -> None:
    enter(held, TOM, "Acme")
    wait_for(held, MEI, "Acme")
    held.command(TOM, "/dibs release Acme")
    assert list(standing(form(held, TOM))) == ["reason"]
    held.slack.press(TOM, form(held, TOM), "reason", selected="later")
    assert list(standing(form(held, TOM))) == ["reason", "wakes_on"]
    wrong = held.submit(TOM, {"wakes_on": "2026-03-01"})
    assert wrong.errors == {"wakes_on": "Choose the day on which it should come back: one that is still to come."}
    held.slack.press(TOM, form(held, TOM), "reason", selected="other")
    held.submit(TOM, {"reason": "later"})  # sent before the field was there
    assert saved(held.submit(TOM, {"wakes_on": "2026-04-20"}))
    assert held.last(TOM).text.startswith(
        "*Acme* rests until Sun 19 Apr."
    )  # nine in Shanghai is the evening in New York
    before = len(held.heard(BOSS))
    assert (
        "Acme" not in held.command(MEI, "/dibs 公海").text
        and "另有 1 个暂不开放" in held.command(MEI, "/dibs 公海").text
    )
    resting = held.command(MEI, "/who Acme").message
    assert "4月20日周一" in resting.text and labels(resting) == ["退出排队"]
    assert held.command(MEI, "/dibs 认领 Acme").text == "这个客户4月20日周一才开放；可以认领时我能告诉你。"
    pass_until(held, "2026-04-20 08:59")
    assert len(held.heard(BOSS)) == before and held.told(MEI, "你等的") is None
    pass_until(held, "2026-04-20 09:01")
    assert held.told(BOSS, "Acme", "以后再说") and held.told(MEI, "你等的 *Acme* 现在可以认领了")
    assert "重新进入公海" in history(held, "Acme")[0]
    assert "A•••" in held.command(MEI, "/dibs 公海").text


def test_the_owner_is_asked_and_hands_it_over_with_a_line_for_each_step(held: Company) -> None:
    enter(held, TOM, "Acme", due_on="2026-03-20")
    held.press(MEI, held.command(MEI, "/who Acme").message, "owner.ask")
    assert held.last(MEI).text == "已经替你问 Tom Reed 是否愿意转交 *Acme*。"
    asked = held.last(TOM)
    assert asked.text == "陈梅 asks whether you would hand *Acme* over. Your plans with it go along."
    assert labels(asked) == ["Hand it over", "Not now", "Customer card"]
    held.press(TOM, asked, "owner.answer")
    assert again(held, TOM, asked).text == "You handed *Acme* over to 陈梅."
    brief = held.told(MEI, "*Acme* 现在归你")
    assert brief is not None and "下一步" in brief.text
    handed, released, entered = history(held, "Acme")
    assert "转交给 陈梅" in handed and "转交" in released and "录入" in entered
    held.press(TOM, asked, "owner.answer")
    assert held.last(TOM).text == "That was decided already." and len(history(held, "Acme")) == 3


def test_not_now_tells_the_asker_who_may_wait_instead(held: Company) -> None:
    enter(held, TOM, "Acme")
    card = held.command(MEI, "/who Acme").message
    held.press(MEI, card, "owner.ask")
    held.press(MEI, card, "owner.ask")
    assert held.last(MEI).text == "你已经问过 Tom Reed 了。"
    asked = held.told(TOM, "asks whether")
    keep = [one for one in _ids(asked) if one.endswith("|keep")]
    held.slack.press(TOM, asked, keep[0])
    held.settle()
    assert held.last(MEI).text == "Tom Reed 暂时不转交 *Acme*。" and has_action(held.last(MEI), "queue.join")
    assert "Yours until" in held.command(TOM, "/who Acme").text


def test_two_reps_cannot_swap_a_customer_by_asking(held: Company) -> None:
    enter(held, TOM, "Acme")
    held.press(MEI, held.command(MEI, "/who Acme").message, "owner.ask")
    held.press(TOM, held.told(TOM, "asks whether"), "owner.answer")
    held.press(TOM, held.command(TOM, "/who Acme").message, "owner.ask")
    held.press(MEI, held.last_with(MEI, "owner.answer"), "owner.answer")
    assert "之前只有经理能还给对方" in held.last(MEI).text
    assert "归你至" in held.command(MEI, "/who Acme").text


def _ids(message) -> list[str]:  # type: ignore[no-untyped-def]
    return [
        element["action_id"]
        for block in message.blocks
        for element in block.get("elements", ())
        if "action_id" in element
    ]

"""An account team: asking to join, being taken in, what a co-owner sees and what their logs do."""

import pytest

from tests.stories.company import BOSS, MEI, TOM, Company, has_action
from tests.stories.rep import again, enter, log, words


@pytest.fixture
def acme(firm: Company) -> Company:
    enter(firm, TOM, "Acme Tools")
    return firm


def join(firm: Company) -> None:
    firm.command(MEI, "/dibs 协作 Acme Tools")
    firm.press(TOM, firm.last_with(TOM, "team.answer"), "team.answer")


def test_a_colleague_asks_and_the_owner_lets_them_in(acme: Company) -> None:
    card = acme.command(MEI, "/who Acme Tools")
    acme.press(MEI, card, "team.join")
    asked = acme.last(TOM)
    assert asked.text == "陈梅 would like to work on *Acme Tools* with you."
    assert acme.command(MEI, "/dibs 协作 Acme Tools").text == "你已经问过了；Acme Tools 的负责人还没有答复。"
    acme.press(TOM, asked, "team.answer")
    assert again(acme, TOM, asked).text == "陈梅 works on *Acme Tools* too now. `/dibs unjoin` ends it."
    assert acme.last(MEI).text.startswith("Tom Reed 同意你一起跟进")
    seen = acme.command(MEI, "/who Acme Tools")
    assert "Ann Ray" in words(seen.blocks) and "归 Tom Reed" in seen.text
    assert "Working on it too: 陈梅." in acme.command(TOM, "/who Acme Tools").text
    acme.press(TOM, asked, "team.answer")
    assert acme.last(TOM).text == "That was decided already."


def test_the_owner_says_not_now_and_may_be_asked_again(acme: Company) -> None:
    acme.command(MEI, "/dibs 协作 Acme Tools")
    asked = acme.last_with(TOM, "team.answer")
    no = next(
        e["action_id"] for b in asked.blocks for e in b.get("elements", ()) if str(e.get("action_id")).endswith("|no")
    )
    acme.slack.press(TOM, asked, no)
    acme.settle()
    assert "Acme Tools" in acme.last(MEI).text and not has_action(acme.last(MEI), "card.open")
    assert acme.command(MEI, "/dibs 协作 Acme Tools").text == "已经问了；答复会发在我们的私信里。"


def test_a_co_owner_s_log_is_told_to_the_owner_and_moves_no_clock(acme: Company) -> None:
    join(acme)
    acme.wait(days=2)
    until = acme.command(TOM, "/dibs mine").text
    receipt = log(
        acme,
        MEI,
        new_name="Acme Tools",
        contact="Ann Ray",
        outcome="she wants a demo in May",
        kind="call",
    )
    assert "Tom Reed" in receipt.text
    assert acme.told(TOM, "陈梅 was in touch with *Acme Tools*", "she wants a demo in May")
    assert acme.command(TOM, "/dibs mine").text == until


def test_a_co_owner_who_covers_for_the_owner_moves_the_clock(acme: Company) -> None:
    join(acme)
    acme.command(TOM, f"/dibs away 12–20 March cover <@{MEI}>")
    acme.press(BOSS, acme.last_with(BOSS, "leave.answer"), "leave.answer")
    acme.wait(days=20)
    acme.command(TOM, f"/dibs away 3–20 April cover <@{MEI}>")
    acme.press(BOSS, acme.last_with(BOSS, "leave.answer"), "leave.answer")
    acme.wait(days=5)
    receipt = log(acme, MEI, new_name="Acme Tools", contact="Ann Ray", outcome="she wants a demo in May", kind="call")
    assert "只有负责人" not in receipt.text


def test_the_owner_takes_somebody_in_and_off_again(acme: Company) -> None:
    assert acme.command(TOM, f"/dibs join Acme Tools <@{MEI}>").text == f"<@{MEI}> may work on Acme Tools too now."
    assert "Ann Ray" in words(acme.command(MEI, "/who Acme Tools").blocks)
    assert acme.command(MEI, f"/dibs join Acme Tools <@{BOSS}>").text == "你没有权限这样做。你的经理或管理员可以。"
    assert acme.command(TOM, f"/dibs unjoin Acme Tools <@{MEI}>").text == f"<@{MEI}> no longer works on Acme Tools."
    assert "Ann Ray" not in words(acme.command(MEI, "/who Acme Tools").blocks)
    assert acme.command(MEI, "/dibs 退出 Acme Tools").text == "已经是这样了，什么都没有改动。"

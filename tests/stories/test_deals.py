"""Deals: opened by a command, a form or a note's one tap; moved by buttons; handed over with their customer."""

from sandbox.nouns import Message
from tests.stories.clockside import said_to
from tests.stories.company import BOSS, MEI, TOM, Company
from tests.stories.rep import again, enter, form, labels, saved, standing, tap, words


def answer(firm: Company, user: str, line: str) -> str:
    said = firm.command(user, line).message
    return said.text if said else ""


def opened(firm: Company, user: str = TOM, line: str = "/dibs deal Globex 50k proposal") -> Message:
    """A customer with one open deal; the message that tells of it."""
    enter(firm, user, "Globex" if user == TOM else "新华印刷")
    firm.command(user, line)
    return firm.last(user)


def test_a_command_opens_a_deal_and_the_next_one_moves_it(firm: Company) -> None:
    told = opened(firm)
    assert told.text == "Deal *Globex*: proposal, $50,000, Tom Reed."
    assert labels(told) == ["Now in negotiation", "Won", "Lost…", "Edit the deal…"]
    assert answer(firm, TOM, "/dibs deal globex 60k") == "Kept; the deal is in our direct messages, with its buttons."
    assert firm.last(TOM).text == "Deal *Globex*: proposal, $60,000, Tom Reed."
    assert answer(firm, TOM, "/dibs deal globex 60k").startswith("1 deal with Globex.")  # it stands so already
    assert labels(again(firm, TOM, told)) == []  # the older message has lost its buttons


def test_a_deal_in_chinese(firm: Company) -> None:
    told = opened(firm, MEI, "/dibs 商机 新华 35万 谈判")
    assert told.text == "商机 *新华印刷*：谈判、¥350,000、陈梅。"
    assert labels(told) == ["赢单", "输单…", "修改商机…"]
    assert answer(firm, MEI, "/dibs 商机") == "你有 1 个进行中的商机。新华印刷：谈判、¥350,000、陈梅。"


def test_my_deals_and_those_of_a_customer(firm: Company) -> None:
    assert answer(firm, TOM, "/dibs deal").startswith("You have no open deal.")
    opened(firm)
    assert answer(firm, TOM, "/dibs deal") == "1 open deal is yours. Globex: proposal, $50,000, Tom Reed."
    assert answer(firm, TOM, "/dibs deal globex") == "1 deal with Globex. Globex: proposal, $50,000, Tom Reed."
    card = firm.command(TOM, "/who globex").message
    assert "Deal Globex: proposal, $50,000, Tom Reed." in card.text
    assert "Open deals" in words(card.blocks)


def test_a_button_moves_a_deal_once_however_often_it_is_pressed(firm: Company) -> None:
    told = opened(firm)
    tap(firm, TOM, told, "Won")
    assert firm.last(TOM).text.startswith("Deal *Globex*: won, $50,000, since ")
    assert "proposal · Tom Reed" in words(firm.last(TOM).blocks)
    firm.slack.press(TOM, told, told.blocks[-1]["elements"][0]["action_id"])  # "Now in negotiation", on the old message
    firm.settle()
    assert "has changed since you saw it" in firm.last(TOM).text
    assert "won, $50,000" in answer(firm, TOM, "/dibs deal globex")


def test_a_note_that_tells_of_a_signature_asks_to_confirm_with_one_tap(firm: Company) -> None:
    opened(firm)
    firm.wait(days=1)
    firm.say(TOM, "called Globex, Ann Ray says they signed the contract today for 60k")
    receipt = firm.last(TOM)
    assert receipt.text.endswith("Deal Globex: now won, $60,000?")
    tap(firm, TOM, receipt, "Yes, it is won")
    receipt = again(firm, TOM, receipt)
    assert "Deal Globex: won, $60,000, since Wed 11 Mar, Tom Reed." in receipt.text
    assert "Yes, it is won" not in labels(receipt)


def test_a_note_that_tells_of_a_signature_in_chinese(firm: Company) -> None:
    opened(firm, MEI, "/dibs 商机 新华 35万 谈判")
    firm.wait(days=1)
    firm.say(MEI, "新华印刷李经理来电，我们中标了")
    receipt = firm.last(MEI)
    assert receipt.text.endswith("商机 新华印刷：更新为“赢单”吗？")
    tap(firm, MEI, receipt, "是，赢单了")
    assert "商机 新华印刷：赢单、¥350,000" in again(firm, MEI, receipt).text


def test_a_tap_under_a_receipt_counts_once(firm: Company) -> None:
    opened(firm)
    firm.wait(days=1)
    firm.say(TOM, "called Globex, Ann Ray says they signed the contract today for 60k")
    receipt = firm.last(TOM)
    tap(firm, TOM, receipt, "Yes")
    tap(firm, TOM, receipt, "Yes")
    assert firm.last(TOM).text == "The deal has changed since that note, so nothing was changed."


def test_a_note_with_an_amount_opens_a_deal_with_one_tap(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    firm.wait(days=1)
    firm.say(TOM, "called Globex, spoke with Ann Ray, their budget is $45,000")
    receipt = firm.last(TOM)
    assert receipt.text.endswith("No deal is open here. Open one: qualified, $45,000?")
    tap(firm, TOM, receipt, "Open the deal")
    assert again(firm, TOM, receipt).text.endswith("Deal Globex: qualified, $45,000, Tom Reed.")


def test_a_note_that_tells_of_a_loss_asks_for_the_reason(firm: Company) -> None:
    opened(firm, MEI, "/dibs 商机 新华 35万 谈判")
    firm.wait(days=1)
    firm.say(MEI, "给新华印刷李经理打电话，丢单了，很可惜")
    tap(firm, MEI, firm.last(MEI), "输单")
    assert standing(form(firm, MEI))["stage"] == "输单"
    assert firm.submit(MEI, {}).errors == {"lost_reason": "请填写这个必填项。"}
    assert saved(firm.submit(MEI, {"lost_reason": "competitor"}))
    assert firm.last(MEI).text.startswith("商机 *新华印刷*：输单、¥350,000、自")
    assert "选了竞争对手" in firm.last(MEI).text


def test_a_note_that_says_why_it_was_lost_and_to_whom_needs_one_tap(firm: Company) -> None:
    opened(firm, MEI, "/dibs 商机 新华 35万 谈判")
    firm.wait(days=1)
    firm.say(MEI, "给新华印刷李经理打电话，丢单了，输给了金蝶，价格太高")
    receipt = firm.last(MEI)
    assert "竞争对手：金蝶。输单原因：选了竞争对手。" in receipt.text
    tap(firm, MEI, receipt, "是，新华印刷 输单了")
    assert "选了竞争对手、对手 金蝶" in again(firm, MEI, receipt).text
    assert "输给 金蝶" in words(firm.command(MEI, "/who 新华").message.blocks)
    assert "竞争对手：金蝶。" in firm.command(MEI, "/dibs 简报 新华").text
    tap(firm, MEI, receipt, "修改")
    stands = standing(form(firm, MEI))
    assert (stands["competitor"], stands["lost_reason"]) == ("金蝶", "选了竞争对手")
    assert saved(firm.submit(MEI, {"competitor": "用友", "lost_reason": "price"}))
    assert "竞争对手：用友。输单原因：价格。" in again(firm, MEI, receipt).text


def test_losing_by_a_command_asks_for_the_reason_too(firm: Company) -> None:
    opened(firm)
    firm.command(TOM, "/dibs deal globex lost")
    assert standing(form(firm, TOM))["stage"] == "lost"
    assert saved(firm.submit(TOM, {"lost_reason": "price"}))
    assert "lost, $50,000" in firm.last(TOM).text


def test_the_form_takes_everything_and_says_what_it_can_t_take(firm: Company) -> None:
    opened(firm)
    card = firm.command(TOM, "/who globex").message
    tap(firm, TOM, card, "New deal")
    wrong = firm.submit(TOM, {"amount": "a lot", "currency": "EUR"})
    assert wrong.errors == {"amount": "Write the amount in figures, such as 12000 or 50k."}
    wrong = firm.submit(TOM, {"amount": "12k", "probability": "101"})
    assert wrong.errors == {"probability": "Write a whole number from 0 to 100."}
    values = {"name": "Training", "amount": "12k", "currency": "EUR", "stage": "evaluation", "close_on": "2026-04-30"}
    assert saved(firm.submit(TOM, {**values, "probability": "80%", "helpers": [MEI]}))
    told = firm.last(TOM)
    assert told.text == ("Deal *Globex · Training*: evaluation, €12,000, 80%, closes Thu 30 Apr, Tom Reed. With 陈梅.")
    unclear = answer(firm, TOM, "/dibs deal globex 70k")
    assert unclear.startswith("Globex has several open deals. Which one do you mean?")
    assert answer(firm, MEI, "/dibs deal").startswith("你有 1 个进行中的商机。Globex · Training：")  # she helps


def test_a_form_of_a_deal_that_moved_meanwhile_changes_nothing(firm: Company) -> None:
    told = opened(firm)
    tap(firm, TOM, told, "Edit")
    firm.command(BOSS, "/dibs deal globex 90k")
    assert firm.last(TOM).text == "Deal *Globex*: proposal, $90,000, Tom Reed."  # its owner hears of it
    assert "has changed since you saw it" in str(firm.submit(TOM, {"amount": "10k"}).errors)
    assert "$90,000" in answer(firm, TOM, "/dibs deal globex")


def test_deals_of_others_are_neither_shown_nor_changed(firm: Company) -> None:
    opened(firm)
    said = "Globex 的商机只给负责人及其经理看。用 `/who` 查一下归谁。"
    assert answer(firm, MEI, "/dibs deal globex") == said
    assert answer(firm, MEI, "/dibs deal globex 1k won") == said
    assert "50,000" not in words(firm.command(MEI, "/who globex").message.blocks)
    assert "$50,000" in answer(firm, TOM, "/dibs deal globex")
    firm.say(MEI, "给 Globex 的 Ann Ray 打了电话，他们预算 45000 美元")
    assert "Globex" in firm.last(MEI).text and "deal.offer" not in str(firm.last(MEI).blocks)


def test_open_deals_go_with_the_customer_in_their_stage(firm: Company) -> None:
    firm.command(TOM, "/dibs digest off")
    enter(firm, TOM, "Globex")
    card = sweep_with_deal(firm)
    tap(firm, BOSS, card, "选择销售")
    assert saved(firm.submit(BOSS, {"pick.rep": MEI}))
    brief = said_to(firm, MEI, "Globex")[-1]
    assert "商机 Globex：谈判、US$50,000、陈梅" in brief.text
    assert answer(firm, MEI, "/dibs 商机").startswith("你有 1 个进行中的商机。Globex：谈判")
    assert answer(firm, TOM, "/dibs deal").startswith("You have no open deal.")


def sweep_with_deal(firm: Company) -> Message:
    firm.command(TOM, "/dibs deal Globex 50k negotiation")
    tap(firm, TOM, firm.command(TOM, "/who globex").message, "Let go")
    assert saved(firm.submit(TOM, {"reason": "other"}))
    return firm.last(BOSS)


# what a deal holds


def history_of(firm: Company, name: str) -> str:
    return words(firm.command(BOSS, f"/dibs history {name}").message.blocks)


def until(firm: Company, name: str = "globex") -> str:
    """What the card says of the claim."""
    return firm.command(TOM, f"/who {name}").message.text.split(" (The claim")[0].split(" Last:")[0]


def test_an_open_deal_holds_the_claim_while_it_moves(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    assert "until Fri 10 Apr" in until(firm)
    firm.wait(days=25)
    firm.command(TOM, "/dibs deal globex 50k proposal")
    assert "until Mon 27 Apr" in until(firm)  # 4 April and the twenty days of a proposal, and then a working day
    assert "Held until" in until(firm)
    assert "改动了商机，现至4月27日" in history_of(firm, "globex")
    firm.wait(days=10)
    firm.command(TOM, "/dibs deal globex lead")
    firm.command(TOM, "/dibs deal globex proposal")
    assert "until Mon 27 Apr" in until(firm)  # back and forth wins nothing


def test_a_second_deal_wins_no_time_by_being_opened(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    firm.command(TOM, "/dibs deal globex 50k lead")
    shown = until(firm)
    firm.wait(days=20)
    tap(firm, TOM, firm.command(TOM, "/who globex").message, "New deal")
    assert saved(firm.submit(TOM, {"name": "Another", "stage": "lead"}))
    assert until(firm) == shown


def test_a_won_customer_is_held_until_its_contract_is_over(firm: Company) -> None:
    told = opened(firm)
    tap(firm, TOM, told, "Won")
    assert "until Thu 11 Mar 2027" in until(firm)  # a year, where no contract is known
    tap(firm, TOM, said_to(firm, TOM, "won, $50,000")[-1], "Edit")
    firm.slack.press(TOM, form(firm, TOM), "stage", selected="lost")
    assert "lost_reason" in standing(form(firm, TOM)) and "contract_end" not in standing(form(firm, TOM))
    firm.slack.press(TOM, form(firm, TOM), "stage", selected="won")
    assert saved(firm.submit(TOM, {"contract_end": "2026-09-30"}))
    assert "until Fri 30 Oct" in until(firm)  # and thirty days
    assert "as a won customer" in until(firm)


def test_a_lost_deal_gives_the_claim_up_but_not_without_notice(firm: Company) -> None:
    opened(firm)
    firm.wait(days=27)
    firm.command(TOM, "/dibs deal globex negotiation")
    assert "until Mon 27 Apr" in until(firm)
    firm.wait(days=13)
    firm.command(TOM, "/dibs deal globex lost")
    assert saved(firm.submit(TOM, {"lost_reason": "price"}))
    assert "until Wed 22 Apr" in until(firm)

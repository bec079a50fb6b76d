"""Undo: by button, by word, by command; the clock, the plan and a customer that was only just made go back with it."""

from datetime import timedelta

from tests.stories.clockside import pass_until
from tests.stories.company import MEI, TOM, Company
from tests.stories.rep import again, enter, home, labels, tap, words


def test_undo_takes_a_log_back_and_keeps_its_words_in_sight(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    firm.wait(days=20)
    firm.say(TOM, "called Globex, spoke with Ann Ray, they compare two offers")
    receipt = firm.last(TOM)
    assert "Yours until Mon 20 Apr (+10 days)." in receipt.text
    tap(firm, TOM, receipt, "Undo")
    undone = again(firm, TOM, receipt)
    assert undone.text == "Undone: call, Ann Ray (Globex). Your words are kept below."
    assert "they compare two offers" in words(undone.blocks)
    assert labels(undone) == []
    assert "Yours until Fri 10 Apr." in firm.command(TOM, "/who Globex").text


def test_undo_speaks_chinese(firm: Company) -> None:
    enter(firm, MEI, "新华印刷", contact="李经理")
    tap(firm, MEI, firm.last(MEI), "撤销")
    assert firm.last(MEI).text == "已撤销：电话，李经理（新华印刷）。你的原话保留在下面。"


def test_undoing_the_note_that_made_a_customer_frees_its_name(firm: Company) -> None:
    receipt = enter(firm, TOM, "Globex")
    tap(firm, TOM, receipt, "Undo")
    assert firm.command(TOM, "/who Globex").text == (
        "I know no customer called *Globex*. Log a call with it and it is yours."
    )
    assert "Globex" not in home(firm, TOM)
    assert enter(firm, MEI, "Globex").text.startswith("已记录，并新建客户")
    assert "Taken: 陈梅's until" in firm.command(TOM, "/who Globex").text


def test_a_customer_with_another_note_stays_when_the_first_is_undone(firm: Company) -> None:
    receipt = enter(firm, TOM, "Globex")
    firm.wait(hours=3)
    firm.say(TOM, "called Globex, spoke with Ann Ray, they compare two offers")
    tap(firm, TOM, receipt, "Undo")
    assert "Yours until" in firm.command(TOM, "/who Globex").text


def test_undo_pressed_twice_says_it_was_undone(firm: Company) -> None:
    receipt = enter(firm, TOM, "Globex")
    tap(firm, TOM, receipt, "Undo")
    tap(firm, TOM, receipt, "Undo")
    assert firm.last(TOM).text == "That log was undone already."


def test_after_a_day_a_log_stays(firm: Company) -> None:
    receipt = enter(firm, TOM, "Globex")
    firm.wait(hours=25)
    tap(firm, TOM, receipt, "Undo")
    assert firm.last(TOM).text.startswith("A log can be changed or undone for 24 hours; this one is older.")
    assert "Yours until" in firm.command(TOM, "/who Globex").text


def test_the_word_undo_takes_back_the_last_log(firm: Company) -> None:
    receipt = enter(firm, TOM, "Globex")
    firm.say(TOM, "undo")
    assert firm.last(TOM).text == "Your last log, on Globex, is undone."
    assert again(firm, TOM, receipt).text.startswith("Undone: call, Ann Ray (Globex).")


def test_the_command_undo_takes_back_the_last_log(firm: Company) -> None:
    enter(firm, MEI, "新华印刷")
    assert firm.command(MEI, "/dibs 撤销").text == "已撤销你最近一条记录（新华印刷）。"
    assert firm.command(MEI, "/dibs 撤销").text == "你没有可以撤销的记录。"


def test_the_log_of_another_is_not_mine_to_undo(firm: Company) -> None:
    receipt = enter(firm, TOM, "Globex")
    tap(firm, MEI, receipt, "撤销") if "撤销" in labels(receipt) else tap(firm, MEI, receipt, "Undo")
    assert firm.last(MEI).text == "你没有权限这样做。你的经理或管理员可以。"
    assert "Yours until" in firm.command(TOM, "/who Globex").text


def test_undo_and_the_same_note_again_counts_again(firm: Company) -> None:
    """Taken back to be written better: the day's follow-up is not used up by what no longer stands."""
    enter(firm, TOM, "Globex")
    firm.wait(days=20)
    firm.say(TOM, "called Globex, spoke with Ann Ray, they compare two offers")
    tap(firm, TOM, firm.last(TOM), "Undo")
    firm.say(TOM, "called Globex, spoke with Ann Ray, they compare two offers")
    assert "(+10 days)" in firm.last(TOM).text


def test_a_better_note_written_before_the_first_is_undone_counts(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    firm.wait(days=20)
    firm.say(TOM, "called Globex, spoke with Ann Ray, they compare two offers")
    first = firm.last(TOM)
    firm.say(TOM, "called Globex, spoke with Ann Ray and Bob, the board decides in May on our price")
    second = firm.last(TOM)
    assert "once a working day" in second.text
    tap(firm, TOM, first, "Undo")
    assert "Yours until Mon 20 Apr" in firm.command(TOM, "/who Globex").text


def test_logging_and_undoing_again_and_again_holds_nothing(firm: Company) -> None:
    firm.say(TOM, "new customer Globex: called Ann Ray, they want 50 seats")
    pass_until(firm, firm.now + timedelta(days=31))
    until = set()
    for number in ("first", "second", "third"):
        firm.say(TOM, f"called Globex, spoke with Ann Ray about the {number} point of the offer")
        firm.press(TOM, firm.last_with(TOM, "log.undo"), "log.undo")
        until.add(firm.command(TOM, "/who globex").text.split("Yours until ")[1].split(".")[0])
        firm.wait(hours=20)
    assert len(until) == 1

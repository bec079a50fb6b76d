"""A manager looks at a few logs a week; a no takes the days back, with time to be warned, and says how to mend it."""

import pytest

from sandbox.nouns import Message
from tests.stories.clockside import history, pass_until, quiet, said_to
from tests.stories.company import BOSS, MEI, TOM, Company, action_of, has_action
from tests.stories.rep import again, enter, labels, log, saved, tap, words

MONDAY = "2026-04-06 09:00"


@pytest.fixture
def called(firm: Company) -> Company:
    """Acme is called in the week before the Monday, which moves its date from 10 to 21 April."""
    quiet(firm, BOSS, MEI, TOM)
    enter(firm, TOM, "Acme")
    pass_until(firm, "2026-04-01 10:00")
    log(firm, TOM, new_name="Acme", kind="call", contact="Ann Ray", outcome="left a word with the porter")
    pass_until(firm, MONDAY)
    return firm


def card(firm: Company) -> Message:
    found = said_to(firm, BOSS, "抽查")
    assert len(found) == 1
    return found[0]


def reject(firm: Company, reason: str = "a porter decides nothing") -> None:
    tap(firm, BOSS, card(firm), "不算")
    assert firm.submit(BOSS, {"reason": " "}).errors == {"reason": "请用几个字写明为什么不算有效跟进。"}
    assert saved(firm.submit(BOSS, {"reason": reason}))


def test_the_card_shows_what_was_said_and_two_answers(called: Company) -> None:
    assert card(called).text == "抽查：这 1 条算有效跟进吗？Acme，Tom Reed：left a word with the porter。"
    assert labels(card(called)) == ["没问题", "不算有效跟进…", "客户卡片"]
    assert "+11 天" in words(card(called).blocks)


def test_fine_changes_nothing_but_the_card(called: Company) -> None:
    tap(called, BOSS, card(called), "没问题")
    assert "王总 认为没问题。" in again(called, BOSS, card(called)).text
    assert not has_action(again(called, BOSS, card(called)), "spot.reject")
    assert "Yours until Tue 21 Apr." in called.command(TOM, "/who acme").text


def test_a_no_takes_the_days_back_and_says_how_to_mend_it(called: Company) -> None:
    reject(called)
    assert "王总 认为不算：a porter decides nothing" in again(called, BOSS, card(called)).text
    told = called.told(TOM, "does not count it as a follow-up")
    assert told is not None
    assert told.text == (
        "王总 looked at your call of Tue 31 Mar with *Acme* and does not count it as a follow-up: “a porter decides nothing”. "
        "Yours until Fri 10 Apr. Your note is kept. Speak with them again and write what came of it: that moves the date."
    )
    assert history(called, "Acme")[0].startswith("王总 认定一次跟进不算数，现至4月10日周五（“a porter decides nothing”")
    receipt = next(one for one in called.heard(TOM) if "A manager looked at it" in one.text)
    assert receipt.text.startswith("Logged: call, Ann Ray (Acme).")
    called.wait(hours=2)
    log(called, TOM, new_name="Acme", kind="call", contact="Ann Ray", outcome="Ann wants the quote by Friday")
    assert "Yours until Mon 27 Apr." in called.command(TOM, "/who acme").text


def test_a_late_no_leaves_time_to_be_warned(called: Company) -> None:
    pass_until(called, "2026-04-14 09:00")
    reject(called)
    assert "Yours until Thu 16 Apr." in called.command(TOM, "/who acme").text
    called.wait(minutes=2)
    assert said_to(called, TOM, "runs out soon", "Acme", "Thu 16 Apr, 2 days left")
    pass_until(called, "2026-04-17 17:59")
    assert not said_to(called, TOM, "went to the pool")


def test_a_button_pressed_again_or_on_the_old_card_changes_nothing(called: Company) -> None:
    before = card(called)
    tap(called, BOSS, before, "没问题")
    called.slack.press(BOSS, before, action_of(before.blocks, "spot.reject"))
    called.settle()
    assert called.last(BOSS).text == "这件事已经决定了。"
    assert len(history(called, "Acme")) == 2


def test_editing_does_not_make_a_rejected_log_count(firm: Company) -> None:
    quiet(firm, BOSS, MEI, TOM)
    enter(firm, TOM, "Acme")
    pass_until(firm, "2026-04-05 20:00")  # a Sunday evening, so that the log can still be edited on Monday
    receipt = log(firm, TOM, new_name="Acme", kind="call", contact="Ann Ray", outcome="left a word with the porter")
    pass_until(firm, MONDAY)
    reject(firm)
    tap(firm, TOM, receipt, "Edit")
    assert saved(firm.submit(TOM, {"outcome": "Ann Ray herself wants a quote"}))
    assert "A manager looked at it" in again(firm, TOM, receipt).text
    assert "Yours until Fri 10 Apr." in firm.command(TOM, "/who acme").text


def test_a_rep_is_told_in_their_language(firm: Company) -> None:
    quiet(firm, BOSS, MEI, TOM)
    enter(firm, MEI, "新华印刷")
    pass_until(firm, "2026-04-01 10:00")
    log(firm, MEI, new_name="新华印刷", kind="call", contact="李经理", outcome="前台说会转告经理")
    pass_until(firm, MONDAY)
    reject(firm, "前台转告不算")
    assert firm.told(MEI, "不算有效跟进") is not None
    assert firm.told(MEI, "不算有效跟进").text == (  # type: ignore[union-attr]
        "王总 看过你4月1日周三与 *新华印刷* 的电话记录，认为不算有效跟进：“前台转告不算”。"
        "归你至4月10日周五。记录已保留。再联系一次并写下结果，保护期就会延长。"
    )


def test_nobody_judges_their_own_and_reps_judge_nobody(called: Company) -> None:
    one = card(called)
    called.slack.press(TOM, one, action_of(one.blocks, "spot.fine"), channel=one.channel)
    called.settle()
    assert has_action(again(called, BOSS, one), "spot.fine")


def test_three_a_week_are_the_most_and_none_is_drawn_twice(firm: Company) -> None:
    quiet(firm, BOSS, MEI, TOM)
    names = [f"Firm {number}" for number in range(5)]
    for name in names:
        enter(firm, TOM, name)
    pass_until(firm, "2026-04-01 10:00")
    for number, name in enumerate(names):
        log(
            firm,
            TOM,
            new_name=name,
            kind="call",
            contact="Ann Ray",
            outcome=f"{name} wants {number} seats more than before",
        )
    pass_until(firm, "2026-04-14 09:00")
    assert len(said_to(firm, BOSS, "抽查")) == 1
    assert "这 3 条" in card(firm).text

"""What who leads decides from: who has not logged, what each made of their deals and plans."""

from tests.stories.clockside import pass_until, quiet
from tests.stories.company import BOSS, MEI, TOM, Company
from tests.stories.rep import enter, saved, tap, words
from tests.stories.test_funnel import answer, cells


def test_who_has_not_logged_gets_one_kind_word_a_week(firm: Company) -> None:
    enter(firm, MEI, "新华印刷")
    said = answer(firm, BOSS, "/dibs 使用情况")
    assert said.text.startswith("本周 2 位销售中有 1 位记录了跟进；上周 2 位中有 0 位。还没有记录的：Tom Reed")
    tap(firm, BOSS, said, "提醒一声")
    assert firm.told(TOM, "how your week goes") is None  # it is nine in the evening in New York
    tap(firm, BOSS, said, "提醒一声")
    assert firm.told(BOSS, "Tom Reed 本周已经提醒过了") is not None
    pass_until(firm, "2026-03-12 00:00")
    word = firm.told(TOM, "王总 asks how your week goes: nothing is logged yet.")
    assert word is not None
    tap(firm, TOM, word, "Log a call")
    assert saved(
        firm.submit(TOM, {"new_name": "Globex", "kind": "call", "contact": "Ann", "outcome": "wants a quote soon"})
    )
    assert answer(firm, BOSS, "/dibs adoption").text.endswith("人人都有记录。")
    tap(firm, BOSS, said, "提醒一声")
    assert firm.told(BOSS, "Tom Reed 本周已有记录") is not None
    assert answer(firm, TOM, "/dibs adoption").text.startswith("You may not do that here.")


def test_people_by_what_they_closed_and_kept(firm: Company) -> None:
    enter(firm, TOM, "Globex", due_on="2026-03-11", step="send the quote")
    enter(firm, MEI, "新华印刷")
    firm.command(TOM, "/dibs deal Globex 50k proposal")
    firm.command(MEI, "/dibs deal 新华印刷 USD 30k 谈判")
    tap(firm, MEI, firm.last(MEI), "赢单")
    firm.wait(days=2)
    said = answer(firm, BOSS, "/dibs people rep")
    assert cells(said)[1:] == [["Tom Reed", "–", "–", "0/1"], ["陈梅", "1/1", "0", "–"]]
    assert "成功率 1/1；赢单用时 0 天；计划完成 0/1。" in said.text
    assert (
        "有负责人的客户 2 个。按需求：方案（1）、没有进行中的商机（1）。按一年内赢单金额：US$10,000 起（1）、无（1）。"
        in said.text
    )
    own = answer(firm, TOM, "/dibs people")
    assert own.text.startswith("People, you, ") and "陈梅" not in words(own.blocks)
    assert answer(firm, TOM, "/dibs people rep").text.startswith("You may not do that here.")


def test_what_the_clock_was_worth(firm: Company) -> None:
    quiet(firm, BOSS, MEI, TOM)
    enter(firm, TOM, "Globex")
    enter(firm, TOM, "Initech")
    pass_until(firm, "2026-04-09 10:00")
    firm.say(TOM, "called Globex, spoke with Ann Ray, they take fifty seats, quote by Friday")
    pass_until(firm, "2026-04-13 18:01")
    firm.command(BOSS, f"/dibs assign Initech <@{MEI}>")
    firm.command(MEI, "/dibs deal Initech 30k won")
    said = answer(firm, BOSS, "/dibs value").text
    assert "Rescued by a warning" not in said
    assert "提醒后救回：提醒 2 个，救回 1 个；流失 1 个，进行中 0 个。" in said
    assert "转手后赢单：1 个，US$30,000。" in said
    assert "重新联系上：0 个客户。" in said
    assert "每条记录用时：消息 22 秒（1 条）、表单 0 秒（2 条）。" in said
    assert answer(firm, TOM, "/dibs value").text.startswith("You may not do that here.")


def test_where_customers_come_from(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    firm.command(TOM, "/dibs edit Globex")
    assert saved(firm.submit(TOM, {"source": "referral"}))
    firm.command(TOM, "/dibs deal Globex 50k proposal")
    enter(firm, MEI, "新华印刷")
    said = answer(firm, BOSS, "/dibs 来源 本月")
    assert cells(said)[1:] == [
        ["转介绍", "1", "0 小时", "0/1", "0"],
        ["来源不明", "1", "0 小时", "0/1", "0"],
    ]
    assert answer(firm, TOM, "/dibs sources").text.startswith("You may not do that here.")
    assert "只需写时间" in answer(firm, BOSS, "/dibs sources rep").text

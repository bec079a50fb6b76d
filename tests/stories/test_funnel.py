"""The funnel and the forecast, as a rep, a manager and an admin ask for them; and in which money."""

from typing import Any

import pytest

from operations.figures import asking
from tests.stories.company import BOSS, MEI, TOM, Company
from tests.stories.rep import enter, form, saved, standing, tap, words


def answer(firm: Company, user: str, line: str) -> Any:
    message = firm.command(user, line).message
    assert message is not None, line
    return message


def deal(firm: Company, user: str, name: str, line: str, *, close_on: str | None = None) -> None:
    """A customer with a deal."""
    enter(firm, user, name)
    firm.command(user, f"/dibs deal {name} {line}")
    if close_on:
        tap(firm, user, firm.last(user), "Edit" if user == TOM else "修改")
        assert saved(firm.submit(user, {"close_on": close_on}))


def cells(message: Any) -> list[list[str]]:
    found = next(block for block in message.blocks if block["type"] == "table")
    return [[cell["text"] for cell in row] for row in found["rows"]]


def test_nothing_is_said_kindly(firm: Company) -> None:
    assert "no deal yet. Open one with" in answer(firm, TOM, "/dibs funnel").text
    assert "还没有可预测的" in answer(firm, MEI, "/dibs 预测").text


def test_a_rep_sees_their_own_funnel(firm: Company) -> None:
    deal(firm, TOM, "Globex", "50k proposal")
    deal(firm, TOM, "Initech", "20k lead")
    deal(firm, MEI, "新华印刷", "35万 谈判")
    said = answer(firm, TOM, "/dibs funnel 30d")
    assert said.text.startswith("Funnel, your deals, Tue 10 Feb – Wed 11 Mar: 2 deals are open, $70,000.")
    table = cells(said)
    assert table[0] == ["Stage", "Open", "Value", "Went on", "Days in", "Stalled"]
    assert table[1] == ["lead", "1", "20,000", "–", "–", "0"]
    assert table[4] == ["proposal", "1", "50,000", "–", "–", "0"]
    assert "新华" not in said.text
    chart = next(block for block in said.blocks if block["type"] == "data_visualization")
    assert [(one["label"], one["value"]) for one in chart["chart"]["series"][0]["data"]][3] == ("proposal", 50000)
    firm.dibs.postman.draws_charts = False  # once Slack has refused one
    said = answer(firm, TOM, "/dibs funnel 30d")
    assert [block["type"] for block in said.blocks] == ["section", "section", "table", "context"]


def test_a_percentage_is_not_shown_of_too_few(firm: Company) -> None:
    deal(firm, TOM, "Globex", "50k proposal")
    tap(firm, TOM, firm.last(TOM), "Now in")
    deal(firm, TOM, "Initech", "20k proposal")
    firm.command(TOM, "/dibs deal Initech lost")
    assert saved(firm.submit(TOM, {"lost_reason": "price"}))
    said = answer(firm, TOM, "/dibs funnel")
    assert cells(said)[4][3] == "1 of 2"
    assert "success rate 0 of 1" in said.text
    assert "Why lost: price (1)." in said.text
    assert "%" not in said.text


def test_a_manager_sees_the_team_by_rep_and_other_money_apart(firm: Company) -> None:
    deal(firm, TOM, "Globex", "50k proposal")
    deal(firm, MEI, "新华印刷", "35万 谈判")
    said = answer(firm, BOSS, "/dibs 漏斗 销售 本月").text
    assert "进行中 2 个，金额 US$50,000" in said
    assert "陈梅：进行中 1 个，US$0" in said
    assert "没有汇率、未计入合计：¥350,000。管理员可用 `/dibs 汇率` 设定。" in said
    assert answer(firm, BOSS, "/dibs 汇率 CNY 0.14").text == "金额按 USD 合计：1 CNY = 0.14 USD。"
    said = answer(firm, BOSS, "/dibs 漏斗 销售 本月").text
    assert "金额 US$99,000" in said
    assert "金额按 USD 合计，汇率：1 CNY = 0.14 USD。" in said


def test_what_others_do_is_not_a_rep_s_to_see(firm: Company) -> None:
    for line in ("funnel rep", "funnel Sales", f"funnel <@{MEI}>", "forecast team", "rate CNY 7"):
        assert answer(firm, TOM, f"/dibs {line}").text.startswith("You may not do that here."), line
    assert answer(firm, BOSS, f"/dibs 漏斗 <@{MEI}|mei>").text.startswith("销售漏斗，陈梅，")


def test_words_that_mean_nothing_are_named(firm: Company) -> None:
    said = answer(firm, BOSS, "/dibs 漏斗 火星 本月").text
    assert said == "这里看不懂“火星”。可以写团队名、`销售`、`来源` 或 `等级`，再加时间，例如 `上季度` 或 `30天`。"


def test_a_deal_that_stands_still_has_its_button(firm: Company) -> None:
    deal(firm, TOM, "Globex", "50k proposal")
    firm.wait(days=25)
    said = answer(firm, TOM, "/dibs funnel")
    assert "1 deal stands still: Globex." in said.text
    assert "no move for 25 days" in words(said.blocks)
    tap(firm, TOM, said, "Deal")
    assert standing(form(firm, TOM))["amount"] == "50000"


def test_a_forecast_by_month_and_what_moved_it(firm: Company) -> None:
    deal(firm, TOM, "Globex", "50k proposal", close_on="2026-03-25")
    deal(firm, TOM, "Initech", "20k negotiation", close_on="2026-04-25")
    firm.wait(days=8)
    deal(firm, TOM, "Hooli", "10k lead")
    firm.command(TOM, "/dibs deal globex negotiation")
    said = answer(firm, TOM, "/dibs forecast")
    assert cells(said)[1:] == [
        ["Mar 2026", "0", "50,000", "37,500", "50,000"],
        ["Apr 2026", "0", "20,000", "15,000", "20,000"],
        ["No day set", "0", "0", "500", "10,000"],
        ["Total", "0", "70,000", "53,000", "80,000"],
    ]
    assert "Since last week: +$13,000 weighted." in said.text
    assert "Globex: +$12,500 (proposal → negotiation)." in said.text
    assert "Hooli: +$500 (new)." in said.text
    assert "Initech: +" not in said.text


def test_a_forecast_in_chinese_by_rep(firm: Company) -> None:
    deal(firm, TOM, "Globex", "50k proposal")
    deal(firm, MEI, "新华印刷", "USD 30k 谈判", close_on="2026-03-20")
    said = answer(firm, BOSS, "/dibs 预测 销售").text
    assert "加权 US$47,500；承诺 US$30,000，最好情况 US$80,000，已赢单 US$0。" in said
    assert "Tom Reed：已赢单 US$0，承诺 US$0，加权 US$25,000，最好情况 US$50,000。" in said


def test_how_a_number_is_counted_can_be_asked(firm: Company) -> None:
    said = answer(firm, TOM, "/dibs define weighted").text
    assert said.startswith("*Weighted*: Each open sum times its probability")
    assert said.endswith("Source: `deals`, `deal_stages`.")
    assert (
        answer(firm, MEI, "/dibs 口径 成功率").text == "*成功率*：期间内结束的商机中，赢单的比例。数据来源：`deals`。"
    )
    assert answer(firm, TOM, "/dibs define weather").text.startswith("I don't count anything called “weather”.")


def test_figures_of_very_many_deals_come_as_a_letter(firm: Company, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "MANY", 1)
    deal(firm, TOM, "Globex", "50k proposal")
    assert answer(firm, TOM, "/dibs funnel").text.startswith("Funnel, your deals")
    deal(firm, TOM, "Initech", "20k lead")
    said = answer(firm, TOM, "/dibs funnel").text
    assert said == "That is much to count: the figures come to our direct messages in a moment."
    assert firm.last(TOM).text.startswith("Funnel, your deals, ")
    long = (
        "The very long name of a team that sells all there is to whoever may want it, wherever in the world they are"[
            :100
        ]
    )
    firm.command(BOSS, f"/dibs team new {long}")
    for times in (1, 2):  # asked again later it comes again
        answer(firm, BOSS, f"/dibs forecast {long}")
        assert sum(one.text.startswith("业绩预测") for one in firm.slack.dm(BOSS)) == times
        firm.wait(minutes=2)
    answer(firm, BOSS, "/dibs 预测 销售")
    assert firm.last(BOSS).text.startswith("业绩预测，所有团队：")
    answer(firm, TOM, "/dibs people")
    assert firm.last(TOM).text.startswith("People, you, ")
    for line, first in (
        ("价值", "保护期成效，所有团队，"),
        ("来源 30d", "来源，"),
        ("财务", "款项（按财务清单），所有团队"),
    ):
        assert answer(firm, BOSS, f"/dibs {line}").text.startswith("数据较多")
        assert firm.last(BOSS).text.startswith(first), firm.last(BOSS).text
    assert answer(firm, TOM, "/dibs funnel Sales").text.startswith("You may not do that here.")  # refused at once

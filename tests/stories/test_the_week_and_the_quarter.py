"""The weekly and the quarterly digest: when they come, what they say, and that their buttons act."""

from sandbox.nouns import Message
from tests.stories.clockside import jump_to, pass_until, quiet
from tests.stories.company import BOSS, MEI, TOM, Company
from tests.stories.rep import enter, form, saved, tap


def told(firm: Company, word: str) -> list[Message]:
    return [one for one in firm.heard(BOSS) if word in one.text.partition("：")[0].partition(":")[0]]


def deal(firm: Company, user: str, name: str, line: str, close_on: str) -> None:
    enter(firm, user, name)
    firm.command(user, f"/dibs deal {name} {line}")
    tap(firm, user, firm.last(user), "Edit" if user == TOM else "修改")
    assert saved(firm.submit(user, {"close_on": close_on}))


def test_a_manager_s_week_in_figures_with_buttons_once_late_rather_than_never(firm: Company) -> None:
    quiet(firm, MEI, TOM)
    deal(firm, TOM, "Globex", "50k proposal", "2026-03-25")
    deal(firm, MEI, "新华印刷", "USD 30k 谈判", "2026-04-20")
    firm.command(TOM, "/dibs deal Globex negotiation")
    assert told(firm, "周报，") == []  # nothing of the time before there was a customer
    pass_until(firm, "2026-03-16 07:59")
    assert not told(firm, "周报，")
    pass_until(firm, "2026-03-16 08:01")
    week = told(firm, "周报，")[-1]
    assert week.text.startswith(
        "Sales，周报，3月9日周一至3月15日周日：待处理：2 个异常商机。记录跟进 2 次（之前 0）。"
    ), week.text
    assert "对预测影响最大：Globex：+US$37,500（新增）、新华印刷：+US$22,500（新增）。" in week.text
    assert "已跟进/持有：Tom Reed（1/1）、陈梅（1/1）。" in week.text
    for said in ("商机：新增 2 个、推进 1 次。", "进行中 2 个，金额 US$80,000。", "预测（加权）：US$60,000。"):
        assert said in week.text, week.text
    assert "2 个异常商机：Globex（没有计划）、新华印刷（没有计划）。" in week.text
    charts = [block["title"] for block in week.blocks if block["type"] == "data_visualization"]
    assert charts == ["已跟进的客户与持有的客户", "各阶段进行中的金额，USD"]
    for label, first in (
        ("人员", "人员，"),
        ("漏斗", "销售漏斗，"),
        ("预测", "业绩预测，"),
        ("异常商机", "异常商机，"),
        ("公海", "公海"),
    ):
        tap(firm, BOSS, week, label)
        assert firm.last(BOSS).text.startswith(first), firm.last(BOSS).text
    tap(firm, BOSS, week, "计划")
    assert form(firm, BOSS)
    said = firm.command(BOSS, "/dibs digest weekly Friday").message
    assert said and said.text == "早报：工作日 08:00。周报：周五。季报：开。"
    pass_until(firm, "2026-03-20 09:00")
    assert len(told(firm, "周报，")) == 1  # this week has had its own, whatever day is chosen now
    jump_to(firm, "2026-03-29 10:00")
    assert [one.text.split("周四")[0] for one in told(firm, "周报，")[1:]] == ["Sales，周报，3月20日周五至3月26日"]
    jump_to(firm, "2026-04-12 10:00")  # two weeks away: one, of the latest
    assert len(told(firm, "周报，")) == 3
    firm.command(BOSS, "/dibs digest weekly off")
    pass_until(firm, "2026-04-18 09:00")
    assert len(told(firm, "周报，")) == 3


def test_a_quarter_tells_how_its_forecast_came_out(firm: Company) -> None:
    quiet(firm, MEI, TOM)
    firm.command(BOSS, "/dibs digest weekly off")
    deal(firm, TOM, "Globex", "50k negotiation", "2026-04-25")
    deal(firm, MEI, "新华印刷", "USD 30k 谈判", "2026-05-20")
    jump_to(firm, "2026-04-10 09:00")
    quarter = told(firm, "季度")
    assert len(quarter) == 1 and "没有需要汇报的" in quarter[0].text  # the first quarter promised nothing
    firm.command(TOM, "/dibs deal Globex won")
    pass_until(firm, "2026-04-12 09:00")
    jump_to(firm, "2026-07-01 09:00")
    said = told(firm, "季度")[-1].text
    assert said.startswith("Sales，2026 年第 2 季度：赢单 1 个（US$50,000）"), said
    for one in (
        "期初预测：加权 US$60,000，承诺 US$80,000，最好情况 US$80,000。",
        "赢单 US$50,000。",
        "预测的商机中 US$30,000 延后。",
    ):
        assert one in said, said
    assert "Tom Reed：加权 US$37,500，赢单 US$50,000。" in said
    assert "Forecast at its start" in firm.command(TOM, "/dibs forecast").message.text  # type: ignore[union-attr]


def test_a_team_s_digests_in_its_channel_name_no_customer_and_come_when_it_says(firm: Company) -> None:
    quiet(firm, MEI, TOM, BOSS)
    deal(firm, TOM, "Globex", "50k proposal", "2026-03-25")
    said = firm.command(TOM, "/dibs digest channel <#C0SALES|sales>").message
    assert said and said.text.startswith("Morning message: off.")  # it is not a rep's to choose
    said = firm.command(BOSS, "/dibs 日报 频道 10").message
    assert said and "还没有推送到任何频道" in said.text
    said = firm.command(BOSS, "/dibs 日报 频道 <#C0SALES|sales>").message
    assert said and "每个工作日、每周（周一），团队当地时间 09:00" in said.text
    said = firm.command(BOSS, "/dibs digest channel 10").message
    assert said and "10:00" in said.text

    def posts() -> list[Message]:
        return [one for one in firm.slack.messages("C0SALES") if one.bot]

    pass_until(firm, "2026-03-12 09:59")
    assert not posts()
    pass_until(firm, "2026-03-12 10:01")
    assert len(posts()) == 1 and "进行中 1 个，金额 US$50,000。" in posts()[0].text
    pass_until(firm, "2026-03-13 10:01")
    jump_to(firm, "2026-03-16 15:00")  # away over a weekend: late rather than never, and each once
    assert len(posts()) == 4, [one.text for one in posts()]
    assert "，周报，" in "".join(one.text for one in posts()[2:])
    assert "Globex" not in "".join(one.text + str(one.blocks) for one in posts())
    firm.command(BOSS, "/dibs digest channel daily off")
    pass_until(firm, "2026-03-19 10:01")
    assert len(posts()) == 4
    firm.command(BOSS, "/dibs digest channel off")
    firm.wait(days=8)
    assert len(posts()) == 4

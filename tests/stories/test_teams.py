"""A team by its form: who is in it and as what, its days and its channel; what can't be taken is said at its field."""

from tests.stories.clockside import said_to
from tests.stories.company import BOSS, MEI, TOM, Company, company
from tests.stories.rep import enter, form, home, standing, tap, words


def test_a_team_is_built_and_changed_by_one_form_and_nothing_typed_is_lost(firm: Company) -> None:
    listed = firm.command(BOSS, "/dibs team").message
    assert listed
    tap(firm, BOSS, listed, "新团队…")
    new = {"name": "East", "rep": [TOM], "zone": "America/New_York", "country": "US", "day_end": "17:30"}
    wrong = [
        {**new, "name": "Sales"},
        {**new, "zone": "New York"},
        {**new, "country": "Atlantis"},
        {**new, "day_end": "08:00"},
        {**new, "manager": [TOM]},
    ]
    assert [list(firm.submit(BOSS, one).errors or {}) for one in wrong] == [
        ["name"],
        ["zone"],
        ["country"],
        ["day_end"],
        ["rep"],
    ]
    shown = firm.submit(BOSS, {**new, "manager": []}).view
    assert (
        shown
        and "*East* · America/New_York · 节假日 US" in words(shown.blocks)
        and "Tom Reed（销售）" in words(shown.blocks)
    )
    enter(firm, MEI, "Initech")
    firm.command(BOSS, "/dibs 团队 修改 Sales")
    stale = form(firm, BOSS)
    assert standing(stale)["name"] == "Sales" and standing(stale)["zone"] == "Asia/Shanghai"
    firm.command(BOSS, "/dibs team ends 19:00 in Sales")
    assert "刚才有人改过" in (firm.submit(BOSS, {"rep": []}).errors or {})["name"]
    firm.command(BOSS, "/dibs team edit Sales")
    firm.submit(BOSS, {"rep": [], "country": "CN"})
    assert "陈梅" not in firm.command(BOSS, "/dibs team").text.partition("Sales")[2]
    assert "经理" in firm.command(MEI, "/dibs 团队 修改 Sales").text  # a rep changes no team


def test_a_team_is_named_anywhere_in_its_line_and_what_cannot_be_read_is_said(firm: Company) -> None:
    firm.slack.add_user("U0EVA", name="Eva", real_name="Eva", tz="Europe/Berlin", locale="en-US")
    firm.settle()
    firm.command(BOSS, "/dibs 团队 新建 华东 二部")
    assert "（销售）" in firm.command(BOSS, "/dibs team 华东 二部 add <@U0EVA>").text.split("华东 二部")[1]
    assert "*华东 二部* · Europe/Berlin" in firm.command(BOSS, "/dibs 团队 时区 华东 二部 Europe/Berlin").text
    assert "Eva（经理）" in firm.command(BOSS, "/dibs 团队 经理 <@U0EVA> 在 华东 二部").text
    moved = firm.command(BOSS, f"/dibs team Sales add <@{MEI}> <@U0EVA>").text
    assert moved.startswith("Eva 已不在 华东 二部：一个人同时只在一个团队。华东 二部 现在没有经理，")
    firm.command(BOSS, "/dibs team 华东 二部 manager <@U0EVA>")
    asked = firm.command("U0EVA", "/dibs team add tom").text
    assert asked == "Name them with @, and pick the names Slack offers you. Nothing was changed."
    assert firm.command(BOSS, "/dibs 团队 加入 <@U0EVA> 在 南方").text.startswith("哪个团队？现有：Sales、华东 二部。")
    assert firm.command(BOSS, "/dibs team paint it red").text.startswith("我看不懂 `/dibs 团队 paint it red`。")


def test_the_last_of_many_teams_is_a_page_away(firm: Company) -> None:
    for n in range(20):
        firm.command(BOSS, f"/dibs team new T{n:02}")
    listed = firm.command(BOSS, "/dibs rollout")
    assert "*Sales*" in words(listed.blocks) and "*T19*" not in words(listed.blocks)
    tap(firm, BOSS, listed, "下一页…")
    page = form(firm, BOSS)
    assert "*T19*" in words(page.blocks) and "第 21–21 项，共 21 项。" in words(page.blocks)
    tap(firm, BOSS, page, "影子模式")
    assert said_to(firm, BOSS, "T19", "影子模式")
    tap(firm, BOSS, page, "上一页…")
    assert "*Sales*" in words(form(firm, BOSS).blocks)


def test_an_admins_first_day_begins_at_home(database_url: str) -> None:
    with company(database_url) as firm:
        firm.slack.open_home(BOSS)
        firm.settle()
        enter(firm, TOM, "Globex")
        assert "先建一个团队" in home(firm, BOSS)
        tap(firm, BOSS, firm.slack.home(BOSS), "新团队…")
        assert standing(form(firm, BOSS))["zone"] == "Asia/Shanghai"
        firm.submit(BOSS, {"name": "Sales", "rep": [MEI], "weekdays": ["0", "1", "2", "3", "4"], "day_end": "18:00"})
        firm.settle()
        shown = home(firm, BOSS)
        assert "Sales 还没有经理" in shown and "1 人还没有团队：Tom Reed" in shown and "时钟未开启" in shown
        tap(firm, BOSS, firm.slack.home(BOSS), "修改…")
        firm.submit(BOSS, {"manager": [BOSS], "rep": [MEI, TOM], "country": "CN"})
        firm.settle()
        shown = home(firm, BOSS)
        assert "还没有" not in shown and "*Sales* · 3 人" in shown
        assert firm.troubles() == []

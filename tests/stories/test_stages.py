"""An admin changes the stages; deals of a stage that goes move, each with its step kept."""

from crm.deals import Stage, Stages
from crm.staging import signature
from operations.deals import staging
from tests.stories.company import BOSS, TOM, Company
from tests.stories.rep import enter, form, labels, saved, standing, tap


def said(firm: Company, user: str, line: str) -> str:
    message = firm.command(user, line).message
    assert message is not None, line
    return message.text


def test_everybody_sees_the_stages_and_an_admin_changes_them(firm: Company) -> None:
    assert said(firm, TOM, "/dibs stages").startswith("The stages of a deal: lead: 5%, stands still after 30 days.")
    assert labels(firm.command(TOM, "/dibs stages").message) == []
    enter(firm, TOM, "Globex")
    firm.command(TOM, "/dibs deal globex 50k evaluation")
    shown = firm.command(BOSS, "/dibs 阶段").message
    tap(firm, BOSS, shown, "修改阶段")
    assert standing(form(firm, BOSS))["stages"].splitlines()[2] == "评估中, 30%, 30"
    lines = "线索, 5%, 30\n方案 > 试点, 45%, 15\n法务, 60%, 10"
    assert firm.submit(BOSS, {"stages": lines}).errors == {
        "move_to": "有 1 个商机在要删去的阶段里，请选一个保留的阶段。"
    }
    assert saved(firm.submit(BOSS, {"stages": lines, "move_to": "proposal"}))
    assert said(firm, BOSS, "/dibs 阶段") == (
        "商机阶段：线索：5%，停留超过 30 天算停滞。试点：45%，停留超过 15 天算停滞。法务：60%，停留超过 10 天算停滞。赢单。输单。"
    )
    assert "Globex: 试点, $50,000, Tom Reed." in said(firm, TOM, "/dibs deal globex")
    assert firm.command(TOM, "/dibs deal globex 法务")
    assert "法务, $50,000" in firm.last(TOM).text


def test_a_line_that_can_t_be_read_is_named_and_nothing_is_lost(firm: Company) -> None:
    tap(firm, BOSS, firm.command(BOSS, "/dibs stages").message, "修改阶段")
    assert firm.submit(BOSS, {"stages": "线索"}).errors == {"stages": "看不懂“线索”。请写成 `方案, 50%, 20` 这样。"}
    assert saved(firm.submit(BOSS, {"stages": "线索, 5%, 30"}))


def test_a_list_that_changed_meanwhile_is_not_written_over(firm: Company) -> None:
    tap(firm, BOSS, firm.command(BOSS, "/dibs stages").message, "修改阶段")
    with_two = Stages((Stage("lead", 5, 30), Stage("proposal", 50, 20), Stages().won, Stages().lost))
    staging.change_stages(
        firm.dibs.office,
        workspace_id="T1",
        actor_id=BOSS,
        wanted=with_two,
        move_to=None,
        seen=signature(Stages()),
        now=firm.now,
    )
    again = firm.submit(BOSS, {"stages": "线索, 9%, 30"})
    assert "打开之后阶段有改动" in str(again.errors)
    assert "线索：5%" in said(firm, BOSS, "/dibs 阶段")

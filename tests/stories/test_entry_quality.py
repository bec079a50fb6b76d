"""Entry quality: what is missing has a button that mends it; one's own figures are one's own."""

from tests.stories.company import BOSS, MEI, TOM, Company
from tests.stories.rep import enter, home, saved, tap
from tests.stories.test_home import opened


def told(firm: Company, user: str, line: str) -> str:
    message = firm.command(user, line).message
    assert message is not None, line
    return str(message.text)


def test_three_fixes_take_two_minutes_on_the_home(firm: Company) -> None:
    enter(firm, TOM, "Globex", contact="", outcome="no answer, called twice today")
    firm.command(TOM, "/dibs deal Globex evaluation")
    shown = opened(firm, TOM)
    assert "3 fixes, two minutes" in shown
    assert "*Globex* · nobody to speak with is known." in shown
    tap(firm, TOM, firm.slack.home(TOM), "Add a contact")
    assert saved(firm.submit(TOM, {"name": "Jane Wu", "phone": "+1 555 0100"}))
    firm.slack.close_view(TOM)
    tap(firm, TOM, firm.slack.home(TOM), "Plan")
    assert saved(firm.submit(TOM, {"due_on": "2026-03-20", "step": "send the quote"}))
    tap(firm, TOM, firm.slack.home(TOM), "Deal")
    assert saved(firm.submit(TOM, {"amount": "50000", "currency": "USD"}))
    assert "1 fix, one minute" in home(firm, TOM)
    tap(firm, TOM, firm.slack.home(TOM), "Edit…")
    assert saved(firm.submit(TOM, {"source": "referral"}))
    assert "fix" not in home(firm, TOM)


def test_a_rep_sees_their_own_figures_and_a_manager_the_team_s(firm: Company) -> None:
    for name in ("新华印刷", "华强电子", "长江船运"):
        enter(firm, MEI, name, contact="李总", outcome=f"{name}想要五十套的报价")
    enter(firm, TOM, "Globex")
    firm.wait(days=1)
    said = told(firm, MEI, "/dibs 质量")
    assert said.startswith("你的录入质量：83 分（满分 100）。你个人 83 分，Sales 团队 83 分；团队占 60%。")
    assert told(firm, TOM, f"/dibs quality <@{MEI}>").startswith("Entry quality is each person's own.")
    assert told(firm, TOM, "/dibs quality team 80").startswith("You may not do that here.")
    assert "陈梅" not in told(firm, BOSS, "/dibs 质量 团队 20")
    assert "团队占 20%" in told(firm, MEI, "/dibs 质量")
    assert "100" in told(firm, BOSS, "/dibs quality team 101")

"""A person asks to be forgotten: who they were is gone from every table, what was done stays."""

import pytest
from click.testing import CliRunner
from sqlalchemy import select

from bot.cli import main
from storage import whole
from storage.tables.claims import AuditRow
from storage.tables.people import PersonRow
from tests.stories.company import BOSS, MEI, TOM, Company
from tests.stories.rep import enter, labels, log, tap, words


def everything(firm: Company) -> str:
    """Every value of every table."""
    with firm.dibs.database.read() as tx:
        workspace_id = next(iter(whole.workspaces(tx)))
        return "\n".join(
            str(dict(row)) for table in whole.tables() for row in whole.rows(tx, table, workspace_id=workspace_id)
        )


def test_a_contact_is_erased_from_every_table_and_the_work_stays(firm: Company) -> None:
    enter(firm, TOM, "Acme", contact="Bob Lee")
    enter(firm, MEI, "Globex", contact="Jane Smith")
    firm.wait(days=1)
    firm.say(TOM, "called Acme, spoke with Jane Wu 617-555-0101, Jane wants 50 seats, send quote Friday 3pm")
    firm.command(TOM, "/dibs plan Acme next Monday 3pm ask Jane Wu for the contract")
    firm.command(TOM, "/dibs complaint Acme Jane Wu says the press jams")
    firm.submit(TOM, {"words": "Jane Wu says the press jams"})
    assert "Jane Wu" in everything(firm) and "6175550101" in everything(firm).replace("-", "").replace(" ", "")
    assert "may not do that" in firm.command(TOM, "/dibs erase Jane Wu").text
    assert "是谁要求抹除？" in firm.command(BOSS, "/dibs 抹除").text
    assert "没有叫" in firm.command(BOSS, "/dibs erase Nobody Atall").text
    asked = firm.command(BOSS, "/dibs 抹除 jane wu")
    assert "Jane Wu" in words(asked.blocks) and "Acme" in words(asked.blocks) and labels(asked) == ["抹除…"]
    tap(firm, BOSS, asked, "抹除")
    assert "已抹除" in firm.last(BOSS).text
    left = everything(firm)
    for trace in ("Jane Wu", "jane wu", "Jane wants", "555-0101", "5550101", "555 0101"):
        assert trace not in left, trace
    assert "Jane Smith" in left and "Bob Lee" in left  # whom nobody asked about
    card = words(firm.command(TOM, "/who Acme").blocks)
    assert "[…]" in card and "50 seats" in card
    tap(firm, BOSS, asked, "抹除")  # pressed again: nothing more
    assert firm.last(BOSS).text == "这里已经没有要抹除的人了：之前已经办过。"


def test_a_former_colleague_is_erased_and_the_ledger_keeps_a_mark_without_a_name(
    firm: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    enter(firm, TOM, "Acme")
    log(firm, MEI, new_name="Globex", kind="call", contact="Ann Ray", outcome="as Tom Reed had said to me")
    assert "还在职" in firm.command(BOSS, f"/dibs erase <@{TOM}>").text
    firm.slack.deactivate(TOM)
    firm.settle()
    assert "Tom Reed" in firm.command(BOSS, "/dibs erase tom reed").text  # nobody can mention who has left
    monkeypatch.setattr("bot.lists.business_clock", lambda file=None: firm.slack.clock.now)
    monkeypatch.setattr("bot.lists.upgrade", lambda url: None)
    monkeypatch.setenv("DIBS_DATABASE_URL", firm.dibs.settings.database_url)
    done = CliRunner().invoke(main, ["erase", TOM, "--as", BOSS, "--yes"])
    assert "Tom Reed" in done.output and "已抹除。" in done.output, done.output
    firm.dibs.read_people(firm.now)  # Slack still knows the name
    assert "Tom Reed" not in everything(firm)
    with firm.dibs.database.read() as tx:
        assert tx.execute(select(PersonRow.name).where(PersonRow.person_id == TOM)).scalar_one() == "[…] 0TOM"
        assert tx.execute(select(AuditRow.facts).where(AuditRow.what == "erased")).scalar_one().count(TOM) == 1
    assert "[…]" in str(firm.command(BOSS, "/dibs history Acme").message)


def test_who_only_ever_wrote_an_inquiry_is_found_and_forgotten_too(firm: Company) -> None:
    """One without a firm, who became a customer under their own name; one of a firm that is known."""
    enter(firm, TOM, "Initech")
    firm.slack.run_step("add_lead", {"name": "王小芳", "phone": "138 0013 8000", "message": "王小芳想要报价"})
    firm.slack.run_step(
        "add_lead", {"company": "Initech", "name": "Bo Ek", "email": "bo@initech.example", "message": "Bo Ek"}
    )
    firm.settle()
    asked = firm.command(BOSS, "/dibs erase 王小芳")
    tap(firm, BOSS, asked, "抹除")
    asked = firm.command(BOSS, "/dibs erase bo@initech.example")
    assert "Bo Ek，曾来咨询" in words(asked.blocks) and "bo@initech.example" in words(asked.blocks)
    tap(firm, BOSS, asked, "抹除")
    left = everything(firm)
    for trace in ("王小芳", "0013", "Bo Ek", "bo@initech"):
        assert trace not in left, trace
    assert "想要报价" in left and "Initech" in left
    assert "没有叫" in firm.command(BOSS, "/dibs erase bo@initech.example").text

"""The five lines before a call."""

from tests.stories.company import MEI, TOM, Company
from tests.stories.rep import enter, labels, saved


def test_before_a_call_five_lines_say_what_matters(firm: Company) -> None:
    enter(firm, TOM, "Acme Tools", due_on="2026-04-01", step="send the offer")
    firm.command(TOM, "/dibs complaint Acme Tools the press jams")
    assert saved(firm.submit(TOM, {"words": "the press jams"}))
    firm.command(TOM, "/dibs deal Acme Tools 50k")
    said = firm.command(TOM, "/dibs brief Acme Tools")
    lines = said.blocks[0]["text"]["text"].split("\n")
    assert lines[0] == "*Acme Tools*" and lines[1].startswith("• Yours until")
    assert "• Speak with: Ann Ray." in lines
    assert any(line.startswith("• Last: Tue 10 Mar, call. wants a quote") for line in lines)
    assert any("the press jams" in line for line in lines)
    assert any(line.startswith("• Next: Wed 1 Apr 09:00, send the offer.") for line in lines)
    assert any("50,000" in line for line in lines)
    assert labels(said) == ["Log call", "Customer card"]


def test_of_another_s_customer_the_brief_says_no_more_than_its_card(firm: Company) -> None:
    enter(firm, TOM, "Acme Tools")
    said = firm.command(MEI, "/dibs 简报 Acme Tools")
    assert "已有人跟进" in said.text and "Ann Ray" not in said.text and "quote" not in said.text
    assert labels(said) == []

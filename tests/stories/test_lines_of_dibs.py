"""A line for /dibs is understood however it is put, and as a message where no slash command can be typed."""

import pytest

from handlers.dibs.lines import in_a_message, understood
from tests.stories.company import BOSS, MEI, TOM, Company
from tests.stories.rep import enter, form, labels, logged, tap, words


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("claim Globex", ("claim", "Globex")),
        ("Globex claim", ("claim", "Globex")),
        ("ＣＬＡＩＭ Globex", ("claim", "Globex")),
        ("please show me my customers", ("mine", "customers")),
        ("认领华为", ("claim", "华为")),
        ("华为 认领", ("claim", "华为")),
        ("华为简报", ("brief", "华为")),
        ("请帮我看看公海", ("pool", "")),
        ("我的客户", ("mine", "")),
        ("Globex", None),
    ],
)
def test_the_word_may_stand_first_or_last_or_joined(typed: str, meant: tuple[str, str] | None) -> None:
    assert understood(typed) == meant


@pytest.mark.parametrize(
    ("said", "where"),
    [
        ("funnel", "word"),
        ("/dibs funnel last quarter", "sure"),
        ("dibs 漏斗", "sure"),
        ("简报华为", "customer"),
        ("华为简报", "customer"),
        ("Globex brief", "customer"),
        ("digest off", "nobody"),
        ("complaint Globex the press jams", None),
        ("team meeting with Globex went well", None),
        ("dibs on Globex", None),
        ("claim Globex", None),
        ("dibs claim Globex", None),
        ("called Globex, spoke with Ann", None),
        ("Who hasn’t followed up?", "sure"),
        ("哪些客户快到期了？", "sure"),
        ("How is East doing?", "team"),
        ("How much have we closed this month?", "sure"),
        ("投诉有哪些没处理？", "sure"),
        ("我今天该给谁打电话", "sure"),
        ("我要请假", "sure"),
        ("谁没跟进华为，下午问一下", None),
        ("华为这个月签了多少", None),
        ("今天要做华为的方案", None),
        ("公海里的华为打了电话，要50套", None),
    ],
)
def test_a_note_is_never_taken_for_a_line(said: str, where: str | None) -> None:
    found = in_a_message(said)
    assert (found.where if found else None) == where


def test_what_a_command_does_a_message_does_with_one_tap(firm: Company) -> None:
    enter(firm, MEI, "华为")
    receipts = len(logged(firm, MEI))
    firm.say(BOSS, "Sales 怎么样？")
    assert firm.last(BOSS).text.startswith("这是 `/dibs 人员 Sales`")
    firm.say(BOSS, "哪些客户快到期了？")
    assert firm.last(BOSS).text == "一周内没有客户到期。"
    firm.say(MEI, "简报 华为")
    assert firm.last(MEI).text == "这是 `/dibs 简报 华为`，点一下就执行；没有记成跟进。"
    firm.say(MEI, "华为简报")
    assert firm.last(MEI).text == "这是 `/dibs 简报 华为`，点一下就执行；没有记成跟进。"
    tap(firm, MEI, firm.last(MEI), "/dibs 简报")
    assert "Ann Ray" in words(form(firm, MEI).blocks)
    firm.slack.close_view(MEI)
    firm.say(MEI, "编辑 华为")
    tap(firm, MEI, firm.last(MEI), "/dibs 修改")
    assert form(firm, MEI).callback_id == "form.customer"
    firm.slack.close_view(MEI)
    firm.say(MEI, "dibs 认领 华为")
    assert firm.last(MEI).text == "华为 已经是你的了。"
    firm.say(MEI, "history of the deal: they changed the buyer twice, 华为")
    assert len(logged(firm, MEI)) == receipts + 1


def test_a_mistyped_line_has_the_one_it_may_have_meant_behind_a_button(firm: Company) -> None:
    enter(firm, TOM, "Globex")
    asked = firm.command(TOM, "/dibs digst 9")
    assert asked.text == "I don't know `/dibs digst 9`. Did you mean `/dibs digest`?" and labels(asked) == [
        "/dibs digest 9"
    ]
    tap(firm, TOM, asked, "/dibs digest 9")
    assert words(form(firm, TOM).blocks) == "Morning message: 09:00 on working days."
    assert firm.command(TOM, "/dibs Globex").text == firm.command(TOM, "/who Globex").text

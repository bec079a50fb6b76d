"""What a message is for: a log, a question, an order or small talk."""

import pytest

from crm.reading.markup import plain
from tests.crm.reading.notebook import read


@pytest.mark.parametrize(
    "text", ["we target 50 new logos this quarter", "it may rain", "lol ok", "Merry Christmas!", "谢谢", "天气怎么样"]
)
def test_small_talk_is_no_log(text: str) -> None:
    assert read(text).intent == "chitchat"


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("who owns Acme Corp?", "lookup"),
        ("谁在跟进华为？", "lookup"),
        ("any open deals at Globex", "lookup"),
        ("remind me to call Globex Friday", "command"),
        ("撤销", "command"),
        ("把华为的跟进改到下周一", "command"),
        ("move Globex to Thursday", "command"),
        ("Update: met Globex", "log"),
        ("fu thurs w/ Sam from Globex", "log"),
        ("海康的历史记录", "lookup"),
        ("海康为啥被收走了", "lookup"),
        ("海康查了库存说不缺", "log"),
        ("海康采购谁负责还没问到", "log"),
        ("Globex, when does my claim run out", "lookup"),
        ("Remind me, who looks after Globex?", "lookup"),
        ("pls share pending followups of Globex", "lookup"),
        ("has Globex been visited this month", "lookup"),
        ("海康报价报了多少", "lookup"),
        ("which ones haven't I called this month", "lookup"),
        ("what Globex really need is 3 units by may", "log"),
        ("海康的人怎么都联系不上", "log"),
        ("华为提醒我们合同下月到期，要续", "log"),
        ("what a call with Globex - 40 mins of complaints", "log"),
        ("Who do we need in the room? that's what Dana (Globex) asked. told her IT", "log"),
        ("海康那边谁拍板？问了顾经理，说是韩副总", "log"),
        ("提醒过海康的汪老师续费了", "log"),
        ("姓古，问一套智能马桶多少钱，海康的", "log"),
        ("put Globex down as lost please", "command"),
        ("make the Globex deal 47,500 not 45", "command"),
        ("Globex is 40k not 14k, fix it", "command"),
        ("去招行换张工资卡排了40分钟队", "chitchat"),
        ("our bowling team won friday night", "chitchat"),
    ],
)
def test_questions_and_orders_are_told_from_logs(text: str, intent: str) -> None:
    assert read(text).intent == intent


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("let Globex go", "release"),
        ("把华为放回公海", "release"),
        ("招行改名了 帮我改一下", "edit"),
        ("log it as a visit", "edit"),
        ("华为的下一步改到周四下午", "move"),
        ("华为的计划推到下周一", "move"),
        ("华为改到下周二", "move"),
        ("华为改到下周二了", None),
        ("don't remind me about Globex until jan 6", "move"),
        ("bin the note I just put in for Globex", "delete"),
        ("drop Globex, wrong fit", "release"),
        ("take Dana off Globex", "edit"),
        ("海康往后挪三天", "move"),
        ("海康那条记错了，应该是华为", "edit"),
        ("我下周一到周三休假", "settings"),
        ("周一都满了，把海康挪到周四下午", "move"),
        ("把NDA发给海康的贺工了，等他回签", None),
        ("明天九点叫我联系海康", "remind"),
        ("李总叫我联系海康", None),
        ("不对，金额是38万", "edit"),
        ("海康我不跟了，放掉", "release"),
        ("海康的跟进顺延一周", "move"),
        ("海康转给小马了吗", None),
    ],
)
def test_an_order_in_passing_words_is_one(text: str, command: str | None) -> None:
    assert read(text).command == command


def test_slacks_markup_is_read_as_words() -> None:
    reading = read(
        "call w/ Maria at Globex &amp; team, <mailto:m@globex.com|m@globex.com> <tel:+14155550142|415-555-0142>, fu <@U1> tmrw"
    )
    assert (reading.email, reading.phone) == ("m@globex.com", "415-555-0142")
    assert reading.contact == "Maria"


def test_what_is_set_off_in_slack_is_read_as_if_it_were_not() -> None:
    found = read("called _Acme Tools_, spoke with `Ann`, wants ~50k")
    assert (found.customer.name, found.contact, found.amount) == ("Acme Tools", "Ann", 50_000)
    assert plain("a_b_c@acme.com ~50k, ~60k").text == "a_b_c@acme.com ~50k, ~60k"


@pytest.mark.parametrize("text", ["for <@U123>: met Globex", "替<@U123>记录：拜访了华为", "帮 <@U123> 拜访了华为"])
def test_an_assistant_logs_for_somebody(text: str) -> None:
    assert read(text).on_behalf_of == "U123"

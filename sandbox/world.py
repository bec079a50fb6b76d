"""Sample data: the last five weeks of a small company, played through the front door.

Nothing is written into a database. People say things in Slack on the days they would have said them, the bot hears and
answers, and what stands there at the end is what it made of it: receipts, warnings, countdowns, a full home.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from sandbox.nouns import Json, Message
from sandbox.slack import Slack

BOSS, MEI, TOM, CLARA = "U0WANG", "U0MEI", "U0TOM", "U0CLARA"
PEOPLE = (
    (MEI, "陈梅", "Asia/Shanghai", "zh-CN", "销售"),
    (TOM, "Tom Reed", "Asia/Singapore", "en-US", "Sales rep"),
    (BOSS, "王芳", "Asia/Shanghai", "zh-CN", "销售经理"),
    (CLARA, "Clara Diaz", "Asia/Singapore", "en-US", "Sales assistant"),
)
LOOK_SECONDS = 6.0


@dataclass(frozen=True)
class Line:
    """What somebody said, or a command they wrote, so many days before today at that hour (UTC)."""

    days_ago: int
    hour: float
    who: str
    text: str


STORY = (
    Line(36, 2.0, MEI, "新客户 华为技术：拜访了李经理，对50套感兴趣，预算80万，下周三下午发方案"),
    Line(36, 2.5, TOM, "new customer Acme Corp: called Jane Wu, they want 50 seats, send quote next Tuesday 3pm"),
    Line(
        36,
        3.0,
        TOM,
        "new customer Globex: met Maria Lopez at the trade show, interested, budget is $45,000, call her Friday",
    ),
    Line(35, 2.0, MEI, "新客户 新华印刷：给周总打了电话，要看样品，下周二寄样"),
    Line(35, 6.0, TOM, "new customer Initech: demo for Bill Lumbergh went well, follow up next Monday 10am"),
    Line(34, 3.0, MEI, "新客户 大成化工：上门拜访王工，设备老化想换，下周四去测量"),
    Line(
        33,
        5.0,
        TOM,
        "new customer Northwind Traders: called Anna Berg, needs pricing for 200 units, send proposal Thursday",
    ),
    Line(32, 2.0, MEI, "新客户 明珠医院：给刘主任打电话，年底前立项，下月初再联系"),
    Line(
        30, 4.0, TOM, "new customer Fabrikam: emailed the quote to Omar Haddad, 24k per year, call him next Wednesday"
    ),
    Line(29, 2.0, MEI, "给华为技术李经理发了方案，他要先内部评审，下周五下午再电话"),
    Line(29, 3.0, MEI, "/dibs 商机 华为技术 80万 方案"),
    Line(26, 3.0, TOM, "called Jane Wu at Acme Corp, quote received, legal is reading it, call again next Friday"),
    Line(26, 4.0, TOM, "/dibs deal Acme Corp 300k proposal"),
    Line(24, 2.0, MEI, "新客户 蓝海物流：电话联系了赵经理，想了解报价，下周一发报价"),
    Line(22, 6.0, TOM, "called Maria Lopez at Globex, comparing us with two vendors, send references Monday"),
    Line(20, 2.0, MEI, "大成化工王工来电，确认了尺寸和交期，报价35万，下周三谈合同"),
    Line(20, 3.0, MEI, "/dibs 商机 大成化工 35万 谈判"),
    Line(18, 3.0, TOM, "visited Initech, Bill Lumbergh wants a pilot with 20 users, start it next Thursday"),
    Line(17, 2.0, MEI, "华为技术李经理电话里说评审通过了，要走采购流程，两周后签合同"),
    Line(15, 5.0, TOM, "called Omar Haddad at Fabrikam, he likes the price, procurement decides next week"),
    Line(15, 6.0, TOM, "/dibs deal Fabrikam 170k negotiation"),
    Line(13, 2.0, MEI, "给新华印刷周总打电话，样品满意，准备下单，下周五确认数量"),
    Line(9, 3.0, TOM, "called Anna Berg at Northwind Traders, proposal is with the board, follow up in two weeks"),
    Line(6, 2.0, MEI, "拜访大成化工王工，合同条款基本谈妥，下周二签约"),
    Line(
        3, 3.0, TOM, "called Jane Wu at Acme Corp, legal is done, wants 10% discount, send revised quote next Tuesday"
    ),
    Line(1, 2.0, MEI, "给明珠医院刘主任打电话，预算批了20万，下周四下午去演示"),
)


def people(slack: Slack) -> None:
    """The workspace as it is before Dibs comes."""
    for user, name, zone, locale, title in PEOPLE:
        slack.add_user(user, name=name, real_name=name, tz=zone, locale=locale, title=title, is_admin=user == BOSS)
    slack.add_channel("C0SALES", name="sales", members=[user for user, *_ in PEOPLE])


def play(slack: Slack, *, progress: Callable[[int, int], None] = lambda done, of: None) -> None:
    """Live the five weeks, up to the next working morning in Shanghai."""
    morning = _working_morning(slack.clock.real())
    today = morning.replace(hour=0)
    story = [(today - timedelta(days=line.days_ago), line) for line in STORY]
    slack.clock.jump(_at(story[0][0] - timedelta(days=1), 1.0))
    _build_team(slack)
    for done, (day, line) in enumerate(story):
        slack.clock.jump(max(_at(day, line.hour), slack.clock.now()))
        _say(slack, line)
        progress(done + 1, len(story))
    slack.clock.jump(morning)
    for user, *_ in PEOPLE:
        slack.open_home(user)
    slack.settle()


def _build_team(slack: Slack) -> None:
    for user, *_ in PEOPLE:
        slack.open_home(user)
    for command in (
        "/dibs team new Sales",
        "/dibs team zone Asia/Shanghai",
        "/dibs team country CN",
        f"/dibs team add <@{MEI}> <@{TOM}> <@{BOSS}>",
        f"/dibs team assistant <@{CLARA}>",
    ):
        slack.command(BOSS, command)
    slack.press(BOSS, slack.command(BOSS, "/dibs rules"), "rules.switch|on")


def _say(slack: Slack, line: Line) -> None:
    """Say it, and answer the bot's question if it has one, as the person would: with the first button."""
    if line.text.startswith("/"):
        slack.command(line.who, line.text)
        return
    before = len(slack.dm(line.who))
    slack.say(line.who, line.text)
    answer = _answer(slack, line.who, before + 1)
    choice = next((action for action in _actions(answer) if action.startswith("note.choose")), None) if answer else None
    if answer and choice and not choice.endswith("|discard"):
        slack.press(line.who, answer, choice)


def _answer(slack: Slack, who: str, since: int) -> Message | None:
    """What the bot says next to this person; None if it takes too long."""
    patience = time.monotonic() + LOOK_SECONDS
    while time.monotonic() < patience:
        new = [message for message in slack.dm(who)[since:] if message.bot and _is_answer(message)]
        if new:
            return new[-1]
        time.sleep(0.01)
    return None


def _is_answer(message: Message) -> bool:
    """A receipt or a question; a reminder that comes in between is neither."""
    return any(action.startswith(("log.edit", "note.choose")) for action in _actions(message))


def _actions(message: Message) -> Iterator[str]:
    for block in message.blocks:
        for element in _elements(block):
            if "action_id" in element:
                yield str(element["action_id"])


def _elements(block: Json) -> list[Json]:
    return [element for element in (*block.get("elements", ()), block.get("accessory")) if element]


def _working_morning(now: datetime) -> datetime:
    """Ten o'clock in Shanghai on the first Monday to Friday that is not over."""
    morning = now.replace(hour=2, minute=0, second=0, microsecond=0)
    while morning < now or morning.weekday() > 4:
        morning += timedelta(days=1)
    return morning


def _at(day: datetime, hour: float) -> datetime:
    return day.replace(hour=int(hour), minute=int(hour % 1 * 60))

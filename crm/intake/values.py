"""What a cell means: instants, grades, kinds, amounts. Raises ValueError for what is none."""

import re
import unicodedata
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from zoneinfo import ZoneInfo

from dateutil import parser

from crm.sheets import Cell

_EXCEL_DAY_0 = datetime(1899, 12, 30)  # noqa: DTZ001 - a local day, zoned below
_EARLIEST = 1970
_YMD = re.compile(
    r"(\d{4})[./年-](\d{1,2})[./月-](\d{1,2})日?(?:[T\s]+(\d{1,2})[:：时](\d{1,2})分?(?:[:：](\d{1,2}))?秒?)?$"
)
_DMY = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?=\D|$)(.*)$")
_GRADE = re.compile(r"\W*(?:grade|class|tier)?\W*([abc])(?:级|类|档)?(?:客户)?\W*$", re.IGNORECASE)
KINDS = {
    "call": "call phone telephone phonecall outboundcall inboundcall coldcall inbound outbound logacall"
    " 电话 致电 来电 去电 打电话 电话沟通 电话拜访",
    "meeting": "meeting meet event appointment onlinemeeting lunch 会议 开会 会面 面谈 见面 会面洽谈 线上会议",
    "visit": "visit onsite onsitevisit fieldvisit 拜访 上门 上门拜访 实地拜访 见面拜访 来访 到访 现场拜访",
    "demo": "demo demonstration presentation 演示 产品演示 讲解",
    "email": "email mail emailsent 邮件 电子邮件 发邮件",
    "message": "message sms text chat wechat whatsapp linkedin 微信 短信 发短信 消息 qq 企业微信 钉钉 飞书 在线沟通",
}
_KIND_OF = {word: kind for kind, words in KINDS.items() for word in words.split()}


@lru_cache(maxsize=16_384)  # a column of dates holds each day many times
def instant(cell: Cell, order: str, zone: str, at: time) -> datetime:
    """The instant a cell names, aware UTC. `order` says what 3/4/2025 is (MDY, DMY, YMD); a bare date is `at` that time of the
    local day. Text, Excel's dates, and Excel's day numbers are understood."""
    local = _local(cell, order, at)
    if local.year < _EARLIEST or local.year > 2100:
        raise ValueError(cell)
    return local.astimezone(UTC) if local.tzinfo else local.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def _local(cell: Cell, order: str, at: time) -> datetime:
    if isinstance(cell, datetime):
        return cell if cell.time() != time(0) else datetime.combine(cell.date(), at, cell.tzinfo)
    if isinstance(cell, date):
        return datetime.combine(cell, at)
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return _excel_day(float(cell), at)
    return _text(str(cell or "").strip(), order, at)


def _text(text: str, order: str, at: time) -> datetime:
    if len(text) > 80:
        raise ValueError(text[:80])
    if re.fullmatch(r"\d{5}(\.\d+)?", text):
        return _excel_day(float(text), at)
    if re.fullmatch(r"\d{10}|\d{13}", text):
        return datetime.fromtimestamp(int(text[:10]), UTC)
    try:
        return datetime.combine(date.fromisoformat(text), at) if len(text) <= 10 else datetime.fromisoformat(text)
    except ValueError:
        pass
    if found := _YMD.match(unicodedata.normalize("NFKC", text)):
        year, month, day, hour, minute, second = (int(part) if part else None for part in found.groups())
        clock = at if hour is None else time(hour, minute or 0, second or 0)
        return datetime.combine(date(year or 0, month or 0, day or 0), clock)
    return _written(text, order, at)


def _written(text: str, order: str, at: time) -> datetime:
    """Dates in the ways of many countries: 3/4/2025, 4.3.2025 10:30, Mar 4, 2025 3:15 PM."""
    if found := _DMY.match(text):
        first, second = int(found[1]), int(found[2])
        day_first = first > 12 or (order != "MDY" and second <= 12) or ("." in text[:6] and second <= 12)
        year = int(found[3]) + (2000 if len(found[3]) == 2 else 0)
        month, day = (second, first) if day_first else (first, second)
        text = f"{year:04}-{month:02}-{day:02} {found[4].strip(' ,')}".strip()
    elif not re.search(r"\d{4}", text):
        raise ValueError(text)
    blank = datetime.combine(date(1900, 1, 1), time(23, 59, 59, 999_999))
    try:
        read = parser.parse(text, default=blank)
    except (OverflowError, TypeError) as error:
        raise ValueError(text) from error
    return (
        datetime.combine(read.date(), at)
        if read.microsecond == 999_999 and read.second == 59 and ":" not in text
        else (read.replace(second=0, microsecond=0) if read.microsecond == 999_999 else read)
    )


def _excel_day(number: float, at: time) -> datetime:
    if not 18_000 < number < 80_000:  # 1949 to 2119
        raise ValueError(number)
    found = _EXCEL_DAY_0 + timedelta(days=number)
    whole = number.is_integer()
    return datetime.combine(found.date(), at) if whole else found.replace(microsecond=0)


def grade(text: str) -> str | None:
    """A, B or C; None for any other scale, which would be a guess."""
    found = _GRADE.match(text)
    return found[1].upper() if found else None


def kind(text: str) -> str:
    """One of crm.activities.KINDS; a note where the word is not one of ours."""
    return _KIND_OF.get(_plain(text), "note")


def amount(text: str) -> Decimal | None:
    digits = re.sub(r"[^\d.,-]", "", text)
    if not digits:
        return None
    if re.search(r",\d{1,2}$", digits):
        digits = digits.replace(".", "").replace(",", ".")
    try:
        found = Decimal(digits.replace(",", ""))
    except InvalidOperation as error:
        raise ValueError(text) from error
    if abs(found) >= Decimal(10) ** 15:
        raise ValueError(text)
    return found


STAGES = {
    "lead": "lead newlead prospecting appointmentscheduled 线索 初步接洽 初步沟通 新建",
    "qualified": "qualified qualification qualifiedtobuy contactmade 需求明确 已确认 需求确认 有意向 验证客户",
    "evaluation": "evaluation iddecisionmakers identifydecisionmakers perceptionanalysis needsanalysis"
    " presentationscheduled valueproposition demoscheduled 方案验证 评估 评估中 方案评估 需求分析",
    "proposal": "proposal proposalpricequote proposalmade decisionmakerboughtin quote 方案 报价 方案报价 项目汇报",
    "negotiation": "negotiation negotiationreview contractsent negotiationsstarted 谈判 商务谈判 谈判审核 合同 商务采购",
    "won": "won closedwon 赢单 成交 已成交 成功",
    "lost": "lost closedlost closedlosttocompetition 输单 丢单 已丢单 失败 无效",
}
_STAGE_OF = {word: code for code, words in STAGES.items() for word in words.split()}
REASONS = {
    "price": "price tooexpensive 价格 价格太高",
    "competitor": "competitor acompetitor losttocompetitor 竞争对手 选了竞争对手 竞品",
    "no_budget": "nobudget budget 没有预算 无预算 预算",
    "no_need": "noneed 没有需求 无需求",
    "timing": "timing notnow 时机 时机不对 时机不合适",
    "fit": "fit poorfit doesnotfit 不合适 不匹配",
    "no_response": "noresponse unresponsive 没有回应 无回应 联系不上",
}
OPEN = (
    "no false todo open planned scheduled notstarted inprogress waiting deferred waitingonsomeoneelse pending"
    " 否 未完成 待办 待跟进 计划中 进行中 未开始"
)
_OPEN = frozenset(OPEN.split())
_REASON_OF = {word: code for code, words in REASONS.items() for word in words.split()}


def stage(text: str) -> str | None:
    """The stage of the default list that a word stands for, here or in another system."""
    return _STAGE_OF.get(_plain(text))


def is_open(text: str) -> bool:
    """Whether what a list calls a task, a call or a meeting is still to be done."""
    return _plain(text) in _OPEN


def lost_reason(text: str) -> str | None:
    """One of crm.deals.LOST_REASONS; `other` where the word is none of ours."""
    return (_REASON_OF.get(_plain(text)) or "other") if text.strip() else None


def per_cent(text: str) -> int | None:
    found = re.fullmatch(r"(\d{1,3})(?:\.0+)?\s*%?", text.strip())
    return int(found[1]) if found and int(found[1]) <= 100 else None


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text)).casefold()

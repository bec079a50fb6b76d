"""What a column may hold, and what it is called: here and in the exports of other systems, in English and Chinese.

Own headings come first in each row; they are what an export writes, so that it can be read back. The others are those
of HubSpot, Salesforce, Pipedrive, Zoho, Cordys and WuKong, and what people write by hand.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Field:
    """`english` and `chinese`: the names it goes by, our own first."""

    name: str
    english: tuple[str, ...]
    chinese: tuple[str, ...]


def _names(words: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in words.split("|"))


FIELDS: tuple[Field, ...] = (
    Field(
        "name",
        _names(
            "Customer | Company name | Company | Account name | Account | Organization | Organisation | Organization name"
            " | Organization - Name | Customer name | Client | Client name | Firm | Company / Account"
            " | Associated company | Associated company (primary) | Primary company | Company - Name | Related account"
            " | Person - Organization | Deal - Organization | Activity - Organization"
        ),
        _names(
            "客户 | 客户名称 | 公司 | 公司名称 | 企业名称 | 单位名称 | 客户名 | 公司全称 | 客户全称 | 所属客户 | 关联客户 | 企业"
        ),
    ),
    Field(
        "aliases",
        _names("Also known as | Alias | Aliases | Short name | Abbreviation | Legal name | Known as"),
        _names("别名 | 简称 | 客户简称 | 公司简称 | 曾用名"),
    ),
    Field(
        "owner",
        _names(
            "Owner | Account owner | Company owner | Contact owner | Lead owner | Record owner | Owner name | Owner email"
            " | Account owner: full name | Account owner email | Sales rep | Salesperson | Sales owner | Account manager"
            " | Assigned to | Organization - Owner | Person - Owner | HubSpot owner | Owner: full name | Owner full name"
            " | Account owner name | Organization owner"
        ),
        _names(
            "负责人 | 客户负责人 | 所有者 | 客户所有者 | 归属人 | 销售 | 业务员 | 销售负责人 | 销售代表 | 负责人姓名 | 负责人邮箱"
        ),
    ),
    Field(
        "owner_since",
        _names(
            "Owner since | Owner assigned date | Owned since | Owner start date | Claimed at | Claim date | Assigned date"
            " | Date assigned | Owner assigned"
        ),
        _names(
            "归属开始日期 | 归属时间 | 领取时间 | 领取日期 | 分配时间 | 分配日期 | 归属日期 | 负责人获取客户时间 | 负责人获取时间"
        ),
    ),
    Field(
        "grade",
        _names("Grade | Customer grade | Rating | Account rating | Tier | Level | Customer level | Class | ABC"),
        _names("等级 | 客户等级 | 客户级别 | 级别 | 客户分级 | 客户评级"),
    ),
    Field(
        "source",
        _names(
            "Source | Lead source | Account source | Original source | Original traffic source | Customer source"
            " | Latest traffic source"
        ),
        _names("来源 | 客户来源 | 线索来源"),
    ),
    Field(
        "city",
        _names(
            "City | Billing city | Shipping city | Mailing city | Town | Organization - City/town/village/locality"
            " | Billing address city | City/Town | Organization - City/town/village/locality of Address"
        ),
        _names("城市 | 所在城市 | 市 | 所在地 | 地区"),
    ),
    Field(
        "industry",
        _names("Industry | Sector | Organization - Industry | Branch"),
        _names("行业 | 客户行业 | 所属行业 | 公司行业 | 行业类型"),
    ),
    Field(
        "created",
        _names(
            "Created | Create date | Created date | Created time | Created on | Created at | Date created | Date entered"
            " | Organization - Organization created | Account created date | Organization created"
        ),
        _names("创建时间 | 创建日期 | 录入时间 | 建档时间"),
    ),
    Field(
        "contact",
        _names(
            "Contact | Contact name | Full name | Contact person | Primary contact | Person | Person - Name | Person name"
            " | Key contact | Contact full name | Associated contact"
        ),
        _names("联系人 | 联系人姓名 | 姓名 | 首要联系人 | 主联系人 | 对接人"),
    ),
    Field(
        "first_name",
        _names("First name | Given name | Forename | Contact first name | Person - First name"),
        _names("名"),
    ),
    Field(
        "last_name", _names("Last name | Surname | Family name | Contact last name | Person - Last name"), _names("姓")
    ),
    Field(
        "phone",
        _names(
            "Phone | Phone number | Mobile | Mobile phone | Mobile phone number | Telephone | Tel | Contact phone | Cell"
            " | Work phone | Business phone | Person - Phone | Person - Phone - Work | Person - Phone - Mobile"
            " | Phone - Work | Phone - Mobile | Company phone"
        ),
        _names(
            "电话 | 手机 | 手机号 | 手机号码 | 联系电话 | 联系人电话 | 固定电话 | 座机 | 公司电话 | 联系方式 | 联系人手机"
        ),
    ),
    Field(
        "email",
        _names(
            "E-mail | Email | Email address | Contact email | Work email | Person - Email | Person - Email - Work"
            " | Email - Work | Mail"
        ),
        _names("邮箱 | 电子邮箱 | 邮件 | 电子邮件 | 联系人邮箱 | 邮箱地址"),
    ),
    Field(
        "kind",
        _names(
            "Activity | Activity type | Activity kind | Interaction type | Engagement type | Task type | Call type"
            " | Activity - Type | Task subtype"
        ),
        _names("跟进方式 | 跟进类型 | 活动类型 | 沟通方式 | 拜访方式 | 联系方式类型"),
    ),
    Field(
        "happened_at",
        _names(
            "Happened at | Activity date | Date of activity | Engagement date | Activity time | Interaction date"
            " | Start date/time | Activity date/time | Activity - Due date | Call start time | Note date | Call date"
            " | Meeting start time | Email send date | Start time"
        ),
        _names("跟进时间 | 跟进日期 | 活动时间 | 沟通时间 | 拜访时间 | 拜访日期"),
    ),
    Field(
        "author",
        _names(
            "Logged by | Author | Activity owner | Activity assigned to | Activity - Assigned to user | Note owner"
            " | Activity created by | Call owner | Done by | Assigned | Event owner | Task owner | Meeting owner"
        ),
        _names("记录人 | 跟进人 | 跟进人员 | 拜访人 | 填写人"),
    ),
    Field(
        "with",
        _names("With | Spoken with | Activity contact | Who | Activity - Contact person"),
        _names("跟进对象 | 沟通对象 | 拜访对象 | 相关联系人"),
    ),
    Field(
        "subject",
        _names(
            "Subject | Activity subject | Activity - Subject | Task title | Task subject | Meeting name | Call title"
            " | Email subject | Event title"
        ),
        _names("主题 | 跟进主题 | 拜访主题 | 任务主题"),
    ),
    Field(
        "outcome",
        _names(
            "Outcome | Notes | Note | Activity notes | Description | Comments | Full comments | Remarks | Note body"
            " | Note content | Call notes | Activity - Note | Last note | Body | Meeting notes | Meeting description"
            " | Email body | Task notes"
        ),
        _names("跟进内容 | 跟进记录 | 备注 | 沟通内容 | 拜访内容 | 结果 | 最新跟进记录 | 客户备注 | 描述"),
    ),
    Field(
        "done",
        _names("Done | Activity - Done | Activity status | Task status | Call status"),
        _names("完成情况 | 任务状态"),
    ),
    Field("amount", _names("Amount | Activity amount"), _names("金额 | 涉及金额")),
    Field("currency", _names("Currency | Amount currency"), _names("币种 | 货币")),
    Field(
        "domain",
        _names(
            "Web domain | Website | Website URL | Company domain name | Company website | Domain | Homepage"
            " | Organization - Website"
        ),
        _names("网址 | 网站 | 公司网址 | 官网 | 域名"),
    ),
    Field(
        "campaign",
        _names("Campaign | Campaign name | Campaign source | Original source drill-down 1 | UTM campaign"),
        _names("市场活动 | 营销活动 | 推广活动 | 活动名称"),
    ),
    Field("firm_phone", _names("Customer phone | Main phone | Account phone | Switchboard"), _names("客户电话 | 总机")),
    Field(
        "co_owners",
        _names("Co-owners | Co-owner | Account team | Team members"),
        _names("协作人 | 协同人 | 团队成员 | 协作成员"),
    ),
    Field(
        "plan_due",
        _names("Next step due | Next step date | Follow-up date | Next follow-up | Next contact date"),
        _names("下次跟进时间 | 下次联系时间 | 下次跟进日期 | 计划时间"),
    ),
    Field("plan_step", _names("Next step | Next action"), _names("下一步 | 下次跟进内容 | 计划内容")),
    Field("plan_with", _names("Next step with"), _names("下一步对象")),
    Field("plan_owner", _names("Next step of"), _names("下一步负责人")),
    Field(
        "deal",
        _names("Deal | Deal name | Deal title | Deal - Title | Opportunity | Opportunity name"),
        _names("商机 | 商机名称 | 销售机会 | 单子"),
    ),
    Field(
        "deal_stage",
        _names("Deal stage | Stage | Deal - Stage | Sales stage | Opportunity stage"),
        _names("商机阶段 | 阶段 | 销售阶段"),
    ),
    Field(
        "deal_status",
        _names("Deal status | Deal - Status | Opportunity status | Won/Lost"),
        _names("商机状态 | 成交结果"),
    ),
    Field(
        "deal_amount",
        _names("Deal amount | Deal value | Deal - Value | Opportunity amount"),
        _names("商机金额 | 预计金额 | 预计成交金额"),
    ),
    Field("deal_currency", _names("Deal currency | Deal - Currency of Value"), _names("商机币种")),
    Field(
        "deal_close",
        _names("Deal closes on | Close date | Closing date | Expected close date | Deal - Expected close date"),
        _names("预计成交日期 | 预计成交时间 | 预计签单日期 | 结束时间"),
    ),
    Field("deal_owner", _names("Deal owner | Deal - Owner | Opportunity owner"), _names("商机负责人")),
    Field("deal_helpers", _names("Deal helpers"), _names("商机协作人")),
    Field(
        "deal_probability",
        _names("Deal probability | Probability | Probability (%) | Deal - Probability"),
        _names("商机概率 | 赢率 | 成交概率 | 可能性"),
    ),
    Field("deal_created", _names("Deal opened on | Deal - Deal created | Deal created"), _names("商机创建时间")),
    Field("deal_entered", _names("Deal in stage since"), _names("商机阶段开始时间")),
    Field("deal_ended", _names("Deal ended on | Deal - Won time"), _names("商机结束时间 | 实际结束时间")),
    Field(
        "deal_lost",
        _names("Lost reason | Deal - Lost reason | Closed lost reason"),
        _names("输单原因 | 丢单原因 | 失败原因"),
    ),
    Field("competitor", _names("Deal competitor | Competitor"), _names("竞争对手")),
    Field("contract_end", _names("Contract end | Contract end date"), _names("合同到期日 | 合同结束日期")),
    Field("decision", _names("Dibs: same as | Same as"), _names("Dibs：相同客户 | 相同客户")),
)
NAMES = tuple(field.name for field in FIELDS)
REASON = ("Dibs: reason", "Dibs：原因")


def folded(heading: str) -> str:
    """A heading as it is compared: no case, no marks, no spaces, no star of a required field."""
    text = unicodedata.normalize("NFKC", heading).casefold()
    return re.sub(r"[\W_]+", "", text)


_BY_HEADING = {folded(word): field.name for field in reversed(FIELDS) for word in (*field.english, *field.chinese)}
_LOOSE = frozenset(
    {"name", "title", "名称", "relatedto", "relatedrecord"}
)  # a firm's name only where nothing else is one
_OF_WHAT_WAS_DONE = {  # plain headings, which mean this only in a list of things that were done
    "happened_at": ("date", "starttime", "start", "duedate", "日期", "时间", "开始时间"),
    "kind": ("type", "类型", "方式"),
    "done": ("status", "状态"),
}


def field_of(heading: str) -> str | None:
    """What a heading stands for, or None."""
    return _BY_HEADING.get(folded(heading))


def recognised(headings: Sequence[str]) -> dict[str, tuple[int, ...]]:
    """field -> the columns that hold it, in their order: the first that is filled in counts."""
    found: dict[str, tuple[int, ...]] = {}
    for column, heading in enumerate(headings):
        field = field_of(heading)
        if field:
            found[field] = (*found.get(field, ()), column)
    _of_the_deal(found)
    _of_what_was_done(found, headings)
    if "name" not in found:
        loose = [column for column, heading in enumerate(headings) if folded(heading) in _LOOSE]
        if loose:
            found["name"] = (loose[0],)
    return found


def _of_the_deal(found: dict[str, tuple[int, ...]]) -> None:
    """In a list of deals without anything that was done, the amount is the deal's."""
    if "deal" not in found or "outcome" in found or "kind" in found:
        return
    for plain, of_deal in (("amount", "deal_amount"), ("currency", "deal_currency")):
        if plain in found and of_deal not in found:
            found[of_deal] = found.pop(plain)


def _of_what_was_done(found: dict[str, tuple[int, ...]], headings: Sequence[str]) -> None:
    """In a list of things that were done a date is theirs, and its owner is who did them."""
    if "deal" in found or not ("subject" in found or ("happened_at" in found and "outcome" in found)):
        return
    for field, words in _OF_WHAT_WAS_DONE.items():
        if field == "done" and "subject" not in found:
            continue  # the customer's status, not the call's
        column = next((n for n, heading in enumerate(headings) if folded(heading) in words), None)
        if field not in found and column is not None:
            found[field] = (column,)
    if "owner" in found and "author" not in found and "owner_since" not in found:
        found["author"] = found["owner"]


def own_heading(name: str, locale: str) -> str:
    """What we call a field ourselves, in "en" or "zh"."""
    field = next(one for one in FIELDS if one.name == name)
    return field.chinese[0] if locale == "zh" else field.english[0]

"""What people call a source is one of the unified list, or none of it."""

from functools import lru_cache

from crm.details import SOURCES
from crm.intake.fields import folded
from crm.reading.words import pairs

_ALSO = {
    "website": (
        "web, site, online, internet, web form, organic search, direct traffic, organic social, social media, web download,"
        " web research, chat, online store, 官网, 网站, 网页, 表单, 在线表单, 网络, 搜索引擎, 线上注册, 线上询价"
    ),
    "campaign": (
        "ad, ads, advertisement, webinar, trade show, event, paid search, paid social, email marketing, other campaigns,"
        " internal seminar, seminar partner, public relations, 市场活动, 推广, 广告, 展会, 活动, 营销, 促销"
    ),
    "inbound email": (
        "email, e-mail, mail, inbox, inbound e-mail, sales email alias, 邮件, 邮箱, 来信, 来信咨询, 客户来信, 邮件咨询"
    ),
    "inbound call": "phone, call, hotline, phone inquiry, 电话, 来电, 来电咨询, 客户来电, 热线, 400, 电话咨询",
    "referral": (
        "referral, referrals, friend, recommendation, partner, partner referral, employee referral, external referral,"
        " 转介绍, 介绍, 推荐, 朋友介绍, 老客户介绍"
    ),
    "prospecting": "outbound, cold call, offline sources, 陌拜, 开发, 主动开发, 预约上门",
    "import": "list, purchased list, 导入",
}


def _forms() -> dict[str, str]:
    found = {folded(phrase): str(tag) for phrase, tag in pairs("SOURCES")}
    found |= {folded(word): code for code, words in _ALSO.items() for word in words.split(",")}
    return found | {folded(code): code for code in SOURCES}


_CODE_OF = _forms()


@lru_cache(maxsize=1_024)  # a list names the same few again and again
def source_of(words: str) -> str | None:
    """The code a word for a source stands for."""
    return _CODE_OF.get(folded(words))

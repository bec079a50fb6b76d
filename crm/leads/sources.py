"""What people call a source is one of the unified list, or none of it."""

from crm.details import SOURCES
from crm.intake.fields import folded
from crm.reading.words import pairs

_ALSO = {
    "website": "web, site, online, internet, web form, 官网, 网站, 网页, 表单, 在线表单, 网络",
    "campaign": "ad, ads, advertisement, webinar, trade show, event, 市场活动, 推广, 广告, 展会, 活动, 营销",
    "inbound email": "email, e-mail, mail, inbox, inbound e-mail, 邮件, 邮箱, 来信, 客户来信",
    "inbound call": "phone, call, hotline, 电话, 来电, 热线, 400",
    "referral": "referral, friend, recommendation, partner, 转介绍, 介绍, 推荐, 朋友介绍, 老客户介绍",
    "prospecting": "outbound, cold call, 陌拜, 开发, 主动开发",
    "import": "list, 导入",
}


def _forms() -> dict[str, str]:
    found = {folded(phrase): str(tag) for phrase, tag in pairs("SOURCES")}
    found |= {folded(word): code for code, words in _ALSO.items() for word in words.split(",")}
    return found | {folded(code): code for code in SOURCES}


_CODE_OF = _forms()


def source_of(words: str) -> str | None:
    """The code a word for a source stands for."""
    return _CODE_OF.get(folded(words))

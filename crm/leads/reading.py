"""The fields of a form become a lead: whatever they are called, in English or Chinese, nothing that was typed is lost.

What is not a field of ours goes along with the message under its own name.
"""

import re
import unicodedata
from collections.abc import Mapping

from crm.customers import tidy_name
from crm.details import email_address, phone_number, web_domain
from crm.intake.fields import field_of, folded
from crm.leads.lead import Lead
from crm.leads.mail_providers import MAIL_PROVIDERS
from crm.leads.sources import source_of
from crm.refusal import Refusal

MOST_MESSAGE = 5_000  # characters
MOST_WORDS = 200  # characters of any other field
_OWN = {
    "message": (
        "message, your message, comments, comment, inquiry, enquiry, question, request, body, text, details, notes,"
        "how can we help, what do you need, 留言, 需求, 咨询, 咨询内容, 需求描述, 内容, 备注, 问题, 说明, 留言内容"
    ),
    "campaign": "campaign, utm campaign, campaign name, promotion, 活动, 推广活动, 营销活动, 市场活动, 活动名称",
    "website": "website, web site, url, domain, homepage, company domain name, company website, 网站, 网址, 域名, 公司网站",
    "contact": "name, your name, from, sender, 姓名, 您的姓名, 称呼, 您的称呼, 发件人",
    "source": "utm source, how did you hear about us, 来源渠道, 渠道",
    "company": "business, business name, your company, 公司, 贵公司, 单位",
}
_FIELD = {folded(word): name for name, words in _OWN.items() for word in words.split(",")}
_FROM_INTAKE = {"name": "company", "outcome": "message"}
_SAME = ("contact", "first_name", "last_name", "phone", "email", "source", "city", "industry")


def field_for(heading: str) -> str | None:
    """The field of a lead that a form calls so."""
    own = _FIELD.get(folded(heading))
    if own:
        return own
    known = field_of(heading)
    return _FROM_INTAKE.get(known, known if known in _SAME else None) if known else None


def read_lead(fields: Mapping[str, str], *, source: str, strict: bool = False) -> Lead:
    """`source`: where it comes from, unless it says so itself. Of a field named twice the first that is filled in counts.

    Raises Refusal: lead_nobody (neither a name nor a way to reach anybody), lead_long; and where `strict`, lead_email
    and lead_phone for what is none. Else that goes along with the message.
    """
    said: dict[str, str] = {}
    more: list[str] = []
    for heading, value in fields.items():
        words = plain_words(value)
        field = field_for(heading)
        if not words or heading.startswith("_"):
            continue
        if field is None or field in said:
            more.append(f"{plain_words(heading)[:60]}: {words}")
        else:
            said[field] = words
    if len(said.get("message", "")) > MOST_MESSAGE:
        raise Refusal("lead_long", field="message", limit=MOST_MESSAGE)
    _check_lengths(said)
    return _lead(said, more, source=source, strict=strict)


def plain_words(value: str) -> str:
    """Text without control characters, its lines kept."""
    clean = unicodedata.normalize("NFC", value).replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in clean if c == "\n" or unicodedata.category(c) not in ("Cc", "Cs", "Co")).strip()


def own_domain(address: str | None) -> str | None:
    """The web domain of an e-mail address, but for a mail provider's."""
    domain = web_domain(address.rsplit("@", 1)[1]) if address and "@" in address else None
    return None if domain is None or domain in MAIL_PROVIDERS else domain


def _check_lengths(said: Mapping[str, str]) -> None:
    for field, words in said.items():
        if field != "message" and len(words) > MOST_WORDS:
            raise Refusal("lead_long", field=field, limit=MOST_WORDS)


def _lead(said: dict[str, str], more: list[str], *, source: str, strict: bool) -> Lead:
    email = _checked(said, "email", email_address(said.get("email", "")), more, strict=strict)
    phone = _checked(said, "phone", phone_number(said.get("phone", "")), more, strict=strict)
    told_source = source_of(said["source"]) if "source" in said else None
    if "source" in said and told_source is None:
        more.append(f"Source: {said['source']}")
    domain = _checked(said, "website", web_domain(said.get("website", "")), more, strict=False)
    contact = tidy_name(said.get("contact") or _whole_name(said))
    company = tidy_name(said.get("company", ""))
    if not (company or contact or email or phone):
        raise Refusal("lead_nobody")
    message = "\n".join([said.get("message", ""), *more]).strip()[:MOST_MESSAGE]
    return Lead(
        company=company or None,
        contact=contact or None,
        email=email,
        phone=phone,
        domain=domain or own_domain(email),
        city=said.get("city", "")[:100] or None,
        industry=said.get("industry", "")[:100] or None,
        message=message,
        source=told_source or source,
        campaign=_one_line(said.get("campaign", ""))[:120] or None,
    )


def _checked(said: Mapping[str, str], field: str, found: str | None, more: list[str], *, strict: bool) -> str | None:
    """What is no address or number is refused, or kept as words."""
    if found is None and field in said:
        if strict:
            raise Refusal(f"lead_{field}", value=said[field][:60])
        more.append(f"{field}: {said[field]}")
    return found


def _whole_name(said: Mapping[str, str]) -> str:
    first, last = said.get("first_name", ""), said.get("last_name", "")
    return f"{first} {last}".strip() if (first + last).isascii() else last + first


def _one_line(words: str) -> str:
    return re.sub(r"\s+", " ", words).strip()

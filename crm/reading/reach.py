"""How to reach a person: phone numbers and e-mail addresses, as written."""

import re
from itertools import islice
from typing import NamedTuple

from phonenumbers import Leniency, PhoneNumberMatcher

from crm.reading.model import ReadingContext

_EMAIL = re.compile(r"[\w.+%-]{1,64}@[A-Za-z0-9][A-Za-z0-9-]{0,62}(?:\.[A-Za-z0-9-]{1,62}){1,4}")
_LINK = re.compile(r"https?://[^\s<>]{1,2000}|www\.[^\s<>]{1,200}")
_PHONE = re.compile(r"(?<![A-Za-z0-9_./$£€¥])(?<!\d,)(?:\+|\(|\d)[\d\s().\-–]{5,22}\d(?![A-Za-z0-9_/%]|[.,]\d)")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+")
_DATE = re.compile(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}")
_REGIONS = {
    "USD": "US",
    "GBP": "GB",
    "EUR": "DE",
    "SGD": "SG",
    "CNY": "CN",
    "HKD": "HK",
    "AUD": "AU",
    "CAD": "CA",
    "INR": "IN",
    "PHP": "PH",
    "MYR": "MY",
    "IDR": "ID",
    "THB": "TH",
    "VND": "VN",
    "JPY": "JP",
    "KRW": "KR",
    "TWD": "TW",
    "NZD": "NZ",
    "CHF": "CH",
    "ZAR": "ZA",
    "NGN": "NG",
    "KES": "KE",
    "AED": "AE",
    "BRL": "BR",
    "MXN": "MX",
}
_ENOUGH = 12  # phone-like runs looked at in one message


class Reach(NamedTuple):
    phone: str | None
    email: str | None
    spans: list[tuple[int, int]]  # characters


def reach(text: str, context: ReadingContext) -> Reach:
    """The first phone and e-mail, and where all of them and all links stand."""
    emails = list(_EMAIL.finditer(text)) if "@" in text else []
    links = list(_LINK.finditer(text)) if "www." in text or "://" in text else []
    spans = [match.span() for match in (*emails, *links)]
    phones = []
    for match in islice(_PHONE.finditer(text), _ENOUGH):
        if not _inside(match.start(), spans) and _is_phone(match[0], context):
            phones.append(match[0].strip(" .-–"))
            spans.append(match.span())
    return Reach(_shown(phones[0]) if phones else None, emails[0][0].rstrip(".") if emails else None, spans)


def _shown(phone: str) -> str:
    return phone if phone.count("(") == phone.count(")") else phone.replace("(", "").replace(")", "").strip()


def _inside(at: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)


def _is_phone(run: str, context: ReadingContext) -> bool:
    digits = re.sub(r"\D", "", run)
    if not 7 <= len(digits) <= 15 or _DATE.search(run):
        return False
    if len(digits) == 11 and digits[0] == "1" and digits[1] in "3456789" and run.strip().isdigit():
        return True
    if run.strip().isdigit() and len(digits) < 8:
        return False
    if re.search(r"\D\d$", run.strip()):
        return False  # EN 10204 3.1
    if re.search(r"\d\s{2,}|\.\s|\s-\s", run.strip()) and not run.strip().startswith(("+", "(")):
        return False
    region = _REGIONS.get(context.default_currency, "US")
    return any(True for _ in PhoneNumberMatcher(run, region, Leniency.POSSIBLE))

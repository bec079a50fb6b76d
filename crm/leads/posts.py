"""A post in a watched channel becomes a lead: a form's lines ("Name: Jane"), a forwarded mail, or free words with an
address in them. What is no inquiry is left alone; where only an address was found, a manager is asked."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from crm.intake.fields import folded
from crm.leads.lead import Lead
from crm.leads.reading import MOST_MESSAGE, MOST_WORDS, field_for, read_lead
from crm.reading.markup import plain
from crm.reading.model import ReadingContext
from crm.reading.reach import reach
from crm.refusal import Refusal

_PAIR = re.compile(r"[\W_]*([^:：\n]{1,40}?)[\W_]*[:：](?!//)\s*(.*)")
_NOBODY = re.compile(
    r"(?:no-?reply|do-?not-?reply|mailer-daemon|notifications?|newsletter|postmaster|bounces?)\b", re.I
)
_NAMES, _WAYS = frozenset({"company", "contact", "first_name", "last_name"}), frozenset({"email", "phone"})


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail that was forwarded into Slack."""

    address: str
    name: str
    subject: str
    text: str


@dataclass(frozen=True, slots=True)
class Post:
    """`texts`: the same post as text, in the ways Slack tells it (words, blocks, attachments), with Slack's marks."""

    texts: tuple[str, ...]
    mail: Mail | None = None


@dataclass(frozen=True, slots=True)
class Inquiry:
    """`sure`: it says who, and how to reach them."""

    lead: Lead
    sure: bool


def read_post(post: Post, context: ReadingContext, *, source: str) -> Inquiry | None:
    """None where it says neither who, nor how to reach anybody."""
    texts = [plain(text).text for text in (*post.texts, *([post.mail.text] if post.mail else ()))]
    fields = max((_fields(text.splitlines()) for text in texts), key=_known, default={})
    if post.mail and not _NOBODY.match(post.mail.address):
        fields = _with_sender(fields, post.mail)
    sure = _known(fields) > 1 and bool(_names(fields) & _NAMES) and bool(_names(fields) & _WAYS)
    if not _names(fields) & _WAYS:
        fields = _with_address(fields, texts, context)
    told = _names(fields)
    if not told & _WAYS and (len(told) < 2 or not told & _NAMES):
        return None
    try:
        return Inquiry(read_lead(_bounded(fields), source=source), sure)
    except Refusal:
        return None


def _fields(lines: Iterable[str]) -> dict[str, str]:
    """The pairs of a form: `Name: Jane`, or a name alone on its line with the value below it. What is written over several
    lines stays together; a strange heading within a message is part of it."""
    found: dict[str, str] = {}
    heading: str | None = None
    for line in lines:
        pair = _PAIR.fullmatch(line)
        label = pair[1].strip() if pair else line.strip(" *_\t")
        is_field = len(label) <= 40 and field_for(label) is not None
        strange = pair is not None and not label.isdigit() and field_for(heading or "") != "message"
        if is_field or strange:
            heading = _free(label, found)
            found[heading] = pair[2].strip(" *_\t") if pair else ""
        elif heading is not None and line.strip():
            found[heading] = f"{found[heading]}\n{line.strip()}".strip()
    return found


def _free(label: str, found: Mapping[str, str]) -> str:
    """A heading that came before is told apart, so that nothing is written over."""
    return label if label not in found else f"{label} {len(found)}"


def _known(fields: Mapping[str, str]) -> int:
    return len(_names(fields))


def _names(fields: Mapping[str, str]) -> frozenset[str]:
    """The fields of ours that are filled in."""
    return frozenset(name for heading, value in fields.items() if value and (name := field_for(heading)))


def _with_sender(fields: Mapping[str, str], mail: Mail) -> dict[str, str]:
    """Who wrote, unless the mail itself is a form that names somebody."""
    told = _names(fields)
    if told & _WAYS and told & _NAMES:
        return {**fields, "subject": mail.subject}
    name = mail.name if folded(mail.name) != folded(mail.address) else ""
    words = f"{mail.subject}\n{mail.text}".strip()[:MOST_MESSAGE]
    return {"email": mail.address, **({"contact": name} if name else {}), "message": words}


def _with_address(fields: Mapping[str, str], texts: Sequence[str], context: ReadingContext) -> dict[str, str]:
    """The first address or number anywhere in the words, with the words as the message."""
    text = max(texts, key=len, default="")
    found = reach(text, context)
    ways = {name: value for name, value in (("email", found.email), ("phone", found.phone)) if value}
    if not ways:
        return dict(fields)
    message = {} if "message" in _names(fields) else {"message": text[:MOST_MESSAGE]}
    return {**{name: value for name, value in fields.items() if field_for(name)}, **ways, **message}


def _bounded(fields: Mapping[str, str]) -> dict[str, str]:
    """What is too long for its field is cut: there is nobody to ask again."""
    return {
        heading: value[: MOST_MESSAGE if field_for(heading) in ("message", None) else MOST_WORDS]
        for heading, value in fields.items()
    }

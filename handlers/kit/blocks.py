"""Block Kit, as small as we use it. Everything that people wrote goes through `esc`, and is clipped before it is escaped."""

import html
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

Block = dict[str, Any]
Element = dict[str, Any]

MOST_BLOCKS = 50
MOST_LABEL = 75  # letters on a button
MOST_TEXT = 2900  # Slack's limit is 3,000; escaping is done before, an ellipsis may follow
# Marks that turn the direction of all that follows: in a name they would write our own sentence backwards.
_TURNING = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
_BROKEN_WORD = re.compile(r"\s[^\s\u2e80-\uffef]{1,12}$")  # Chinese has no spaces, and may be cut anywhere
_BOLD = re.compile(r"(?<![\w*])\*([^*\n]+)\*(?![\w*])")
_CLIP_AT_WORDS = 40  # characters: a shorter label needs each of them
# Slack has no sign that takes a mark's meaning away, and a mark acts only at the edge of a word. There its full-width
# form stands for it: it acts nowhere, and NFKC (and so every search of ours) reads it as the mark again.
_ACTING = re.compile(r"(?<![^\W_])[*_]|[*_](?![^\W_])|(?<=\S)~(?![^\W_])|`")
_FULL_WIDTH = {"*": "＊", "_": "＿", "~": "～", "`": "｀"}


@dataclass(frozen=True)
class Message:
    """What a view makes. `text` carries the whole meaning: it is what a screen reader says and a lock screen shows."""

    text: str
    blocks: list[Block] = field(default_factory=list)


def clip(text: str, most: int) -> str:
    """At most so many characters; what is longer ends after a whole word, where words have spaces between them."""
    text = text if text.isascii() else text.translate(_TURNING)
    if len(text) <= most:
        return text
    kept = text[: most - 1]
    if most >= _CLIP_AT_WORDS and text[most - 1].isalnum():
        kept = _BROKEN_WORD.sub("", kept)
    return kept.rstrip(" ,，、") + "…"


def whole_lines(text: str, most: int) -> str:
    """Lines that do not fit go whole, so that no bold is left open."""
    if len(text) <= most or "\n" not in text[:most]:
        return clip(text, most)
    return text[: text.rindex("\n", 0, most - 1)] + "\n…"


def esc(text: str, most: int = 500) -> str:
    """Text by people as mrkdwn text: clipped, then exactly & < > escaped, so that nobody can mention a channel by it;
    marks that would make words bold, slanted, struck or code, and end our own bold, made harmless."""
    bare = _ACTING.sub(lambda mark: _FULL_WIDTH[mark[0]], clip(text, most))
    return bare.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def unmarked(said: str) -> str:
    """A sentence for where Slack draws no marks, as at a field of a form: nothing bold, nothing escaped."""
    return html.unescape(_BOLD.sub(r"\1", said))


def quote(text: str, most: int = 300) -> str:
    """People's words as a quote."""
    return "\n".join(f">{line}" for line in esc(text, most).splitlines() or [""])


def begun(line: str) -> str:
    """A line of ours that begins as a sentence does."""
    return line[:1].upper() + line[1:]


def bold(title: str, *lines: str) -> str:
    """A title in bold, and the lines below it."""
    return "\n".join([f"*{title.strip()}*", *lines])


def that_fit(title: str, lines: Iterable[str]) -> list[str]:
    """As many of the lines as stand whole below a bold title in one section: what is left can then be counted."""
    room, fitting = MOST_TEXT - len(bold(title)), []
    for line in lines:
        room -= len(line) + 1
        if room < 0:
            break
        fitting.append(line)
    return fitting


def packed(lines: Iterable[str]) -> list[Block]:
    """As few sections as hold all the lines whole."""
    texts: list[str] = []
    for line in lines:
        if texts and len(texts[-1]) + 1 + len(line) <= MOST_TEXT:
            texts[-1] += f"\n{line}"
        else:
            texts.append(line)
    return [section(text) for text in texts]


def bullets(lines: Iterable[str]) -> list[str]:
    """Lines of a list, such as figures that nobody would find in a paragraph."""
    return [f"• {line}" for line in lines]


def section(text: str, *, accessory: Element | None = None, block_id: str | None = None) -> Block:
    block: Block = {"type": "section", "text": {"type": "mrkdwn", "text": whole_lines(text, MOST_TEXT) or " "}}
    if accessory:
        block["accessory"] = accessory
    return _named(block, block_id)


def table(heading: Sequence[str], rows: Sequence[Sequence[str]]) -> Block:
    """At most 100 rows, one table a message. The first column is words, the others are figures and stand right.
    Cells are given escaped, and shown plain."""
    said = [[clip(html.unescape(cell), 200) or "–" for cell in row] for row in (heading, *rows[:99])]
    cells = [[{"type": "raw_text", "text": cell} for cell in row] for row in said]
    right = [{"align": "left", "is_wrapped": True}, *({"align": "right"} for _ in heading[1:])]
    return {"type": "table", "rows": cells, "column_settings": right}


def header(text: str) -> Block:
    """`text` as it stands in a message's own text, escaped: a header is plain, and shows what it is given."""
    return {"type": "header", "text": plain(html.unescape(text), 150)}


def context(*texts: str) -> Block:
    return {"type": "context", "elements": [{"type": "mrkdwn", "text": clip(text, MOST_TEXT)} for text in texts[:10]]}


def divider() -> Block:
    return {"type": "divider"}


def actions(*elements: Element, block_id: str | None = None) -> Block:
    return _named({"type": "actions", "elements": list(elements[:25])}, block_id)


def button(
    text: str, action_id: str, *, style: str | None = None, confirm: Element | None = None, value: str | None = None
) -> Element:
    element: Element = {"type": "button", "text": plain(text, MOST_LABEL), "action_id": action_id}
    if style:
        element["style"] = style
    if confirm:
        element["confirm"] = confirm
    if value:
        element["value"] = value
    return element


def confirm(title: str, text: str, yes: str, no: str) -> Element:
    return {
        "title": plain(title, 100),
        "text": plain(text, 300),
        "confirm": plain(yes, 30),
        "deny": plain(no, 30),
        "style": "danger",
    }


def overflow(action_id: str, options: Sequence[tuple[str, str]]) -> Element:
    """`options`: (text, value), at most five."""
    return {"type": "overflow", "action_id": action_id, "options": [option(text, value) for text, value in options[:5]]}


def option(text: str, value: str) -> Element:
    return {"text": plain(text, 75), "value": value}


def plain(text: str, most: int) -> Element:
    return {"type": "plain_text", "text": clip(text, most) or " ", "emoji": True}


def modal(
    title: str, submit: str | None, close: str, blocks: list[Block], *, callback_id: str, metadata: str = ""
) -> Block:
    view: Block = {
        "type": "modal",
        "callback_id": callback_id,
        "title": plain(title, 24),
        "close": plain(close, 24),
        "blocks": blocks[:100],
        "private_metadata": metadata,
    }
    if submit:
        view["submit"] = plain(submit, 24)
    return view


def input_(
    label: str, block_id: str, element: Element, *, hint: str | None = None, optional: bool = False, heard: bool = False
) -> Block:
    """The element's action_id is its block's id: a form's values are then read by one name. `heard`: a choice is told at
    once, since other fields depend on it."""
    block: Block = {
        "type": "input",
        "block_id": block_id,
        "label": plain(label, 2000),
        "element": {**element, "action_id": element.get("action_id", block_id)},
        "optional": optional,
    }
    if heard:
        block["dispatch_action"] = True
    if hint:
        block["hint"] = plain(hint, 2000)
    return block


def text_input(
    initial: str | None = None, *, multiline: bool = False, most: int = 3000, placeholder: str | None = None
) -> Element:
    element: Element = {"type": "plain_text_input", "multiline": multiline, "max_length": most}
    if initial:
        element["initial_value"] = initial[:most]
    if placeholder:
        element["placeholder"] = plain(placeholder, 150)
    return element


def select(options: Sequence[Element], initial: str | None = None, *, placeholder: str | None = None) -> Element:
    element: Element = {"type": "static_select", "options": list(options[:100])}
    chosen = next((one for one in options if one["value"] == initial), None)
    if chosen:
        element["initial_option"] = chosen
    if placeholder:
        element["placeholder"] = plain(placeholder, 150)
    return element


def checkboxes(options: Sequence[Element], chosen: Collection[str] = ()) -> Element:
    """At most ten."""
    ticked = [one for one in options if one["value"] in chosen]
    return {"type": "checkboxes", "options": list(options), **({"initial_options": ticked} if ticked else {})}


def external_select(action_id: str, initial: Element | None = None, *, placeholder: str, least: int = 0) -> Element:
    element: Element = {
        "type": "external_select",
        "action_id": action_id,
        "min_query_length": least,
        "placeholder": plain(placeholder, 150),
    }
    if initial:
        element["initial_option"] = initial
    return element


def user_select(action_id: str | None = None, initial: str | None = None, *, placeholder: str) -> Element:
    """One member of the workspace."""
    element: Element = {"type": "users_select", "placeholder": plain(placeholder, 150)}
    if action_id:
        element["action_id"] = action_id
    return {**element, **({"initial_user": initial} if initial else {})}


def users_select(initial: Sequence[str] = ()) -> Element:
    """Several members of the workspace."""
    return {"type": "multi_users_select", **({"initial_users": list(initial)} if initial else {})}


def conversations_select(initial: str | None = None) -> Element:
    """One channel of this company: neither direct messages nor what is shared with another one."""
    only = {"include": ["public", "private"], "exclude_external_shared_channels": True, "exclude_bot_users": True}
    chosen = {"initial_conversation": initial} if initial else {}
    return {"type": "conversations_select", "filter": only, **chosen}


def multi_external_select(action_id: str, *, placeholder: str, most: int) -> Element:
    return {
        **external_select(action_id, placeholder=placeholder),
        "type": "multi_external_select",
        "max_selected_items": most,
    }


def date_picker(initial: date | None = None) -> Element:
    return {"type": "datepicker", **({"initial_date": initial.isoformat()} if initial else {})}


def time_picker(initial: str | None = None) -> Element:
    return {"type": "timepicker", **({"initial_time": initial} if initial else {})}


def date_of(instant: datetime | None, zone: str) -> date | None:
    return instant.astimezone(ZoneInfo(zone)).date() if instant else None


def time_of(instant: datetime | None, zone: str) -> str | None:
    return instant.astimezone(ZoneInfo(zone)).strftime("%H:%M") if instant else None


def _named(block: Block, block_id: str | None) -> Block:
    return {**block, "block_id": block_id} if block_id else block

"""Posts in channels as Slack tells of them: words, blocks, attachments, and mails forwarded as files."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from crm.leads.posts import Mail, Post
from handlers.kit.payloads import Body
from operations.in_and_out.watching import Posted

ADD_LEAD = "add_lead"  # as the manifest names the step
POSTS = (None, "bot_message", "file_share")
MOST_PIECES = 200  # of blocks looked at


def is_in_a_channel(event: Mapping[str, Any]) -> bool:
    """Whether a message event is of a public channel; what is said to the bot itself is a note."""
    return event.get("channel_type") == "channel"


@dataclass(frozen=True)
class Step:
    """A workflow runs our step. `fields`: what its author filled in, by the manifest's names."""

    workspace_id: str
    execution_id: str
    fields: dict[str, str]


def read_step(body: Body) -> Step | None:
    """None for a step that is none of ours."""
    event = body["event"]
    if event["function"]["callback_id"] != ADD_LEAD:
        return None
    inputs = event.get("inputs") or {}
    fields = {str(name): _said(value) for name, value in inputs.items()}
    return Step(body["team_id"], event["function_execution_id"], fields)


def _said(value: Any) -> str:
    """Numbers as they are written; what a person chose in several, by comma."""
    if isinstance(value, list):
        return ", ".join(_said(one) for one in value)
    return "" if value is None or isinstance(value, dict) else str(value)


def read_post(body: Body) -> Posted | None:
    """A fresh post of an app or of somebody here; None for edits, threads, words to us and our own ones."""
    event = body["event"]
    us = {one.get("user_id") for one in body.get("authorizations") or () if one.get("is_bot")}
    is_reply = event.get("thread_ts") not in (None, event["ts"])  # read later, a post may have got answers
    if event.get("subtype") not in POSTS or event.get("user") in us or is_reply:
        return None
    home = event.get("user_team") or event.get("source_team") or event.get("team")
    if not event.get("bot_id") and home is not None and home != body["team_id"]:
        return None
    text = event.get("text") or ""
    if any(f"<@{one}" in text for one in us):
        return None
    texts = ["\n".join(_texts(event.get(part) or ())) for part in ("blocks", "attachments")]
    mails = [mail for file in event.get("files") or () if (mail := _mail(file))]
    return Posted(
        body["team_id"], event["channel"], event["ts"], Post((text, *filter(None, texts)), next(iter(mails), None))
    )


def _texts(pieces: Any) -> Iterator[str]:
    """The words of blocks and attachments, a line each, in order; of rich text, a line a section."""
    for piece in list(pieces)[:MOST_PIECES]:
        if piece.get("type") in ("rich_text_section", "rich_text_preformatted", "rich_text_quote"):
            yield "".join(_inline(one) for one in piece.get("elements") or ())
            continue
        text = piece.get("text")
        if isinstance(text, dict):
            yield str(text.get("text") or "")
        elif isinstance(text, str):
            yield from filter(None, (str(piece.get("pretext") or ""), str(piece.get("title") or ""), text))
        for field in piece.get("fields") or ():
            yield str(field.get("text") or f"{field.get('title', '')}: {field.get('value', '')}")
        yield from _texts(
            [one for name in ("elements", "blocks") for one in piece.get(name) or () if isinstance(one, dict)]
        )


def _inline(element: Mapping[str, Any]) -> str:
    """A piece of a line of rich text."""
    return str(element.get("text") or element.get("url") or "").removeprefix("mailto:")


def _mail(file: Mapping[str, Any]) -> Mail | None:
    """A mail that Slack's own mail app, or the mail add-ins, put into the channel."""
    senders = file.get("from") or ()
    if (file.get("filetype") != "email" and file.get("mode") != "email") or not senders:
        return None
    text = file.get("plain_text") or file.get("preview_plain_text") or file.get("preview") or ""
    subject = file.get("subject") or file.get("title") or ""
    return Mail(str(senders[0].get("address") or ""), str(senders[0].get("name") or ""), str(subject), str(text))

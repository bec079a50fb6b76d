"""A message as it is shown to people: what Slack wrote into it for programs, written out again.

Slack escapes `& < >` and puts links and mentions into angle brackets. Reading wants them as they come; a note's kept
words, a form and a card want what the writer saw.
"""

import re

from sqlalchemy import Connection

from storage import people

_TOKEN = re.compile(r"<([^<>|\n]{1,2000})(?:\|([^<>\n]{0,2000}))?>")
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"))


def plain_words(tx: Connection, text: str, *, workspace_id: str) -> str:
    """The words of a Slack message, people in it by name."""
    if "<" in text:
        mentioned = {token[1][1:] for token in _TOKEN.finditer(text) if token[1].startswith("@")}
        names = people.names(tx, workspace_id=workspace_id, person_ids=mentioned) if mentioned else {}
        text = _TOKEN.sub(lambda token: _shown(token[1], token[2], names), text)
    for entity, character in _ENTITIES:
        text = text.replace(entity, character)
    return text.strip()


def _shown(target: str, label: str | None, names: dict[str, str]) -> str:
    if target.startswith("@"):
        return f"@{names.get(target[1:]) or label or target[1:]}"
    if target[0] in "#!":
        return target[0].replace("!", "@") + (label or target[1:]).lstrip("@")
    return label or target.removeprefix("mailto:").removeprefix("tel:")

"""Customers to choose from: what their buttons say, and who they are in full where a button has no room to tell."""

from collections.abc import Sequence

from crm.cards import Candidate
from handlers.kit.blocks import MOST_LABEL, clip, esc
from handlers.kit.speech import Speech


def labels(candidates: Sequence[Candidate], speech: Speech) -> list[str]:
    """Name and owner; numbered as they stand in full above the buttons, where they do."""
    said = [_said(one.name, one.owner_name, speech) for one in candidates]
    if not _need_more(said):
        return said
    return [f"{n}. {clip(one, MOST_LABEL - 4)}" for n, one in enumerate(said, 1)]


def in_full(candidates: Sequence[Candidate], speech: Speech) -> list[str]:
    """A numbered line each; none where the buttons say it all and no two say the same."""
    if not _need_more([_said(one.name, one.owner_name, speech) for one in candidates]):
        return []
    whole = [
        _said(esc(one.name, 300), esc(one.owner_name, 120) if one.owner_name else None, speech) for one in candidates
    ]
    return [f"{n}. {one}" for n, one in enumerate(whole, 1)]


def _said(name: str, owner: str | None, speech: Speech) -> str:
    return f"{name}{speech.aside(owner)}" if owner else name


def _need_more(said: Sequence[str]) -> bool:
    return len(set(said)) < len(said) or any(len(one) > MOST_LABEL for one in said)

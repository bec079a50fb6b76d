"""The app's half of the contract, read from its manifest.yml: what people can call, and what the bot is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sandbox.nouns import Json


@dataclass(frozen=True)
class Manifest:
    commands: list[Json]
    shortcuts: list[Json]
    events: frozenset[str]
    scopes: frozenset[str] | None = None
    steps: Mapping[str, Json] = field(default_factory=dict)  # by callback id, as the manifest tells them

    @classmethod
    def of(cls, told: Manifest | Path | str | None) -> Manifest:
        """As it is, as its file says, or an app that nothing is known of."""
        if isinstance(told, Manifest):
            return told
        return cls.read(told) if told else cls([], [], frozenset())

    @classmethod
    def read(cls, path: Path | str) -> Manifest:
        import yaml  # only here: a Slack without a manifest needs no YAML

        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # in C where it was built: seven times as fast
        told: dict[str, Any] = yaml.load(Path(path).read_text(encoding="utf-8"), loader) or {}
        features, settings = told.get("features") or {}, told.get("settings") or {}
        granted = ((told.get("oauth_config") or {}).get("scopes") or {}).get("bot")
        subscriptions = settings.get("event_subscriptions") or {}
        return cls(
            list(features.get("slash_commands") or []),
            list(features.get("shortcuts") or []),
            frozenset(subscriptions.get("bot_events") or []),
            frozenset(granted) if granted is not None else None,
            told.get("functions") or {},
        )

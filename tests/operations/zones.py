"""Zones whose clocks change, by an hour or half an hour, forwards and back, within the weeks from BEGUN on."""

from datetime import UTC, datetime

ZONES = (
    "Europe/London",
    "America/New_York",
    "Asia/Shanghai",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "America/Sao_Paulo",
)
BEGUN = datetime(2026, 3, 1, tzinfo=UTC)

"""manifest.yml and the listeners name the same things; and every tap has somebody who listens."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import SecretStr

from bot.app import Dibs
from bot.manifest import read_manifest
from bot.settings import Settings
from crm.refusal import Refusal
from handlers.kit import ids
from handlers.kit.ids import Tap, verb_of

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def dibs(tmp_path_factory: pytest.TempPathFactory) -> Dibs:
    path = tmp_path_factory.mktemp("contract") / "dibs.db"
    return Dibs(Settings(_env_file=None, slack_bot_token=SecretStr("xoxb-x"), database_url=f"sqlite:///{path}"))


def _manifest() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(read_manifest())
    return loaded


def _registered(name: str) -> set[str]:
    """What the rooms register, read from their sources: `app.event("…")`, `desk.command(app, "…")`."""
    found: set[str] = set()
    for path in (ROOT / "handlers").rglob("listen.py"):
        found |= set(re.findall(rf"{name}\((?:app, )?\"([^\"]+)\"", path.read_text()))
    return found


def test_every_subscribed_event_has_a_listener_and_none_listens_in_vain() -> None:
    subscribed = {event.split(".")[0] for event in _manifest()["settings"]["event_subscriptions"]["bot_events"]}
    assert _registered("app.event") == subscribed


def test_the_commands_of_the_manifest_are_those_that_are_answered() -> None:
    assert {one["command"] for one in _manifest()["features"]["slash_commands"]} == _registered("desk.command")


def test_the_shortcuts_of_the_manifest_are_those_that_are_answered() -> None:
    named = {one["callback_id"] for one in _manifest()["features"]["shortcuts"]}
    assert named == {ids.LOG_MESSAGE, ids.LOG_ANYWHERE}


def test_every_scope_has_its_reason_beside_it() -> None:
    lines = (ROOT / "manifest.yml").read_text().split("bot:\n")[1].split("settings:")[0].splitlines()
    assert all("#" in line for line in lines if line.strip())


def test_every_tap_is_listened_for() -> None:
    sources = "\n".join(path.read_text() for path in (ROOT / "handlers").rglob("listen.py"))
    taps = [name for name, tap in vars(ids).items() if isinstance(tap, Tap)]
    assert [name for name in taps if f"ids.{name}," not in sources] == []


@pytest.mark.parametrize("tap", [tap for tap in vars(ids).values() if isinstance(tap, Tap)], ids=lambda tap: tap.verb)
def test_a_tap_reads_what_it_wrote_and_no_other_does(tap: Tap) -> None:
    facts = {name: str(n) for n, name in enumerate(tap.names)}
    facts |= {name: "2026-03-11T09:00:00+08:00" for name in ("opened_at", "halted_at") if name in facts}
    facts |= dict(zip(tap.names[-1:], tap.answers[:1], strict=False))
    written = tap.id(*facts.values())
    assert tap.read(written) == facts
    others = [one for one in vars(ids).values() if isinstance(one, Tap) and one is not tap]
    assert [one for one in others if one.verb == verb_of(written)] == []


@pytest.mark.parametrize(
    "made_up",
    [
        "deal.move",
        "deal.move|d|1",
        "deal.move|d|-1|won",
        "deal.move|d|1e3|won",
        "deal.move|d|９|won",
        f"deal.move|d|{2**63}|won",
        "other|d|1|won",
    ],
)
def test_an_id_no_tap_writes_is_refused(made_up: str) -> None:
    with pytest.raises(Refusal, match="old_button"):
        ids.DEAL_MOVE.read(made_up)


def test_a_choice_is_one_of_those_there_are_and_an_instant_has_its_zone() -> None:
    for tap, action_id in (
        (ids.SWITCH_CLOCK, "rules.switch|"),
        (ids.ANSWER_LEAVE, "leave.answer|l|perhaps"),
        (ids.RESUME_SWEEP, "pool.resume_sweep|2026-02-30"),
        (ids.RESUME_SWEEP, "pool.resume_sweep|2026-02-20T10:00"),
    ):
        with pytest.raises(Refusal, match="old_button"):
            tap.read(action_id)


def test_the_manifest_for_http_has_an_address_wherever_slack_wants_one() -> None:
    manifest = yaml.safe_load(read_manifest("https://dibs.example/"))
    address = "https://dibs.example/slack/events"
    assert manifest["settings"]["interactivity"]["request_url"] == address
    assert all(command["url"] == address for command in manifest["features"]["slash_commands"])
    assert manifest["settings"]["socket_mode_enabled"] is False


def test_listeners_commit_before_they_acknowledge(dibs: Dibs) -> None:
    assert dibs.app.process_before_response

"""Settings that can't work, or that others could read, are refused with what to do."""

from pathlib import Path

import pytest

from bot.crypto import Safe, TokenUnreadable, new_key
from bot.settings import SECRETS, SettingsRefused, read_settings

MANY = {"SLACK_CLIENT_ID": "1.2", "SLACK_CLIENT_SECRET": "s", "SLACK_SIGNING_SECRET": "s", "DIBS_TRANSPORT": "http"}


@pytest.fixture(autouse=True)
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, and nothing in the environment."""
    monkeypatch.chdir(tmp_path)
    for name in (*SECRETS, *MANY):
        monkeypatch.setenv(name, "")  # remembered, so that what a test sets is taken back
        monkeypatch.delenv(name)
    return tmp_path


@pytest.mark.parametrize(
    ("but", "said"),
    [
        ({"SLACK_BOT_TOKEN": "xoxb-1"}, "unset the one you don't want"),
        ({"DIBS_TRANSPORT": "socket"}, "set DIBS_TRANSPORT=http"),
        ({"SLACK_CLIENT_SECRET": ""}, "SLACK_CLIENT_SECRET: missing"),
        ({"DIBS_TOKEN_KEYS": ""}, "Make one with: dibs keys new"),
        ({"DIBS_TOKEN_KEYS": "hunter2"}, "Make one with: dibs keys new"),
    ],
)
def test_many_workspaces_are_refused_what_cannot_work(
    but: dict[str, str], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {**MANY, "DIBS_TOKEN_KEYS": new_key(), **but}.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(SettingsRefused, match=said):
        read_settings().require_tokens()


def test_keys_may_stand_in_a_file_of_ones_own_and_in_no_other(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keys = bare / "keys"
    keys.write_text(f"{new_key()}\n{new_key()}\n")
    for name, value in {**MANY, "DIBS_TOKEN_KEYS_FILE": str(keys)}.items():
        monkeypatch.setenv(name, value)
    keys.chmod(0o644)
    with pytest.raises(SettingsRefused, match="chmod 600"):
        read_settings()
    keys.chmod(0o600)
    read_settings().require_tokens()


def test_an_env_file_with_a_secret_that_others_can_read_is_refused(bare: Path) -> None:
    env = bare / ".env"
    env.write_text("DIBS_PORT=3001\n")
    env.chmod(0o644)
    assert read_settings().port == 3001, "there is nothing to hide"
    env.write_text("DIBS_PORT=3001\nexport SLACK_BOT_TOKEN = xoxb-1\n")
    with pytest.raises(SettingsRefused, match=r"chmod 600 \.env"):
        read_settings()
    env.chmod(0o600)
    assert read_settings().slack_bot_token.get_secret_value() == "xoxb-1"


def test_a_token_opens_with_any_key_and_for_its_own_workspace_only() -> None:
    old, new = new_key(), new_key()
    locked = Safe([old]).lock("T1", "xoxb-1")
    assert Safe([new, old]).open("T1", locked) == "xoxb-1"
    fresh = Safe([new, old]).lock_anew("T1", locked)
    assert Safe([new]).open("T1", fresh) == "xoxb-1"
    for keys, workspace, what in (([new], "T1", locked), ([old], "T2", locked), ([old], "T1", locked[:-4])):
        with pytest.raises(TokenUnreadable):
            Safe(keys).open(workspace, what)

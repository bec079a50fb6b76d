"""Files from Slack and to Slack: streamed, bounded, and with the token shown to Slack's own hosts only."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO
from urllib.parse import urlsplit

import urllib3
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from urllib3.exceptions import HTTPError

from crm.refusal import Refusal
from crm.sheets import MOST_BYTES

SLACKS_OWN = (".slack.com", ".slack-edge.com", ".slack-files.com")
_BLOCK = 1 << 18


class FileNotMoved(Exception):  # noqa: N818 - what became of a request
    """Slack could not be reached, or answered as it does in trouble: trying again later may well succeed."""


class Files:
    """One workspace's files. `base_url` is Slack's API, or the sandbox's: its host is trusted with the token too."""

    def __init__(self, client: WebClient, *, token: str, base_url: str) -> None:
        self._client, self._token = client, token
        self._home = urlsplit(base_url)
        self._pool = urllib3.PoolManager(timeout=urllib3.Timeout(connect=5, read=30), retries=False)

    @contextmanager
    def fetched(self, url: str) -> Iterator[IO[bytes]]:
        """A private file of Slack's, on disk while it is read. Raises Refusal (file_gone, file_too_big), FileNotMoved."""
        if not self._may_have_token(url):
            raise Refusal("file_gone")
        with tempfile.TemporaryFile() as file:
            self._fetch(url, file)
            file.seek(0)
            yield file

    def _fetch(self, url: str, file: IO[bytes]) -> None:
        headers = {"Authorization": f"Bearer {self._token}"}
        try:
            answer = self._pool.request("GET", url, headers=headers, preload_content=False, redirect=False)
            try:
                if answer.status == 429 or answer.status >= 500:
                    raise FileNotMoved(f"http {answer.status}")
                kind = answer.headers.get("content-type", "")
                if answer.status != 200 or kind.startswith("text/html"):  # a page to sign in on, or none
                    raise Refusal("file_gone")
                for block in answer.stream(_BLOCK):
                    file.write(block)
                    if file.tell() > MOST_BYTES:
                        raise Refusal("file_too_big", limit=MOST_BYTES // 1_000_000)
            finally:
                answer.release_conn()
        except (HTTPError, OSError) as error:
            raise FileNotMoved(type(error).__name__) from error

    def _may_have_token(self, url: str) -> bool:
        to = urlsplit(url)
        if (to.scheme, to.netloc) == (self._home.scheme, self._home.netloc):
            return True
        return to.scheme == "https" and (to.hostname or "").endswith(SLACKS_OWN)

    def send(
        self, path: Path, *, name: str, comment: str, to: str, before: str | None, noted: Callable[[str], None]
    ) -> str:
        """Show a file to a person in their DM; its id at Slack. `noted` is told the id before Slack shows it, and a second
        try brings that id as `before`: what is shown already is not shown again. Raises FileNotMoved, SlackApiError."""
        try:
            channel = self._client.conversations_open(users=to)["channel"]["id"]
            if before and self._is_shown(before, channel):
                return before
            place = self._client.files_getUploadURLExternal(filename=name, length=path.stat().st_size)
            self._put(place["upload_url"], path)
            noted(place["file_id"])
            self._client.files_completeUploadExternal(
                files=[{"id": place["file_id"], "title": name}], channel_id=channel, initial_comment=comment
            )
        except (HTTPError, OSError) as error:
            raise FileNotMoved(type(error).__name__) from error
        return str(place["file_id"])

    def keep(self, path: Path, *, name: str) -> str:
        """Leave a file with Slack that is shown nowhere by itself, for a block to name; its id. Raises FileNotMoved,
        SlackApiError."""
        try:
            place = self._client.files_getUploadURLExternal(filename=name, length=path.stat().st_size)
            self._put(place["upload_url"], path)
            self._client.files_completeUploadExternal(files=[{"id": place["file_id"], "title": name}])
        except (HTTPError, OSError) as error:
            raise FileNotMoved(type(error).__name__) from error
        return str(place["file_id"])

    def _put(self, url: str, path: Path) -> None:
        """The address is Slack's own, given for this one file: no token goes with it."""
        with path.open("rb") as file:
            headers = {"Content-Type": "application/octet-stream", "Content-Length": str(path.stat().st_size)}
            answer = self._pool.request("POST", url, body=file, headers=headers, redirect=False)
        if answer.status != 200:
            raise FileNotMoved(f"http {answer.status}")

    def _is_shown(self, file_id: str, channel: str) -> bool:
        try:
            file = self._client.files_info(file=file_id)["file"]
        except SlackApiError:
            return False
        return channel in (file.get("ims") or ())

"""The postman: the only place that posts to Slack. It carries a letter once and says truly what became of it.

Every answer is sorted into what it allows: Sent, RetryAt (definitely not sent), Unknown (perhaps), Permanent (never).
Our id travels in the message's metadata, so that `find` can look it up in the channel when nobody knows whether a
message got through; `client_msg_id` is a hint that Slack may or may not heed.
"""

from __future__ import annotations

import logging
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

from slack_sdk.errors import SlackApiError
from ulid import ULID

from bot.wire import Ambiguous, KeptOpenClient, NotSent, TooLate, Wire
from handlers.kit.blocks import whole_lines
from handlers.kit.charts import NATIVE
from scheduler.relay import Block, Payload
from storage.outbox import Letter
from storage.outcomes import Outcome, Permanent, RetryAt, Sent, Unknown

log = logging.getLogger(__name__)

EVENT_TYPE: Final = "dibs"
STEP_FAILED: Final = "functions.completeError"
_PAGES_TO_LOOK_THROUGH: Final = 5
_LOOK_AGAIN_SECONDS: Final = 600.0

# Slack's codes (docs.slack.dev, chat.postMessage, views.publish). Any other refusal is final: it would come again.
_TOO_FAST: Final = {"ratelimited", "rate_limited", "message_limit_exceeded"}
_NOT_NOW: Final = {"service_unavailable", "request_timeout", "team_added_to_org", "accesslimited"}
_PERHAPS_DONE: Final = {"internal_error", "fatal_error"}  # "some aspect of the operation may have succeeded"
_MOST_EDITED: Final = 4000  # characters that chat.update takes of a text, a tenth of what chat.postMessage does
_CHANNELS: Final = ("C", "G")  # what is not a person's direct channel
_BAD_BLOCKS: Final = {"invalid_blocks", "invalid_blocks_format"}


class Postman:
    """Posts for every workspace. `token_of` gives a workspace's bot token, None where Dibs is not installed.

    `base_url` is Slack's, or the sandbox's (ends in /api/); `wall` the real clock in seconds. `picture` makes an image
    block of a native chart, None where it can't.
    """

    def __init__(
        self,
        token_of: Callable[[str], str | None],
        *,
        wall: Callable[[], float],
        base_url: str = "https://slack.com/api/",
        timeout_seconds: float = 8.0,
        picture: Callable[[str, dict[str, Any]], Block | None] = lambda workspace_id, chart: None,
    ) -> None:
        self.timeout_seconds = timeout_seconds
        self._token_of, self._wall, self._base_url = token_of, wall, base_url
        self._wire = Wire(base_url, timeout_seconds=timeout_seconds)
        self._direct_channels: dict[tuple[str, str], str] = {}
        self._picture = picture
        self.draws_charts = True  # until Slack takes a message only without its charts
        self.unreachable_since: float | None = None  # by the real clock; None once Slack has answered anything

    def post(self, letter: Letter, payload: Payload) -> Outcome:
        """Carry the letter to Slack, once; a second time with simpler blocks only if the first was refused for them."""
        plain = payload.fallback_blocks
        outcome = self._call(letter, _arguments(letter, payload)) if self.draws_charts or plain is None else _REFUSED
        if outcome is not _REFUSED and not _is_refused(outcome):
            return outcome
        if plain is None:
            log.error("letter %s (%s): Slack refuses its blocks", letter.outbox_id, letter.kind)
            return outcome
        pictured = self._in_pictures(letter.workspace_id, payload.blocks)
        for blocks in (*([pictured] if pictured else ()), plain):
            outcome = self._call(letter, {**_arguments(letter, payload), "blocks": list(blocks)})
            if not _is_refused(outcome):
                self.draws_charts = self.draws_charts and not isinstance(outcome, Sent)
                break
        return outcome

    def _in_pictures(self, workspace_id: str, blocks: Sequence[Block]) -> list[Block] | None:
        """The blocks with pictures for charts; None where one can't be drawn."""
        drawn = [self._picture(workspace_id, dict(block)) if block["type"] == NATIVE else block for block in blocks]
        shown = [block for block in drawn if block is not None]
        return shown if len(shown) == len(drawn) and drawn != list(blocks) else None

    def find(self, letter: Letter) -> Outcome:
        """Look for the letter in its channel: Sent if it is there, RetryAt if not, Unknown if nobody can tell now.

        Where Slack does not let us look (a channel we may not read), the letter is sent again: rather twice than never.
        """
        client = self._client(letter)
        if client is None:
            return Unknown("could not look: not installed")
        try:
            return self._found(client, letter) or RetryAt(self._wall(), "not in the channel's history")
        except (NotSent, Ambiguous) as error:
            return Unknown(f"could not look: {error}")
        except SlackApiError as error:
            refusal = _refusal(error, self._wall())
            if isinstance(refusal, Permanent):
                return RetryAt(self._wall(), f"may not look: {refusal.error}")
            return Unknown(f"could not look: {refusal.error}")

    def _call(self, letter: Letter, arguments: dict[str, Any]) -> Outcome:
        client = self._client(letter, go_by=letter.lease_until - self.timeout_seconds)
        if client is None:  # it waits for the app to be installed again, or to be forgotten with all the rest
            return RetryAt(self._wall() + _LOOK_AGAIN_SECONDS, "not installed")
        if letter.method == "chat.postMessage" and letter.to.startswith(_CHANNELS):
            refused = self._refused_place(client, letter.to)
            if refused:
                return refused
        try:
            answer = client.api_call(letter.method, json=arguments)
        except TooLate:
            return RetryAt(self._wall(), "too little of the lease was left")
        except NotSent as error:
            self._lost()
            return RetryAt(None, f"no connection: {error}")
        except Ambiguous as error:
            self._lost()
            return Unknown(str(error))
        except SlackApiError as error:
            self.unreachable_since = None
            return _refusal(error, self._wall())
        self.unreachable_since = None
        return Sent(answer.get("channel"), answer.get("ts") or answer.get("message_ts"))

    def _refused_place(self, client: KeptOpenClient, channel: str) -> Outcome | None:
        """A channel that people of another company read, or are asked to: what we know is never told there. Asked each
        time, since a channel may be shared at any moment; where Slack does not say, nothing is posted."""
        try:
            known = client.conversations_info(channel=channel)["channel"]
        except (NotSent, Ambiguous) as error:
            return RetryAt(None, f"could not ask about the channel: {error}")
        except SlackApiError as error:
            refusal = _refusal(error, self._wall())
            return RetryAt(None, refusal.error) if isinstance(refusal, Unknown) else refusal
        outside = any(known.get(name) for name in ("is_ext_shared", "is_pending_ext_shared"))
        return Permanent("external_channel") if outside else None

    def _lost(self) -> None:
        if self.unreachable_since is None:
            self.unreachable_since = self._wall()

    def _client(self, letter: Letter, go_by: float = math.inf) -> KeptOpenClient | None:
        token = self._token_of(letter.workspace_id)
        if token is None:
            return None
        return KeptOpenClient(token, base_url=self._base_url, wire=self._wire, in_time=lambda: self._wall() <= go_by)

    def _found(self, client: KeptOpenClient, letter: Letter) -> Sent | None:
        channel = self._channel(client, letter)
        for message in _messages(client, channel, letter.thread_ts):
            payload = (message.get("metadata") or {}).get("event_payload") or {}
            if payload.get("id") == letter.outbox_id:
                return Sent(channel, message["ts"])
        return None

    def _channel(self, client: KeptOpenClient, letter: Letter) -> str:
        """A person's messages are in the direct channel with them."""
        if not letter.to.startswith(("U", "W")):
            return letter.to
        key = (letter.workspace_id, letter.to)
        if key not in self._direct_channels:
            self._direct_channels[key] = client.conversations_open(users=letter.to)["channel"]["id"]
        return self._direct_channels[key]


_REFUSED: Final = Permanent("invalid_blocks")


def _is_refused(outcome: Outcome) -> bool:
    """Whether it was the blocks that Slack did not take."""
    return isinstance(outcome, Permanent) and outcome.error in _BAD_BLOCKS


def _arguments(letter: Letter, payload: Payload) -> dict[str, Any]:
    """What Slack's method is called with."""
    if letter.method == "views.publish":
        return {"user_id": letter.to, "view": payload.view}
    if letter.method.startswith("functions."):
        said = {"error": payload.text} if letter.method == STEP_FAILED else {"outputs": dict(payload.outputs or {})}
        return {"function_execution_id": letter.to, **said}
    words = {"text": payload.text, "blocks": list(payload.blocks)}
    quiet = {"unfurl_links": False, "unfurl_media": False}
    thread = {"thread_ts": letter.thread_ts} if letter.thread_ts else {}
    if letter.method == "chat.update":
        edited = {**words, "text": whole_lines(payload.text, _MOST_EDITED)}
        return {"channel": letter.edits_channel, "ts": letter.edits_ts, **edited}
    if letter.method == "chat.postEphemeral":
        return {"channel": letter.to, "user": letter.person_id, **words, **thread}
    mark = {"event_type": EVENT_TYPE, "event_payload": {"id": letter.outbox_id}}
    hint = str(ULID.from_str(letter.outbox_id).to_uuid())
    return {"channel": letter.to, **words, **quiet, **thread, "metadata": mark, "client_msg_id": hint}


def _messages(client: KeptOpenClient, channel: str, thread_ts: str | None) -> Iterator[Mapping[str, Any]]:
    """The channel's (or the thread's) messages with their metadata, page by page.

    The first page must be read; if a later one is refused (some apps may look once a minute), it is left unread:
    the letter is young, and would be among the newest.
    """
    cursor: str | None = None
    for page in range(_PAGES_TO_LOOK_THROUGH):
        try:
            answer = _page(client, channel, thread_ts, cursor)
        except SlackApiError:
            if page == 0:
                raise
            return
        yield from answer.get("messages", [])
        cursor = (answer.get("response_metadata") or {}).get("next_cursor")
        if not cursor:
            return


def _page(client: KeptOpenClient, channel: str, thread_ts: str | None, cursor: str | None) -> Mapping[str, Any]:
    if thread_ts:
        answer = client.conversations_replies(
            channel=channel, ts=thread_ts, limit=200, cursor=cursor, include_all_metadata=True
        )
    else:
        answer = client.conversations_history(channel=channel, limit=200, cursor=cursor, include_all_metadata=True)
    found: Mapping[str, Any] = answer.data  # type: ignore[assignment]
    return found


def _refusal(error: SlackApiError, wall: float) -> RetryAt | Unknown | Permanent:
    """What Slack's refusal allows."""
    answer = error.response
    body = answer.data if isinstance(answer.data, dict) else {}
    code = str(body.get("error", f"http {answer.status_code}"))
    if answer.status_code == 429 or code in _TOO_FAST:
        return RetryAt(wall + _retry_after(answer.headers), "ratelimited")
    if answer.status_code >= 500 or code in _PERHAPS_DONE:
        return Unknown(code[:80])
    if code in _NOT_NOW or (answer.status_code != 413 and "error" not in body):
        return RetryAt(None, code)  # a page of some proxy, not Slack's word
    return Permanent(code[:80])


def _retry_after(headers: Mapping[str, str]) -> float:
    """Seconds Slack asks us to wait; a second where it does not say."""
    given = next((value for name, value in headers.items() if name.lower() == "retry-after"), "1")
    return max(1.0, float(given)) if given.replace(".", "", 1).isdigit() else 1.0

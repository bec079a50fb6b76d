"""Asking Slack whether a voice clip's words are there by now."""

import logging
from collections.abc import Callable
from datetime import datetime

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from handlers.dm_note.payload import spoken_words
from operations.hearing import voice
from operations.office import Office

log = logging.getLogger(__name__)


def read_transcripts(client_of: Callable[[str], WebClient | None], office: Office, *, now: datetime) -> None:
    """Look at every clip that is due."""
    for clip in voice.waiting(office, now=now):
        client = client_of(clip.workspace_id)
        try:
            file = client.files_info(file=clip.file_id)["file"] if client else {}
        except (SlackApiError, OSError) as error:
            log.warning("a voice clip can't be looked at: %s", error)
            file = {}
        words = spoken_words(file)
        if words:
            voice.words_came(office, clip=clip, words=words, now=now)
        else:
            voice.look_later(office, clip=clip, now=now)

"""A voice clip is logged from Slack's own transcript: kept as a draft until the words are there, and then read like any note."""

from datetime import datetime, timedelta

from sqlalchemy import Connection

from crm.notices.conversation import Transcribing
from operations import mail
from operations.hearing.heard import Heard, question_key
from operations.hearing.receipts import put_receipt
from operations.hearing.turn import Turn
from operations.office import Office
from storage import drafts, letters, voice
from storage.outbox import Letter
from storage.voice import VoiceClip

MOST_LOOKS = 9  # 1, 2, 4 … 256 s: some eight minutes


def waiting(office: Office, *, now: datetime) -> tuple[VoiceClip, ...]:
    """The clips whose words should be asked for now."""
    with office.database.read() as tx:
        return voice.due(tx, now=now)


def look_later(office: Office, *, clip: VoiceClip, now: datetime) -> None:
    """The words are not there yet: wait longer each time, and at last give up and ask for them in writing."""
    with office.database.begin() as tx:
        looks = clip.looks + 1
        if looks < MOST_LOOKS:
            voice.change(tx, clip, looks=looks, look_at=now + timedelta(seconds=2**looks), state="waiting")
        elif voice.change(tx, clip, looks=looks, look_at=None, state="lost"):
            _edit(tx, clip, now=now)


def words_came(office: Office, *, clip: VoiceClip, words: str, now: datetime) -> None:
    """Read what was said. The message that said "transcribing" becomes the receipt or the question."""
    with office.database.begin() as tx:
        draft = drafts.draft(tx, workspace_id=clip.workspace_id, draft_id=clip.draft_id)
        said = _announced(tx, clip)
        if said is None or not said.channel or not said.ts:
            return  # the announcement is still on its way: look again in a moment
        if not voice.change(tx, clip, looks=clip.looks + 1, look_at=None, state="heard"):
            return
        if draft is None or draft.state != "open":
            return
        drafts.rewrite(tx, workspace_id=clip.workspace_id, draft_id=clip.draft_id, text=words)
        heard = Heard(
            clip.workspace_id,
            draft.person_id,
            draft.channel,
            draft.ts,
            words,
            draft.sent_at,
            tuple((draft.links or "").split()),
        )
        turn = Turn(office, tx, heard, now)
        choice = turn.clear_choice()
        if choice is None:
            turn.ask_again(draft)
            return
        drafts.close(tx, workspace_id=clip.workspace_id, draft_id=clip.draft_id, state="saved", now=now)
        put_receipt(
            tx,
            turn.log_as(choice),
            workspace_id=clip.workspace_id,
            person_id=draft.person_id,
            channel=said.channel,
            ts=said.ts,
            now=now,
        )


def _announced(tx: Connection, clip: VoiceClip) -> Letter | None:
    return letters.keyed(tx, workspace_id=clip.workspace_id, key=question_key(clip.draft_id))


def _edit(tx: Connection, clip: VoiceClip, *, now: datetime) -> None:
    said = _announced(tx, clip)
    if said and said.channel and said.ts and said.person_id:
        slip = Transcribing(clip.draft_id)
        mail.edit(
            tx,
            slip,
            workspace_id=clip.workspace_id,
            person_id=said.person_id,
            channel=said.channel,
            ts=said.ts,
            now=now,
        )

"""Voice clips that wait for their words."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, insert, select, update

from storage.tables.voice import VoiceClipRow


@dataclass(frozen=True, slots=True)
class VoiceClip:
    """`looks`: how often Slack was asked for the words."""

    workspace_id: str
    draft_id: str
    file_id: str
    looks: int
    state: str = "waiting"


_CLIP = select(
    VoiceClipRow.workspace_id, VoiceClipRow.draft_id, VoiceClipRow.file_id, VoiceClipRow.looks, VoiceClipRow.state
)
_DUE = _CLIP.where(VoiceClipRow.look_at <= bindparam("now")).order_by(VoiceClipRow.look_at).limit(bindparam("limit"))


def add(tx: Connection, clip: VoiceClip, *, look_at: datetime) -> None:
    row = {"workspace_id": clip.workspace_id, "draft_id": clip.draft_id, "file_id": clip.file_id, "look_at": look_at}
    tx.execute(insert(VoiceClipRow).values(**row))


def clip(tx: Connection, *, workspace_id: str, draft_id: str) -> VoiceClip | None:
    row = tx.execute(_CLIP.where(VoiceClipRow.workspace_id == workspace_id, VoiceClipRow.draft_id == draft_id)).first()
    return VoiceClip(*row) if row else None


def due(tx: Connection, *, now: datetime, limit: int = 50) -> tuple[VoiceClip, ...]:
    """The clips to ask Slack about now, whatever the workspace."""
    return tuple(VoiceClip(*row) for row in tx.execute(_DUE, {"now": now, "limit": limit}))


def change(tx: Connection, clip: VoiceClip, *, looks: int, look_at: datetime | None, state: str) -> bool:
    """Compare and set on the number of looks: True for the one process that may go on."""
    mine = (
        VoiceClipRow.workspace_id == clip.workspace_id,
        VoiceClipRow.draft_id == clip.draft_id,
        VoiceClipRow.looks == clip.looks,
        VoiceClipRow.state == "waiting",
    )
    changed = update(VoiceClipRow).where(*mine).values(looks=looks, look_at=look_at, state=state)
    return tx.execute(changed.returning(VoiceClipRow.draft_id)).first() is not None

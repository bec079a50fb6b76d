"""A log follows the Slack message it came from: edited with it, withdrawn with it, in whatever order Slack tells."""

from datetime import datetime

from operations import mail
from operations.hearing import several
from operations.hearing.editing import rewrite_log
from operations.hearing.heard import LIVE, Heard, message_key, question_key
from operations.hearing.logs import withdraw_log
from operations.hearing.receipts import edit_receipt
from operations.hearing.turn import Turn
from operations.members import meet
from operations.office import Office
from storage import activities, drafts, seen


def message_edited(office: Office, *, heard: Heard, edited_at: datetime, now: datetime) -> None:
    """The Slack message of a log or of a kept note was edited: within 24 h the log says what the message says now.

    `edited_at` is when it was edited: an edit that a newer one has overtaken changes nothing.
    """
    with office.database.begin() as tx:
        key = f"edit:{heard.channel}:{heard.ts}"
        if not seen.is_newest(tx, workspace_id=heard.workspace_id, key=key, at=edited_at):
            return
        if now - heard.sent_at <= LIVE and seen.first_time(
            tx, workspace_id=heard.workspace_id, key=message_key(heard.channel, heard.ts), now=now
        ):
            Turn(office, tx, heard, now).take()  # the edit has overtaken its message
            return
        draft = drafts.of_message(tx, workspace_id=heard.workspace_id, channel=heard.channel, ts=heard.ts)
        if draft and draft.state == "open":
            drafts.rewrite(tx, workspace_id=heard.workspace_id, draft_id=draft.draft_id, text=heard.text)
            Turn(office, tx, heard, now).ask_again(draft)
            several.follow_edit(office, tx, draft, heard, now=now)
        logged = activities.from_message(tx, workspace_id=heard.workspace_id, channel=heard.channel, ts=heard.ts)
        for activity in (one for one in logged if not one.withdrawn and now - one.logged_at <= LIVE):
            share = Turn(office, tx, heard, now).share_of(activity)
            if share is None:
                continue
            turn = Turn(office, tx, share, now)
            customer = turn.known(turn.reading.customer.customer_id or activity.customer_id)
            rewrite_log(
                office,
                tx,
                activity,
                turn.entry(),
                workspace_id=heard.workspace_id,
                author=turn.author,
                customer=customer,
                now=now,
            )
            slip = turn.receipt(activity.activity_id)
            edit_receipt(tx, workspace_id=heard.workspace_id, activity_id=activity.activity_id, now=now, slip=slip)


def message_withdrawn(
    office: Office, *, workspace_id: str, person_id: str, channel: str, ts: str, now: datetime
) -> None:
    """The Slack message of a log was deleted, or crossed out with ❌: within 24 h the log is taken back.

    Raises Refusal("not_allowed") for the log of somebody else.
    """
    with office.database.begin() as tx:
        seen.first_time(tx, workspace_id=workspace_id, key=message_key(channel, ts), now=now)  # it may yet be delivered
        draft = drafts.of_message(tx, workspace_id=workspace_id, channel=channel, ts=ts)
        if draft and draft.person_id == person_id:
            drafts.close(tx, workspace_id=workspace_id, draft_id=draft.draft_id, state="discarded", now=now)
            mail.edit_keyed(tx, workspace_id=workspace_id, key=question_key(draft.draft_id), now=now)
        actor = meet(tx, workspace_id=workspace_id, person_id=person_id)
        receipted = activities.receipted(tx, workspace_id=workspace_id, channel=channel, ts=ts)
        logged = activities.from_message(tx, workspace_id=workspace_id, channel=channel, ts=ts)
        for activity in (*logged, *((receipted,) if receipted else ())):
            if not activity.withdrawn and now - activity.logged_at <= LIVE:
                withdraw_log(office, tx, activity, workspace_id=workspace_id, actor=actor, now=now)

"""What a message asks for in plain words: a question about a customer, a reminder, another date, an undo."""

from typing import TYPE_CHECKING

from crm.activities import Entry
from crm.notices import (
    CustomerAnswer,
    NobodyCalled,
    Several,
    Word,
)
from crm.reading import When
from crm.refusal import Refusal
from operations import mail
from operations.logs import undo_last
from operations.plan_mail import retell
from operations.recording import add_plan
from operations.resetting import hold_by_plans
from operations.viewing import keep_view
from storage import followups

if TYPE_CHECKING:  # the turn calls these, and they are told which turn
    from operations.turn import Turn


def look_up(turn: "Turn") -> None:
    match = turn.reading.customer
    if match.customer_id:
        customer = turn.known(match.customer_id)
        keep_view(turn.tx, customer, workspace_id=turn.workspace_id, person=turn.author, now=turn.now)
        return turn.say(CustomerAnswer(match.customer_id))
    if match.candidates:
        return turn.say(
            Several(match.phrase or turn.heard.text, tuple(one.customer_id for one in match.candidates[:5]))
        )
    if match.name:
        return turn.say(NobodyCalled(match.name))
    return turn.say(Word("lookup_hint"))


def obey(turn: "Turn") -> None:
    """Commands in plain words: undo, and a reminder for a known customer. The rest are named with a hint."""
    if turn.reading.command == "undo":
        name = undo_last(turn.office, turn.tx, workspace_id=turn.workspace_id, actor=turn.author, now=turn.now)
        return turn.say(Word("undone", name))
    match, when = turn.reading.customer, turn.reading.follow_up
    if turn.reading.command == "remind" and match.customer_id and when:
        return _remind(turn, match.customer_id, when)
    if turn.reading.command == "move" and match.customer_id and when:
        return _move(turn, match.customer_id, when)
    return turn.say(Word("help" if turn.reading.command == "help" else "command_hint"))


def _move(turn: "Turn", customer_id: str, when: When) -> None:
    """ "Move Acme to Thursday": the writer's next plan with that customer; where there is none, a new one."""
    due_at = turn.instant(when)
    open_plans = followups.open_for(turn.tx, workspace_id=turn.workspace_id, customer_id=customer_id)
    plan = next((one for one in open_plans if one.owner_id == turn.author.person_id), None)
    if plan is None:
        return _remind(turn, customer_id, when)
    if due_at <= turn.now:
        raise Refusal("in_the_past")
    followups.move(turn.tx, workspace_id=turn.workspace_id, followup_id=plan.followup_id, due_at=due_at)
    retell(turn.tx, plan, workspace_id=turn.workspace_id, now=turn.now)
    return turn.say(Word("planned", plan.followup_id))


def _remind(turn: "Turn", customer_id: str, when: When) -> None:
    customer = turn.known(customer_id)
    entry = Entry(
        "note",
        turn.heard.text,
        turn.heard.sent_at,
        follow_up_at=turn.instant(when),
        next_step=turn.reading.next_step,
    )
    plan = add_plan(
        turn.tx,
        entry,
        workspace_id=turn.workspace_id,
        rep=turn.author,
        customer=customer,
        activity_id=None,
        now=turn.now,
    )
    hold_by_plans(turn.tx, customer_id, workspace_id=turn.workspace_id, actor_id=turn.author.person_id, now=turn.now)
    mail.republish_home(turn.tx, workspace_id=turn.workspace_id, person_id=turn.author.person_id, now=turn.now)
    turn.say(Word("planned", plan.followup_id))

"""What a message asks for in plain words: a question about a customer, a list, a claim, a reminder, another date, an undo."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from crm.activities import Entry
from crm.customers import Customer
from crm.notices.conversation import CustomerAnswer, LetGoOffered, NobodyCalled, Several, Shown, Word
from crm.reading.returning import return_reason
from crm.refusal import Refusal
from operations import mail
from operations.assigning.reassigning import take_free
from operations.assigning.viewing import keep_view
from operations.clock.resetting import hold_by_plans
from operations.customers.plan_mail import retell
from operations.customers.planning import add_plan
from operations.hearing.heard import CANDIDATES
from operations.hearing.logs import undo_last
from operations.hearing.understanding import Understanding
from storage import followups

INSTEAD = ("assign", "merge", "edit", "rename", "stage", "export", "import", "settings", "delete", "cancel")
LISTS = {"plan": "today", "customers": "mine", "pipeline": "deals", "pool": "pool", "mine": "mine", "today": "today"}


def look_up(turn: Understanding) -> None:
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
    asked = LISTS.get(turn.reading.lookup or "")
    return turn.say(Shown(asked) if asked else Word("lookup_hint"))


def obey(turn: Understanding) -> None:
    """Commands in plain words. Those that need a form or are rare are named with the line to write instead."""
    command, match = turn.reading.command or "", turn.reading.customer
    if command == "undo":
        name = undo_last(turn.office, turn.tx, workspace_id=turn.workspace_id, actor=turn.author, now=turn.now)
        return turn.say(Word("undone", name))
    if command == "help":
        return turn.say(Shown("help"))
    act = _ON_A_CUSTOMER.get(command)
    if act is None:
        about = (match.name or "") if match.customer_id else ""
        return turn.say(Word(f"instead_{command}", about) if command in INSTEAD else Word("command_hint"))
    if match.candidates and not match.customer_id:
        raise Refusal("several", names=", ".join(one.name for one in match.candidates[:CANDIDATES]))
    if match.customer_id is None:
        raise Refusal("no_customer") if match.phrase else Refusal("which_customer", command=command)
    return act(turn, turn.known(match.customer_id))


def _claim(turn: Understanding, customer: Customer) -> None:
    """Takes what is free; the card says whose it is now, or was all along."""
    if customer.owner_id == turn.author.person_id:
        raise Refusal("yours_already", customer=customer.name)
    if customer.owner_id is None:
        who: dict[str, str] = {"workspace_id": turn.workspace_id, "customer_id": customer.customer_id}
        take_free(turn.tx, **who, person=turn.author, now=turn.now)
    turn.say(CustomerAnswer(customer.customer_id))


def _release(turn: Understanding, customer: Customer) -> None:
    """Letting go asks for the reason, behind a button."""
    if customer.owner_id != turn.author.person_id:
        raise Refusal("not_yours", customer=customer.name)
    turn.say(LetGoOffered(customer.customer_id, return_reason(turn.heard.text, customer=customer.name) or ""))


def _move(turn: Understanding, customer: Customer) -> None:
    """ "Move Acme to Thursday": the writer's next plan with that customer; where there is none, a new one, of which the
    order says no more than its day."""
    due_at = _due(turn)
    open_plans = followups.open_for(turn.tx, workspace_id=turn.workspace_id, customer_id=customer.customer_id)
    plan = next((one for one in open_plans if one.owner_id == turn.author.person_id), None)
    if plan is None:
        return _plan(turn, customer, step=None)
    followups.move(turn.tx, workspace_id=turn.workspace_id, followup_id=plan.followup_id, due_at=due_at)
    retell(turn.tx, plan, workspace_id=turn.workspace_id, now=turn.now)
    return turn.say(Word("planned", plan.followup_id))


def _remind(turn: Understanding, customer: Customer) -> None:
    _plan(turn, customer, step=turn.reading.next_step)


def _plan(turn: Understanding, customer: Customer, *, step: str | None) -> None:
    entry = Entry(
        "note",
        turn.heard.text,
        turn.heard.sent_at,
        follow_up_at=_due(turn),
        next_step=step,
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
    who: dict[str, Any] = {"workspace_id": turn.workspace_id, "now": turn.now}
    hold_by_plans(turn.tx, customer.customer_id, actor_id=turn.author.person_id, **who)
    mail.republish_home(turn.tx, person_id=turn.author.person_id, **who)
    turn.say(Word("planned", plan.followup_id))


def _due(turn: Understanding) -> datetime:
    when = turn.reading.follow_up
    if when is None:
        raise Refusal("no_day")
    due_at = turn.instant(when)
    if due_at <= turn.now:
        raise Refusal("in_the_past")
    return due_at


_ON_A_CUSTOMER: dict[str, Callable[[Understanding, Customer], None]] = {
    "remind": _remind,
    "move": _move,
    "claim": _claim,
    "release": _release,
}

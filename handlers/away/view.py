"""Leave in words: the manager's question, the rep's answer, the cover's notice, and the form."""

from datetime import date

from crm.cards import LeaveCard
from handlers.kit import ids
from handlers.kit.blocks import (
    Block,
    Message,
    actions,
    button,
    context,
    date_picker,
    external_select,
    input_,
    modal,
    section,
)
from handlers.kit.speech import Speech


def leave(card: LeaveCard, speech: Speech) -> Message:
    """As its reader needs to know it."""
    return {"manager": _for_manager, "rep": _for_rep, "cover": _for_cover}[card.reader](card, speech)


def _for_manager(card: LeaveCard, speech: Speech) -> Message:
    said = speech.sentences(_asks(card, speech), _cover(card, speech), _still(card, speech))
    if card.leave.state != "asked":
        done = _state(card, speech)
        return Message(speech.sentences(said, done), [section(said), context(done)])
    approve = button(speech.t("Approve"), ids.ANSWER_LEAVE.id(card.leave.leave_id, "approve"), style="primary")
    refuse = button(speech.t("Refuse"), ids.ANSWER_LEAVE.id(card.leave.leave_id, "refuse"))
    return Message(said, [section(said), actions(approve, refuse)])


def _for_rep(card: LeaveCard, speech: Speech) -> Message:
    said = speech.sentences(_yours(card, speech), _cover(card, speech), _state(card, speech))
    if card.leave.state not in ("asked", "approved"):
        return Message(said, [section(said)])
    back = button(speech.t("I am back / cancel"), ids.COME_BACK.id(card.leave.leave_id))
    return Message(said, [section(said), actions(back)])


def _for_cover(card: LeaveCard, speech: Speech) -> Message:
    if card.leave.state != "approved" or card.leave.last_day < speech.local(speech.now).date():
        person = speech.named(card.person_name)
        over = speech.t("You no longer cover for {person}: the leave is off, or over early.", person=person)
        return Message(over, [section(over)])
    said = speech.t(
        "You cover for {person} from {first} to {last}: what you log on their customers counts for them.",
        person=speech.named(card.person_name),
        first=speech.date(card.leave.first_day),
        last=speech.date(card.leave.last_day),
    )
    return Message(said, [section(said)])


def _asks(card: LeaveCard, speech: Speech) -> str:
    return speech.t(
        "{person} asks for leave from {first} to {last}.",
        person=speech.named(card.person_name),
        first=speech.date(card.leave.first_day),
        last=speech.date(card.leave.last_day),
    )


def _yours(card: LeaveCard, speech: Speech) -> str:
    first, last = speech.date(card.leave.first_day), speech.date(card.leave.last_day)
    return speech.t("Your leave from {first} to {last}.", first=first, last=last)


def _cover(card: LeaveCard, speech: Speech) -> str:
    if card.cover_name is None:
        return speech.t("Nobody covers.")
    return speech.t("{cover} covers.", cover=speech.named(card.cover_name))


def _still(card: LeaveCard, speech: Speech) -> str:
    return speech.tn("{n} clock would stand still.", "{n} clocks would stand still.", card.customers)


def _state(card: LeaveCard, speech: Speech) -> str:
    who = speech.named(card.decider_name)
    return {
        "asked": speech.t("Your manager was asked; until then the clocks run."),
        "approved": speech.t("Approved by {who}: the clocks stand still and run on by themselves.", who=who),
        "refused": speech.t("Refused by {who}.", who=who),
        "cancelled": speech.t("Cancelled: the clocks run."),
    }[card.leave.state]


def leave_form(speech: Speech, first_day: date | None = None, last_day: date | None = None) -> Block:
    """Filled in with the days that were said already."""
    t = speech.t
    blocks = [
        input_(t("First day"), "first_day", date_picker(first_day or speech.local(speech.now).date())),
        input_(t("Last day"), "last_day", date_picker(last_day)),
        input_(t("Who covers"), "cover", external_select(ids.PICK_REP, placeholder=t("Search by name")), optional=True),
        context(t("Approved leave stops your clocks. What your cover logs counts for you.")),
    ]
    return modal(t("Leave"), t("Ask"), t("Cancel"), blocks, callback_id=ids.LEAVE_FORM)

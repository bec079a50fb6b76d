"""Follow-ups: the reminder, and the forms that plan and move one."""

import json

from crm.cards import ReminderCard
from crm.followups import FollowUp, FollowUpState
from handlers.kit import ids, words
from handlers.kit.blocks import (
    Block,
    Message,
    actions,
    button,
    context,
    date_of,
    date_picker,
    esc,
    external_select,
    input_,
    modal,
    option,
    section,
    text_input,
    time_of,
    time_picker,
)
from handlers.kit.speech import Speech


def reminder(card: ReminderCard, speech: Speech) -> Message:
    """It is time: with whom, what; Done asks for the outcome, which is a log."""
    said = _reminded(card, speech)
    if card.follow_up.state != FollowUpState.OPEN or card.moved:
        return Message(said, [section(said)])
    plan = card.follow_up
    blocks = [section(said)]
    if card.last:
        blocks.append(context(speech.sentences(speech.t("Last time:"), words.touch_line(speech, card.last, None))))
    blocks.append(
        actions(
            button(speech.t("Done…"), ids.PLAN_DONE.id(plan.followup_id, plan.customer_id), style="primary"),
            button(speech.t("Snooze 2 hours"), ids.PLAN_SNOOZE.id(plan.followup_id)),
            button(speech.t("Move…"), ids.PLAN_MOVE.id(plan.followup_id)),
            button(speech.t("Customer card"), ids.OPEN_CARD.id(plan.customer_id)),
        )
    )
    return Message(said, blocks)


def _reminded(card: ReminderCard, speech: Speech) -> str:
    plan, customer = card.follow_up, esc(card.customer.name, 120)
    step = words.step(speech, plan)
    if plan.state == FollowUpState.DONE:
        return speech.t("Done: {customer}, {step}.", customer=customer, step=step)
    if plan.state == FollowUpState.DROPPED:
        return speech.t("Dropped: {customer}, {step}.", customer=customer, step=step)
    if card.moved:
        return speech.t(
            "Moved to {when}: {customer}, {step}.", when=speech.moment(plan.due_at), customer=customer, step=step
        )
    name = f"*{customer}*"
    if plan.contact:
        name = speech.t("{customer} ({contact})", customer=name, contact=esc(plan.contact, 80))
    return speech.t("It is time: {customer}, {step}.", customer=name, step=step)


def plan_form(speech: Speech, customer: tuple[str, str] | None) -> Block:
    """Plan a next step, for a customer that is set or to be searched."""
    t = speech.t
    chosen = option(customer[1], customer[0]) if customer else None
    blocks = [
        input_(t("Customer"), "customer", external_select(ids.PICK_CUSTOMER, chosen, placeholder=t("Search by name"))),
        input_(t("Day"), "due_on", date_picker()),
        input_(t("At"), "due_at", time_picker(f"{speech.morning:%H:%M}"), optional=True),
        input_(t("Next step"), "step", text_input(most=500, placeholder=t("such as: send the quote")), optional=True),
        context(t("A plan reminds you. It does not move the clock: only what you did does.")),
    ]
    return modal(t("Plan next step"), t("Save"), t("Cancel"), blocks, callback_id=ids.PLAN_FORM)


def move_form(plan: FollowUp, speech: Speech) -> Block:
    t = speech.t
    blocks = [
        section(f"*{esc(plan.customer_name, 120)}* · {esc(plan.step or t('follow up'), 200)}"),
        input_(t("Day"), "due_on", date_picker(date_of(max(plan.due_at, speech.now), speech.zone))),
        input_(t("At"), "due_at", time_picker(time_of(plan.due_at, speech.zone)), optional=True),
    ]
    metadata = json.dumps({"followup": plan.followup_id})
    return modal(t("Move the next step"), t("Save"), t("Cancel"), blocks, callback_id=ids.MOVE_FORM, metadata=metadata)

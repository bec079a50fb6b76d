"""A customer's card: what matters before a call, as this reader may see it."""

from crm.cards import CustomerCard
from crm.customers import Contact, Customer
from crm.pool import mask_name
from handlers.complaints.view import lines as complaint_lines
from handlers.complaints.view import rows as complaint_rows
from handlers.deals.view import row as deal_row
from handlers.deals.words import facts, title
from handlers.finance.view import account_lines
from handlers.kit import ids, words
from handlers.kit.blocks import (
    Block,
    Element,
    Message,
    actions,
    begun,
    bold,
    bullets,
    button,
    context,
    esc,
    modal,
    overflow,
    section,
)
from handlers.kit.speech import Speech
from handlers.leads.view import inquiry_lines
from handlers.pool.view import card_buttons, queue_line

MOST_DEALS = 5
MOST_IN_A_COMMAND = 80  # letters of a name in a command that is to be copied
MOST_CONTACTS = 8
MOST_STEPS = 5
MOST_NAMES = 10


def card(card: CustomerCard, speech: Speech) -> Message:
    """Is it free, whose, until when; then the last touches, contacts and next steps; then what may be done."""
    blocks = card_blocks(card, speech)
    return Message(spoken(card, speech), blocks)


def card_modal(card: CustomerCard, speech: Speech) -> Block:
    return modal(
        speech.t("Customer card"), None, speech.t("Close"), card_blocks(card, speech), callback_id=ids.CARD_VIEW
    )


def spoken(card: CustomerCard, speech: Speech) -> str:
    """The card in sentences, for a screen reader and a lock screen."""
    name = speech.t("{customer}:", customer=shown_name(card))
    deals = [
        speech.t("Deal {deal}: {facts}.", deal=title(one.deal), facts=facts(one, speech))
        for one in card.deals[:MOST_DEALS]
    ]
    open_ones = complaint_lines(card.complaints, speech, masked=card.masked)
    team = [_with(card, speech)] if card.co_owner_names else []
    touched = (_last(card, speech), queue_line(card, speech), _next(card, speech))
    return speech.sentences(
        name, standing(card, speech), *team, *open_ones, *touched, *deals, *_more_deals(card, speech)
    )


def shown_name(card: CustomerCard) -> str:
    """A pooled customer's name is masked for those who may not see it whole."""
    masked = card.masked and card.customer.owner_id is None
    return esc(mask_name(card.customer.name) if masked else card.customer.name, 150)


def standing(card: CustomerCard, speech: Speech) -> str:
    """Free, yours until, taken until."""
    customer = card.customer
    if customer.wakes_at and customer.wakes_at > speech.now:
        return speech.t("Resting: back in the pool on {day}.", day=speech.day(customer.wakes_at))
    if customer.owner_id is None:
        why = words.pool_reason(speech, customer.pool_reason)
        if not card.may_claim:
            return speech.t("In the pool ({why}); it can't be claimed yet.", why=why)
        return speech.t("Free: in the pool ({why}).", why=why)
    until = speech.day(customer.protected_until) if customer.protected_until else ""
    if card.is_mine:
        said = speech.t("Yours until {day}.", day=until)
    else:
        said = speech.t("Taken: {owner}'s until {day}.", owner=speech.named(card.owner_name), day=until)
    if card.held:
        said = speech.sentences(said, words.held(speech, card.held))
    return said if card.clock_on else speech.sentences(said, speech.t("(The claim clock is not running yet.)"))


def about(customer: Customer, speech: Speech) -> str:
    """Grade, city, industry, source, as far as known."""
    known = (
        customer.grade and speech.t("grade {grade}", grade=customer.grade),
        customer.city,
        customer.industry,
        customer.source and words.source(speech, customer.source),
    )
    said = " · ".join(esc(one, 60) for one in known if one)
    return begun(said) if customer.grade else said


def card_blocks(card: CustomerCard, speech: Speech) -> list[Block]:
    customer = card.customer
    blocks = [section(f"*{shown_name(card)}*\n{standing(card, speech)}")]
    if facts_ := about(customer, speech):
        blocks.append(context(facts_))
    if card.last_outcome:
        blocks.append(section(bold(speech.t("Last heard"), esc(card.last_outcome, 300))))
    waited = queue_line(card, speech)
    if waited:
        blocks.append(context(waited))
    if card.masked:
        blocks.append(context(speech.t("Contacts and notes are shown to its owner and their manager.")))
    blocks += [*_team(card, speech), *complaint_rows(card.complaints, speech, masked=card.masked)]
    names = dict(card.author_names)
    if card.touches:
        lines = [words.touch_line(speech, one, names.get(one.author_id)) for one in card.touches]
        whole = button(speech.t("All…"), ids.TIMELINE.id(customer.customer_id, 0, "no")) if card.more_touches else None
        blocks.append(section(bold(speech.t("Last touches"), *lines), accessory=whole))
    if card.contacts:
        people = map(_contact, card.contacts[:MOST_CONTACTS])
        blocks.append(section(bold(speech.t("Contacts"), *bullets(people), *_more_contacts(card, speech))))
    if card.money:
        blocks.append(section(bold(speech.t("Money"), *account_lines(card.money, speech))))
    if card.inquiries:
        lines = inquiry_lines(card.inquiries, speech, of=customer.name)
        blocks.append(section(bold(speech.t("Inquiries"), *bullets(lines))))
    if card.follow_ups:
        lines = [f"{speech.moment(one.due_at)} · {words.step(speech, one)}" for one in card.follow_ups[:MOST_STEPS]]
        more = words.and_more(speech, len(card.follow_ups) - MOST_STEPS)
        blocks.append(section(bold(speech.t("Next steps"), *bullets(lines), *more)))
    if card.deals:
        blocks.append(section(bold(speech.t("Open deals"))))
        blocks += [deal_row(line, speech) for line in card.deals[:MOST_DEALS]]
        blocks += [context(one) for one in _more_deals(card, speech)]
    buttons = _buttons(card, speech)
    return [*blocks, actions(*buttons)] if buttons else blocks


def _with(card: CustomerCard, speech: Speech) -> str:
    names = speech.comma.join(speech.named(one, 60) for one in card.co_owner_names[:MOST_NAMES])
    more = len(card.co_owner_names) - MOST_NAMES
    if more > 0:
        return speech.t("Working on it too: {names}, and {n} more.", names=names, n=more)
    return speech.t("Working on it too: {names}.", names=names)


def _more_contacts(card: CustomerCard, speech: Speech) -> list[str]:
    """How many are left out, and the command that shows them; the command only with a name that stands in it whole."""
    n, name = len(card.contacts) - MOST_CONTACTS, card.customer.name
    if n <= 0 or len(name) > MOST_IN_A_COMMAND:
        return words.and_more(speech, n)
    return [speech.t("And {n} more: `/dibs contacts {customer}`.", n=n, customer=esc(name))]


def _more_deals(card: CustomerCard, speech: Speech) -> list[str]:
    n, name = card.deals_total - MOST_DEALS, card.customer.name
    if n <= 0 or len(name) > MOST_IN_A_COMMAND:
        return words.and_more(speech, n)
    return [speech.t("And {n} more: `/dibs deal {customer}`.", n=n, customer=esc(name))]


def _team(card: CustomerCard, speech: Speech) -> list[Block]:
    return [context(_with(card, speech))] if card.co_owner_names else []


def _contact(contact: Contact) -> str:
    return " · ".join(esc(one, 80) for one in (contact.name, contact.phone, contact.email) if one)


def _last(card: CustomerCard, speech: Speech) -> str | None:
    if card.last_outcome:
        return speech.t("Last heard: “{words}”.", words=esc(card.last_outcome, 200))
    if not card.touches:
        return None
    return words.last_touch(speech, card.touches[0])


def _next(card: CustomerCard, speech: Speech) -> str | None:
    if not card.follow_ups:
        return None
    plan = card.follow_ups[0]
    return speech.t("Next: {when}, {step}.", when=speech.moment(plan.due_at), step=words.step(speech, plan))


def _buttons(card: CustomerCard, speech: Speech) -> list[Element]:
    customer_id = card.customer.customer_id
    if card.customer.owner_id is None:
        claim = button(speech.t("Claim"), ids.CLAIM.id(customer_id), style="primary")
        assign = button(speech.t("Assign…"), ids.ASSIGN_OTHER.id(customer_id, card.customer.owner_epoch))
        free = [claim] if card.may_claim else []
        return [*free, *([assign] if card.may_assign else []), *card_buttons(card, speech)]
    if card.masked:
        join = [] if card.asked_to_join else [button(speech.t("Ask to join"), ids.JOIN.id(customer_id))]
        return [*join, *card_buttons(card, speech)]
    buttons = [
        button(speech.t("Log call"), ids.LOG_CALL.id(customer_id), style="primary"),
        button(speech.t("Plan next step"), ids.PLAN.id(customer_id)),
        button(speech.t("New deal…"), ids.DEAL_NEW.id(customer_id)),
    ]
    if card.may_release:
        buttons.append(button(speech.t("Let go…"), ids.RELEASE.id(customer_id)))
    return [*buttons, _menu(customer_id, speech)]


def _menu(customer_id: str, speech: Speech) -> Element:
    """What is done to a customer now and then."""
    return overflow(
        ids.CARD_MENU.id(customer_id),
        [
            (speech.t("Edit…"), "edit"),
            (speech.t("Contacts…"), "contacts"),
            (speech.t("Complaint…"), "complaint"),
            (speech.t("Promise…"), "promise"),
            (speech.t("Share…"), "share"),
        ],
    )

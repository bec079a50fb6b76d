"""The pool in words: what is free, where one stands in a queue, that a customer is free now, what rests."""

from crm.cards import CustomerCard, FreedCard, HandoverAskCard, PoolCard, PoolLine, QueuedCard, RestsCard
from handlers.kit import ids, paging, words
from handlers.kit.blocks import Block, Element, Message, actions, button, context, esc, section
from handlers.kit.speech import Speech


def pool(card: PoolCard, speech: Speech) -> Message:
    """What is free, why it came, and from when it may be had."""
    rest = speech.tn("{n} rests until its day.", "{n} rest until their day.", card.resting) if card.resting else None
    if not card.rows:
        said = speech.sentences(speech.t("The pool is empty: every customer has an owner."), rest)
        return Message(said, [section(said)])
    title = speech.tn("{n} customer in the pool.", "{n} customers in the pool.", card.total)
    rows = [_row_text(row, speech) for row in card.rows]
    blocks: list[Block] = [section(f"*{title}*")]
    for row, text in zip(card.rows, rows, strict=True):
        blocks += [section(text), actions(*_row_buttons(row, speech))]
    blocks += paging.where(card.offset, len(rows), card.total, speech)
    turns = paging.turns(card.back, card.on, ids.POOL_PAGE.id, speech)
    left = card.total - card.offset - len(rows)
    more = speech.t("And {n} more.", n=left) if left > 0 else None
    return Message(
        speech.sentences(title, *rows, more, rest),
        [*blocks, *([context(rest)] if rest else []), *([actions(*turns)] if turns else [])],
    )


def _row_text(row: PoolLine, speech: Speech) -> str:
    source = words.source(speech, row.customer.source) if row.customer.source else None
    about = [one for one in (row.customer.grade, row.customer.city, row.customer.industry, source) if one]
    name = " · ".join([f"*{esc(row.shown_name, 120)}*", *(esc(one, 60) for one in about)])
    why = words.pool_reason(speech, row.customer.pool_reason)
    if row.awaits_manager:
        state = speech.t("a manager decides who gets it")
    elif row.free_at:
        state = speech.t("free from {when}", when=speech.moment(row.free_at))
    else:
        state = speech.t("free")
    return speech.t("{name}: {state} ({why}).", name=name, state=state, why=why)


def _row_buttons(row: PoolLine, speech: Speech) -> list[Element]:
    customer_id = row.customer.customer_id
    see = button(speech.t("Customer card"), ids.OPEN_CARD.id(customer_id))
    if row.may_assign:
        return [button(speech.t("Assign…"), ids.ASSIGN_OTHER.id(customer_id, row.customer.owner_epoch)), see]
    if row.awaits_manager or row.free_at:
        return [queue_button(customer_id, speech, waits=row.waits), see]
    return [button(speech.t("Claim"), ids.CLAIM.id(customer_id), style="primary"), see]


def queue_button(customer_id: str, speech: Speech, *, waits: bool) -> Element:
    if waits:
        return button(speech.t("Leave the queue"), ids.QUEUE_LEAVE.id(customer_id))
    return button(speech.t("Tell me when it frees"), ids.QUEUE_JOIN.id(customer_id))


def card_buttons(card: CustomerCard, speech: Speech) -> list[Element]:
    """What somebody may do about a customer that is not theirs: wait for it, or ask its owner."""
    if card.queue is None or card.is_mine:
        return []
    customer_id = card.customer.customer_id
    wait = queue_button(customer_id, speech, waits=card.queue.place is not None)
    if card.customer.owner_id is None or not card.masked:
        return [wait]
    return [wait, button(speech.t("Ask to take over"), ids.ASK_OWNER.id(customer_id))]


def queue_line(card: CustomerCard, speech: Speech) -> str | None:
    """How many wait for it, and the asker's place."""
    if card.queue is None or not card.queue.length:
        return None
    if card.queue.place is not None:
        return speech.t("You wait for it: place {place} of {n}.", place=card.queue.place, n=card.queue.length)
    return speech.tn("{n} colleague waits for it.", "{n} colleagues wait for it.", card.queue.length)


def queued(card: QueuedCard, speech: Speech) -> Message:
    name = f"*{esc(card.known_as, 120)}*"
    if card.place is None:
        said = speech.t("You no longer wait for {customer}.", customer=name)
        return Message(said, [section(said)])
    said = speech.t(
        "You wait for {customer}: place {place} in the queue. I tell you here when it can be claimed.",
        customer=name,
        place=card.place,
    )
    return Message(said, [section(said), actions(queue_button(card.customer_id, speech, waits=True))])


def freed(card: FreedCard, speech: Speech) -> Message:
    name = f"*{esc(card.known_as, 120)}*"
    if card.gone:
        said = speech.t("{customer} has an owner again.", customer=name)
        return Message(said, [section(said)])
    said = speech.t("{customer} is free, and you waited for it. Whoever claims it first has it.", customer=name)
    claim = button(speech.t("Claim"), ids.CLAIM.id(card.customer_id), style="primary")
    see = button(speech.t("Customer card"), ids.OPEN_CARD.id(card.customer_id))
    leave = queue_button(card.customer_id, speech, waits=True)
    return Message(said, [section(said), actions(claim, see, leave)])


def rests(card: RestsCard, speech: Speech) -> Message:
    name = f"*{esc(card.customer.name, 120)}*"
    day = speech.day(card.customer.wakes_at) if card.customer.wakes_at else None
    said = (
        speech.t(
            "{customer} rests until {day}. Then it is in the pool, and your manager hears of it.",
            customer=name,
            day=day,
        )
        if day
        else speech.t("{customer} rests no longer.", customer=name)
    )
    return Message(said, [section(said)])


def owner_asked(card: HandoverAskCard, speech: Speech) -> Message:
    """The question to the owner, with two buttons; to who asked, how it stands."""
    return _to_asker(card, speech) if card.to_asker else _to_owner(card, speech)


def _to_asker(card: HandoverAskCard, speech: Speech) -> Message:
    facts = {"owner": speech.named(card.owner_name), "customer": f"*{esc(card.customer_name, 120)}*"}
    said = {
        "open": speech.t("{owner} was asked whether they hand {customer} over to you.", **facts),
        "given": speech.t("{owner} has handed {customer} over to you.", **facts),
        "refused": speech.t("{owner} keeps {customer} for now.", **facts),
    }[card.ask.state]
    if card.ask.state != "refused":
        return Message(said, [section(said)])
    wait = queue_button(card.ask.customer_id, speech, waits=False)
    return Message(said, [section(said), actions(wait)])


def _to_owner(card: HandoverAskCard, speech: Speech) -> Message:
    facts = {"asker": speech.named(card.asker_name), "customer": f"*{esc(card.customer_name, 120)}*"}
    said = speech.t("{asker} asks whether you would hand {customer} over. Your plans with it go along.", **facts)
    done = {
        "given": speech.t("You handed {customer} over to {asker}.", **facts),
        "refused": speech.t("You keep {customer}; {asker} was told.", **facts),
    }.get(card.ask.state) or (speech.t("{customer} has moved since.", **facts) if card.stale else None)
    if done:
        return Message(done, [section(done)])
    give = button(speech.t("Hand it over"), ids.ANSWER_ASK.id(card.ask.ask_id, "give"), style="primary")
    keep = button(speech.t("Not now"), ids.ANSWER_ASK.id(card.ask.ask_id, "keep"))
    see = button(speech.t("Customer card"), ids.OPEN_CARD.id(card.ask.customer_id))
    return Message(said, [section(said), actions(give, keep, see)])

"""An account team: somebody asks to join, hears the answer, and the owner hears what the others do."""

from crm.cards import JoinCard, TeamLogCard
from handlers.kit import ids, words
from handlers.kit.blocks import Message, actions, button, context, esc, section
from handlers.kit.speech import Speech


def join(card: JoinCard, speech: Speech) -> Message:
    """To the owner a question, to the other the answer."""
    said = _to_owner(card, speech) if card.to_owner else _to_person(card, speech)
    blocks = [section(said)]
    if card.to_owner and card.state == "asked":
        facts = (card.customer.customer_id, card.person_id)
        yes = button(speech.t("Let them join"), ids.ANSWER_JOIN.id(*facts, "yes"), style="primary")
        no = button(speech.t("Not now"), ids.ANSWER_JOIN.id(*facts, "no"))
        blocks += [context(speech.t("They would see it whole and may log. It stays yours.")), actions(yes, no)]
    elif card.state == "joined":
        blocks.append(actions(button(speech.t("Customer card"), ids.OPEN_CARD.id(card.customer.customer_id))))
    return Message(said, blocks)


def _to_owner(card: JoinCard, speech: Speech) -> str:
    facts = {"person": speech.named(card.person_name), "customer": f"*{esc(card.customer.name, 120)}*"}
    return {
        "asked": speech.t("{person} would like to work on {customer} with you.", **facts),
        "joined": speech.t("{person} works on {customer} too now. `/dibs unjoin` ends it.", **facts),
        "refused": speech.t("{person} does not join {customer} for now.", **facts),
        "left": speech.t("{person} no longer works on {customer}.", **facts),
    }[card.state]


def _to_person(card: JoinCard, speech: Speech) -> str:
    facts = {"who": speech.named(card.decider_name), "customer": f"*{esc(card.customer.name, 120)}*"}
    return {
        "asked": speech.t("The owner of {customer} was asked.", **facts),
        "joined": speech.t(
            "{who} has you on {customer} now: you see it whole, and what you log is told to its owner.", **facts
        ),
        "refused": speech.t("{who} would rather not share {customer} for now.", **facts),
        "left": speech.t("You no longer work on {customer}.", **facts),
    }[card.state]


def team_log(card: TeamLogCard, speech: Speech) -> Message:
    """What a co-owner did with your customer."""
    said = speech.t(
        "{person} was in touch with {customer}, where you work together.",
        person=speech.named(card.author_name),
        customer=f"*{esc(card.customer.name, 120)}*",
    )
    line = words.touch_line(speech, card.activity, card.author_name)
    open_card = button(speech.t("Customer card"), ids.OPEN_CARD.id(card.customer.customer_id))
    return Message(speech.sentences(said, line), [section(said), section(line), actions(open_card)])

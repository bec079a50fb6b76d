"""Inquiries in words: to a customer's owner, to the manager who is asked whose one is, and where they come in."""

from collections.abc import Sequence

from crm.cards import DoorsCard, LeadCard, StepCard
from crm.customers import normal_name
from crm.leads.lead import REPEATED, KeptLead
from handlers.kit import ids, refusals, words
from handlers.kit.blocks import (
    Block,
    Element,
    Message,
    actions,
    bold,
    button,
    clip,
    context,
    esc,
    quote,
    section,
    that_fit,
)
from handlers.kit.speech import Speech

MOST_ABOVE_BUTTONS = 300  # letters of their words, as in a receipt


def inquiry_line(kept: KeptLead, speech: Speech, *, of: str = "") -> str:
    """Who asked, how to reach them, and where they came from, in one line; a firm that goes by the name `of` is not said."""
    return " · ".join(_inquiry(kept, speech, of))


def _inquiry(kept: KeptLead, speech: Speech, of: str = "") -> list[str]:
    """The same, a line each: on a phone each of them is looked for."""
    lead = kept.lead
    company = lead.company if normal_name(lead.company or "") != normal_name(of) else None
    source = words.source(speech, lead.source) if lead.source else None
    lines = ((lead.contact, company), (lead.phone, lead.email), (lead.city, source, lead.campaign))
    return [" · ".join(esc(one, 60) for one in said if one) for said in lines if any(said)]


def inquiry_lines(inquiries: Sequence[KeptLead], speech: Speech, *, of: str) -> list[str]:
    """For a customer's card: when, by which way, and the words."""
    lines = []
    for kept in inquiries:
        line = f"{speech.day(kept.at)} · {inquiry_line(kept, speech, of=of)}"
        lines.append(f"{line}\n{quote(kept.lead.message, 200)}" if kept.lead.message else line)
    return lines


def told(card: LeadCard, speech: Speech) -> Message:
    """To the owner, or to a manager where nobody has the customer; to the manager who is asked."""
    return _question(card, speech) if card.asks else _news(card, speech)


def _news(card: LeadCard, speech: Speech) -> Message:
    customer = card.customer
    known, lead = customer.name if customer else "", card.kept.lead
    name = esc(known or lead.company or lead.contact or lead.email or lead.phone or "?", 120)
    if customer is None or customer.owner_id is None:
        said = speech.t("{customer}, which nobody owns, has asked for us.", customer=f"*{name}*")
        do = speech.t("Give it to somebody who calls them today.")
    else:
        said = speech.t("{customer} has asked for us.", customer=f"*{name}*")
        do = speech.t("Call them today: a logged call counts.")
    line = inquiry_line(card.kept, speech, of=known)
    buttons = [actions(*_next(card, speech))] if customer else []
    blocks = [section("\n".join([said, *_inquiry(card.kept, speech, known)]))]
    blocks += _with_words(card.kept, context(do), *buttons)
    return Message(speech.sentences(said, f"{line}{speech.stop}", _spoken_words(card.kept, speech), do), blocks)


def _next(card: LeadCard, speech: Speech) -> list[Element]:
    assert card.customer is not None
    customer_id = card.customer.customer_id
    see = button(speech.t("Customer card"), ids.OPEN_CARD.id(customer_id))
    lead = card.kept.lead
    keep = button(speech.t("Keep the contact"), ids.LEAD_CONTACT.id(card.kept.lead_id))
    contact = [keep] if lead.contact or lead.email or lead.phone else []
    if card.customer.owner_id is None:
        assign = ids.ASSIGN_OTHER.id(customer_id, card.customer.owner_epoch)
        return [button(speech.t("Assign…"), assign, style="primary"), *contact, see]
    call = button(speech.t("Log call"), ids.LOG_CALL.id(customer_id), style="primary")
    plan = button(speech.t("Plan next step"), ids.PLAN.id(customer_id))
    return [call, plan, *contact, see]


def _question(card: LeadCard, speech: Speech) -> Message:
    kept = card.kept
    line, lines = inquiry_line(kept, speech), _inquiry(kept, speech)
    if kept.state != "asked":
        made = _made(card, speech)
        return Message(
            speech.sentences(f"{line}{speech.stop}", made), [section("\n".join([*lines, made])), *_with_words(kept)]
        )
    title = speech.t("An inquiry came in. Whose is it?")
    buttons = [
        button(
            clip(speech.t("It is {customer}", customer=one.name), 70), ids.LEAD_ANSWER.id(kept.lead_id, one.customer_id)
        )
        for one in card.candidates
    ]
    buttons += [
        button(speech.t("A new customer"), ids.LEAD_ANSWER.id(kept.lead_id, "new")),
        button(speech.t("No inquiry"), ids.LEAD_ANSWER.id(kept.lead_id, "drop")),
    ]
    near = [_candidates(card, speech)] if card.candidates else []
    blocks = [section(bold(title, *lines)), *_with_words(kept, *(context(one) for one in near), actions(*buttons))]
    return Message(speech.sentences(title, f"{line}{speech.stop}", _spoken_words(kept, speech), *near), blocks)


def _candidates(card: LeadCard, speech: Speech) -> str:
    names = [
        speech.t("{customer} ({owner})", customer=esc(one.name, 80), owner=speech.named(one.owner_name, 60))
        if one.owner_name
        else esc(one.name, 80)
        for one in card.candidates
    ]
    return speech.t("It may be {names}.", names=speech.comma.join(names))


def _made(card: LeadCard, speech: Speech) -> str:
    who = speech.named(card.decider_name)
    customer = esc(card.customer.name if card.customer else "?", 120)
    return {
        "new": speech.t("{who} made it a new customer, {customer}.", who=who, customer=customer),
        "known": speech.t("{who} knew it as {customer}.", who=who, customer=customer),
        "dropped": speech.t("{who} dropped it.", who=who),
    }[card.kept.state]


def _with_words(kept: KeptLead, *buttons: Block) -> list[Block]:
    """Their words, then the buttons; words too long to be above buttons on a phone stand below them, whole."""
    if not kept.lead.message:
        return [*buttons]
    said, is_long = section(quote(kept.lead.message, 1_500)), len(kept.lead.message) > MOST_ABOVE_BUTTONS
    return [*buttons, said] if is_long else [said, *buttons]


def _spoken_words(kept: KeptLead, speech: Speech) -> str | None:
    return speech.t("“{words}”", words=esc(kept.lead.message, 500)) if kept.lead.message else None


def step(card: StepCard, speech: Speech) -> Message:
    """What a workflow is told: its author sees it, and may pass it on."""
    if card.code:
        return Message(refusals.say(card.code, dict(card.facts), speech))
    if card.outcome == REPEATED:
        return Message(speech.t("This inquiry was kept before; nobody is told twice."))
    return Message(speech.t("The inquiry is kept, and whoever it concerns is told."))


def step_outputs(card: StepCard, speech: Speech) -> dict[str, str]:
    """What the further steps of a workflow may use, by the manifest's names. Nothing of the customer: a workflow may pass
    it on to anybody."""
    found = {"summary": step(card, speech).text, "outcome": card.outcome, "person": card.person_id}
    return {name: value for name, value in found.items() if value}


def doors(card: DoorsCard, speech: Speech) -> Message:
    """Where inquiries come in, what became of the latest, and how an admin changes it."""
    t = speech.t
    watched = [
        t("Channel <#{channel}>: {source}.", channel=one.channel_id, source=esc(words.source(speech, one.source), 60))
        for one in card.channels
    ]
    hears = t("Invite Dibs into a channel you name, or it hears nothing there.")
    lines = [_lately(card, speech), _form(card, speech), hears if watched else t("No channel is watched.")]
    title = t("Inquiries")
    shown = that_fit("", watched)
    blocks: list[Block] = [section(bold(title, *lines)), *([section("\n".join(shown))] if shown else [])]
    if len(watched) > len(shown):
        blocks.append(context(t("And {n} more.", n=len(watched) - len(shown))))
    if card.fresh:
        blocks += _secret(card, speech)
    if card.may_change:
        blocks.append(
            context(
                t("`/dibs leads key` a new secret for your website · `/dibs leads stop` ends them"),
                t("`/dibs leads watch #web-forms website` · `/dibs leads unwatch #web-forms`"),
            )
        )
    secret = _secret_sentence(card, speech) if card.fresh else None
    return Message(speech.sentences(f"{title}{speech.stop}", *lines, *watched, secret), blocks)


def _lately(card: DoorsCard, speech: Speech) -> str:
    counts = card.counts
    return speech.t(
        "Last {days} days: {new} new, {known} of known customers, {asked} wait for a manager, {dropped} dropped.",
        days=card.days,
        **{state: counts.get(state, 0) for state in ("new", "known", "asked", "dropped")},
    )


def _form(card: DoorsCard, speech: Speech) -> str:
    if not card.keys:
        return speech.t("Website form: no secret yet.")
    newest = card.keys[0]
    said = speech.t("Website form: the secret is of {day}.", day=speech.day(newest.made_at))
    older = [one.ends_at for one in card.keys[1:] if one.ends_at]
    if older:
        until = speech.moment(max(older))
        said = speech.sentences(said, speech.t("The one before it is taken until {when}.", when=until))
    return said


def _secret(card: DoorsCard, speech: Speech) -> list[Block]:
    assert card.fresh is not None
    return [
        section(f"{_secret_sentence(card, speech)}\n```\n{card.fresh.secret}\n```"),
        context(_address(card, speech)),
    ]


def _secret_sentence(card: DoorsCard, speech: Speech) -> str:
    return speech.t("Your new secret is shown this once: keep it on your web server, never in a page.")


def _address(card: DoorsCard, speech: Speech) -> str:
    return speech.t(
        "Sign with it and send to `/leads/{workspace}` at the address Dibs runs at. docs/leads.md has an example form.",
        workspace=card.workspace_id,
    )

"""Entry quality in words, and the few things to mend, each with the button that mends it."""

from collections.abc import Sequence

from crm.cards import QualityCard
from crm.completeness import Asked
from crm.quality import Quality
from handlers.kit import ids
from handlers.kit.blocks import Block, Element, Message, begun, bold, button, context, esc, section
from handlers.kit.speech import Speech
from handlers.measures.words import share


def quality(card: QualityCard, speech: Speech) -> Message:
    """One's own figures, the team's, what to mend; the teams in order for who leads."""
    t = speech.t
    head = [_figure(card, speech), _weighed(card, speech)]
    own = _shares(card.own, speech) if card.own else []
    team = _shares(card.team, speech) if card.team else []
    blocks = [section("\n".join(one for one in head if one))]
    if own:
        blocks.append(section(bold(t("Yours, the last {n} days", n=card.days), *map(begun, own))))
    if team:
        blocks.append(section(bold(_team_title(card, speech), *map(begun, team))))
    ranking = _ranking(card, speech)
    if ranking:
        blocks.append(section(bold(t("Teams"), *ranking)))
    blocks += fix_blocks(card.fixes, card.fixes_total, speech)
    notes = [
        t("Your own figures are shown to you alone."),
        t("How it is counted: `/dibs define quality`."),
        t("The team's weight: `/dibs quality team 60`.") if card.may_weigh else None,
    ]
    blocks.append(context(*filter(None, notes)))
    return Message(_spoken(card, head, own, team, ranking, speech), blocks)


def _spoken(
    card: QualityCard, head: list[str | None], own: list[str], team: list[str], ranking: list[str], speech: Speech
) -> str:
    said = [
        _listed(title, lines, speech)
        for title, lines in (
            (speech.t("Yours, the last {n} days", n=card.days), own),
            (_team_title(card, speech), team),
            (speech.t("Teams"), ranking),
        )
        if lines
    ]
    mend = [f"{esc(one.customer_name, 80)}{speech.colon}{_what(one, speech)}" for one in card.fixes]
    return speech.sentences(*head, *said, *mend, *come_up(card.fixes_total - len(card.fixes), speech))


def _listed(title: str, lines: Sequence[str], speech: Speech) -> str:
    return f"{title}{speech.colon}{speech.semicolon.join(lines)}{speech.stop}"


def _figure(card: QualityCard, speech: Speech) -> str:
    if card.figure is None:
        return speech.t("There is too little yet to say how good your entries are.")
    return speech.t("Your entry quality: {figure} of 100.", figure=round(card.figure))


def _weighed(card: QualityCard, speech: Speech) -> str | None:
    """How the figure is made of one's own and the team's."""
    own, team = (one.score if one else None for one in (card.own, card.team))
    if own is None or team is None:
        return None
    return speech.t(
        "Your own is {own}, {team}'s is {score}; the team counts {weight}%.",
        own=round(own),
        team=esc(card.team_name or "?", 60),
        score=round(team),
        weight=card.team_weight,
    )


def _team_title(card: QualityCard, speech: Speech) -> str:
    return speech.t("{team} together", team=esc(card.team_name or "?", 60))


def _shares(of: Quality, speech: Speech) -> list[str]:
    t = speech.t
    named = (
        (t("what the stage needs is known: {share}", share=share(of.complete, speech)), of.complete),
        (t("written down in time: {share}", share=share(of.in_time, speech)), of.in_time),
        (t("sound: {share}", share=share(of.sound, speech)), of.sound),
        (t("plans kept: {share}", share=share(of.kept, speech)), of.kept),
    )
    return [said for said, one in named if one.whole]


def _ranking(card: QualityCard, speech: Speech) -> list[str]:
    if len(card.ranking) < 2:
        return []
    return [
        speech.t("{place}. {team} {score}", place=place, team=esc(name, 60), score=round(score))
        if score is not None
        else speech.t("{team}: too little yet", team=esc(name, 60))
        for place, (name, score) in enumerate(card.ranking[:20], 1)
    ]


def _title(fixes: Sequence[Asked], speech: Speech) -> str:
    return speech.tn("{n} fix, one minute", "{n} fixes, two minutes", len(fixes))


def folded_fixes(fixes: Sequence[Asked], speech: Speech) -> list[Block]:
    """How many there are, and the way to them."""
    if not fixes:
        return []
    return [section(bold(_title(fixes, speech)), accessory=button(speech.t("Show more"), ids.LINE.id("quality")))]


def fix_blocks(fixes: Sequence[Asked], total: int, speech: Speech) -> list[Block]:
    """The first things to mend; nothing where nothing is missing."""
    if not fixes:
        return []
    title = _title(fixes, speech)
    rows = [
        section(f"*{esc(one.customer_name, 120)}* · {_what(one, speech)}", accessory=_button(one, speech))
        for one in fixes
    ]
    return [section(f"*{title}*"), *rows, *(context(one) for one in come_up(total - len(fixes), speech))]


def come_up(n: int, speech: Speech) -> list[str]:
    """Of what is mended from the top, that there is more."""
    more = speech.tn("And {n} more: it comes up as you mend these.", "And {n} more: they come up as you mend these.", n)
    return [more] if n > 0 else []


def _what(one: Asked, speech: Speech) -> str:
    t = speech.t
    return {
        "contact": t("nobody to speak with is known."),
        "next_step": t("there is no next step."),
        "amount": t("the deal has no amount."),
        "close_on": t("the deal has no closing day."),
        "reach": t("no phone and no e-mail is known."),
        "source": t("nobody noted where they came from."),
    }[one.need]


def _button(one: Asked, speech: Speech) -> Element:
    t, customer = speech.t, one.customer_id
    if one.need == "next_step":
        return button(t("Plan"), ids.PLAN.id(customer))
    if one.need in ("amount", "close_on") and one.about_id:
        return button(t("Deal…"), ids.DEAL_EDIT.id(one.about_id))
    if one.need == "reach" and one.about_id:
        return button(t("Edit the contact…"), ids.EDIT_CONTACT.id(customer, one.about_id))
    if one.need == "source":
        return button(t("Edit…"), ids.EDIT_CUSTOMER.id(customer))
    return button(t("Add a contact…"), ids.ADD_CONTACT.id(customer))

"""Rules in words: what holds for whom, what a change would do, how its beginning went, and every version there was."""

from collections.abc import Sequence

from crm.cards.rules import ProposalCard, RecountCard, RulesCard, Scope, ScopeRule, VersionLine
from crm.rollout import Forecast
from crm.rules import Rule
from handlers.kit import ids, paging
from handlers.kit.blocks import (
    Block,
    Element,
    Message,
    actions,
    begun,
    bold,
    bullets,
    button,
    confirm,
    context,
    esc,
    section,
)
from handlers.kit.speech import Speech
from handlers.rules import fields

MOST_SCOPES = 12
MOST_NAMED = 10
MOST_CHANGES = 20
MOST_VERSIONS = 15


def rules(card: RulesCard, speech: Speech, *, may_change: bool, offset: int = 0) -> Message:
    """The rule of every scope in words, what is past its date, and for an admin the buttons that change it; a page of
    them where they are many."""
    shown = paging.page(card.rules, offset, MOST_SCOPES)
    blocks: list[Block] = []
    spoken: list[str] = []
    for row in shown.rows:
        title, lines = begun(scope(row.scope, speech)), [_state(row, speech), *_in_words(row.rule, speech)]
        spoken += [f"{title}{speech.colon}{lines[0]}", *lines[1:]]
        blocks.append(section(bold(title, *lines)))
        if may_change:
            blocks.append(actions(*_buttons(row, speech)))
    blocks += paging.turning(shown, paging.of_line("rules"), speech)
    overdue, waiting = _overdue(card, speech), _waiting(card, speech)
    if waiting:
        blocks.append(context(waiting))
    blocks.append(context(overdue, speech.t("`/dibs history rules` shows every version.")))
    if may_change:
        blocks.append(actions(button(speech.t("A rule for a team, grade or source…"), ids.NEW_RULE.id())))
    return Message(speech.sentences(*spoken, paging.standing(shown, speech), waiting, overdue), blocks)


def _waiting(card: RulesCard, speech: Speech) -> str | None:
    if not card.waiting_teams:
        return None
    named = [esc(name, 60) for name in card.waiting_teams[:MOST_NAMED]]
    if left := len(card.waiting_teams) - len(named):
        named.append(speech.tn("and {n} other", "and {n} others", left))
    return speech.t("The clock is not on for {teams} yet: `/dibs rollout`.", teams=speech.comma.join(named))


def scope(one: Scope, speech: Speech) -> str:
    """Whom a rule is for."""
    named = [
        speech.t("team {name}", name=esc(one.team_name or "?", 80)) if one.team_id else "",
        speech.t("grade {name}", name=esc(one.grade, 10)) if one.grade else "",
        speech.t("source {name}", name=esc(one.source, 60)) if one.source else "",
    ]
    return speech.comma.join(name for name in named if name) or speech.t("Everybody")


def _state(row: ScopeRule, speech: Speech) -> str:
    begins = row.begins if row.begins and speech.local(speech.now).date() < row.begins else None
    if not row.rule.enabled:
        return speech.t("The claim clock is off: nobody is warned and nothing goes to the pool.")
    if begins:
        return speech.t("The claim clock starts by this rule on {day}.", day=speech.date(begins))
    return speech.t("The claim clock is on.")


def _in_words(rule: Rule, speech: Speech) -> list[str]:
    t = speech.t
    grades = speech.comma.join(f"{grade} {fields.written(f'by_grade.{grade}', rule)}" for grade in fields.GRADES)
    longest = "" if rule.max_hold_days is None else t("One owner holds it {n} days at most.", n=rule.max_hold_days)
    return [
        speech.sentences(
            t(
                "A new customer is protected for {days} days; every follow-up gives {more} from its day.",
                days=rule.protection_days,
                more=rule.extend_days,
            ),
            t("By grade: {grades}.", grades=grades),
            longest,
        ),
        t(
            "Warned {rungs} working days before the end and {hours} working hours before the pool at the latest; "
            "working days of grace: {grace}. More time: {times} × {days} days.",
            rungs=speech.comma.join(str(rung) for rung in rule.warn_rungs if rung) or "0",
            hours=f"{rule.min_notice_hours:g}",
            grace=rule.grace_days,
            times=rule.extension_max,
            days=rule.extension_days,
        ),
        speech.sentences(
            {
                "manager_assign": t("What runs out waits for a manager's decision."),
                "self_claim": t("What runs out may be claimed by anybody."),
                "both": t("What runs out is for a manager to assign, or for whoever claims it first."),
            }[rule.after_expiry],
            t(
                "The pool: {hours} working hours of rest, {claims} claims a day, {most} customers a person, "
                "{days} days until a former owner may have it back.",
                hours=f"{rule.pool_freeze_hours:g}",
                claims=rule.claim_per_day,
                most=rule.holding_cap,
                days=rule.ex_owner_cooldown_days,
            ),
        ),
    ]


def _overdue(card: RulesCard, speech: Speech) -> str:
    count = sum(n for _, n in card.overdue)
    if not count:
        return speech.t("Of {owned} owned customers, none would go to the pool now.", owned=card.owned)
    return speech.t(
        "Of {owned} owned customers, {moved} are past their date, most of {top}. "
        "They would be warned first and move over several days.",
        owned=card.owned,
        moved=count,
        top=_top(card.overdue, speech),
    )


def _top(by_owner: Sequence[tuple[str, int]], speech: Speech) -> str:
    return speech.comma.join(f"{speech.named(name, 60)}{speech.aside(str(count))}" for name, count in by_owner[:3])


def _buttons(row: ScopeRule, speech: Speech) -> list[Element]:
    t = speech.t
    change = button(t("Change…"), ids.CHANGE_RULE.id(row.rule.version if row.begins else 0))
    if not row.scope.everybody:
        return [change, button(t("Remove…"), ids.RETIRE_RULE.id(row.rule.version))]
    return [change, _switch(row.rule, speech)]


def _switch(rule: Rule, speech: Speech) -> Element:
    t = speech.t
    if rule.enabled:
        sure = confirm(
            t("Switch the clock off?"),
            t("Nobody is warned and nothing moves until it is on again."),
            t("Switch off"),
            t("Leave it on"),
        )
        return button(t("Switch the clock off"), ids.SWITCH_CLOCK.id("off"), style="danger", confirm=sure)
    return button(t("Switch the clock on from tomorrow"), ids.SWITCH_CLOCK.id("on"), style="primary")


def proposal(card: ProposalCard, speech: Speech) -> Message:
    """What a rule would do before it is saved: what changes, whom it moves, and the two buttons."""
    title = speech.t("Rule for {scope}", scope=scope(card.scope, speech))
    lines = _changed(card, speech)
    ahead = [_would(card, speech), *_effects(card, speech)] if card.state == "open" else []
    spoken = speech.sentences(
        f"{title}{speech.colon}{_listed(lines, speech)}{speech.stop}", *ahead, _outcome(card, speech)
    )
    blocks = [section("\n".join([f"*{title}*", *(f"• {line}" for line in lines)]))]
    if ahead:
        blocks.append(section("\n".join(ahead)))
        blocks.append(actions(*_answers(card, speech)))
    if outcome := _outcome(card, speech):
        blocks.append(context(outcome))
    return Message(spoken, blocks)


def _listed(lines: Sequence[str], speech: Speech) -> str:
    return speech.semicolon.join(lines)


def _changed(card: ProposalCard, speech: Speech) -> list[str]:
    if card.retire:
        return [begun(speech.t("it has no rule of its own any more; the wider rule holds"))]
    lines = list(fields.changes(card.old, card.new, speech))
    if len(lines) > MOST_CHANGES:
        left = len(lines) - MOST_CHANGES
        lines = [*lines[:MOST_CHANGES], speech.tn("and {n} other", "and {n} others", left)]
    return lines or [begun(speech.t("the same as until now, but of its own"))]


def _would(card: ProposalCard, speech: Speech) -> str:
    run = card.forecast or Forecast(0, 0, 0, 0)
    if not run.owned:
        return speech.t("Nobody has a customer it is for yet.")
    if not run.due:
        return speech.t("It would move none of {owned} customers to the pool at once.", owned=run.owned)
    names = dict(card.names)
    return speech.t(
        "It would move {due} of {owned} customers to the pool, most from {top}.",
        due=run.due,
        owned=run.owned,
        top=_top([(names.get(owner, owner), count) for owner, count in run.by_owner], speech),
    )


def _effects(card: ProposalCard, speech: Speech) -> list[str]:
    run, t = card.forecast or Forecast(0, 0, 0, 0), speech.t
    moved = t("Dates: {earlier} would be earlier, {later} later.", earlier=run.earlier, later=run.later)
    said = [
        *([moved] if run.earlier or run.later else []),
        t("From {day} on, if you save it today.", day=speech.date(card.begins)),
    ]
    if run.due and run.first_day and run.last_day:
        staged = t(
            "All would be warned first: their dates would lie between {first} and {last}, {n} a day at most.",
            first=speech.date(run.first_day),
            last=speech.date(run.last_day),
            n=run.a_day,
        )
        said.insert(0, staged)
    elif run.due:
        said.insert(0, t("They keep the dates they were promised, since those come before all could be warned."))
    return said


def _outcome(card: ProposalCard, speech: Speech) -> str | None:
    if card.state == "saved":
        return speech.t("Saved as version {n}, from {day}.", n=card.version, day=speech.date(card.begins))
    if card.state == "dropped":
        return speech.t("Dropped: nothing has changed.")
    if card.state == "counting":
        return speech.t("I am counting what it would do; this message tells you in a moment.")
    return None


def _answers(card: ProposalCard, speech: Speech) -> list[Element]:
    save = button(speech.t("Save it"), ids.ANSWER_RULE.id(card.proposal_id, "save"), style="primary")
    return [save, button(speech.t("Drop the change"), ids.ANSWER_RULE.id(card.proposal_id, "drop"))]


def recount(card: RecountCard, speech: Speech) -> Message:
    """How the dates moved, or how far it is."""
    what = _why_recounted(card, speech)
    if not card.done:
        counted = speech.t("Counting the dates anew: {seen} of {total}.", seen=card.seen, total=card.total)
    else:
        counted = speech.t(
            "Dates of {total} customers counted anew: {earlier} earlier, {later} later.",
            total=card.total,
            earlier=card.earlier,
            later=card.later,
        )
    said = speech.sentences(what, counted)
    return Message(said, [section(said)])


def _why_recounted(card: RecountCard, speech: Speech) -> str:
    if card.cause == "rule":
        return speech.t("Rule version {n} holds now.", n=card.about)
    if card.cause == "team":
        return speech.t("The claim clock runs for team {team} from today.", team=esc(card.about, 80))
    if card.cause == "people":
        return speech.t("Some people are in another team now.")
    return speech.t("The calendar of {team} has changed.", team=esc(card.about, 80))


def versions(lines: Sequence[VersionLine], names: dict[str, str], speech: Speech) -> Message:
    """Every version, the latest first: who saved it when, from which day, and what it changed."""
    if not lines:
        said = speech.t("No rule was saved yet. `/dibs rules` shows what holds.")
        return Message(said, [section(said)])
    title = speech.t("The versions of your rules:")
    rows = [_version(one, names, speech) for one in lines[:MOST_VERSIONS]]
    blocks = [section(f"*{title}*"), *(section(bold(head, *bullets(changed))) for head, changed in rows)]
    if (left := len(lines) - MOST_VERSIONS) > 0:
        blocks.append(context(speech.tn("{n} older one is kept.", "{n} older ones are kept.", left)))
    spoken = (f"{head}{speech.colon}{_listed(changed, speech)}{speech.stop}" for head, changed in rows)
    return Message(speech.sentences(title, *spoken), blocks)


def _version(one: VersionLine, names: dict[str, str], speech: Speech) -> tuple[str, list[str]]:
    """Its head, and what it changed."""
    head = speech.t(
        "{n} · {scope} · from {day} · {who}, {when}",
        n=one.rule.version,
        scope=scope(one.scope, speech),
        day=speech.date(one.begins),
        who=speech.named(names.get(one.saved_by), 60) if one.saved_by else "Dibs",
        when=speech.moment(one.saved_at),
    )
    if one.retired:
        return head, [speech.t("no rule of its own any more")]
    changed = list(fields.changes(one.before or Rule(), one.rule, speech))[:MOST_CHANGES]
    return head, changed or [speech.t("nothing else changed")]

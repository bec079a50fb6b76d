"""/dibs and its sub-commands. Each is a short function; the table at the end says which word calls which."""

import re
from collections.abc import Callable
from dataclasses import replace

from slack_bolt import App

from crm.cards import CustomerCard, HelpCard, PlanCard, TodayCard
from crm.reading.returning import return_reason
from crm.refusal import Refusal
from handlers.adoption.listen import adoption_command
from handlers.away.listen import away_command
from handlers.calendar.listen import calendar_command
from handlers.co_owners.listen import join_command, unjoin_command
from handlers.complaints.listen import complaint_command, promise_command
from handlers.credits.command import credits_command
from handlers.customer.listen import contacts_command, edit_command
from handlers.deals.listen import deal_command
from handlers.dibs import lines, names, view
from handlers.dibs.help import help_
from handlers.digests.command import digest_command
from handlers.dm_note.view import planned
from handlers.erasing.listen import erase_command
from handlers.expiry.view import release_form
from handlers.exports.command import export_command
from handlers.finance.command import finance_command
from handlers.grades.listen import grades_command
from handlers.history.listen import history_command
from handlers.home.listen import settings_command
from handlers.kit import ids
from handlers.kit.blocks import Message, actions, esc, modal, section
from handlers.kit.charts import in_a_box
from handlers.kit.desk import Desk, Turn
from handlers.kit.payloads import Command, Press
from handlers.leads.listen import leads_command
from handlers.locks.listen import lock_command, unlock_command
from handlers.log.listen import log_command
from handlers.measures.listen import define_command, forecast_command, funnel_command, odd_command, rate_command
from handlers.merging.listen import merge_command, unmerge_command
from handlers.plans.view import plan_form
from handlers.pool.listen import pool_command
from handlers.quality.command import quality_command
from handlers.reports.command import people_command, sources_command, value_command
from handlers.rollout.listen import rollout_command
from handlers.rules.listen import rules_command
from handlers.stages.listen import stages_command
from handlers.teams.listen import team_command
from handlers.who.listen import brief_command, who
from handlers.who.view import card
from operations import members
from operations.assigning import reassigning, viewing
from operations.customers import plans, seeing
from operations.hearing import logs
from operations.hearing.logs import Chosen

MENTION = re.compile(r"<@([UW][A-Z0-9_]+)(?:\|[^>]*)?>")

Answer = Callable[[Desk, Turn, Command], Message | None]


def register(app: App, desk: Desk) -> None:
    desk.command(app, "/dibs", lambda turn, asked: dibs(desk, turn, asked))
    desk.tap(app, ids.LINE, lambda turn, press: _tapped(desk, turn, press))
    desk.tap(app, ids.LINE_FROM, lambda turn, press: _turned(desk, turn, press))


def dibs(desk: Desk, turn: Turn, asked: Command) -> Message | None:
    """The sub-command's answer. Without one, the day; a word nobody knows is answered with what it may have meant."""
    if not asked.text.strip():
        return _today(desk, turn, asked)
    found = lines.understood(asked.text)
    if found is None:
        return _unknown(desk, turn, asked)
    name, rest = found
    try:
        return ANSWERS[name](desk, turn, replace(asked, text=rest))
    except Refusal as refusal:
        if refusal.code != "no_name":
            raise
        raise Refusal("no_name", line=view.line(name, "", turn.speech)) from refusal


def _unknown(desk: Desk, turn: Turn, asked: Command) -> Message:
    """What it may have meant, with the button that does it; a customer's name alone is looked up."""
    word, rest = names.split(asked.text)
    near, text = names.near(word), asked.text
    if near:
        said = turn.speech.t("I don't know `/dibs {text}`. Did you mean `/dibs {near}`?", text=esc(text, 60), near=near)
        name = names.named(near) or "help"
        return Message(said, [section(said), actions(view.line_button(name, rest, turn.speech))])
    found = viewing.look_up(desk.office, workspace_id=turn.workspace_id, asker=turn.person, query=text, now=turn.now)
    if isinstance(found, CustomerCard):
        return card(found, turn.speech)
    return Message(turn.speech.t("I don't know `/dibs {text}`. `/dibs help` shows what there is.", text=esc(text, 60)))


def _tapped(desk: Desk, turn: Turn, press: Press) -> None:
    """A line behind a button: its form, or its answer in a box."""
    _show(desk, turn, press, ids.LINE.read(press.action_id)["name"])


def _turned(desk: Desk, turn: Turn, press: Press) -> None:
    """Another page of a line's answer: in a box takes the place of the one before."""
    facts = ids.LINE_FROM.read(press.action_id)
    if facts["name"] not in PAGED:
        raise Refusal("old_button")
    _show(desk, turn, press, facts["name"], offset=int(facts["offset"]), instead_of=press if press.in_modal else None)


def _show(desk: Desk, turn: Turn, press: Press, name: str, *, offset: int = 0, instead_of: Press | None = None) -> None:
    asked = Command(press.who, press.value, press.channel or "", press.trigger_id, offset)
    answer = ANSWERS.get(name)
    if answer is None:
        raise Refusal("old_button")
    said = answer(desk, replace(turn, in_modal=press.in_modal), asked)
    if said:
        blocks = in_a_box(said.blocks) or [section(said.text)]
        box = modal("Dibs", None, turn.speech.t("Close"), blocks, callback_id=ids.CARD_VIEW)
        turn.open(box, on_top=press.in_modal, instead_of=instead_of)


def _help(desk: Desk, turn: Turn, asked: Command) -> Message:
    return help_(HelpCard(turn.person.role.value), turn.speech)


def _today(desk: Desk, turn: Turn, asked: Command) -> Message:
    day = seeing.read_day(desk.office, workspace_id=turn.workspace_id, person=turn.person, now=turn.now)
    return view.today(TodayCard(day), turn.speech)


def _mine(desk: Desk, turn: Turn, asked: Command) -> Message:
    return view.mine(
        seeing.read_mine(desk.office, workspace_id=turn.workspace_id, asker=turn.person, now=turn.now), turn.speech
    )


def _who(desk: Desk, turn: Turn, asked: Command) -> Message:
    return who(desk, turn, asked.text)


def _claim(desk: Desk, turn: Turn, asked: Command) -> Message:
    """Takes what is free; the card says whose it is now, or was all along."""
    customer = seeing.one_of(desk.office, workspace_id=turn.workspace_id, asker=turn.person, query=asked.text)
    if customer.owner_id == turn.person_id:
        return Message(turn.speech.t("{customer} is yours already.", customer=esc(customer.name, 120)))
    if customer.owner_id is None:
        reassigning.claim(
            desk.office,
            workspace_id=turn.workspace_id,
            person_id=turn.person_id,
            customer_id=customer.customer_id,
            now=turn.now,
            tell=False,
        )
    found = seeing.read_card(
        desk.office, workspace_id=turn.workspace_id, asker=turn.person, customer_id=customer.customer_id, now=turn.now
    )
    return card(found, turn.speech)


def _release(desk: Desk, turn: Turn, asked: Command) -> Message | None:
    """Letting go asks for the reason in a form."""
    customer = seeing.one_of(desk.office, workspace_id=turn.workspace_id, asker=turn.person, query=asked.text)
    if customer.owner_id != turn.person_id:
        raise Refusal("not_yours", customer=customer.name)
    why = return_reason(asked.text, customer=customer.name)
    turn.open(release_form(customer.customer_id, customer.name, turn.speech, why=why))
    return None


def _plan(desk: Desk, turn: Turn, asked: Command) -> Message | None:
    """ "Acme Friday 3pm send quote" at once; anything less in the form."""
    reading = plans.read_words(
        desk.office, workspace_id=turn.workspace_id, person_id=turn.person_id, text=asked.text, now=turn.now
    )
    if not (reading.customer_id and reading.due_at and reading.due_at > turn.now):
        customer = (reading.customer_id, reading.customer_name or "") if reading.customer_id else None
        turn.open(plan_form(turn.speech, customer))
        return None
    plan = plans.plan_step(
        desk.office,
        workspace_id=turn.workspace_id,
        person_id=turn.person_id,
        chosen=Chosen(reading.customer_id),
        due_at=reading.due_at,
        step=reading.step,
        key=asked.trigger_id,
        now=turn.now,
        tell=False,
    )
    return planned(PlanCard(plan), turn.speech) if plan else None


def _assign(desk: Desk, turn: Turn, asked: Command) -> Message:
    people = MENTION.findall(asked.text)
    if len(people) != 1:
        return Message(turn.speech.t("Name the customer and one person, such as `/dibs assign Acme @rep`."))
    query = MENTION.sub("", asked.text).strip()
    customer = seeing.one_of(desk.office, workspace_id=turn.workspace_id, asker=turn.person, query=query)
    reassigning.assign(
        desk.office,
        workspace_id=turn.workspace_id,
        actor_id=turn.person_id,
        customer_id=customer.customer_id,
        epoch=None,
        owner_id=people[0],
        now=turn.now,
    )
    return Message(
        turn.speech.t(
            "{customer} is <@{owner}>'s now; they have the brief.", customer=esc(customer.name, 120), owner=people[0]
        )
    )


def _undo(desk: Desk, turn: Turn, asked: Command) -> Message:
    customer = logs.undo_latest(desk.office, workspace_id=turn.workspace_id, person_id=turn.person_id, now=turn.now)
    return Message(turn.speech.t("Your last log, on {customer}, is undone.", customer=esc(customer, 120)))


def _language(desk: Desk, turn: Turn, asked: Command) -> Message:
    word, _ = names.split(asked.text)
    chosen = {
        "中文": "zh",
        "zh": "zh",
        "chinese": "zh",
        "汉语": "zh",
        "english": "en",
        "en": "en",
        "英文": "en",
        "英语": "en",
    }.get(word)
    if chosen is None:
        return Message(turn.speech.t("Write `/dibs language English` or `/dibs language 中文`."))
    members.choose_language(
        desk.office, workspace_id=turn.workspace_id, person_id=turn.person_id, locale=chosen, now=turn.now
    )
    speech = replace(turn.speech, locale=chosen)
    return Message(speech.t("I speak English with you from now on.") if chosen == "en" else "好的，以后我和你说中文。")


def _log(desk: Desk, turn: Turn, asked: Command) -> Message | None:
    return log_command(desk, turn, asked)


PAGED = ("rules", "rollout", "team", "calendar")  # whose lists are turned by LINE_FROM, and ask for nothing else by it

ANSWERS: dict[str, Answer] = {
    "help": _help,
    "today": _today,
    "mine": _mine,
    "pool": pool_command,
    "who": _who,
    "log": _log,
    "claim": _claim,
    "edit": edit_command,
    "brief": brief_command,
    "merge": merge_command,
    "unmerge": unmerge_command,
    "join": join_command,
    "unjoin": unjoin_command,
    "complaint": complaint_command,
    "promise": promise_command,
    "contacts": contacts_command,
    "release": _release,
    "plan": _plan,
    "deal": deal_command,
    "odd": odd_command,
    "grades": grades_command,
    "credits": credits_command,
    "funnel": funnel_command,
    "forecast": forecast_command,
    "quality": quality_command,
    "adoption": adoption_command,
    "people": people_command,
    "value": value_command,
    "sources": sources_command,
    "stages": stages_command,
    "define": define_command,
    "rate": rate_command,
    "assign": _assign,
    "history": history_command,
    "undo": _undo,
    "team": team_command,
    "rules": rules_command,
    "rollout": rollout_command,
    "calendar": calendar_command,
    "finance": finance_command,
    "leads": leads_command,
    "export": export_command,
    "digest": digest_command,
    "erase": erase_command,
    "away": away_command,
    "lock": lock_command,
    "unlock": unlock_command,
    "settings": settings_command,
    "language": _language,
}

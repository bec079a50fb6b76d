"""How each operation is called for a scene. What is asked for is always possible, so that a no is a matter of who asks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from crm.activities import Entry
from crm.cards.rules import Scope
from crm.day_list import SetDay
from crm.deals import DEFAULT_STAGES, Stages, Terms
from crm.details import Details, marks
from crm.details import Person as Facts
from crm.people import Role
from crm.staging import signature
from operations import members, teaming
from operations.assigning import asking_owner, batching, compose_moves, pool_seeing, reassigning, viewing, waiting
from operations.clock import (
    away,
    calendars,
    expiry,
    granting_time,
    locking,
    reading_rules,
    rolling_out,
    ruling,
    spot_checks,
    taking_back,
)
from operations.clock.calendars import TeamDays
from operations.compose import home
from operations.customers import (
    co_owning,
    complaining,
    contact_editing,
    customer_editing,
    erasing,
    histories,
    merging,
    plans,
    seeing,
    sharing,
    timelines,
    unmerging,
)
from operations.deals import deal_seeing, dealing, staging
from operations.figures import (
    adoption,
    asking,
    crediting,
    entry_quality,
    grading,
    measuring,
    reporting,
)
from operations.figures.question import Asked, What
from operations.hearing import dating, editing, logs, messages, naming, notes, several, showing
from operations.hearing.heard import Heard
from operations.hearing.logs import Chosen
from operations.in_and_out import exporting, imports, inquiries, lead_doors
from operations.in_and_out.imports import DroppedFile
from operations.members import Settings
from tests.permissions.world import IDS, NOW, Scene

Call = Callable[[Scene], Any]
LATER = NOW + timedelta(days=3)
ENTRY = Entry("call", "they told us a great deal more today", NOW, contact="Ann Ray")
PLACE = {"channel": "D0OWNER", "ts": "17.1"}


def _asks(what: What, *, words: str = "30d", person_id: str | None = None) -> Call:
    return lambda s: asking.answer(s.office, **s.as_asker, what=what, asked=Asked(words, person_id), now=NOW)


def _typed(s: Scene) -> Details:
    return Details(s.on.name, city="Oslo")


def _stood(s: Scene) -> dict[str, str]:
    return marks(Details(s.on.name))


def _kept_and_gone(s: Scene) -> dict[str, Any]:
    """The earlier claim stays; a pooled customer has none."""
    here, other = (s.on.customer_id, s.on.epoch), (s.id("second"), 1)
    kept, gone = (here, other) if s.on.epoch == 1 else (other, here)
    return {"kept_id": kept[0], "kept_epoch": kept[1], "gone_id": gone[0], "gone_epoch": gone[1]}


def _sales(s: Scene) -> teaming.TeamSheet:
    """The team as its form shows it to who may."""
    return teaming.read_sheet(s.office, **s.place, actor_id=IDS["admin"], team_name="Sales")[1]


def _heard(s: Scene, text: str) -> Heard:
    return Heard(s.asker.workspace_id, s.asker.person_id, "D0ANY", "1800000000.0001", text, NOW)


# On a customer, owned and pooled: named module.operation
ON_A_CUSTOMER: dict[str, Call] = {
    "asking_owner.ask_owner": lambda s: asking_owner.ask_owner(s.office, **s.as_person, **s.customer),
    "co_owning.ask_to_join": lambda s: co_owning.ask_to_join(s.office, **s.as_person, **s.customer),
    "co_owning.add_co_owner": lambda s: co_owning.add_co_owner(
        s.office, **s.as_actor, **s.customer, person_id=IDS["stranger"]
    ),
    "co_owning.remove_co_owner": lambda s: co_owning.remove_co_owner(
        s.office, **s.as_actor, **s.customer, person_id=IDS["co_owner"]
    ),
    "complaining.open_complaint": lambda s: complaining.open_complaint(
        s.office,
        **s.as_person,
        **s.customer,
        kind="complaint",
        severity=None,
        words="the press jams",
        due_at=LATER,
        activity_id=None,
        key="k",
    ),
    "complaining.resolve": lambda s: complaining.resolve(
        s.office, **s.as_person, complaint_id=s.id("complaint"), resolution="mended", score=5
    ),
    "complaining.read_complaint": lambda s: complaining.read_complaint(
        s.office, **s.place, person_id=s.asker.person_id, complaint_id=s.id("complaint")
    ),
    "complaining.read_note": lambda s: complaining.read_note(
        s.office, **s.place, person_id=s.asker.person_id, activity_id=s.id("activity")
    ),
    "contact_editing.read_contacts": lambda s: contact_editing.read_contacts(s.office, **s.as_asker, **s.customer),
    "contact_editing.add_contact": lambda s: contact_editing.add_contact(
        s.office, **s.as_actor, **s.customer, typed=Facts("Bo Fox")
    ),
    "contact_editing.edit_contact": lambda s: contact_editing.edit_contact(
        s.office,
        **s.as_actor,
        **s.customer,
        contact_id=s.id("contact"),
        typed=Facts("Bo Fox"),
        stood=marks(Facts("Ann Ray")),
    ),
    "contact_editing.remove_contact": lambda s: contact_editing.remove_contact(
        s.office, **s.as_actor, **s.customer, contact_id=s.id("contact")
    ),
    "customer_editing.read_details": lambda s: customer_editing.read_details(s.office, **s.as_asker, **s.customer),
    "customer_editing.edit_customer": lambda s: customer_editing.edit_customer(
        s.office, **s.as_actor, **s.customer, typed=_typed(s), stood=_stood(s), answered=()
    ),
    "deal_seeing.read_deal": lambda s: deal_seeing.read_deal(s.office, **s.as_asker, deal_id=s.id("deal")),
    "deal_seeing.read_customers": lambda s: deal_seeing.read_customers(
        s.office, **s.as_asker, customer=seeing.one_of(s.office, **s.as_asker, query=s.on.name), now=NOW
    ),
    "dealing.open_deal": lambda s: dealing.open_deal(
        s.office, **s.as_person, **s.customer, terms=Terms(name="more"), key="k"
    ),
    "dealing.change_deal": lambda s: dealing.change_deal(
        s.office, **s.as_person, deal_id=s.id("deal"), version=1, terms=Terms(amount=Decimal(5), currency="USD")
    ),
    "granting_time.ask_for_time": lambda s: granting_time.ask_for_time(
        s.office,
        **s.as_person,
        customer_id=s.id("second") if s.on.epoch == 1 else s.on.customer_id,
        reason="their board",
    ),
    "granting_time.days_to_ask": lambda s: granting_time.days_to_ask(s.office, **s.place, **s.customer, now=NOW),
    "histories.read_customer_history": lambda s: histories.read_customer_history(
        s.office, **s.as_asker, **s.customer, offset=0
    ),
    "locking.ask_lock": lambda s: locking.ask_lock(
        s.office,
        **s.as_person,
        customer_id=s.id("second") if s.on.epoch == 1 else s.on.customer_id,
        reason="their board",
    ),
    "logs.log_entry": lambda s: logs.log_entry(
        s.office, **s.as_person, chosen=Chosen(s.on.customer_id), entry=ENTRY, key="k"
    ),
    "plans.plan_step": lambda s: plans.plan_step(
        s.office, **s.as_person, chosen=Chosen(s.on.customer_id), due_at=LATER, step="call", key="k"
    ),
    "plans.move_plan": lambda s: plans.move_plan(s.office, **s.as_person, followup_id=s.id("plan"), due_at=LATER),
    "plans.snooze_plan": lambda s: plans.snooze_plan(s.office, **s.as_person, followup_id=s.id("plan")),
    "plans.drop_plan": lambda s: plans.drop_plan(s.office, **s.as_person, followup_id=s.id("plan")),
    "plans.read_plan": lambda s: plans.read_plan(
        s.office, **s.place, person_id=s.asker.person_id, followup_id=s.id("plan")
    ),
    "reassigning.assign": lambda s: reassigning.assign(
        s.office, **s.as_actor, **s.customer, epoch=s.on.epoch, owner_id=IDS["mate"]
    ),
    "reassigning.open_to_all": lambda s: reassigning.open_to_all(
        s.office, **s.as_actor, **s.customer, epoch=s.on.epoch
    ),
    "reassigning.claim": lambda s: reassigning.claim(s.office, **s.as_person, **s.customer),
    "reassigning.release": lambda s: reassigning.release(s.office, **s.as_person, **s.customer, why="poor_fit"),
    "seeing.look_up": lambda s: seeing.look_up(s.office, **s.as_asker, query=s.on.name, now=NOW),
    "seeing.read_card": lambda s: seeing.read_card(s.office, **s.as_asker, **s.customer, now=NOW),
    "seeing.find_named": lambda s: seeing.find_named(s.office, **s.as_asker, query=s.on.name),
    "seeing.one_of": lambda s: seeing.one_of(s.office, **s.as_asker, query=s.on.name),
    "naming.one_and_rest": lambda s: naming.one_and_rest(s.office, **s.as_asker, text=f"{s.on.name}: the rest"),
    "sharing.share": lambda s: sharing.share(s.office, **s.as_person, **s.customer, channel="C0SALES", key="k"),
    "timelines.read_timeline": lambda s: timelines.read_timeline(s.office, **s.as_asker, **s.customer, offset=0),
    "viewing.look_up": lambda s: viewing.look_up(s.office, **s.as_asker, query=s.on.name, now=NOW),
    "viewing.see_card": lambda s: viewing.see_card(s.office, **s.as_asker, **s.customer, now=NOW),
    "waiting.join_queue": lambda s: waiting.join_queue(s.office, **s.as_person, **s.customer),
    "waiting.leave_queue": lambda s: waiting.leave_queue(s.office, **s.as_person, **s.customer),
    "merging.preview": lambda s: merging.preview(
        s.office, **s.as_asker, one_id=s.on.customer_id, other_id=s.id("second")
    ),
    "merging.merge": lambda s: merging.merge(
        s.office,
        **s.as_actor,
        **_kept_and_gone(s),
    ),
}

# About what waits for somebody, about oneself, the team or the whole
OTHERS: dict[str, Call] = {
    "editing.read_log": lambda s: editing.read_log(s.office, **s.as_person, activity_id=s.id("recent")),
    "editing.edit_log": lambda s: editing.edit_log(
        s.office, **s.as_person, activity_id=s.id("recent"), chosen=Chosen(s.on.customer_id), entry=ENTRY
    ),
    "dating.set_day": lambda s: dating.set_day(s.office, **s.as_person, activity_id=s.id("recent"), due_at=LATER),
    "logs.undo_log": lambda s: logs.undo_log(s.office, **s.as_person, activity_id=s.id("recent")),
    "dealing.take_offer": lambda s: dealing.take_offer(
        s.office, **s.as_person, activity_id=s.id("recent"), deal_id=s.id("deal")
    ),
    "adoption.read_adoption": lambda s: adoption.read_adoption(s.office, **s.as_asker, now=NOW),
    "adoption.nudge": lambda s: adoption.nudge(s.office, **s.as_actor, person_id=IDS["mate"]),
    "asking_owner.answer_asker": lambda s: asking_owner.answer_asker(
        s.office, **s.as_actor, ask_id=s.id("ask"), give=False
    ),
    "away.ask_leave": lambda s: away.ask_leave(
        s.office, **s.as_person, first_day=date(2026, 7, 1), last_day=date(2026, 7, 3), cover_id=None
    ),
    "away.answer_leave": lambda s: away.answer_leave(s.office, **s.as_actor, leave_id=s.id("leave"), approve=True),
    "away.come_back": lambda s: away.come_back(s.office, **s.as_person, leave_id=s.id("leave")),
    "batching.assign_as_suggested": lambda s: batching.assign_as_suggested(
        s.office, **s.as_actor, manager_id=IDS["manager"], opened_at=s.id("card")
    ),
    "batching.hand_over": lambda s: batching.hand_over(
        s.office,
        **s.as_actor,
        manager_id=IDS["manager"],
        opened_at=s.id("card"),
        to=(IDS["mate"],),
        reason=None,
    ),
    "compose_moves.read_together": lambda s: compose_moves.read_together(
        s.office, **s.as_asker, manager_id=IDS["manager"], opened_at=s.id("card")
    ),
    "calendars.set_team_calendar": lambda s: calendars.set_team_calendar(
        s.office, **s.as_actor, team_name="Sales", wanted=TeamDays(country="CN")
    ),
    "calendars.set_days": lambda s: calendars.set_days(
        s.office, **s.as_actor, team_name="Sales", days=(SetDay(date(2026, 5, 4), "off"),)
    ),
    "calendars.read_calendar": lambda s: calendars.read_calendar(
        s.office, **s.as_person, team_name="Sales", locale="en"
    ),
    "co_owning.answer_join": lambda s: co_owning.answer_join(
        s.office,
        **s.as_actor,
        customer_id=s.world.records["owned"].customer_id,
        person_id=IDS["far_rep"],
        accept=True,
    ),
    "complaining.read_open": lambda s: complaining.read_open(s.office, **s.as_asker),
    "deal_seeing.read_words": lambda s: deal_seeing.read_words(s.office, **s.place, text="Zebra 50k"),
    "deal_seeing.read_stages": lambda s: deal_seeing.read_stages(s.office, **s.place),
    "deal_seeing.read_mine": lambda s: deal_seeing.read_mine(s.office, **s.as_asker, now=NOW),
    "entry_quality.read_quality": lambda s: entry_quality.read_quality(s.office, **s.as_asker, now=NOW),
    "entry_quality.weigh_team": lambda s: entry_quality.weigh_team(s.office, **s.as_actor, per_cent=50),
    "expiry.resume_sweep": lambda s: expiry.resume_sweep(s.office, **s.as_person, halted_at=NOW),
    "exporting.ask_export": lambda s: exporting.ask_export(s.office, **s.as_person, scope="team", format="csv"),
    "crediting.read_credits": lambda s: crediting.read_credits(
        s.office, **s.as_asker, person_id=None, words="", now=NOW
    ),
    "crediting.read_credits: of another": lambda s: crediting.read_credits(
        s.office, **s.as_asker, person_id=IDS["owner"], words="", now=NOW
    ),
    "crediting.ask_file": lambda s: crediting.ask_file(s.office, **s.as_person),
    "erasing.find_person": lambda s: erasing.find_person(
        s.office, **s.place, actor_id=s.asker.person_id, named="Ann Ray"
    ),
    "erasing.erase_contact": lambda s: erasing.erase_contact(
        s.office, **s.as_actor, **s.customer, contact_id=s.id("contact")
    ),
    "erasing.erase_colleague": lambda s: erasing.erase_colleague(s.office, **s.as_actor, person_id="U0GONE"),
    "erasing.erase_inquirer": lambda s: erasing.erase_inquirer(s.office, **s.as_actor, lead_id=s.id("known")),
    "grading.confirm": lambda s: grading.confirm(s.office, **s.as_actor, manager_id=IDS["manager"], month="2026-03"),
    "grading.keep": lambda s: grading.keep(
        s.office, **s.as_actor, **s.customer, manager_id=IDS["manager"], month="2026-03"
    ),
    "grading.read_grades": lambda s: grading.read_grades(s.office, **s.place, asker_id=s.asker.person_id),
    "members.settle": lambda s: members.settle(s.office, **s.as_person, wanted=Settings("zh", None, 9, None)),
    "granting_time.answer_time": lambda s: granting_time.answer_time(
        s.office, **s.as_actor, request_id=s.id("time"), grant=True
    ),
    "home.read_team": lambda s: home.read_team(s.office, **s.as_asker, now=NOW),
    "histories.read_person_history": lambda s: histories.read_person_history(
        s.office, **s.as_asker, person_id=IDS["owner"], offset=0
    ),
    "imports.drop_files": lambda s: imports.drop_files(
        s.office, **s.as_person, key=("D0ANY", "1.1"), files=(DroppedFile("F1", "list.csv", "https://files.example/1"),)
    ),
    "imports.begin_here": lambda s: imports.begin_here(s.office, **s.as_person, file_name="list.csv", digest="1" * 64),
    "imports.begun_here": lambda s: imports.begun_here(
        s.office, **s.place, person_id=s.asker.person_id, digest="0" * 64
    ),
    "imports.find": lambda s: imports.find(s.office, **s.place, person_id=s.asker.person_id, import_id=s.id("import")),
    "imports.read_import": lambda s: imports.read_import(
        s.office, **s.place, person_id=s.asker.person_id, import_id=s.id("import")
    ),
    "imports.start": lambda s: imports.start(s.office, **s.as_person, import_id=s.id("import")),
    "imports.drop": lambda s: imports.drop(s.office, **s.as_person, import_id=s.id("import")),
    "imports.undo": lambda s: imports.undo(s.office, **s.as_person, import_id=s.id("imported")),
    "inquiries.answer": lambda s: inquiries.answer(s.office, **s.as_actor, lead_id=s.id("lead"), choice="new"),
    "inquiries.take_over_contact": lambda s: inquiries.take_over_contact(
        s.office, **s.as_person, lead_id=s.id("known")
    ),
    "lead_doors.read_doors": lambda s: lead_doors.read_doors(s.office, **s.as_person),
    "lead_doors.new_key": lambda s: lead_doors.new_key(s.office, **s.as_actor),
    "lead_doors.stop_keys": lambda s: lead_doors.stop_keys(s.office, **s.as_actor),
    "lead_doors.watch": lambda s: lead_doors.watch(s.office, **s.as_actor, channel_id="C0SALES", source="website"),
    "lead_doors.unwatch": lambda s: lead_doors.unwatch(s.office, **s.as_actor, channel_id="C0FORMS"),
    "locking.answer_lock": lambda s: locking.answer_lock(s.office, **s.as_actor, lock_id=s.id("lock"), approve=True),
    "logs.undo_latest": lambda s: logs.undo_latest(s.office, **s.as_person),
    **{f"asking.answer: {what}": _asks(what) for what in asking.COUNTS},
    "asking.answer: funnel of another": _asks("funnel", person_id=IDS["owner"]),
    "asking.answer: forecast of the team": _asks("forecast", words="Sales"),
    "asking.answer: odd deals of another": _asks("odd", person_id=IDS["owner"]),
    "asking.answer: people by rep": _asks("people", words="rep 30d"),
    "measuring.set_rate": lambda s: measuring.set_rate(s.office, **s.as_actor, currency="CNY", rate=Decimal("0.14")),
    "measuring.read_rates": lambda s: measuring.read_rates(s.office, **s.place),
    "members.open_home": lambda s: members.open_home(s.office, **s.as_person),
    "members.read_person": lambda s: members.read_person(s.office, **s.place, person_id=s.asker.person_id),
    "members.choose_language": lambda s: members.choose_language(s.office, **s.as_person, locale="zh"),
    "members.set_digests": lambda s: members.set_digests(s.office, **s.as_person, on=False, hour=None),
    "teaming.build_team": lambda s: teaming.build_team(s.office, **s.as_actor, name="West"),
    "teaming.put_in_team": lambda s: teaming.put_in_team(
        s.office, **s.as_actor, person_ids=(IDS["mate"],), team_name="Sales", role=Role.REP
    ),
    "teaming.put_in_team: of another team": lambda s: teaming.put_in_team(
        s.office, **s.as_actor, person_ids=(IDS["mate"],), team_name="East", role=Role.REP
    ),
    "teaming.read_sheet": lambda s: teaming.read_sheet(
        s.office, **s.place, actor_id=s.asker.person_id, team_name="Sales"
    ),
    "teaming.keep_team": lambda s: teaming.keep_team(
        s.office, **s.as_actor, team_id="Sales", wanted=replace(_sales(s), name="North")
    ),
    "teaming.keep_team: a new one": lambda s: teaming.keep_team(
        s.office, **s.as_actor, team_id=None, wanted=teaming.TeamSheet(name="West")
    ),
    "teaming.keep_team: with another team's": lambda s: teaming.keep_team(
        s.office, **s.as_actor, team_id="Sales", wanted=replace(_sales(s), roles={IDS["far_rep"]: Role.REP})
    ),
    "teaming.put_in_team: as admin": lambda s: teaming.put_in_team(
        s.office, **s.as_actor, person_ids=(IDS["mate"],), team_name="Sales", role=Role.ADMIN
    ),
    "entry_quality.read_quality: another's": lambda s: entry_quality.read_quality(
        s.office, **s.as_asker, person_id="U0NOBODY", now=NOW
    ),
    "exporting.ask_export: all": lambda s: exporting.ask_export(s.office, **s.as_person, scope="all", format="csv"),
    "teaming.read_teams": lambda s: teaming.read_teams(s.office, **s.place),
    "unmerging.unmerge": lambda s: unmerging.unmerge(s.office, **s.as_actor, merge_id=s.id("merge")),
    "unmerging.latest_merge": lambda s: unmerging.latest_merge(s.office, **s.place, kept_id=s.id("kept")),
    "messages.message_edited": lambda s: messages.message_edited(
        s.office, heard=_heard(s, "called Zebra Owned, spoke with Ann, they want a quote"), edited_at=NOW, now=NOW
    ),
    "messages.message_withdrawn": lambda s: messages.message_withdrawn(
        s.office, **s.as_person, channel="form", ts=s.id("recent_ts")
    ),
    "notes.hear_note": lambda s: notes.hear_note(s.office, heard=_heard(s, "undo"), now=NOW),
    "notes.answer_question": lambda s: notes.answer_question(
        s.office, **s.as_person, draft_id=s.id("draft"), choice=s.world.records["owned"].customer_id, **PLACE
    ),
    "notes.read_draft": lambda s: notes.read_draft(
        s.office, **s.place, person_id=s.asker.person_id, draft_id=s.id("draft")
    ),
    "plans.read_words": lambda s: plans.read_words(s.office, **s.as_person, text="Zebra Owned tomorrow 3pm call"),
    "pool_seeing.read_pool": lambda s: pool_seeing.read_pool(s.office, **s.as_asker, now=NOW),
    "reporting.choose_channel": lambda s: reporting.choose_channel(
        s.office, **s.as_actor, team_name="Sales", channel="C0SALES"
    ),
    "reporting.time_channel": lambda s: reporting.time_channel(s.office, **s.as_actor, team_name="Sales", hour=10),
    "reporting.set_reports": lambda s: reporting.set_reports(s.office, **s.as_person, quarterly_on=False),
    "rolling_out.read_rollout": lambda s: rolling_out.read_rollout(s.office, **s.as_person),
    "rolling_out.switch_team": lambda s: rolling_out.switch_team(
        s.office, **s.as_actor, team_id=s.id("team"), clock="shadow"
    ),
    "rolling_out.set_assisted": lambda s: rolling_out.set_assisted(
        s.office, **s.as_actor, team_name="Sales", until=date(2026, 8, 1)
    ),
    "reading_rules.read_rules": lambda s: reading_rules.read_rules(s.office, **s.as_asker, now=NOW),
    "reading_rules.read_versions": lambda s: reading_rules.read_versions(s.office, **s.place),
    "reading_rules.read_form": lambda s: reading_rules.read_form(
        s.office, **s.place, person_id=s.asker.person_id, version=1
    ),
    "ruling.propose": lambda s: ruling.propose(
        s.office, **s.as_actor, scope=Scope(grade="B"), changes={"protection_days": 40}, based_on=9
    ),
    "ruling.retire_rule": lambda s: ruling.retire_rule(s.office, **s.as_actor, version=9),
    "ruling.confirm": lambda s: ruling.confirm(s.office, **s.as_actor, proposal_id=s.id("proposal")),
    "ruling.drop": lambda s: ruling.drop(s.office, **s.as_actor, proposal_id=s.id("proposal")),
    "ruling.switch_clock": lambda s: ruling.switch_clock(s.office, **s.as_actor, on=False),
    "seeing.read_expiring": lambda s: seeing.read_expiring(s.office, **s.as_asker, now=NOW, offset=0),
    "seeing.read_mine": lambda s: seeing.read_mine(s.office, **s.as_asker, now=NOW),
    "seeing.read_day": lambda s: seeing.read_day(s.office, **s.place, person=s.asker, now=NOW),
    "seeing.find_reps": lambda s: seeing.find_reps(s.office, **s.place, query="U0"),
    "several.choose_customer": lambda s: several.choose_customer(
        s.office, **s.as_person, draft_id=s.id("parts"), part=0, customer_id=s.id("second"), **PLACE
    ),
    "several.drop_part": lambda s: several.drop_part(s.office, **s.as_person, draft_id=s.id("parts"), part=0, **PLACE),
    "several.save_all": lambda s: several.save_all(s.office, **s.as_person, draft_id=s.id("parts"), **PLACE),
    "several.log_part": lambda s: several.log_part(
        s.office,
        **s.as_person,
        draft_id=s.id("parts"),
        part=0,
        chosen=Chosen(s.world.records["owned"].customer_id),
        entry=ENTRY,
        place=("D0OWNER", "17.1"),
    ),
    "several.read_part": lambda s: several.read_part(
        s.office, **s.place, person_id=s.asker.person_id, draft_id=s.id("parts"), part=0
    ),
    "showing.show": lambda s: showing.show(s.office, **s.as_asker, what="mine", now=NOW),
    "spot_checks.judge": lambda s: spot_checks.judge(
        s.office, **s.as_actor, activity_id=s.world.records["owned"].ids["recent"], reason=None
    ),
    "spot_checks.read_check": lambda s: spot_checks.read_check(
        s.office, **s.place, actor_id=s.asker.person_id, activity_id=s.world.records["owned"].ids["recent"]
    ),
    "staging.count_in": lambda s: staging.count_in(s.office, **s.place, codes=frozenset({"lead"})),
    "staging.change_stages": lambda s: staging.change_stages(
        s.office, **s.as_actor, wanted=Stages(DEFAULT_STAGES[1:]), move_to="qualified", seen=signature(Stages())
    ),
    "taking_back.take_back": lambda s: taking_back.take_back(
        s.office, **s.as_actor, customer_id=s.id("given"), epoch=s.id("given_epoch")
    ),
    "locking.unlock": lambda s: locking.unlock(
        s.office, **s.as_actor, customer_id=s.world.records["owned"].customer_id
    ),
}

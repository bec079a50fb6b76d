"""Who may: each operation, and everybody for whom it does not end in a refusal.

The owner and the co-owner are so of the owned customer; the owner let the pooled one go. `mate`, `assistant` and `manager`
are of the owner's team, `co_owner`, `far_rep` and `far_manager` of another, `admin` and `stranger` of none.
"""

from __future__ import annotations

from tests.permissions.world import PEOPLE

Who = frozenset[str]


def only(*who: str) -> Who:
    assert set(who) <= set(PEOPLE), who
    return frozenset(who)


EVERYBODY = only(*PEOPLE)
NOBODY = only()
OWNER = only("owner")
ADMIN = only("admin")
TEAM_LEADERS = only("manager", "admin")  # of the owner's team
LEADERS = only("manager", "far_manager", "admin")
KEEPERS = only("owner", "manager", "admin")
WHOLE = only("owner", "co_owner", "assistant", "manager", "admin")  # who sees the owned customer whole

# operation: (of the owned customer, of the pooled one)
OF_A_CUSTOMER: dict[str, tuple[Who, Who]] = {
    "asking_owner.ask_owner": (EVERYBODY - only("owner", "mate"), NOBODY),  # the mate has asked already
    "co_owning.ask_to_join": (
        EVERYBODY - only("owner", "co_owner", "far_rep"),
        NOBODY,
    ),  # the far rep has asked already
    "co_owning.add_co_owner": (KEEPERS, LEADERS),
    "co_owning.remove_co_owner": (KEEPERS | only("co_owner"), NOBODY),
    "complaining.open_complaint": (EVERYBODY, EVERYBODY),
    "complaining.resolve": (KEEPERS | only("co_owner"), KEEPERS),
    "complaining.read_complaint": (KEEPERS | only("co_owner"), KEEPERS),
    "complaining.read_note": (OWNER, OWNER),  # their own words
    "contact_editing.read_contacts": (WHOLE, LEADERS),
    "contact_editing.add_contact": (WHOLE, LEADERS),
    "contact_editing.edit_contact": (WHOLE, LEADERS),
    "contact_editing.remove_contact": (WHOLE, LEADERS),
    "customer_editing.read_details": (WHOLE, LEADERS),
    "customer_editing.edit_customer": (WHOLE, LEADERS),
    "deal_seeing.read_deal": (WHOLE, LEADERS),
    "deal_seeing.read_customers": (WHOLE, LEADERS),
    "dealing.open_deal": (WHOLE, LEADERS),
    "dealing.change_deal": (WHOLE, LEADERS),
    "granting_time.ask_for_time": (OWNER, NOBODY),
    "granting_time.days_to_ask": (EVERYBODY, EVERYBODY),
    "histories.read_customer_history": (WHOLE, LEADERS),
    "locking.ask_lock": (KEEPERS, NOBODY),
    "logs.log_entry": (EVERYBODY, EVERYBODY),  # what somebody did is always kept
    "naming.one_and_rest": (EVERYBODY, EVERYBODY),
    "plans.plan_step": (EVERYBODY, EVERYBODY),  # a plan of one's own
    "plans.move_plan": (KEEPERS, KEEPERS),
    "plans.snooze_plan": (KEEPERS, KEEPERS),
    "plans.drop_plan": (KEEPERS, KEEPERS),
    "plans.read_plan": (KEEPERS, KEEPERS),
    "reassigning.assign": (NOBODY, TEAM_LEADERS),
    "reassigning.open_to_all": (NOBODY, TEAM_LEADERS),
    "reassigning.claim": (NOBODY, EVERYBODY - OWNER),  # the owner had it lately
    "reassigning.release": (OWNER, NOBODY),
    "seeing.look_up": (EVERYBODY, EVERYBODY),  # masked: see MAY_READ
    "seeing.read_card": (EVERYBODY, EVERYBODY),
    "seeing.find_named": (EVERYBODY, EVERYBODY),
    "seeing.one_of": (EVERYBODY, EVERYBODY),
    "sharing.share": (WHOLE, LEADERS),
    "timelines.read_timeline": (WHOLE, LEADERS),
    "viewing.look_up": (EVERYBODY, EVERYBODY),
    "viewing.see_card": (EVERYBODY, EVERYBODY),
    "waiting.join_queue": (EVERYBODY - only("owner", "far_rep"), NOBODY),  # the far rep waits already
    "waiting.leave_queue": (only("far_rep"), NOBODY),
    "merging.preview": (KEEPERS, TEAM_LEADERS),
    "merging.merge": (KEEPERS, TEAM_LEADERS),
}

OF_OTHER_THINGS: dict[str, Who] = {
    "adoption.read_adoption": LEADERS,
    "adoption.nudge": TEAM_LEADERS,
    "asking_owner.answer_asker": OWNER,
    "away.ask_leave": EVERYBODY,
    "away.answer_leave": TEAM_LEADERS,
    "away.come_back": OWNER,
    "batching.assign_as_suggested": TEAM_LEADERS,
    "batching.hand_over": TEAM_LEADERS,
    "calendars.set_team_calendar": TEAM_LEADERS,
    "calendars.set_days": TEAM_LEADERS,
    "calendars.read_calendar": EVERYBODY,
    "co_owning.answer_join": KEEPERS,
    "complaining.read_open": EVERYBODY,  # of one's own or one's team's
    "compose_moves.read_together": TEAM_LEADERS,
    "crediting.read_credits": EVERYBODY,
    "crediting.read_credits: of another": KEEPERS,
    "crediting.ask_file": KEEPERS,  # of what the owner has earned
    "erasing.find_person": ADMIN,
    "erasing.erase_contact": ADMIN,
    "erasing.erase_colleague": ADMIN,
    "erasing.erase_inquirer": ADMIN,
    "grading.confirm": TEAM_LEADERS,  # suggested to the manager
    "grading.keep": TEAM_LEADERS,
    "grading.read_grades": LEADERS,
    "members.settle": EVERYBODY,
    "dealing.take_offer": WHOLE,
    "deal_seeing.read_words": EVERYBODY,
    "deal_seeing.read_stages": EVERYBODY,
    "deal_seeing.read_mine": EVERYBODY,
    "editing.read_log": OWNER,
    "dating.set_day": OWNER,
    "editing.edit_log": OWNER,
    "entry_quality.read_quality": EVERYBODY,
    "entry_quality.read_quality: another's": NOBODY,
    "entry_quality.weigh_team": ADMIN,
    "expiry.resume_sweep": LEADERS,
    "exporting.ask_export": only("assistant", "manager"),  # the far team has no customer, an admin no team
    "exporting.ask_export: all": ADMIN,
    "granting_time.answer_time": TEAM_LEADERS,
    "histories.read_person_history": TEAM_LEADERS,
    "imports.drop_files": EVERYBODY,  # who may not is told so in the direct messages
    "imports.begin_here": LEADERS,
    "imports.begun_here": EVERYBODY,
    "imports.find": TEAM_LEADERS,  # the manager's own list
    "imports.read_import": TEAM_LEADERS,
    "imports.start": TEAM_LEADERS,
    "imports.drop": TEAM_LEADERS,
    "imports.undo": TEAM_LEADERS,
    "inquiries.answer": LEADERS,
    "inquiries.take_over_contact": WHOLE,
    "lead_doors.read_doors": LEADERS,
    "lead_doors.new_key": ADMIN,
    "lead_doors.stop_keys": ADMIN,
    "lead_doors.watch": ADMIN,
    "lead_doors.unwatch": ADMIN,
    "locking.answer_lock": TEAM_LEADERS,
    "locking.unlock": KEEPERS,
    "logs.undo_log": KEEPERS,
    "logs.undo_latest": OWNER,
    **dict.fromkeys(
        (f"asking.answer: {what}" for what in ("funnel", "forecast", "odd", "people", "finance")), EVERYBODY
    ),
    "asking.answer: funnel of another": KEEPERS,
    "asking.answer: forecast of the team": TEAM_LEADERS,
    "asking.answer: odd deals of another": KEEPERS,
    "asking.answer: people by rep": LEADERS,
    "asking.answer: value": LEADERS,
    "asking.answer: sources": LEADERS,
    "measuring.read_rates": EVERYBODY,
    "measuring.set_rate": ADMIN,
    "members.open_home": EVERYBODY,
    "members.read_person": EVERYBODY,
    "members.choose_language": EVERYBODY,
    "members.set_digests": EVERYBODY,
    "teaming.build_team": LEADERS,
    "teaming.put_in_team": TEAM_LEADERS,
    "teaming.put_in_team: of another team": ADMIN,
    "teaming.put_in_team: as admin": ADMIN,
    "teaming.read_sheet": TEAM_LEADERS,
    "teaming.keep_team": TEAM_LEADERS,
    "teaming.keep_team: a new one": LEADERS,
    "teaming.keep_team: with another team's": ADMIN,
    "teaming.read_teams": EVERYBODY,
    "unmerging.unmerge": KEEPERS,
    "unmerging.latest_merge": EVERYBODY,
    "messages.message_edited": EVERYBODY,  # of a message nobody logged
    "messages.message_withdrawn": KEEPERS,
    "notes.hear_note": EVERYBODY,
    "notes.answer_question": OWNER,
    "notes.read_draft": OWNER,
    "plans.read_words": EVERYBODY,
    "pool_seeing.read_pool": EVERYBODY,
    "reporting.choose_channel": TEAM_LEADERS,
    "reporting.time_channel": TEAM_LEADERS,
    "reporting.set_reports": EVERYBODY,
    "rolling_out.read_rollout": LEADERS,
    "rolling_out.switch_team": ADMIN,
    "rolling_out.set_assisted": TEAM_LEADERS,
    "reading_rules.read_rules": EVERYBODY,
    "reading_rules.read_versions": EVERYBODY,
    "reading_rules.read_form": ADMIN,
    "ruling.propose": ADMIN,
    "ruling.retire_rule": ADMIN,
    "ruling.confirm": ADMIN,
    "ruling.drop": ADMIN,
    "ruling.switch_clock": ADMIN,
    "seeing.read_mine": EVERYBODY,
    "seeing.read_day": EVERYBODY,
    "seeing.find_reps": EVERYBODY,
    "several.choose_customer": OWNER,
    "several.drop_part": OWNER,
    "several.save_all": OWNER,
    "several.log_part": OWNER,
    "several.read_part": OWNER,
    "showing.show": EVERYBODY,
    "spot_checks.judge": TEAM_LEADERS,
    "spot_checks.read_check": TEAM_LEADERS,
    "staging.count_in": EVERYBODY,
    "staging.change_stages": ADMIN,
    "taking_back.take_back": TEAM_LEADERS,
}

# Who may read notes, phones and names of contacts; of the pooled customer its last words are shown to all, without them.
MAY_READ = {"owned": WHOLE, "pooled": LEADERS}
# What the owner wrote, and may read for good.
OWN_WORDS = {"complaining.read_complaint", "complaining.read_note", "plans.move_plan", "plans.snooze_plan"}
OWN_WORDS |= {"plans.drop_plan", "plans.read_plan"}

# Called by the program itself, never for a person who asks: with why.
BY_THE_PROGRAM = {
    **dict.fromkeys(
        (
            "batching.run_batches",
            "catching_up.last_heard",
            "watching.unread",
            "complaining.chase_due",
            "digesting.send_mornings",
            "downtime.beat",
            "installing.forget_removed",
            "installing.unread",
            "installing.people_read",
            "installing.in_use",
            "downtime.settle_outages",
            "escalating.escalate_due",
            "expiry.sweep_due",
            "reporting.send_reports",
            "shadowing.send_shadow_weeks",
            "erasing.erase_due",
            "grading.suggest_grades",
            "grading.carry_out",
            "first_touches.ask_after_touches",
            "leaving.freeze_leavers",
            "lead_doors.secrets_of",
            "members.strangers",
            "next_event.next_due",
            "opening.wake_due",
            "opening.tell_waiting",
            "plans.remind_due",
            "recounting.recount_due",
            "ruling.count_proposals",
            "spot_checks.send_spot_checks",
            "tidying.tidy",
            "voice.waiting",
            "voice.look_later",
            "voice.words_came",
            "warning.warn_due",
        ),
        "a job",
    ),
    **dict.fromkeys(
        (
            "exporting.read_export",
            "exporting.sent",
            "exporting.note_file",
            "exporting.failed",
            "importing.find_reading",
            "importing.know",
            "importing.show",
            "importing.refuse",
            "importing.note_report",
            "importing.carry_batch",
            "importing.credit",
            "importing.finish",
            "importing.take_back",
            "crediting.read_file",
            "finance_lists.carry_papers",
            "imports.announce",
            "imports.correct",
        ),
        "a list that somebody was allowed to bring or take",
    ),
    **dict.fromkeys(
        (
            "customer_editing.set_grade",
            "merge_steps.tell_of_merge",
            "editing.rewrite_log",
            "logs.undo_last",
            "logs.withdraw_log",
        ),
        "a step inside an operation that has asked",
    ),
    **dict.fromkeys(
        (
            "members.keep_workspace",
            "members.keep_profiles",
            "members.give_up_profile",
            "members.find_person",
            "installing.install",
            "installing.remove",
            "installing.first_use",
            "installing.lock_anew",
            "whole_copies.note_copy",
            "whole_copies.write_copy",
            "whole_copies.restore_copy",
        ),
        "the operator's, or Slack's word",
    ),
    **dict.fromkeys(("compose.compose", "telling.decline", "telling.tell"), "an answer to who has asked"),
    **dict.fromkeys(("inquiries.receive", "inquiries.refuse_step"), "a signed request, or a step of a workflow"),
    "watching.hear_post": "a post in a channel an admin named",
}

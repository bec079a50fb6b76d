"""Who may: each operation, and everybody for whom it does not end in a refusal.

The owner and the co-owner are so of the owned customer; the owner let the pooled one go. `mate`, `assistant` and `manager`
are of the owner's team, `co_owner`, `far_rep` and `far_manager` of another, `admin` and `stranger` of none. The pooled
customer is still the owner's team's to see to.

Each group says on what it rests: "trust" is what the product promises (a rep works on their own, what they share, and the
pool's visible fields; a manager on their teams'; an admin on the rules, the teams, and everything that goes in or out);
"clock" a rule of the claim clock; "silent" is a choice made where neither says a word.
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
    # trust: own and shared for a rep, a manager their teams', in the pool too; an assistant writes for a rep, so sees theirs
    **dict.fromkeys(
        (
            "contact_editing.read_contacts",
            "contact_editing.add_contact",
            "contact_editing.edit_contact",
            "contact_editing.remove_contact",
            "customer_editing.read_details",
            "customer_editing.edit_customer",
            "deal_seeing.read_deal",
            "deal_seeing.read_customers",
            "dealing.open_deal",
            "dealing.change_deal",
            "histories.read_customer_history",
            "sharing.share",
            "timelines.read_timeline",
        ),
        (WHOLE, TEAM_LEADERS),
    ),
    # trust: anybody asks whose it is, and sees what may be seen by everybody: see MAY_READ
    **dict.fromkeys(
        (
            "naming.one_and_rest",
            "seeing.look_up",
            "seeing.read_card",
            "seeing.find_named",
            "seeing.one_of",
            "viewing.look_up",
            "viewing.see_card",
            "granting_time.days_to_ask",  # a number of the rules
        ),
        (EVERYBODY, EVERYBODY),
    ),
    # silent: what somebody did, heard or means to do is always kept; only the owner's, or who acts for them, counts
    "logs.log_entry": (EVERYBODY, EVERYBODY),
    "plans.plan_step": (EVERYBODY, EVERYBODY),
    "complaining.open_complaint": (EVERYBODY, EVERYBODY),
    # trust: a complaint is the owner's to see to, and of who works on it with them; silent: who wrote it stays in it
    "complaining.resolve": (KEEPERS | only("co_owner"), KEEPERS),
    "complaining.read_complaint": (KEEPERS | only("co_owner"), KEEPERS),
    "complaining.read_note": (OWNER, OWNER),  # their own words
    # trust: a plan is its writer's, and of who leads them
    "plans.move_plan": (KEEPERS, KEEPERS),
    "plans.snooze_plan": (KEEPERS, KEEPERS),
    "plans.drop_plan": (KEEPERS, KEEPERS),
    "plans.read_plan": (KEEPERS, KEEPERS),
    # trust: one owner, who says who works on it with them; anybody may ask. The mate has asked for it, the far rep to join
    "asking_owner.ask_owner": (EVERYBODY - only("owner", "mate"), NOBODY),
    "co_owning.ask_to_join": (EVERYBODY - only("owner", "co_owner", "far_rep"), NOBODY),
    "co_owning.add_co_owner": (KEEPERS, NOBODY),
    "co_owning.remove_co_owner": (KEEPERS | only("co_owner"), NOBODY),
    # clock: the rep asks for time and a manager approves; a lock has an approver, so a manager sets one at once, but on
    # their own
    "granting_time.ask_for_time": (OWNER, NOBODY),
    "locking.ask_lock": (KEEPERS, NOBODY),
    # clock: a manager gives what is in the pool, a rep takes it when it is free (not who had it lately), an owner lets go
    "reassigning.assign": (NOBODY, TEAM_LEADERS),
    "reassigning.open_to_all": (NOBODY, TEAM_LEADERS),
    "reassigning.claim": (NOBODY, EVERYBODY - OWNER),
    "reassigning.release": (OWNER, NOBODY),
    "waiting.join_queue": (EVERYBODY - only("owner", "far_rep"), NOBODY),  # the far rep waits already
    "waiting.leave_queue": (only("far_rep"), NOBODY),
    # trust: of two customers who merges must keep both
    "merging.preview": (KEEPERS, TEAM_LEADERS),
    "merging.merge": (KEEPERS, TEAM_LEADERS),
}

OF_OTHER_THINGS: dict[str, Who] = {
    # trust: oneself, and one's own notes, plans, figures and files; what is everybody's (the rules, the stages, the pool)
    **dict.fromkeys(
        (
            "asking.answer: finance",
            "asking.answer: forecast",
            "asking.answer: funnel",
            "asking.answer: odd",
            "asking.answer: people",
            "away.ask_leave",
            "calendars.read_calendar",
            "complaining.read_open",  # of one's own or one's team's
            "crediting.read_credits",
            "deal_seeing.read_mine",
            "deal_seeing.read_stages",
            "deal_seeing.read_words",
            "entry_quality.read_quality",
            "imports.begun_here",
            "imports.drop_files",  # who may not is told so in the direct messages
            "measuring.read_rates",
            "members.choose_language",
            "members.open_home",
            "members.read_person",
            "members.set_digests",
            "members.settle",
            "messages.message_edited",  # of a message nobody logged
            "notes.hear_note",
            "plans.read_words",
            "pool_seeing.read_pool",
            "reading_rules.read_rules",
            "reading_rules.read_versions",
            "reporting.set_reports",
            "seeing.find_reps",
            "seeing.read_day",
            "seeing.read_mine",
            "showing.show",
            "staging.count_in",
            "teaming.read_teams",
            "unmerging.latest_merge",
        ),
        EVERYBODY,
    ),
    **dict.fromkeys(
        (
            "asking_owner.answer_asker",
            "away.come_back",
            "dating.set_day",
            "editing.edit_log",
            "editing.read_log",
            "logs.undo_latest",
            "notes.answer_question",
            "notes.read_draft",
            "several.choose_customer",
            "several.drop_part",
            "several.log_part",
            "several.read_part",
            "several.save_all",
        ),
        OWNER,
    ),
    # trust: a manager does for their teams, and reads of them, what a rep does and reads of their own
    **dict.fromkeys(
        (
            "asking.answer: funnel of another",
            "asking.answer: odd deals of another",
            "co_owning.answer_join",
            "crediting.ask_file",  # of what the owner has earned
            "crediting.read_credits: of another",
            "histories.read_person_history",
            "locking.unlock",
            "logs.undo_log",
            "messages.message_withdrawn",
            "unmerging.unmerge",
        ),
        KEEPERS,
    ),
    "dealing.take_offer": WHOLE,
    "inquiries.take_over_contact": WHOLE,
    # trust: a manager decides for their teams: what is asked of them, who has what next, whom they lead (and nobody their
    # own request: tests/stories/test_locks.py, test_asking_for_time.py)
    **dict.fromkeys(
        (
            "adoption.nudge",
            "asking.answer: forecast of the team",
            "away.answer_leave",
            "batching.assign_as_suggested",
            "batching.hand_over",
            "compose_moves.read_together",
            "grading.confirm",  # suggested to the manager
            "grading.keep",
            "granting_time.answer_time",
            "locking.answer_lock",
            "spot_checks.judge",
            "spot_checks.read_check",
            "taking_back.take_back",
            # silent: their team's people, its channel, and until when its assistants help
            "reporting.choose_channel",
            "reporting.time_channel",
            "rolling_out.set_assisted",
            "teaming.keep_team",
            "teaming.put_in_team",
            "teaming.read_sheet",
            # silent: a list of their own
            "imports.find",
            "imports.read_import",
            "imports.start",
            "imports.drop",
            "imports.undo",
        ),
        TEAM_LEADERS,
    ),
    # clock: a halted sweep asks a manager. Trust: figures of teams are for who leads. Silent: lists and inquiries are brought
    # in and answered by who leads, whosever they turn out to be
    **dict.fromkeys(
        (
            "adoption.read_adoption",
            "asking.answer: people by rep",
            "asking.answer: sources",
            "asking.answer: value",
            "expiry.resume_sweep",
            "grading.read_grades",
            "home.read_team",
            "seeing.read_expiring",
            "imports.begin_here",
            "inquiries.answer",
            "lead_doors.read_doors",
            "rolling_out.read_rollout",
        ),
        LEADERS,
    ),
    # trust: rules, teams and whatever goes out as a whole are an admin's. Clock: and the days of a calendar
    **dict.fromkeys(
        (
            "calendars.set_days",
            "calendars.set_team_calendar",
            "entry_quality.weigh_team",
            "erasing.erase_colleague",
            "erasing.erase_contact",
            "erasing.erase_inquirer",
            "erasing.find_person",
            "exporting.ask_export: all",
            "lead_doors.new_key",
            "lead_doors.stop_keys",
            "lead_doors.unwatch",
            "lead_doors.watch",
            "measuring.set_rate",
            "reading_rules.read_form",
            "rolling_out.switch_team",
            "ruling.confirm",
            "ruling.drop",
            "ruling.propose",
            "ruling.retire_rule",
            "ruling.switch_clock",
            "staging.change_stages",
            "teaming.build_team",
            "teaming.keep_team: a new one",
            "teaming.keep_team: with another team's",
            "teaming.put_in_team: as admin",
            "teaming.put_in_team: of another team",
        ),
        ADMIN,
    ),
    # trust: a file of what the asker may see. The far team has no customer, an admin no team
    "exporting.ask_export": only("assistant", "manager"),
    # trust: entry quality is each person's own
    "entry_quality.read_quality: another's": NOBODY,
}

# Who may read notes, phones and names of contacts; of the pooled customer its last words are shown to all, without them.
MAY_READ = {"owned": WHOLE, "pooled": TEAM_LEADERS}
# What the owner wrote, and may read for good.
OWN_WORDS = {"complaining.read_complaint", "complaining.read_note", "plans.move_plan", "plans.snooze_plan"}
OWN_WORDS |= {"plans.drop_plan", "plans.read_plan"}

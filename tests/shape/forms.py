"""Every form there is, filled with whatever words a test wants to see survive."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import time

from crm.cards import Leaver, Together
from crm.deals import Stage, Stages
from crm.people import Person, Role
from crm.quiet import QuietHours
from handlers.away.view import leave_form
from handlers.calendar.view import days_form
from handlers.deals.form import DealForm, deal_form
from handlers.expiry.view import release_form, time_form
from handlers.history.view import history_modal
from handlers.home.settings import settings_form
from handlers.imports.form import columns_form
from handlers.kit.blocks import Block
from handlers.kit.speech import Speech
from handlers.log.view import Prefill, log_form
from handlers.plans.view import move_form, plan_form
from handlers.reassign.forms import assign_form, hand_over_form
from handlers.rules.form import rule_form
from handlers.sharing.view import share_form
from handlers.spot_checks.view import reject_form
from handlers.stages.view import stages_form
from handlers.teams.view import NEW, list_modal, team_form, teams
from handlers.timeline.view import timeline
from handlers.who.view import card_modal
from operations.teaming import TeamSheet
from tests.shape import customer_samples, home_samples, rule_samples, samples
from tests.shape.history_samples import histories
from tests.shape.samples_lists import dropped

REP = Person("T1", "U0TOM", "Tom", quiet=QuietHours(time(20), time(8)), hours=home_samples.HOURS)
ADMIN = Person("T1", "U0BOSS", "Boss", Role.ADMIN)


def every_form(words: str, speech: Speech) -> Iterator[Block]:
    name = words[:200] or "?"
    full = Prefill(
        (samples.ULID, name), name, "call", name, words, samples.NOW, samples.NOW, words[:500], "12", "CNY", "{}", True
    )
    yield from (
        log_form(Prefill(), speech),
        log_form(full, speech),
        log_form(full, speech, Person("T1", "U0CLERK", "Clara", Role.ASSISTANT)),
        plan_form(speech, None),
        plan_form(speech, (samples.ULID, name)),
        move_form(samples.plan(words), speech),
        time_form(samples.ULID, name, 15, speech),
        leave_form(speech),
        *customer_samples.customer_forms(words, speech),
        *customer_samples.complaint_forms(words, speech),
        release_form(samples.ULID, name, speech),
        release_form(samples.ULID, name, speech, why="later", offer=("D1", "1.1")),
        columns_form(dropped(words), speech),
        assign_form(samples.ULID, "3", name, speech),
        *(history_modal(next(histories(words, of)), speech) for of in ("customer", "person")),
        reject_form(samples.spot_check(words, "open"), speech),
        hand_over_form(Together("U0BOSS", samples.NOW, 92, 90, Leaver(name, 30, 1, 1)), speech),
        card_modal(samples.customer_card(words, more_touches=True), speech),
        *(settings_form(person, speech) for person in (REP, replace(REP, role=Role.MANAGER, name=name))),
        timeline(samples.timeline(words), speech),
        team_form(NEW, TeamSheet(), speech, asker=Person("T1", "U0ADMIN", name, Role.ADMIN)),
        team_form(
            samples.ULID, home_samples.team_sheet(words), speech, asker=Person("T1", "U0BOSS", name, Role.MANAGER)
        ),
        share_form(samples.ULID, name, speech),
        *(rule_form(facts, speech) for facts in rule_samples.form_facts(words)),
        days_form(rule_samples.calendar_card(words), speech),
        list_modal(teams([(rule_samples.calendar_card(words).team, ())], speech, asker=ADMIN), speech),
        *_deal_forms(words, speech),
    )


def _deal_forms(words: str, speech: Speech) -> Iterator[Block]:
    own = Stages((Stage("s1", 10, 9, "open", words[:60] or "?"), *Stages().all))
    yield stages_form(own, speech)
    yield deal_form(DealForm(own), speech)
    yield deal_form(DealForm(own, customer=(samples.ULID, words[:200] or "?")), speech)
    full = replace(samples.deal(words), name=words[:199] + "x", helpers=("U0MEI", "U0TOM"), probability=50)
    yield deal_form(DealForm(own, full, {"U0MEI": words[:200]}, stage="lost"), speech)

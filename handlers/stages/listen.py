"""`/dibs stages`, and the form behind its button."""

from collections.abc import Mapping

from slack_bolt import App

from crm.deals import Stages
from crm.people import Role
from crm.refusal import Refusal
from crm.staging import MOST_STAGES, Problem, read_stages, removed
from handlers.deals.words import stage_label
from handlers.kit import ids
from handlers.kit.blocks import Message, clip
from handlers.kit.desk import Desk, FormErrors, Turn
from handlers.kit.payloads import Command, Form, Press, about
from handlers.kit.speech import Speech
from handlers.stages.view import stages, stages_form
from operations.deals import deal_seeing, staging


def register(app: App, desk: Desk) -> None:
    desk.tap(app, ids.EDIT_STAGES, lambda turn, press: _edit(desk, turn, press))
    desk.form(app, ids.STAGES_FORM, lambda turn, form: _save(desk, turn, form))


def stages_command(desk: Desk, turn: Turn, asked: Command) -> Message:
    found = deal_seeing.read_stages(desk.office, workspace_id=turn.workspace_id)
    return stages(found, turn.speech, may_change=turn.person.role == Role.ADMIN)


def _edit(desk: Desk, turn: Turn, press: Press) -> None:
    if turn.person.role != Role.ADMIN:
        raise Refusal("not_allowed")
    found = deal_seeing.read_stages(desk.office, workspace_id=turn.workspace_id)
    turn.open(stages_form(found, turn.speech), on_top=press.in_modal)


def _save(desk: Desk, turn: Turn, form: Form) -> None:
    now = deal_seeing.read_stages(desk.office, workspace_id=turn.workspace_id)
    fresh = [f"s{form.key[:16]}{n}" for n in range(MOST_STAGES + 1)]
    called = _called(now, turn.speech)
    wanted = read_stages(form.values.get("stages") or "", now=now, called=called, fresh=fresh)
    if isinstance(wanted, Problem):
        raise FormErrors(stages=_problem(wanted, turn.speech))
    move_to = form.values.get("move_to")
    _check_target(desk, turn, now, wanted, move_to)
    staging.change_stages(
        desk.office,
        workspace_id=turn.workspace_id,
        actor_id=turn.person_id,
        wanted=wanted,
        move_to=move_to,
        seen=about(form.metadata, "seen")["seen"],
        now=turn.now,
    )


def _called(now: Stages, speech: Speech) -> Mapping[str, str]:
    names = {one.code.casefold(): one.code for one in now.all}
    return names | {stage_label(one, speech).casefold(): one.code for one in now.all}


def _check_target(desk: Desk, turn: Turn, now: Stages, wanted: Stages, move_to: str | None) -> None:
    """Deals of a stage that goes need a stage that stays."""
    if move_to and wanted.of(move_to):
        return
    gone = frozenset(one.code for one in removed(now, wanted))
    counts = staging.count_in(desk.office, workspace_id=turn.workspace_id, codes=gone) if gone else {}
    left = sum(counts.values())
    if left:
        said = turn.speech.tn(
            "{n} deal stands in a stage that goes. Choose one that stays.",
            "{n} deals stand in stages that go. Choose one that stays.",
            left,
        )
        raise FormErrors(move_to=said)


def _problem(problem: Problem, speech: Speech) -> str:
    t, line = speech.t, clip(problem.line, 80)
    return {
        "unreadable": t("I can't read “{line}”. Write it like `proposal, 50%, 20`.", line=line),
        "twice": t("“{line}” is there twice, or is won or lost, which stay as they are.", line=line),
        "chance": t("In “{line}” the probability is more than 100%.", line=line),
        "days": t("In “{line}” the days are not between 1 and 3650.", line=line),
        "gone": t("“{line}” renames a stage that is not there.", line=line),
        "too_few": t("At least one stage is needed."),
        "too_many": t("At most 12 stages fit."),
    }[problem.code]

"""The stages of a deal: the list, and the form an admin changes it in, a line a stage."""

import json

from crm.deals import Stages
from crm.staging import signature
from handlers.deals.words import stage_label, stage_name
from handlers.kit import ids
from handlers.kit.blocks import (
    Block,
    Message,
    actions,
    bold,
    button,
    context,
    input_,
    modal,
    option,
    section,
    select,
    text_input,
)
from handlers.kit.speech import Speech


def stages(of: Stages, speech: Speech, *, may_change: bool) -> Message:
    """Each open stage with its probability and its days; won and lost end the list."""
    t = speech.t
    heading = t("The stages of a deal:")
    lines = [
        t(
            "{stage}: {chance}%, stands still after {days} days",
            stage=stage_name(one, speech),
            chance=one.probability,
            days=one.stall_days,
        )
        for one in of.open
    ]
    lines += [stage_name(of.won, speech), stage_name(of.lost, speech)]
    blocks: list[Block] = [section(bold(heading, *lines))]
    if may_change:
        blocks.append(actions(button(t("Change the stages…"), ids.EDIT_STAGES.id())))
    return Message(speech.sentences(heading, *(f"{line}{speech.stop}" for line in lines)), blocks)


def stages_form(of: Stages, speech: Speech) -> Block:
    t = speech.t
    written = "\n".join(f"{stage_label(one, speech)}, {one.probability}%, {one.stall_days}" for one in of.open)
    targets = [option(stage_label(one, speech), one.code) for one in of.open]
    blocks = [
        input_(
            t("One stage a line: name, probability, days it may stand still"),
            "stages",
            text_input(written, multiline=True),
            hint=t("“evaluation > Pilot, 30%, 30” renames one. What you leave out goes. Won and lost stay."),
        ),
        input_(t("Deals of a stage that goes move to"), "move_to", select(targets), optional=True),
        context(t("History stays as it was. Claims that a deal holds are counted anew, never without notice.")),
    ]
    metadata = json.dumps({"seen": signature(of)})
    return modal(t("Stages"), t("Save"), t("Cancel"), blocks, callback_id=ids.STAGES_FORM, metadata=metadata)

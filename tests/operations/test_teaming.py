"""Who leads a team puts people into it; only an admin makes an admin."""

from dataclasses import replace

import pytest

from crm.people import Role
from crm.refusal import Refusal
from operations import teaming
from tests.yard import MONDAY, SECOND, T1, Yard


def test_a_manager_makes_nobody_an_admin_by_the_teams_form(company: Yard) -> None:
    team, sheet = teaming.read_sheet(company.office, workspace_id=T1, actor_id=SECOND, team_name="Sales")
    wanted = replace(sheet, roles={**sheet.roles, company.reps[0]: Role.ADMIN})
    with pytest.raises(Refusal, match="not_allowed"):
        teaming.keep_team(
            company.office, workspace_id=T1, actor_id=SECOND, team_id=team.team_id, wanted=wanted, now=MONDAY
        )
    _, kept = teaming.read_sheet(company.office, workspace_id=T1, actor_id=SECOND, team_name="Sales")
    assert kept == sheet

import pytest

from crm.deals import Stage, Stages
from crm.staging import Problem, read_stages, removed, signature

NOW = Stages()
CALLED = {stage.code: stage.code for stage in NOW.all} | {"方案": "proposal"}
WRITTEN = "\n".join(f"{one.code}, {one.probability}%, {one.stall_days}" for one in NOW.open)


def read(text: str) -> Stages | Problem:
    return read_stages(text, now=NOW, called=CALLED, fresh=("s1", "s2", *map(str, range(20))))


def test_the_list_as_it_is_written_is_the_list_as_it_is() -> None:
    assert read(WRITTEN) == NOW


def test_a_stage_keeps_its_code_when_it_is_renamed_moved_or_given_other_figures() -> None:
    found = read("方案 > Pilot，60％，15天\nlead, 5, 30\nSecurity review, 40%, 9")
    assert isinstance(found, Stages)
    assert found.open == (
        Stage("proposal", 60, 15, name="Pilot"),
        Stage("lead", 5, 30),
        Stage("s1", 40, 9, name="Security review"),
    )
    assert [one.code for one in removed(NOW, found)] == ["qualified", "evaluation", "negotiation"]
    assert found.all[-2:] == (NOW.won, NOW.lost)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("lead", "unreadable"),
        ("lead, 5, 30\nlead, 6, 30", "twice"),
        ("won, 100, 30", "twice"),
        ("lead, 101, 30", "chance"),
        ("lead, 5, 0", "days"),
        ("nowhere > Pilot, 5, 30", "gone"),
        ("  \n ", "too_few"),
        ("\n".join(f"Step {n}, 5, 30" for n in range(13)), "too_many"),
    ],
)
def test_what_is_wrong_with_a_list_is_named(text: str, code: str) -> None:
    found = read(text)
    assert isinstance(found, Problem)
    assert found.code == code


def test_another_list_has_another_signature() -> None:
    assert signature(NOW) != signature(Stages((Stage("lead", 6, 30), *NOW.all[1:])))

"""Killed commands: they die where they are told to, and a state that users could not live with is seen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import prove  # noqa: F401 - where the tests' own modules lie
import pytest
from disk_states import DiskStates
from kill_ground import Ground, State
from kills import SCENARIOS, Kills
from tally import Tally


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ground]:
    with Ground(tmp_path_factory.mktemp("ground")) as made:
        yield made


def test_a_command_dies_at_the_line_it_is_told(ground: Ground):
    ground.prepare(State("AB", "A", "A"))
    assert ground.run(("publish", "{B}"), "A", die_at=0).killed
    assert ground.served() == ground.ids["A"]
    unharmed = ground.run(("publish", "{B}"), "A", die_at=10**6, trace=True)
    assert unharmed.status == 0 and not unharmed.killed
    assert ground.served() == ground.ids["B"]
    moments = ground.moments()
    assert len(moments) > 30
    files = {line.partition(":")[0] for line, _ in moments}
    assert {"cli/editions.py", "editions/publish.py"} <= files
    assert all(file.startswith(("editions/", "cli/")) or "/" not in file for file in files)
    states = [state for _, state in moments]
    assert states[0] == 0 and states[-1] > 0, "publishing changes the disk"
    assert states == sorted(states), "and no state comes back"


def test_states_of_a_folder_are_told_apart(tmp_path: Path):
    states = DiskStates(tmp_path)
    assert states.now() == states.now() == 0
    file = tmp_path / "a"
    file.write_text("one")
    assert states.now() == 1
    file.write_text("two")  # of the same length, within one tick of the clock
    assert states.now() == 2
    file.chmod(0o600)
    assert states.now() == 3
    (tmp_path / "link").symlink_to("a")
    assert states.now() == 4
    (tmp_path / "link").unlink()
    assert states.now() == 3


def test_a_command_that_fails_tells_why(ground: Ground):
    ground.prepare(State("A", "A", "A"))
    ended = ground.run(("publish", "0000"), "A")
    assert ended.status == 1 and "Error" in ended.said


@pytest.mark.parametrize("state", [scenario.state for scenario in SCENARIOS], ids=[s.name for s in SCENARIOS])
def test_states_are_what_they_say(ground: Ground, state: State):
    ground.prepare(state)
    assert ground.served() == (ground.ids[state.published[-1]] if state.published else None)
    assert {name for name, id_ in ground.ids.items() if ground.whole(id_)} == set(state.editions) - set(state.damaged)
    assert ground.leftovers() == []


def test_damage_and_leftovers_are_seen(ground: Ground):
    ground.prepare(State("AB", "A", "A", damaged="B"))
    assert not ground.whole(ground.ids["B"]) and ground.whole(ground.ids["A"])
    (ground.root / ".building-1-x").mkdir()
    assert ground.leftovers() == [".building-1-x"]


def test_a_state_that_users_cannot_live_with_is_a_violation(ground: Ground):
    publish, kills = SCENARIOS[0], Kills(ground, 1, Tally())
    ground.prepare(publish.state)
    assert kills._state(publish) == []
    (ground.root / "current").unlink()
    assert kills._state(publish) == ["None is served"]
    ground.prepare(publish.state)
    (ground.root / ground.ids["A"] / "edition.gpkg").unlink()
    assert kills._state(publish) == [f"{ground.ids['A']} is served and not whole"]

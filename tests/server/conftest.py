"""Fixtures of the server's tests: a small made data folder, and an edition of the repository's own data."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import hypothesis
import pytest
import small_data
from running_server import EDITIONS, REPOSITORY

from cooperation_atlas.editions.build import build, unchanged
from cooperation_atlas.editions.layout import EditionFolder
from cooperation_atlas.settings import PREFIX, Settings
from cooperation_atlas.sources.tables import Sources, read

# The tests of the contract are written as others are, in a module that pytest does not take for tests.
pytest.register_assert_rewrite("store_contract")
# A deadline for an example is an assertion on the clock: on a busy machine it fails what is right.
hypothesis.settings.register_profile("without deadline", parent=hypothesis.settings(), deadline=None)
hypothesis.settings.load_profile("without deadline")

Command = Callable[..., "subprocess.CompletedProcess[str]"]


def settings_for(data: Path, editions: Path, *, samples: bool = True) -> Settings:
    """Settings of these folders, whatever the environment of the test run says."""
    given = {"DATA": str(data), "EDITIONS": str(editions), "SAMPLES": "on" if samples else "off"}
    return Settings.from_environment({PREFIX + name: value for name, value in given.items()})


@pytest.fixture(scope="session")
def small_data_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small made data folder; not to be changed."""
    return small_data.write(tmp_path_factory.mktemp("small") / "data")


@pytest.fixture
def data(small_data_folder: Path, tmp_path: Path) -> Path:
    """A copy of the small made data folder, for a test to change."""
    return Path(shutil.copytree(small_data_folder, tmp_path / "data"))


@pytest.fixture
def settings(data: Path, tmp_path: Path) -> Settings:
    """Settings of ``data`` and of an editions folder that does not exist yet."""
    return settings_for(data, tmp_path / "editions")


@pytest.fixture(scope="session")
def small_edition(small_data_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> EditionFolder:
    """An edition of the small made data folder."""
    return build(settings_for(small_data_folder, tmp_path_factory.mktemp("small-editions")))


@pytest.fixture(scope="session")
def real_data() -> Path:
    """The repository's own data folder; not to be changed."""
    return REPOSITORY / "data"


@pytest.fixture(scope="session")
def real_sources(real_data: Path) -> Sources:
    """The repository's own tables."""
    return read(real_data)


@pytest.fixture(scope="session")
def real_edition(real_data: Path) -> EditionFolder:
    """An edition of the repository's own data, kept between test runs for as long as sources and code are the same."""
    settings = settings_for(real_data, EDITIONS)
    return unchanged(settings) or build(settings)


@pytest.fixture
def command(settings: Settings) -> Command:
    """Runs ``cooperation-atlas`` as its own process, with ``settings`` unless others are given."""

    def run(
        *arguments: str, settings: Settings = settings, cwd: Path | None = None
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command_line(*arguments), env=environment(settings), cwd=cwd, capture_output=True, text=True, timeout=300
        )

    return run


def command_line(*arguments: str) -> list[str]:
    """The command as started by the interpreter of the tests."""
    return [sys.executable, "-c", "from cooperation_atlas.cli import main; main()", *arguments]


def environment(settings: Settings) -> dict[str, str]:
    """An environment that says the same as ``settings``."""
    own = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
    return own | {
        f"{PREFIX}DATA": str(settings.data),
        f"{PREFIX}EDITIONS": str(settings.editions),
        f"{PREFIX}SAMPLES": "on" if settings.samples else "off",
    }

"""The documentation names what there is, all of it, and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cooperation_atlas.cli import cli
from cooperation_atlas.model.collections import COLLECTIONS
from cooperation_atlas.settings import NAMES

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
TEXT = {page: page.read_text("utf-8") for page in PAGES}
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_to_files(page: Path) -> None:
    targets = [target for target in LINK.findall(TEXT[page]) if "://" not in target]
    assert [target for target in targets if not (page.parent / target).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_make_targets_exist(page: Path) -> None:
    targets = set(re.findall(r"^([a-z0-9-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = set(re.findall(r"(?:^|`)(?:[A-Z_]+=\S* )*make ([a-z0-9-]+)", TEXT[page], re.MULTILINE))
    assert named - targets == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_exist(page: Path) -> None:
    assert set(re.findall(r"cooperation-atlas ([a-z-]+)", TEXT[page])) - set(cli.commands) == set()


def test_every_command_is_documented() -> None:
    pages = "\n".join(TEXT.values())
    assert [name for name in cli.commands if not re.search(rf"(cooperation-atlas |`){name}\b", pages)] == []


def test_every_setting_is_documented() -> None:
    rows = re.findall(r"^\| `(COOPERATION_ATLAS_\w+)` \|", TEXT[ROOT / "docs" / "operator.md"], re.MULTILINE)
    assert sorted(rows) == sorted(NAMES)


def test_every_collection_is_in_the_readme() -> None:
    assert [id_ for id_ in COLLECTIONS if f"`{id_}`" not in TEXT[ROOT / "README.md"]] == []

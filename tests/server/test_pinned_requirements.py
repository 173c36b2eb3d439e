"""Requirements: every package that is installed is named with its version and hashes, and the files agree."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from running_server import REPOSITORY

FOLDER = REPOSITORY / "config" / "constraints"
FILES = sorted(FOLDER.glob("*.txt"))
#: What each file was made from.
SOURCES = {
    "plugin-tests.txt": "tests/plugin/requirements.txt",
    "plugin-checks.txt": "qgis_plugin/requirements-checks.txt",
    "qt6.txt": "tests/plugin/requirements-qt6.txt",
    "bench.txt": "tests/bench/requirements.txt",
}
PINNED = re.compile(
    r"^(?P<name>[a-z0-9-]+)==(?P<version>[^ ;\\]+)(?: ; [^\\]+)?(?P<hashes>(?:\s*\\\n +--hash=\S+)*)$", re.M
)
SHA256 = re.compile(r"--hash=sha256:[0-9a-f]{64}")


def pinned(file: Path) -> dict[str, str]:
    """Versions by name."""
    return {m["name"]: m["version"] for m in PINNED.finditer(file.read_text())}


def normal(name: str) -> str:
    """A name as the index normalises it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def wanted(lines: list[str]) -> dict[str, str | None]:
    """Versions by name (``None`` for any) that requirements ask for; extras and comments aside."""
    found = {}
    for line in lines:
        name, _, version = line.partition("#")[0].strip().partition("==")
        if name:
            found[normal(re.sub(r"\[.*\]", "", name))] = version or None
    return found


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_line_is_a_pinned_package_a_hash_or_a_comment(file: Path):
    text = file.read_text()
    packages = [line for line in text.splitlines() if line and not line.startswith((" ", "#"))]
    found = list(PINNED.finditer(text))
    assert len(found) == len(packages) > 0, "a requirement without an exact version"
    for each in found:
        hashes = [h.strip(" \\") for h in each["hashes"].split("\n") if "--hash" in h]
        assert hashes, f"{each['name']} has no hash"
        assert all(SHA256.fullmatch(h) for h in hashes), each["name"]
    assert "://" not in text and "--index" not in text and "--find-links" not in text


def test_the_server_is_tested_on_the_versions_it_runs_on():
    tests = pinned(FOLDER / "tests.txt")
    server = pinned(FOLDER / "server.txt")
    assert server.items() <= tests.items()
    qgis = pinned(FOLDER / "plugin-tests.txt")
    assert {n: v for n, v in qgis.items() if n in tests} == {n: tests[n] for n in qgis if n in tests}


def test_the_files_follow_from_pyproject():
    """Else: `make constraints`."""
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())
    direct = wanted([*project["project"]["dependencies"], *project["build-system"]["requires"]])
    assert direct.items() <= pinned(FOLDER / "server.txt").items()
    tools = wanted([line for lines in project["project"]["optional-dependencies"].values() for line in lines])
    assert (direct | tools).items() <= pinned(FOLDER / "tests.txt").items()


@pytest.mark.parametrize("file", SOURCES)
def test_the_files_follow_from_their_sources(file: str):
    """Else: `make constraints`."""
    there = pinned(FOLDER / file)
    for name, version in wanted((REPOSITORY / SOURCES[file]).read_text().splitlines()).items():
        assert name in there and version in (None, there[name])


def test_every_file_has_a_source():
    assert {f.name for f in FILES} == {*SOURCES, "server.txt", "tests.txt", "uv.txt"}

"""The zip of the plugin: what is in it, always the same bytes, and what the repository would refuse."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "qgis_plugin"))

import build_plugin
import translations

#: Of no real project.
PUBLISHER = "https://code.atlas.internal/atlas/cooperation atlas@atlas.internal"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    translations.release()
    path = tmp_path_factory.mktemp("dist") / "cooperation_search.zip"
    build_plugin.build(path, PUBLISHER)
    return path


def test_same_bytes(built: Path, tmp_path: Path):
    build_plugin.build(tmp_path / "again.zip", PUBLISHER)
    assert (tmp_path / "again.zip").read_bytes() == built.read_bytes()


def test_contents(built: Path):
    names = set(zipfile.ZipFile(built).namelist())
    top = "cooperation_search/"
    assert {
        top + n for n in ("__init__.py", "LICENSE", "metadata.txt", "plugin.py", "icons/icon.svg", "help/en.html")
    } <= names
    assert {f"{top}i18n/cooperation_search_{language}.qm" for language in translations.LANGUAGES} <= names
    assert not [n for n in names if n.endswith((".ts", ".pyc")) or "__pycache__" in n or "/." in n or "test" in n]


def test_no_finding(built: Path):
    assert build_plugin.zip_findings(built) == []


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("author=", "author=A/", "'/'"), ("email=", "mail=", "email"), ("tracker=https", "tracker=http", "tracker"),
        ("qgisMaximumVersion=4.99", "supportsQt6=True", "Qt 6"), ("icon=icons/", "icon=", "icon"),
        ("[general]", "[other]", "general"),
    ],
)  # fmt: skip
def test_metadata_findings(built: Path, old: str, new: str, words: str):
    archive = zipfile.ZipFile(built)
    text = archive.read("cooperation_search/metadata.txt").decode()
    assert build_plugin.metadata_findings(text, archive.namelist()) == []
    (found, *_) = build_plugin.metadata_findings(text.replace(old, new, 1), archive.namelist())
    assert words in found


def test_placeholders_cannot_be_published(built: Path, tmp_path: Path):
    build_plugin.build(tmp_path / "own.zip")
    found = build_plugin.zip_findings(tmp_path / "own.zip")
    assert [line.split()[1] for line in found] == ["email", "tracker", "repository", "homepage"]
    assert all("PLUGIN_PUBLISHER" in line for line in found)
    own, published = (zipfile.ZipFile(path) for path in (tmp_path / "own.zip", built))
    changed = [n for n in own.namelist() if own.read(n) != published.read(n)]
    assert changed == ["cooperation_search/metadata.txt"] and own.namelist() == published.namelist()
    text = published.read(changed[0]).decode()
    assert (
        "tracker=https://code.atlas.internal/atlas/cooperation/issues\n" in text
        and "email=atlas@atlas.internal\n" in text
    )


@pytest.mark.parametrize(
    "wrong", ["https://code.atlas.internal/a", "atlas@atlas.internal", "http://a.b/c d@e.f", "https://a.b d@e.f"]
)
def test_a_publisher_that_is_none(tmp_path: Path, wrong: str):
    with pytest.raises(ValueError, match="PLUGIN_PUBLISHER"):
        build_plugin.build(tmp_path / "x.zip", wrong)


def test_zip_findings(tmp_path: Path):
    path = tmp_path / "bad.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name in ("cooperation_search/run.sh", "cooperation_search/tests/a.py", "other/x.py"):
            archive.writestr(name, "")
    found = "\n".join(build_plugin.zip_findings(path))
    for words in ("run.sh", "tests/a.py", "one top folder", "LICENSE is missing", "metadata.txt is missing"):
        assert words in found

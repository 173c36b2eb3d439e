"""The command line as people and scripts use it: its own process, exit status, what goes to stdout and to stderr."""

from __future__ import annotations

import json
import os
import pty
import re
import shutil
import subprocess
import sys
import termios
from contextlib import suppress
from pathlib import Path

import pyogrio
import pytest
import small_data
from conftest import Command, command_line, environment, settings_for

from cooperation_atlas.editions import layout
from cooperation_atlas.model.errors import InvalidValue
from cooperation_atlas.settings import NAMES, Settings

REFERENCE = Path(__file__).resolve().parents[2].parent / "shared" / "reference" / "nuts"


def test_validate_says_that_all_is_well(command: Command) -> None:
    done = command("validate")
    assert (done.returncode, done.stdout, done.stderr) == (0, "0 errors, 0 warnings\n", "")


def test_validate_reports_errors_and_fails(command: Command, settings: Settings) -> None:
    small_data.change(settings.data, "programmes/areas.csv", "EL30,2021", "PT170,2024")
    done = command("validate")
    assert done.returncode == 1
    assert (
        "data/programmes/areas.csv row 5 nuts_code: PT170 is not in NUTS 2024; split into PT1A0, PT1B0\n" in done.stdout
    )
    assert "Traceback" not in done.stderr


def test_validate_writes_json_and_html(command: Command, settings: Settings, tmp_path: Path) -> None:
    small_data.change(settings.data, "programmes/areas.csv", "ITG2,2021", "ITG27,2021")
    done = command("validate", "--format", "json")
    [finding] = json.loads(done.stdout)["findings"]
    assert (finding["row"], finding["column"], finding["value"], finding["nearest"]) == (
        8,
        "nuts_code",
        "ITG27",
        ["ITG2D"],
    )
    page = tmp_path / "findings.html"
    done = command("validate", "--format", "html", "-o", str(page))
    assert done.returncode == 1
    assert "recoded to ITG2D" in page.read_text("utf-8")
    assert str(page) in done.stderr


def test_build_publishes_unless_told_otherwise(command: Command, settings: Settings) -> None:
    done = command("build", "--no-publish")
    assert done.returncode == 0
    id_ = done.stdout.strip()
    assert layout.current(settings.editions) is None
    assert "7 programmes" in done.stderr
    assert command("build").stdout.strip() == id_
    served = layout.current(settings.editions)
    assert served is not None and served.id == id_


def test_build_reports_errors_and_leaves_the_edition_served(command: Command, settings: Settings) -> None:
    old = command("build").stdout.strip()
    small_data.change(settings.data, "programmes/areas.csv", "ITG2,2021", "ITX9,2021")
    done = command("build")
    assert (done.returncode, done.stdout) == (1, "")
    assert "ITX9 is not in NUTS 2021" in done.stderr
    assert "Error: The sources contain 1 error; nothing was built." in done.stderr
    served = layout.current(settings.editions)
    assert served is not None and served.id == old


def test_build_if_changed_loads_no_heavy_library_where_nothing_changed(command: Command, settings: Settings) -> None:
    """Looking for changes is what ``make serve`` does first every time: loading these takes seconds."""
    first = command("build")
    code = (
        "import sys; sys.argv = ['cooperation-atlas', 'build', '--if-changed']\n"
        "from cooperation_atlas.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print([m for m in ('geopandas', 'pandas', 'shapely', 'pyogrio', 'pygeoapi', 'numpy') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], env=environment(settings), capture_output=True, text=True)
    assert done.stdout.splitlines() == [first.stdout.strip(), "[]"]
    assert "is up to date" in done.stderr


def test_editions_publish_diff_and_rollback(command: Command, settings: Settings) -> None:
    assert "No editions" in command("editions").stderr
    first = command("build").stdout.strip()
    small_data.change(settings.data, "programmes/programmes.csv", "Attica,en", "Attica and the islands,en")
    second = command("build").stdout.strip()
    lines = command("editions").stdout.splitlines()
    assert {line[:18] for line in lines} == {f"  {first}", f"* {second}"}
    listed = json.loads(command("editions", "--format", "json").stdout)
    assert {e["id"]: e["current"] for e in listed} == {first: False, second: True}

    assert "programmes: 1 changed: 2021EL16FFPR001" in command("diff", first).stdout
    found = json.loads(command("diff", second, first[:6], "--format", "json").stdout)
    assert found["programmes"] == {"added": [], "removed": [], "changed": ["2021EL16FFPR001"]}

    assert first in command("rollback").stderr
    assert second in command("publish", second[:6]).stderr
    assert first in command("rollback", first).stderr
    assert command("prune", "--keep", "0").stderr == "No edition was removed.\n", "clients may still page through it"
    small_data.change(settings.data, "programmes/programmes.csv", "Attica and the islands,en", "Attica and all,en")
    third = command("build").stdout.strip()
    assert command("prune", "--keep", "0").stderr == f"Edition {second} was removed.\n"
    assert {line[:18] for line in command("editions").stdout.splitlines()} == {f"  {first}", f"* {third}"}


def test_errors_are_messages(command: Command, settings: Settings, tmp_path: Path) -> None:
    cases = {
        ("biuld",): "There is no command 'biuld'. Did you mean build?",
        ("build", "--if-chnged"): "--if-changed",
        ("prune",): "Missing option '--keep'",
        ("publish", "0000"): "There is no edition '0000'",
        ("rollback",): "nothing to roll back from",
        ("diff", "0000"): "name the edition to compare with",
        ("import-nuts", "2024", "nowhere.gpkg"): "nowhere.gpkg",
        ("validate", "--format", "xml"): "'xml' is not one of 'text', 'json', 'html'",
    }
    for arguments, message in cases.items():
        done = command(*arguments)
        assert done.returncode in {1, 2}, arguments
        assert message in done.stderr, arguments
        assert "Traceback" not in done.stderr, arguments
    done = command("validate", settings=settings_for(tmp_path / "nowhere", tmp_path))
    assert (done.returncode, "There is no data folder" in done.stderr) == (1, True)


def test_an_editions_folder_that_cannot_be_used(command: Command, settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = command("build", settings=settings_for(settings.data, tmp_path / "file"))
    assert done.returncode == 1
    assert re.search(r"^Error: .*file", done.stderr, re.MULTILINE)
    assert "Traceback" not in done.stderr


def test_no_progress_bar_where_nobody_watches(command: Command) -> None:
    assert "\r" not in command("build").stderr


def test_a_progress_bar_where_somebody_watches(settings: Settings) -> None:
    """On a terminal the steps are shown while they run."""
    screen, terminal = pty.openpty()
    termios.tcsetwinsize(terminal, (24, 100))
    build = subprocess.Popen(
        command_line("build"), env=environment(settings), stderr=terminal, stdout=subprocess.DEVNULL
    )
    os.close(terminal)
    shown = b""
    with suppress(OSError):  # Linux ends reading from a closed terminal with an error
        while chunk := os.read(screen, 65536):
            shown += chunk
    os.close(screen)
    assert build.wait(timeout=60) == 0
    assert "build: assemble" in shown.decode()
    assert "31/32" in shown.decode()


def test_help_names_every_command(command: Command) -> None:
    text = command("--help").stdout
    for name in ("validate", "build", "publish", "rollback", "editions", "diff", "prune", "import-nuts", "serve"):
        assert re.search(rf"^  {name} ", text, re.MULTILINE), name
    for name in NAMES:
        assert name in text


@pytest.mark.slow
@pytest.mark.skipif(not REFERENCE.is_dir(), reason="the optional folder with GISCO's own files is not there")
def test_import_nuts_and_build_with_it(command: Command, real_data: Path, tmp_path: Path) -> None:
    data = Path(shutil.copytree(real_data, tmp_path / "real" / "data"))
    settings = settings_for(data, tmp_path / "editions")
    done = command("import-nuts", "2024", str(REFERENCE / "NUTS_RG_03M_2024_4326.gpkg"), settings=settings)
    assert done.returncode == 0, done.stderr
    assert "1345 of level 3" in done.stderr
    done = command("build", settings=settings)
    assert done.returncode == 0, done.stderr
    edition = layout.find(settings.editions, done.stdout.strip())
    assert edition.facts["nuts_versions"] == ["2016", "2021", "2024"]
    assert pyogrio.read_info(edition.geopackage, layer="regions-2024")["features"] == 39 + 115 + 299 + 1345


# --- settings -----------------------------------------------------------------------------------------------------


def test_defaults() -> None:
    settings = Settings.from_environment({})
    assert (settings.host, settings.port, settings.url) == ("127.0.0.1", 5000, "http://127.0.0.1:5000")
    assert settings.data == Path.cwd() / "data"
    assert settings.editions == Path.cwd() / "var" / "editions"
    assert (settings.samples, settings.workers) == (True, 1)
    assert settings.languages == ("en", "de", "es", "fr", "it", "pl")


def test_given_settings() -> None:
    given = {
        "COOPERATION_ATLAS_HOST": "0.0.0.0", "COOPERATION_ATLAS_PORT": "8080", "COOPERATION_ATLAS_SAMPLES": "OFF",
        "COOPERATION_ATLAS_LANGUAGES": "fr, en,fr", "COOPERATION_ATLAS_WORKERS": "2", "HOME": "/home/x",
        "COOPERATION_ATLAS_URL": "https://example.org/atlas/",
    }  # fmt: skip
    settings = Settings.from_environment(given)
    assert (settings.host, settings.port, settings.url) == ("0.0.0.0", 8080, "https://example.org/atlas")
    assert (settings.samples, settings.languages, settings.workers) == (False, ("fr", "en"), 2)
    assert settings.operator == Settings.from_environment({}).operator
    told = Settings.from_environment(
        {
            "COOPERATION_ATLAS_OPERATOR_CONTACT": "atlas@example.org", "COOPERATION_ATLAS_LOG_DAYS": "0",
            "COOPERATION_ATLAS_EMBED_ORIGINS": "https://a.example.org/, http://localhost:8000",
            "COOPERATION_ATLAS_STATEMENT_DATE": "2026-11-30",
        }
    ).operator  # fmt: skip
    assert (told.contact, told.log_days, told.report) == ("mailto:atlas@example.org", 0, "")
    assert told.embedders == ("https://a.example.org", "http://localhost:8000")
    assert str(told.statement_day) == "2026-11-30"
    assert Settings.from_environment({"COOPERATION_ATLAS_EMBED_ORIGINS": "none"}).operator.embedders == ()
    del given["COOPERATION_ATLAS_URL"]
    assert Settings.from_environment(given).url == "http://localhost:8080"


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        ("PORT", "http", "'http' is not a whole number from 0 to 65535."),
        ("PORT", "65536", "'65536' is not a whole number from 0 to 65535."),
        ("PORT", "²", "'²' is not a whole number from 0 to 65535."),
        ("WORKERS", "0", "'0' is not a whole number from 1 to 64."),
        ("SAMPLES", "yes", "'yes' is not on or off. Did you mean on or off?"),
        ("URL", "example.org", "'example.org' is not an absolute http or https URL without query."),
        ("LANGUAGES", "en,eng", "'eng' is not a language code of two letters (ISO 639-1)."),
        ("SAMPLE", "on", "there is no such setting. Did you mean COOPERATION_ATLAS_SAMPLES?"),
        ("STATEMENT_DATE", "30.11.2026", "'30.11.2026' is not a day such as 2027-01-31."),
        ("LOG_DAYS", "-1", "'-1' is not a whole number from 0 to 3650."),
        ("REPORT_ERRORS", "call us", "'call us' is neither a mailbox (data@example.org) nor an address (https://…)."),
        (
            "OPERATOR_CONTACT",
            "javascript:x",
            "'javascript:x' is neither a mailbox (data@example.org) nor an address (https://…).",
        ),
        (
            "EMBED_ORIGINS",
            "*.example.org",
            "'*.example.org' is not an origin such as https://portal.example.org; * is all, none is none.",
        ),
    ],
)
def test_settings_that_cannot_be(name: str, value: str, reason: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        Settings.from_environment({f"COOPERATION_ATLAS_{name}": value})
    assert str(caught.value) == f"COOPERATION_ATLAS_{name}: {reason}"

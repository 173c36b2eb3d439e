"""The plugin's tests on several versions of QGIS: `make test-qgis-matrix`.

A version that the machine has is tested where it is. Any other gets a Debian root of its own below var/qgis-roots,
built on first use and kept (see make_root.sh). One server runs outside, on .venv, for all of them. The outcome is
printed and saved as the table var/qgis-matrix.md.

Usage: run.py [version…] [-- argument of pytest…], for instance: run.py 3.22 -- -k locator
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parents[2]
sys.path.insert(0, str(REPOSITORY / "tests"))

from running_server import LOGS, URL_VARIABLE, start  # noqa: E402

ROOTS = REPOSITORY / "var" / "qgis-roots"
TABLE = REPOSITORY / "var" / "qgis-matrix.md"
VENV = REPOSITORY / ".venv-qgis"
#: Debian suite of the root, and the suite that QGIS is taken from there.
SUITES = {
    "3.22": ("bookworm", "bookworm"),
    "3.40": ("bookworm", "bookworm-backports"),
    "3.44": ("forky", "forky"),
}
#: As installed into .venv-qgis by `make test-plugin`.
TOOLS = "config/constraints/plugin-tests.txt"
#: Seconds for the tests of one version.
LIMIT = 3600

PROBE = """
import json, sys
from osgeo import gdal
from qgis.core import Qgis
from qgis.PyQt.QtCore import QT_VERSION_STR
print(json.dumps([Qgis.QGIS_VERSION.split("-")[0], sys.version.split()[0], QT_VERSION_STR, gdal.__version__]))
"""


@dataclass
class Outcome:
    """What the tests of one version came to.

    :param about: versions of QGIS, Python, Qt and GDAL
    :param origin: where this QGIS comes from
    :param failed: names of the tests that failed, or that could not be run
    """

    about: tuple[str, ...]
    origin: str
    passed: int = 0
    skipped: int = 0
    failed: list[str] = field(default_factory=list)
    seconds: float = 0.0

    def row(self, day: str) -> str:
        """Its row of the table."""
        numbers = (str(self.passed), str(len(self.failed)), str(self.skipped), f"{self.seconds:.0f} s", day)
        return "| " + " | ".join((*self.about, self.origin, *numbers)) + " |"


def installed() -> str:
    """The version of QGIS that .venv-qgis sees, ``3.40`` for instance; empty without one."""
    try:
        return about([str(HERE.parent / "in_qgis.sh")])[0].rpartition(".")[0]
    except (OSError, subprocess.CalledProcessError):
        return ""


def about(runner: list[str]) -> tuple[str, ...]:
    """Versions of QGIS, Python, Qt and GDAL that ``runner`` runs."""
    told = subprocess.run([*runner, "-c", PROBE], env=environment(), check=True, capture_output=True, text=True)
    return tuple(json.loads(told.stdout.splitlines()[-1]))


def environment(**more: str) -> dict[str, str]:
    """The environment of the tests."""
    return {**os.environ, "PYTHON": str(VENV / "bin" / "python"), **more}


def test(version: str, here: str, url: str, arguments: list[str]) -> Outcome:
    """Runs the tests on one version; builds its root first where there is none."""
    if version == here:
        runner, origin = [str(HERE.parent / "in_qgis.sh")], "installed"
    else:
        suite, of_qgis = SUITES[version]
        folder = str(ROOTS / version)
        subprocess.run([str(HERE / "make_root.sh"), folder, suite, of_qgis], check=True)
        runner, origin = [str(HERE / "in_root.sh"), folder], f"Debian {of_qgis}"
    outcome = Outcome(about(runner), origin)
    log, report = LOGS / f"test-qgis-{version}.log", LOGS / f"test-qgis-{version}.xml"
    report.unlink(missing_ok=True)
    command = [
        "nice", *runner, "-m", "pytest", "tests/plugin", "-p", "no:cacheprovider",
        f"--junitxml={report.relative_to(REPOSITORY)}", *arguments,
    ]  # fmt: skip
    print(f"QGIS {outcome.about[0]} ({origin}): testing, see {log.relative_to(REPOSITORY)}", flush=True)
    with log.open("wb") as output:
        ended = subprocess.run(
            command, cwd=REPOSITORY, env=environment(**{URL_VARIABLE: url}), timeout=LIMIT,
            stdin=subprocess.DEVNULL, stdout=output, stderr=output, check=False,
        )  # fmt: skip
    if report.exists():
        count(report, outcome)
    # A crash leaves no report, or none that tells of it.
    if ended.returncode not in (0, 1):
        outcome.failed.append(f"pytest ended with status {ended.returncode}")
    return outcome


def count(report: Path, outcome: Outcome) -> None:
    """Adds up a report of pytest."""
    for suite in ElementTree.parse(report).getroot().iter("testsuite"):
        outcome.seconds += float(suite.get("time", "0"))
        for case in suite.iter("testcase"):
            name = f"{case.get('classname')}::{case.get('name')}"
            if case.find("failure") is not None or case.find("error") is not None:
                outcome.failed.append(name)
            elif case.find("skipped") is not None:
                outcome.skipped += 1
            else:
                outcome.passed += 1


def table(outcomes: list[Outcome], day: str) -> str:
    """The outcomes as a Markdown table."""
    head = "QGIS", "Python", "Qt", "GDAL", "from", "passed", "failed", "skipped", "time", "date"
    return "\n".join(
        ["| " + " | ".join(head) + " |", "|" + "---|" * len(head), *(outcome.row(day) for outcome in outcomes)]
    )


def main(arguments: list[str]) -> int:
    """Tests the versions named, all without one; 0 when nothing failed."""
    versions, more = arguments, []
    if "--" in arguments:
        cut = arguments.index("--")
        versions, more = arguments[:cut], arguments[cut + 1 :]
    unknown = [v for v in versions if v not in SUITES]
    if unknown:
        print(f"unknown version {', '.join(unknown)}: there are {', '.join(SUITES)}", file=sys.stderr)
        return 2
    versions = versions or list(SUITES)
    here = installed()
    if os.geteuid() != 0 and any(v != here for v in versions):
        print("tests in roots of their own need root's rights: run this with sudo", file=sys.stderr)
        return 2
    LOGS.mkdir(parents=True, exist_ok=True)
    ROOTS.mkdir(parents=True, exist_ok=True)
    subprocess.run(
        [
            str(VENV / "bin" / "python"), "-m", "pip", "download", "--quiet", "--only-binary=:all:", "--no-deps",
            "--require-hashes", "--requirement", TOOLS, "--dest", str(ROOTS / "wheels"),
        ],
        cwd=REPOSITORY,
        check=True,
    )  # fmt: skip
    server = start(name="matrix")
    try:
        outcomes = [test(version, here, server.url, more) for version in versions]
    finally:
        server.stop()
    day = datetime.now(UTC).strftime("%Y-%m-%d")
    text = table(outcomes, day)
    print(text)
    for outcome in outcomes:
        for name in outcome.failed:
            print(f"QGIS {outcome.about[0]}: {name}")
    # A part of the tests, or of the versions, is no statement on compatibility.
    if not more and versions == list(SUITES):
        TABLE.write_text(text + "\n", encoding="utf-8")
        print(f"saved as {TABLE.relative_to(REPOSITORY)}")
    return 1 if any(outcome.failed for outcome in outcomes) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

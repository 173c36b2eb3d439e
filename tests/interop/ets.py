"""Runs the OGC's executable test suite for OGC API - Features against a server that it starts (see README.md).

The suite is not part of this repository: ``ETS_CLASSPATH`` names its classes and what they need, as ``java -cp`` takes
them (the all-in-one JAR, or folders and JARs). Fails for whatever fails beside what is known to be the suite's own.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from running_server import start

SUITE = "org/opengis/cite/ogcapifeatures10/testng.xml"
#: Failures that are the suite's own, and why.
KNOWN = {
    "BBoxCrsParameter.verifyBboxCrsParameter": "it transforms two corners of a box, so that Cyprus falls outside",
}
Failures = dict[str, str]


def main() -> int:
    """Run the suite and print what passed, failed and was skipped."""
    classpath, java = os.environ.get("ETS_CLASSPATH", ""), shutil.which("java")
    if not classpath or java is None:
        missing = "java is not installed" if java is None else "ETS_CLASSPATH is not set"
        print(f"ets: {missing}; tests/interop/README.md says what the suite needs. It was not run.", file=sys.stderr)
        return 2
    server = start(name="ets")
    try:
        with tempfile.TemporaryDirectory() as folder:
            suite = Path(folder) / "suite.xml"
            suite.write_bytes(configured(definition(classpath), f"{server.url}/"))
            arguments = ["-d", folder, "-usedefaultlisteners", "false", "-listener", "org.testng.reporters.XMLReporter"]
            with (Path(folder) / "log").open("wb") as log:
                command = [java, "-cp", classpath, "org.testng.TestNG", *arguments, str(suite)]
                subprocess.run(command, stdout=log, stderr=log, check=False)
            results = Path(folder) / "testng-results.xml"
            if not results.is_file():
                print((Path(folder) / "log").read_text(errors="replace")[-4000:], file=sys.stderr)
                return 2
            return report(ElementTree.parse(results).getroot())
    finally:
        server.stop()


def definition(classpath: str) -> bytes:
    """The suite's definition, from the first place of the class path that has it."""
    for place in map(Path, classpath.split(os.pathsep)):
        if (place / SUITE).is_file():
            return (place / SUITE).read_bytes()
        if place.is_file() and zipfile.is_zipfile(place):
            with zipfile.ZipFile(place) as archive:
                if SUITE in archive.namelist():
                    return archive.read(SUITE)
    raise SystemExit(f"ets: no {SUITE} in ETS_CLASSPATH")


def configured(suite: bytes, url: str) -> bytes:
    """The definition with the service under test, and all of its collections."""
    root = ElementTree.fromstring(suite)
    for parameter in root.findall("parameter"):
        root.remove(parameter)
    for name, value in (("iut", url), ("noofcollections", "-1")):
        root.insert(0, ElementTree.Element("parameter", {"name": name, "value": value}))
    return b'<!DOCTYPE suite SYSTEM "https://testng.org/testng-1.0.dtd">\n' + ElementTree.tostring(root)


def report(results: ElementTree.Element) -> int:
    """Print the counts and the failures; 1 where one is not known."""
    counts: Counter[str] = Counter()
    failures: Failures = {}
    for tested in results.iter("class"):
        for method in tested.iter("test-method"):
            # Preparations count only where they fail.
            if method.get("is-config") and method.get("status") == "PASS":
                continue
            counts[method.get("status", "")] += 1
            if method.get("status") == "FAIL":
                name = f"{tested.get('name', '').rpartition('.')[2]}.{method.get('name')}"
                failures[name] = (method.findtext("exception/message") or "").strip()
    for name, message in failures.items():
        print(f"{name}: {KNOWN.get(name) or message[:300]}")
    print(f"{counts['PASS']} passed, {counts['FAIL']} failed, {counts['SKIP']} skipped")
    return 1 if set(failures) - set(KNOWN) else 0


if __name__ == "__main__":
    sys.exit(main())

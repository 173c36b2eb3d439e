"""Builds the plugin's zip and checks it as the QGIS plugin repository does.

Needs only the standard library to build; the checks call bandit, detect-secrets, flake8 with flake8-qgis and
qgis-plugin-analyzer of the interpreter that runs this (see requirements-checks.txt).

    python build_plugin.py dist/cooperation_search.zip [--no-checks] [--publisher "https://host/project mail@host"]

Who publishes the plugin is a setting, PLUGIN_PUBLISHER of `make plugin`: without it, homepage, repository, tracker and
address are the placeholders of metadata.txt, which the repository would take and nobody could use.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import zipfile
from configparser import ConfigParser
from configparser import Error as ConfigError
from pathlib import Path

import translations

HERE = Path(__file__).resolve().parent
SOURCE = HERE / "cooperation_search"

#: Largest zip that the repository takes, bytes.
LARGEST = 25 * 1024 * 1024
REQUIRED = (
    "name", "description", "version", "qgisMinimumVersion", "author", "email", "about", "tracker", "repository",
)  # fmt: skip
#: Addresses that lead nowhere (RFC 2606, RFC 6761).
PLACEHOLDER = re.compile(r"\bexample\.(?:com|net|org)\b|\.(?:example|invalid|test|localhost)\b")
#: Where the project lives, and a functional mailbox: both in one setting.
PUBLISHER = re.compile(r"(?P<project>https://[^\s/]+/\S+?)/? +(?P<email>[^@\s]+@[^@\s]+\.[^@\s]+)")
ASK = 'make plugin PLUGIN_PUBLISHER="https://host/project mail@host"'
#: What never belongs into the zip: caches, sources of translations, hidden files.
LEFT_OUT = {".pyc", ".ts"}
FORBIDDEN = {".bat", ".dll", ".exe", ".pyc", ".sh", ".so"}
#: The earliest time that a zip can hold: the same sources give the same bytes.
EPOCH = (1980, 1, 1, 0, 0, 0)

#: Rules of qgis-plugin-analyzer that are no findings here, and why.
NOT_APPLICABLE = {
    "GOD_OBJECT": "counts attributes; widgets have one for each child",
    "HIGH_COMPLEXITY": "counts every `and` and comprehension; modules are kept below 350 lines instead",
    "MAGIC_NUMBER": "HTTP statuses and QGIS versions are their own best names",
    "MISSING_DOCSTRING": "asks it of functions inside of functions; ruff asks it of public ones",
    "MISSING_I18N": "takes keys, SQL-like text and HTML for words; tests/plugin/test_translations.py is exact",
    "POTENTIAL_MISSING_SLOT": "does not know that a signal can be connected to a signal",
    "QT6_QFONTMETRICS_WIDTH": "matches width() of sizes and rectangles, which exists in Qt 6",
    "SPAGHETTI_CODE": "as HIGH_COMPLEXITY",
    "UI_BLOCKING_LOOP": "matches loops over a source that hand over to the event loop in between",
}
#: Signals that the rule for QComboBox meets but that Qt 6 has (those of indexes, and of QCompleter).
_EXISTS_IN_QT6 = ("activated[int]", "activated[QModelIndex]")


def files(source: Path = SOURCE) -> list[Path]:
    """The files of the plugin that belong into the zip, in a fixed order."""
    found = []
    for path in source.rglob("*"):
        parts = path.relative_to(source).parts
        hidden = any(part.startswith(".") or part in ("__pycache__", "tests") for part in parts)
        if path.is_file() and not hidden and path.suffix not in LEFT_OUT:
            found.append(path)
    return sorted(found)


def published(text: str, publisher: str) -> str:
    """metadata.txt with the addresses of who publishes the plugin.

    :param publisher: address of the project and a mailbox, with a space between them
    :raises ValueError: where it is not that
    """
    given = PUBLISHER.fullmatch(publisher.strip())
    if given is None:
        raise ValueError(f"“{publisher}” is not an https address and a mailbox with a space between them: {ASK}")
    project, email = given["project"], given["email"]
    values = {"email": email, "tracker": f"{project}/issues", "repository": project, "homepage": project}
    for name, value in values.items():
        text = re.sub(rf"^{name}=.*$", lambda _, line=f"{name}={value}": line, text, count=1, flags=re.MULTILINE)
    # What is said of the placeholders is true no more.
    return re.sub(r"^# Placeholders:.*\n", "", text, flags=re.MULTILINE)


def build(target: Path, publisher: str = "") -> None:
    """Writes the zip; its one top folder is the plugin's package.

    :param publisher: as for ``published``; without it the placeholders stay
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in files():
            entry = zipfile.ZipInfo(path.relative_to(SOURCE.parent).as_posix(), EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            content = path.read_bytes()
            if publisher and path == SOURCE / "metadata.txt":
                content = published(content.decode(), publisher).encode()
            archive.writestr(entry, content)


def zip_findings(target: Path) -> list[str]:
    """What the repository would refuse about the zip itself and its metadata.txt."""
    found = []
    if target.stat().st_size > LARGEST:
        found.append(f"zip: larger than {LARGEST} bytes")
    with zipfile.ZipFile(target) as archive:
        names = archive.namelist()
        tops = {name.split("/")[0] for name in names}
        if len(tops) != 1 or not next(iter(tops)).isidentifier():
            found.append(f"zip: one top folder that is a Python identifier is needed, not {sorted(tops)}")
        for name in names:
            parts = Path(name).parts
            if Path(name).suffix in FORBIDDEN or {"__pycache__", ".git", "__MACOSX", "tests"} & set(parts):
                found.append(f"zip: {name} must not be in it")
        top = SOURCE.name
        found += [f"zip: {top}/{name} is missing" for name in ("LICENSE", "__init__.py", "metadata.txt")
                  if f"{top}/{name}" not in names]  # fmt: skip
        if f"{top}/metadata.txt" in names:
            found += metadata_findings(archive.read(f"{top}/metadata.txt").decode("utf-8"), names)
    return found


def metadata_findings(text: str, names: list[str]) -> list[str]:
    """What the repository would refuse about metadata.txt."""
    parser = ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    try:
        parser.read_string(text)
        general = parser["general"]
    except (ConfigError, KeyError) as error:
        return [f"metadata.txt: {error}"]
    found = [f"metadata.txt: {name} is missing" for name in REQUIRED if not general.get(name, "").strip()]
    if "/" in general.get("author", ""):
        found.append("metadata.txt: author must not contain '/'")
    if general.get("qgisMaximumVersion") != "4.99" or "supportsQt6" in general:
        found.append("metadata.txt: Qt 6 is declared by qgisMaximumVersion=4.99, and only by it")
    for name in ("tracker", "repository", "homepage"):
        if not general.get(name, "").startswith("https://"):
            found.append(f"metadata.txt: {name} must be an https address")
    for name in ("email", "tracker", "repository", "homepage"):
        if PLACEHOLDER.search(general.get(name, "")):
            found.append(f"metadata.txt: {name} is a placeholder ({general[name]}); give the true one: {ASK}")
    if f"{SOURCE.name}/{general.get('icon', '')}" not in names:
        found.append(f"metadata.txt: icon {general.get('icon', '')} is not in the zip")
    return found


def tool_findings(folder: Path) -> list[str]:
    """Findings of the tools on the unpacked zip."""
    plugin = folder / SOURCE.name
    found = _lines("bandit", ["-m", "bandit", "--quiet", "--format", "json", "-r", str(plugin)], _bandit)
    # Ends with status 0 whatever it finds.
    found += _lines("detect-secrets", ["-m", "detect_secrets", "scan", "--all-files", str(plugin)], _secrets)
    found += _lines("flake8", ["-m", "flake8", "--config", str(HERE / "flake8.cfg"), str(plugin)], str.splitlines)
    analyzer = str(Path(sys.executable).with_name("qgis-analyzer"))
    arguments = [analyzer, "analyze", "--json", "--no-cache", "--linters", "none", str(plugin)]
    return found + _lines("qgis-plugin-analyzer", arguments, _analyzer, folder, python=False)


def _lines(tool, arguments, read, folder=None, python=True):  # type: ignore[no-untyped-def]
    command = [sys.executable, *arguments] if python else arguments
    ran = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)
    try:
        return [f"{tool}: {line}" for line in read(ran.stdout)]
    except (ValueError, KeyError) as error:
        return [f"{tool}: did not work ({error}): {ran.stderr.strip()[-500:]}"]


def _bandit(text: str) -> list[str]:
    report = json.loads(text)
    return [f"{r['filename']}:{r['line_number']} {r['test_id']} {r['issue_text']}" for r in report["results"]]


def _secrets(text: str) -> list[str]:
    return [
        f"{path}:{r['line_number']} {r['type']}" for path, all_ in json.loads(text)["results"].items() for r in all_
    ]


def _analyzer(text: str) -> list[str]:
    report = json.loads(text)
    issues = [issue for module in report["modules"] for issue in module["ast_issues"]]
    found = [
        f"{i['file']}:{i['line']} {i['type']} {i['message']}"
        for i in issues
        if i["type"] not in NOT_APPLICABLE and not any(code in i["code"] for code in _EXISTS_IN_QT6)
    ]
    found += [f"security: {issue}" for issue in report["security"].get("findings", [])]
    return found


def main() -> int:
    """Builds and checks; 1 when there is a finding."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("target", type=Path)
    parser.add_argument("--no-checks", action="store_true", help="build only")
    parser.add_argument("--publisher", default="", help="address of the project and a mailbox")
    given = parser.parse_args()
    translations.release()
    try:
        build(given.target, given.publisher)
    except ValueError as error:
        parser.error(str(error))
    print(f"{given.target}: {given.target.stat().st_size} bytes")
    if given.no_checks:
        return 0
    found = zip_findings(given.target)
    with tempfile.TemporaryDirectory() as folder:
        with zipfile.ZipFile(given.target) as archive:
            archive.extractall(folder)
        found += tool_findings(Path(folder))
    for line in found:
        print(line.replace(str(Path(folder)) + "/", ""), file=sys.stderr)
    print("no finding" if not found else f"{len(found)} findings")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

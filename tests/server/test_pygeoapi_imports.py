"""All contact with pygeoapi and its libraries lies in one folder."""

from __future__ import annotations

import ast
from pathlib import Path

from running_server import REPOSITORY

PACKAGE = REPOSITORY / "server" / "cooperation_atlas"
FOREIGN = {"pygeoapi", "pygeofilter"}


def imported(path: Path) -> set[str]:
    """The top-level packages that a module imports, wherever in it."""
    packages = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            packages |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            packages.add(node.module.partition(".")[0])
    return packages


def test_only_one_folder_imports_pygeoapi():
    users = {p.relative_to(PACKAGE) for p in PACKAGE.rglob("*.py") if imported(p) & FOREIGN}
    assert users, "the test looks at nothing"
    assert {p.parent for p in users} == {Path("ogc/pygeoapi")}

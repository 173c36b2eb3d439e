"""Imports point one way, and only one module chooses a backend of the store."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from importlib.util import resolve_name
from pathlib import Path

import pytest

import cooperation_atlas

ROOT = Path(cooperation_atlas.__file__).parent
PACKAGE = cooperation_atlas.__name__
#: The floors of the house from the top; each imports from those below it only.
FLOORS = ("cli", "web", "ogc", "matching", "store", "editions", "sources", "feedback", "settings", "model")
BACKENDS = ("memory", "postgis")


def module_of(path: Path) -> str:
    """The dotted name of a module."""
    parts = path.relative_to(ROOT.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imported(path: Path) -> Iterator[str]:
    """The modules of this package that a file imports, wherever in it; names of a package count as modules of it."""
    name = module_of(path)
    package = name if path.name == "__init__.py" else name.rpartition(".")[0]
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.split(".")[0] == PACKAGE)
        elif isinstance(node, ast.ImportFrom):
            base = resolve_name("." * node.level + (node.module or ""), package)
            if base.split(".")[0] == PACKAGE:
                yield from (f"{base}.{alias.name}" for alias in node.names)


def part(module: str, number: int) -> str:
    """A part of a dotted name, empty where it has no such part."""
    parts = module.split(".")
    return parts[number] if len(parts) > number else ""


MODULES = sorted(ROOT.rglob("*.py"))


@pytest.mark.parametrize("floor", FLOORS)
def test_no_floor_imports_from_one_above_it(floor: str) -> None:
    above = FLOORS[: FLOORS.index(floor)]
    upward = [
        (module_of(path), name)
        for path in MODULES
        for name in imported(path)
        if part(module_of(path), 1) == floor and part(name, 1) in above
    ]
    assert upward == []


def test_one_module_opens_stores() -> None:
    """Whoever else needs one knows the contract, so that another backend needs no other change."""
    backends = {f"{PACKAGE}.store.{backend}" for backend in BACKENDS}

    def backend(module: str) -> str:
        own = ".".join(module.split(".")[:3])
        return own if own in backends else ""

    users = {
        module_of(path)
        for path in MODULES
        for name in imported(path)
        if backend(name) and backend(name) != backend(module_of(path))
    }
    assert users == {f"{PACKAGE}.store.open"}

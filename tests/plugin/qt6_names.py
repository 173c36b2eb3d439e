"""The names of Qt that the plugin uses, looked up in PyQt6: as far as Qt 6 can be tested without a QGIS built on it.

Run by an interpreter that has PyQt6 (`make test-qt6`). Every attribute of a class imported from ``qgis.PyQt`` must
exist there, scoped enums among them, and modules that import nothing of QGIS itself must load.

    python qt6_names.py [folder of the plugin]
"""

from __future__ import annotations

import ast
import importlib
import sys
import types
from pathlib import Path
from typing import Any

PLUGIN = Path(__file__).resolve().parents[2] / "qgis_plugin" / "cooperation_search"
MODULES = ("QtCore", "QtGui", "QtNetwork", "QtSvg", "QtWidgets", "QtXml")
#: QGIS offers these in both places (qgis/QGIS pull requests 55658 and 57467).
MOVED = {"QAction": "QtGui", "QActionGroup": "QtGui", "QShortcut": "QtGui"}
#: Used only after a question for the version of QGIS.
GUARDED = {"QVariant.Type"}


def shim() -> None:
    """Makes ``qgis.PyQt.X`` mean ``PyQt6.X``."""
    package = types.ModuleType("qgis")
    package.__path__ = []
    inner = types.ModuleType("qgis.PyQt")
    inner.__path__ = []
    sys.modules.update({"qgis": package, "qgis.PyQt": inner})
    package.PyQt = inner
    for name in MODULES:
        module = importlib.import_module(f"PyQt6.{name}")
        setattr(inner, name, module)
        sys.modules[f"qgis.PyQt.{name}"] = module
    for name, home in MOVED.items():
        setattr(sys.modules["qgis.PyQt.QtWidgets"], name, getattr(sys.modules[f"PyQt6.{home}"], name))


def chain(node: ast.AST) -> list[str]:
    """``["Qt", "ItemDataRole", "EditRole"]`` of ``Qt.ItemDataRole.EditRole``; empty for anything else."""
    names: list[str] = []
    while isinstance(node, ast.Attribute):
        names.append(node.attr)
        node = node.value
    return [node.id, *reversed(names)] if isinstance(node, ast.Name) else []


def missing(path: Path) -> list[str]:
    """The names of Qt in a module that PyQt6 has not."""
    tree = ast.parse(path.read_text(encoding="utf-8"), str(path))
    known: dict[str, Any] = {}
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("qgis.PyQt."):
            home = sys.modules.get(node.module)
            for alias in node.names:
                if hasattr(home, alias.name):
                    known[alias.asname or alias.name] = getattr(home, alias.name)
                else:
                    found.append(f"{path.name}:{node.lineno} {node.module}.{alias.name}")
    for node in ast.walk(tree):
        names = chain(node) if isinstance(node, ast.Attribute) else []
        if names and names[0] in known and ".".join(names[:2]) not in GUARDED:
            value = known[names[0]]
            for name in names[1:]:
                if not hasattr(value, name):
                    found.append(f"{path.name}:{node.lineno} {'.'.join(names)}")
                    break
                value = getattr(value, name)
                if not isinstance(value, type):
                    break
    return sorted(set(found))


def loads(path: Path) -> str:
    """The error with which a module without QGIS in it fails to load; empty where it loads or needs QGIS."""
    name = ".".join(("cooperation_search", *path.relative_to(PLUGIN).with_suffix("").parts))
    try:
        importlib.import_module(name.removesuffix(".__init__"))
    except ImportError as error:
        return "" if "qgis" in str(error) else f"{name}: {error}"
    except AttributeError as error:
        return f"{name}: {error}"
    return ""


def main() -> int:
    """Prints what is missing; 1 if there is anything."""
    shim()
    sys.path.insert(0, str(PLUGIN.parent))
    paths = sorted(PLUGIN.rglob("*.py"))
    found = [line for path in paths for line in missing(path)]
    found += [line for line in map(loads, paths) if line]
    loaded = sum(1 for name in sys.modules if name.startswith("cooperation_search"))
    well = f"{len(paths)} modules: every name of Qt exists in PyQt6, {loaded} of them load without QGIS"
    print("\n".join(found) or well)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

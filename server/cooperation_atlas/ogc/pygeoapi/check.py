"""Checks of pygeoapi's configuration: an edition is made without it, but cannot be served without it."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from ...sources.files import Unreadable, read_whole
from ...sources.findings import Finding
from .keys import without_effect

#: Bytes that the file may hold; the one of today has two thousand.
_MOST = 1 << 20
#: Characters of a reason that are shown: a schema quotes whatever it refuses.
_SHOWN = 300
_WHERE = "set COOPERATION_ATLAS_CONFIG, or start where config/ lies"


def check_config(path: Path) -> Iterator[Finding]:
    """Findings on the file: it must be there, be YAML, follow pygeoapi's own schema, and have no key without effect."""
    import yaml  # type: ignore[import-untyped]
    from pygeoapi.util import yaml_load

    file = f"{path.parent.name}/{path.name}"
    try:
        text = read_whole(path, _MOST).decode("utf-8-sig")
        tree = yaml.compose(text, Loader=yaml.SafeLoader)
        config = yaml_load(io.StringIO(text))
    except Unreadable as error:
        yield Finding(file, f"{error}; {_WHERE}")
    except UnicodeDecodeError as error:
        row = error.object[: error.start].count(b"\n") + 1
        yield Finding(file, f"byte 0x{error.object[error.start]:02x} is not UTF-8; save the file as UTF-8", row)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        yield Finding(file, f"cannot be read as YAML: {error.problem or error.context}", mark and mark.line + 1)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        yield Finding(file, f"cannot be read as YAML: {' '.join(str(error).split())}")
    except OSError as error:  # of pygeoapi, for a variable without a value
        yield Finding(file, f"{error}; set it, or give a default as in ${{NAME:-default}}")
    else:
        if isinstance(config, dict):
            yield from _repeated(tree, file, set())
            yield from _by_schema(config, tree, file)
            for place, reason in without_effect(config):
                yield Finding(file, reason, _row(tree, place), ".".join(place))
        else:
            yield Finding(file, "holds no configuration: the sections server, logging and metadata are expected")


def _by_schema(config: dict[str, Any], tree: Any, file: str) -> Iterator[Finding]:
    """What pygeoapi's schema says; the model adds its collections, so that ``resources`` may be left out."""
    import json

    import jsonschema  # type: ignore[import-untyped]
    from pygeoapi.config import load_schema
    from pygeoapi.util import to_json

    document = json.loads(to_json({"resources": {}, **config}))
    validator = jsonschema.Draft202012Validator(load_schema())
    for error in sorted(validator.iter_errors(document), key=lambda e: [str(part) for part in e.absolute_path]):
        place = list(error.absolute_path)
        reason = error.message if len(error.message) <= _SHOWN else f"{error.message[:_SHOWN]}…"
        yield Finding(file, reason, _row(tree, place), ".".join(map(str, place)) or None)


def _repeated(node: Any, file: str, seen: set[int]) -> Iterator[Finding]:
    """Keys that occur twice: YAML would take the last one without a word."""
    if id(node) in seen or not isinstance(node.value, list):
        return
    seen.add(id(node))
    pairs = [part for part in node.value if isinstance(part, tuple)]
    names: dict[str, int] = {}
    for key, _ in pairs:
        row = key.start_mark.line + 1
        if str(key.value) in names:
            yield Finding(file, f"{key.value} is already in row {names[str(key.value)]}", row, value=str(key.value))
        names.setdefault(str(key.value), row)
    for child in [value for _, value in pairs] or node.value:
        yield from _repeated(child, file, seen)


def _row(tree: Any, place: Sequence[Any]) -> int:
    """The row of a place in the file, or of what is nearest above it."""
    node = tree
    for part in place:
        if not isinstance(node.value, list):
            break
        if isinstance(part, int):
            node = node.value[part]
            continue
        below = next((value for key, value in node.value if key.value == part), None)
        if below is None:
            break
        node = below
    return int(node.start_mark.line) + 1

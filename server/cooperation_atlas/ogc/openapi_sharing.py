"""Parameters that several operations of the OpenAPI document have, told once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import count
from typing import Any

import orjson

from . import openapi_parameters as declare

Declared = dict[str, Any]
#: What a name of a component may consist of (OpenAPI 3.0.3, Components Object).
_NAME = re.compile(r"[A-Za-z0-9._-]+")


def with_shared_parameters(
    paths: Mapping[str, Any], parameters: Mapping[str, Any]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """The paths, in which parameters that stand there more than once refer to a component, and all components.

    A criterion or a property is a parameter of many operations, with all codes of its list: written out each time they
    are more than half of the document. Parameters of one name that differ are numbered in the order of the paths.

    :param parameters: the components that there are already; they keep their names
    """
    times = Counter(_key(each) for _, operation in _operations(paths) for each in operation["parameters"])
    components = dict(parameters)
    names: dict[bytes, str] = {}

    def reference(parameter: Declared) -> Declared:
        key = _key(parameter)
        if "$ref" in parameter or times[key] == 1 or not _NAME.fullmatch(parameter["name"]):
            return parameter
        if key not in names:
            names[key] = _free(parameter["name"], components)
            components[names[key]] = parameter
        return declare.ref(names[key])

    changed: dict[str, Any] = {path: dict(item) for path, item in paths.items()}
    for (path, method), operation in _operations(paths):
        changed[path][method] = {**operation, "parameters": [reference(each) for each in operation["parameters"]]}
    return changed, components


def _operations(paths: Mapping[str, Any]) -> Iterator[tuple[tuple[str, str], Declared]]:
    for path, item in paths.items():
        for method, operation in item.items():
            if isinstance(operation, dict) and "parameters" in operation:
                yield (path, method), operation


def _key(parameter: Declared) -> bytes:
    return orjson.dumps(parameter, option=orjson.OPT_SORT_KEYS, default=str)


def _free(name: str, taken: Mapping[str, Any]) -> str:
    return next(each for n in count(1) if (each := name if n == 1 else f"{name}-{n}") not in taken)

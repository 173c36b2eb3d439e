"""Processes as clients see them: described from the resources that they execute."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from ..model.processes import PROCESSES, Process
from ..ogc import openapi_parameters as declare
from ..ogc.formats.registry import FORMATS, object_forms
from ..ogc.openapi import ApiPart
from ..ogc.process_inputs import inputs_of
from ..ogc.pygeoapi.processor import summary
from .service import ServedEdition

if TYPE_CHECKING:
    from .resources.block import Block, Endpoint, Route

#: The kind of an argument in the pattern of a path: ``{collection_id:declared}``.
_CONVERTOR = re.compile(r":\w+(?=\})")


@dataclass(frozen=True)
class ProcessDescription:
    """A process of one edition.

    :param endpoint: answers for it
    :param search: whether that is a search, which is given a budget
    :param inputs: descriptions by name
    :param formats: media types of its output by format, the usual one first
    :param example: an execution request that works
    """

    process: Process
    endpoint: Endpoint
    search: bool
    inputs: Mapping[str, Any]
    formats: Mapping[str, str]
    example: Mapping[str, Any]

    @property
    def output(self) -> dict[str, Any]:
        """The description of the output (18-062r2, ``outputDescription.yaml``)."""
        forms = [_form(f, media_type) for f, media_type in self.formats.items()]
        return {"title": self.process.output_title, "schema": forms[0] if len(forms) == 1 else {"oneOf": forms}}

    def document(self) -> dict[str, Any]:
        """The description (18-062r2, ``process.yaml``), without links."""
        outputs = {self.process.output: self.output}
        return {**summary(self.process), "inputs": dict(self.inputs), "outputs": outputs, "example": self.example}


def _form(f: str, media_type: str) -> dict[str, Any]:
    if FORMATS[f].schema is None and media_type == FORMATS[f].media_type:
        return {"type": "object", "format": "geojson-feature-collection", "contentMediaType": media_type}
    if media_type.endswith("json"):
        return {"type": "object", "contentMediaType": media_type}
    binary = {} if media_type.startswith("text/") else {"contentEncoding": "base64"}
    return {"type": "string", "contentMediaType": media_type, **binary}


def described(view: ServedEdition, blocks: Sequence[Block]) -> Mapping[str, ProcessDescription]:
    """All processes by id, made once for an edition.

    :param blocks: the resources
    """
    if view not in _DESCRIBED:
        _DESCRIBED[view] = {id_: _description(view, blocks, process) for id_, process in PROCESSES.items()}
    return _DESCRIBED[view]


_DESCRIBED: WeakKeyDictionary[ServedEdition, Mapping[str, ProcessDescription]] = WeakKeyDictionary()


def _description(view: ServedEdition, blocks: Sequence[Block], process: Process) -> ProcessDescription:
    for block in blocks:
        if process.id in block.executes:
            executed = block.executes[process.id]
            inputs = inputs_of(_resolved(view, executed.parameters(view)))
            formats = {f: FORMATS[f].media_type for f in executed.formats}
            example = {"inputs": dict(executed.example(view))}
            return ProcessDescription(process, executed.endpoint, True, inputs, formats, example)
    route = _route(blocks, process)
    part = _part(view, blocks, route, process)
    operation = part.paths[process.path]["get"]
    parameters = _resolved(view, operation["parameters"], part.parameters)
    offered = next(one["schema"]["enum"] for one in parameters if one["name"] == "f")
    content = operation["responses"]["200"]["content"]
    formats = {f: _media_type(f, content) for f in offered if not FORMATS[f].is_page}
    inputs = inputs_of(parameters)
    example = _example(view, route, process, inputs)
    return ProcessDescription(process, route.endpoint, route.search, inputs, formats, example)


def _resolved(
    view: ServedEdition, parameters: Sequence[declare.Declared], more: Mapping[str, declare.Declared] | None = None
) -> list[declare.Declared]:
    """Parameters with those that are declared once for all resources.

    :param more: further shared ones
    """
    shared = {**declare.common(view.config["server"]["languages"]), **declare.searches(view.limits), **(more or {})}
    return [shared[one["$ref"].rsplit("/", 1)[1]] if "$ref" in one else one for one in parameters]


def _route(blocks: Sequence[Block], process: Process) -> Route:
    """The route of the resource that a process executes."""
    for route in (route for block in blocks for route in block.routes):
        if "GET" in route.methods and _CONVERTOR.sub("", route.path).format_map(_Arguments(process)) == process.path:
            return route
    raise LookupError(f"process '{process.id}' executes {process.path}, which no resource has")


class _Arguments(dict[str, str]):
    """Arguments in a path; those that a process does not give stay as they are."""

    def __init__(self, process: Process) -> None:
        super().__init__(process.arguments)

    def __missing__(self, name: str) -> str:
        return f"{{{name}}}"


def _part(view: ServedEdition, blocks: Sequence[Block], route: Route, process: Process) -> ApiPart:
    """The part of the API definition that has the resource."""
    return next(part for block in blocks if route in block.routes if process.path in (part := block.api(view)).paths)


def _media_type(f: str, content: Mapping[str, Any]) -> str:
    """The media type of a format among those of an answer."""
    media_type = FORMATS[f].media_type
    return media_type if media_type in content else object_forms()[f].media_type


def _example(view: ServedEdition, route: Route, process: Process, inputs: Mapping[str, Any]) -> dict[str, Any]:
    """An execution request with what the first example of the resource asks for."""
    for example in route.examples(view):
        if all(example.arguments.get(name) == value for name, value in process.arguments.items()):
            given = {name: _typed(inputs[name], text) for name, text in example.parameters if name in inputs}
            return {"inputs": {**given, **process.example}}
    return {"inputs": dict(process.example)}


def _typed(declared: Mapping[str, Any], text: str) -> Any:
    """A value as JSON has it."""
    match declared["schema"].get("type"):
        case "integer":
            return int(text)
        case "number":
            return float(text)
        case "boolean":
            return text == "true"
        case _:
            return text.split(",") if declared["maxOccurs"] != 1 and "," in text else text

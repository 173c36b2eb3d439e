"""Processes as clients see them: described from the resources that they execute."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from ..model.collections import COLLECTIONS
from ..model.processes import CHOICE, PROCESSES, Process
from ..ogc import openapi_parameters as declare
from ..ogc.formats.geojson import MEDIA_TYPE as GEOJSON
from ..ogc.formats.html import MEDIA_TYPE as HTML
from ..ogc.formats.registry import FORMATS, object_forms
from ..ogc.openapi import ApiPart
from ..ogc.parameter_values import choice
from ..ogc.process_inputs import inputs_of, merged
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
        forms = [_form(media_type) for media_type in self.formats.values()]
        return {"title": self.process.output_title, "schema": forms[0] if len(forms) == 1 else {"oneOf": forms}}

    def arguments(self, inputs: dict[str, Any]) -> dict[str, str]:
        """The arguments in the path of the resource; an input that chooses one is taken out of ``inputs``."""
        if not self.process.choice:
            return dict(self.process.arguments)
        ids = self.inputs[self.process.choice]["schema"]["enum"]
        chosen = inputs.pop(self.process.choice, ids[0])
        return {"collection_id": choice(f"inputs.{self.process.choice}", str(chosen), tuple(ids))}

    def document(self) -> dict[str, Any]:
        """The description (18-062r2, ``process.yaml``), without links."""
        outputs = {self.process.output: self.output}
        return {**summary(self.process), "inputs": dict(self.inputs), "outputs": outputs, "example": self.example}


def _form(media_type: str) -> dict[str, Any]:
    if media_type == GEOJSON:
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
    part, paths = _paths(view, blocks, route, process)
    parameters = merged(_resolved(view, part.paths[path]["get"]["parameters"], part.parameters) for path in paths)
    offered = next(one["schema"]["enum"] for one in parameters if one["name"] == "f")
    content = part.paths[paths[0]]["get"]["responses"]["200"]["content"]
    formats = _formats([f for f in offered if f not in FORMATS or not FORMATS[f].is_page], content)
    inputs = {**_choice(process, paths), **inputs_of(parameters)}
    example = _example(view, route, process, inputs)
    return ProcessDescription(process, route.endpoint, route.search, inputs, formats, example)


def _paths(
    view: ServedEdition, blocks: Sequence[Block], route: Route, process: Process
) -> tuple[ApiPart, Sequence[str]]:
    """The part of the API definition that has the resource, and its paths there: one for each choice."""
    ids = COLLECTIONS if process.choice else ("",)
    wanted = [process.path.format(collection_id=id_) for id_ in ids]
    part = next(block.api(view) for block in blocks if route in block.routes)
    return part, [path for path in wanted if path in part.paths]


def _choice(process: Process, paths: Sequence[str]) -> dict[str, Any]:
    """The input that chooses a collection."""
    if not process.choice:
        return {}
    ids = [id_ for id_ in COLLECTIONS if process.path.format(collection_id=id_) in paths]
    schema = {"type": "string", "enum": ids, "default": ids[0]}
    return {process.choice: {"description": CHOICE, "schema": schema, "minOccurs": 0, "maxOccurs": 1}}


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


def _formats(offered: Sequence[str], content: Mapping[str, Any]) -> dict[str, str]:
    """The media types of an answer by format. What only this resource has (areas of a distribution) is what is left."""
    documents = {f: form.media_type for f, form in object_forms().items()}
    formats = {f: FORMATS[f].media_type for f in offered if f in FORMATS}
    formats |= {f: documents[f] for f in formats if f in documents and documents[f] in content}
    left = iter([media_type for media_type in content if media_type not in formats.values() and media_type != HTML])
    return {f: formats[f] if f in formats else next(left) for f in offered}


def _example(view: ServedEdition, route: Route, process: Process, inputs: Mapping[str, Any]) -> dict[str, Any]:
    """An execution request with what the first example of the resource asks for."""
    for example in route.examples(view):
        if process.choice or all(example.arguments.get(name) == each for name, each in process.arguments.items()):
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

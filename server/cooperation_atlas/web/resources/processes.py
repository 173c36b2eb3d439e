"""Processes of the service (OGC 18-062r2), executed while the client waits, and the list of all processes.

A process executes the resource that GET reads: its inputs become the parameters, so that there is one way to one
answer. ``configured_processes`` has those that ``config/pygeoapi.yml`` adds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cache, partial
from typing import Any

import orjson

from ...model.processes import PROCESSES, Process
from ...ogc import openapi_answers as answers
from ...ogc import openapi_parameters as declare
from ...ogc.formats.geojson import document_members
from ...ogc.openapi import ApiPart
from ...ogc.openapi_processes import TAG, execution_operation
from ...ogc.openapi_texts import message
from ...ogc.parameter_values import whole
from ...ogc.parameters import excluded, unique
from ...ogc.pygeoapi.core import CoreRequest
from ...ogc.pygeoapi.processor import summary
from ...ogc.service_links import document_links, link
from ...store.budget import Budget
from ..http.representation import Representation
from ..http.request import ResourceRequest
from ..process_runs import ProcessRun
from ..processes import described
from ..references import References
from ..service import ServedEdition
from .block import Block, Example, Link, Route
from .document import Document, kept

#: Relations of 18-062r2.
_LIST, _EXECUTE = (f"http://www.opengis.net/def/rel/ogc/1.0/{name}" for name in ("processes", "execute"))
#: Most processes of one list; there are fewer.
_MOST = 10_000
_LIMIT = declare.single(
    "limit", message("Most processes to list."), {"type": "integer", "minimum": 1, "maximum": _MOST, "default": 100}
)
_SUMMARY = message("A process: its inputs, outputs and an example")


def block(blocks: Sequence[Block]) -> Block:
    """The processes.

    :param blocks: all resources, among them those that processes execute
    """

    @cache
    def references() -> References:  # when all resources are there
        return References(blocks)

    def describe(view: ServedEdition, request: ResourceRequest, process: Process) -> dict[str, Any]:
        found = described(view, blocks)[process.id]
        return {
            **found.document(),
            **document_members(view.store.edition),
            "links": _links_of(view, process, kept(request)),
        }

    def execute(
        view: ServedEdition, request: ResourceRequest, process: Process, budget: Budget | None = None
    ) -> Representation:
        excluded(unique(request.parameters, ("lang", "exclude"), f"'{request.path}'"))
        language = view.language(request)
        run = ProcessRun(view, request, described(view, blocks)[process.id], references(), budget)
        body = view.core.execute_own(process.id, CoreRequest("json", language, body=request.body or b""), run.result)
        return replace(run.representation, body=body)

    def api(view: ServedEdition) -> ApiPart:
        paths = {_PROCESSES.path: _PROCESSES.operation(_TITLE, "processes", TAG)}
        for id_, found in described(view, blocks).items():
            document = documents[id_]
            paths[document.path] = document.operation(_SUMMARY, f"describe{answers.type_name(id_)}Process", TAG)
            execution = execution_operation(id_, found.inputs, found.process.output, found.formats, found.example)
            paths[f"{document.path}/execution"] = {"post": execution}
        return ApiPart(paths=paths, tags={TAG: message("Processes, executed while the client waits")})

    def execution_examples(view: ServedEdition, process: Process) -> Iterable[Example]:
        body = orjson.dumps(described(view, blocks)[process.id].example)
        yield Example({}, body=body)

    def endpoint(of: Callable[..., Any], process: Process) -> Callable[..., Any]:
        return partial(of, process=process)

    documents = {
        id_: Document(f"/processes/{id_}", "process.html", endpoint(describe, process))
        for id_, process in PROCESSES.items()
    }
    executions = [
        Route(
            f"/processes/{id_}/execution",
            endpoint(execute, process),
            ("POST",),
            search=True,
            body=("an execution request", "body"),
            examples=endpoint(execution_examples, process),
        )
        for id_, process in PROCESSES.items()
    ]
    return Block(
        routes=(_PROCESSES.route, *(document.route for document in documents.values()), *executions),
        conformance=lambda view: view.core.conformance("processes"),
        api=api,
        links=_links,
    )


_TITLE = message("Processes")


def _every(view: ServedEdition, request: ResourceRequest) -> dict[str, Any]:
    """All processes, those of the server first (18-062r2, 7.9)."""
    given = request.first("limit")
    limit = whole("limit", given, 1, _MOST) if given is not None else _MOST
    own = [summary(process) | {"links": _links_of(view, process, kept(request))} for process in PROCESSES.values()]
    configured = view.core.configured_processes(view.language(request)) if view.core.configured.processes else []
    return {
        "processes": [*own, *configured][:limit],
        **document_members(view.store.edition),
        "links": document_links(view.base_url + request.path, _FORMATS, kept(request)),
    }


_PROCESSES = Document("/processes", "processes.html", _every, parameters=(_LIMIT,))
_FORMATS = _PROCESSES.formats


def _links_of(view: ServedEdition, process: Process, kept_: str) -> list[Link]:
    here = f"{view.base_url}/processes/{process.id}"
    return [*document_links(here, _FORMATS, kept_), link(_EXECUTE, f"{here}/execution", "Execution of this process")]


def _links(view: ServedEdition, _: str) -> Iterable[Link]:
    yield link(_LIST, f"{view.base_url}/processes", "Processes")

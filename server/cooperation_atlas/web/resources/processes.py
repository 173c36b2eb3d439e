"""Processes that ``config/pygeoapi.yml`` adds (OGC 18-062r2), executed while the client waits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from http import HTTPStatus
from typing import Any

from ...model.errors import NotFound, nearest
from ...ogc.pygeoapi import parameters
from ...ogc.pygeoapi.openapi import processes_part
from ...ogc.pygeoapi.processes import ProcessFailed, check_execution
from ...ogc.service_links import link
from ..http.negotiation import format_of
from ..http.problems import Refused
from ..http.representation import JSON, Representation
from ..http.request import ResourceRequest
from ..service import ServedEdition
from .block import Block, Example, Link, Route
from .core_answers import SANDBOX, ask, core_request, document

_MEDIA_TYPE = re.compile(r"[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+(;[ -~]*)?")


def _process(view: ServedEdition, id_: str) -> Mapping[str, Any]:
    known = view.core.configured.processes
    if id_ not in known:
        raise NotFound(f"process '{id_}'", nearest(id_, known) or known)
    return known[id_]


def processes(view: ServedEdition, request: ResourceRequest) -> Representation:
    """The list of processes."""
    if not view.core.configured.processes:
        raise NotFound("resource '/processes': no process is configured", ("/collections",))
    given = parameters.plain(request.parameters, request.path, ("limit",))
    asked = core_request(view, request, "json", given)
    return document(view, request, ask(lambda: view.core.processes(asked)))


def process(view: ServedEdition, request: ResourceRequest, process_id: str) -> Representation:
    """The description of a process."""
    _process(view, process_id)
    parameters.plain(request.parameters, request.path)
    content = ask(lambda: view.core.process(process_id, core_request(view, request)))
    return document(view, request, content)


def execution(view: ServedEdition, request: ResourceRequest, process_id: str) -> Representation:
    """The result of a process."""
    description = _process(view, process_id)
    parameters.plain(request.parameters, request.path)
    format_of(request.first("f"), None, ("json",))
    body = request.body or b""
    check_execution(process_id, description, body)
    asked = replace(core_request(view, request), body=body)
    try:
        answer = ask(lambda: view.core.execute(process_id, asked))
    except ProcessFailed as error:
        raise Refused(HTTPStatus.BAD_REQUEST, str(error)) from error
    media_type = answer.headers.get("Content-Type", JSON)
    if not _MEDIA_TYPE.fullmatch(media_type):
        reason = f"Process '{process_id}' answers with the media type {media_type!r}, which is none."
        raise Refused(HTTPStatus.BAD_REQUEST, reason)
    return Representation(answer.body, media_type, answer.status, SANDBOX, stable=False)


def _links(view: ServedEdition, _: str) -> Iterable[Link]:
    if view.core.configured.processes:
        yield link("http://www.opengis.net/def/rel/ogc/1.0/processes", f"{view.base_url}/processes", "Processes")


def _of_list(view: ServedEdition) -> Iterable[Example]:
    return (Example({}),) if view.core.configured.processes else ()


def _of_each(view: ServedEdition) -> Iterable[Example]:
    return (Example({"process_id": id_}) for id_ in view.core.configured.processes)


_PROCESS = "/processes/{process_id}"
BLOCK = Block(
    routes=(
        Route("/processes", processes, of_core=True, examples=_of_list),
        Route(_PROCESS, process, of_core=True, examples=_of_each),
        Route(f"{_PROCESS}/execution", execution, ("POST",), of_core=True, body=("an execution request", "body")),
    ),
    conformance=lambda view: view.core.conformance("processes"),
    api=lambda view: processes_part(view.core.configured),
    links=_links,
)

"""Processes that ``config/pygeoapi.yml`` adds (OGC 18-062r2), executed while the client waits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from http import HTTPStatus
from typing import Any

from ...model.errors import nearest
from ...model.processes import PROCESSES, NoSuchProcess
from ...ogc.pygeoapi import parameters
from ...ogc.pygeoapi.openapi import processes_part
from ...ogc.pygeoapi.processes import ProcessFailed, check_execution
from ..http.negotiation import format_of
from ..http.problems import Refused
from ..http.representation import JSON, SANDBOX, Representation
from ..http.request import ResourceRequest
from ..service import ServedEdition
from .block import Block, Example, Route
from .core_answers import ask, core_request, document

_MEDIA_TYPE = re.compile(r"[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+(;[ -~]*)?")


def _process(view: ServedEdition, id_: str) -> Mapping[str, Any]:
    known = view.core.configured.processes
    if id_ not in known:
        names = [*PROCESSES, *known]
        raise NoSuchProcess(f"process '{id_}'", nearest(id_, names) or names)
    return known[id_]


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


def _of_each(view: ServedEdition) -> Iterable[Example]:
    return (Example({"process_id": id_}) for id_ in view.core.configured.processes)


_PROCESS = "/processes/{process_id}"
BLOCK = Block(
    routes=(
        Route(_PROCESS, process, of_core=True, examples=_of_each),
        Route(f"{_PROCESS}/execution", execution, ("POST",), of_core=True, body=("an execution request", "body")),
    ),
    api=lambda view: processes_part(view.core.configured),
)

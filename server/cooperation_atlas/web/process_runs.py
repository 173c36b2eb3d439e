"""One execution of a process: the resource is asked as GET would ask it."""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import orjson

from ..model.criteria import SAMPLES
from ..model.errors import InvalidValue
from ..ogc.process_inputs import check_value, is_object, is_reference, parameters_of
from ..ogc.process_requests import read_execution
from ..store.budget import Budget
from .http.negotiation import format_of
from .http.representation import JSON, SANDBOX, Representation
from .http.request import ResourceRequest
from .processes import ProcessDescription
from .references import References
from .service import ServedEdition

#: Parameters of the address of an execution; as inputs they may be given too, as clients send nothing else.
_OF_ADDRESS = ("lang", "exclude")


class ProcessRun:
    """An execution, read when it is made.

    :param request: with the execution request as its body
    :param references: reads inputs that are references
    :raises InvalidValue: for a request that is not understood
    """

    def __init__(
        self,
        view: ServedEdition,
        request: ResourceRequest,
        described: ProcessDescription,
        references: References,
        budget: Budget | None,
    ) -> None:
        process = described.process
        read = read_execution(process.id, request.body or b"", described.inputs, process.output, described.formats)
        accepted = None if read.document else request.accept
        f = read.f or format_of(None, accepted, tuple(described.formats))
        inputs = dict(read.inputs)
        self._arguments = described.arguments(inputs)
        objects = {name: inputs.pop(name) for name in list(inputs) if is_object(described.inputs[name])}
        asked = _resource_request(request, described, self._arguments, inputs, f)
        self._view = view.without_samples if asked.first("exclude") == SAMPLES else view
        self._described = described
        self._budget = budget
        self._request = replace(asked, body=self._body(objects, asked, references))
        self._document = read.document
        self._media_type = described.formats[f]
        self._answer: Representation | None = None

    def _body(self, objects: Mapping[str, Any], request: ResourceRequest, references: References) -> bytes | None:
        """The body of the request to the resource: the one input that is a JSON object, where there is one."""
        if not objects:
            return None
        ((name, value),) = objects.items()
        place = f"inputs.{name}"
        if is_reference(value):
            value = references.read(self._view, place, value, request.accept_language, self._budget)
        check_value(place, self._described.inputs[name]["schema"], value)
        return _written(place, value)

    @property
    def representation(self) -> Representation:
        """The result, once it is there."""
        assert self._answer is not None
        return self._answer

    def result(self) -> bytes:
        """Make the result.

        :raises InvalidValue: naming the input
        """
        described, process = self._described, self._described.process
        more = {"budget": self._budget} if described.search else {}
        try:
            answer = described.endpoint(self._view, self._request, **self._arguments, **more)
        except InvalidValue as error:
            if re.split(r"[.\[]", error.place, maxsplit=1)[0] in described.inputs:
                error.place = f"inputs.{error.place}"
            raise
        if self._document:
            body = _document(process.output, self._media_type, answer.body)
            answer = Representation(body, JSON, headers={"Link": answer.headers["Link"]})
        self._answer = replace(answer, headers={**answer.headers, **SANDBOX}, stable=False)
        return answer.body


def _resource_request(
    request: ResourceRequest,
    described: ProcessDescription,
    arguments: Mapping[str, str],
    inputs: Mapping[str, object],
    f: str,
) -> ResourceRequest:
    """The request to the resource, without a body."""
    try:
        parameters = dict(parameters_of(inputs, described.inputs))
    except InvalidValue as error:
        error.place = f"inputs.{error.place}"
        raise
    for name in _OF_ADDRESS:
        given = request.first(name)
        if given is not None and parameters.setdefault(name, given) != given:
            raise InvalidValue(f"inputs.{name}", f"is not what the address says ({given}); leave one of the two out.")
    return ResourceRequest(
        method="GET",
        path=described.process.path.format(**arguments),
        parameters=(*parameters.items(), ("f", f)),
        accept_language=request.accept_language,
    )


def _written(place: str, value: object) -> bytes:
    try:
        return orjson.dumps(value)
    except orjson.JSONEncodeError:
        raise InvalidValue(place, "is nested too deep.") from None


def _document(output: str, media_type: str, body: bytes) -> bytes:
    """The result as a document (18-062r2, ``results.yaml``): the output with its media type."""
    qualified: dict[str, object] = {"mediaType": media_type}
    if media_type.endswith("json"):
        qualified["value"] = orjson.Fragment(body)
    elif media_type.startswith("text/"):
        qualified["value"] = body.decode()
    else:
        qualified |= {"encoding": "base64", "value": base64.b64encode(body).decode()}
    return orjson.dumps({output: qualified})

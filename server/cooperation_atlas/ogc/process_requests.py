"""Execution requests for the processes of the service, read strictly (OGC 18-062r2, 7.11)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson

from ..model.errors import InvalidValue, nearest
from .parameter_values import choice
from .process_inputs import is_object

#: Members of an execution request, of an output in it, and of its format.
MEMBERS = ("inputs", "outputs", "response")
RAW, DOCUMENT = RESPONSES = ("raw", "document")
VALUE = "value"
_OUTPUT = ("format", "transmissionMode")
_FORMAT = ("mediaType",)
#: Members of a value that is written with what it is (``qualifiedInputValue.yaml``).
_QUALIFIED = {"value", "mediaType"}


@dataclass(frozen=True)
class Execution:
    """An execution request.

    :param inputs: values by name; those that were written with their media type without it
    :param f: format of the output, ``None`` where the request names none
    :param document: whether the answer is a document with the output, not the output itself
    """

    inputs: Mapping[str, Any]
    f: str | None
    document: bool


def members_of(body: bytes) -> dict[str, Any]:
    """The members of an execution request.

    :raises InvalidValue: for what is no such request
    """
    try:
        request = orjson.loads(body)
    except orjson.JSONDecodeError as error:
        raise InvalidValue("body", f"is not JSON: {error}.") from error
    if not isinstance(request, dict):
        raise InvalidValue("body", "is not a JSON object with the member 'inputs'.")
    if "subscriber" in request:
        reason = "is refused: the server calls no address that a client names. The result comes with the response."
        raise InvalidValue("subscriber", reason)
    known(request, MEMBERS, "", "an execution request")
    if "response" in request:
        choice("response", str(request["response"]), RESPONSES)
    if not isinstance(request.get("inputs", {}), dict):
        raise InvalidValue("inputs", "is not a JSON object.")
    return request


def read_execution(
    process: str, body: bytes, inputs: Mapping[str, Any], output: str, formats: Mapping[str, str]
) -> Execution:
    """The execution request for a process.

    :param inputs: descriptions by name
    :param output: id of its output
    :param formats: media types of the output by format
    :raises InvalidValue: naming the member and, where there are some, the nearest valid choices
    """
    request = members_of(body)
    given = request.get("inputs", {})
    for name in given:
        if name not in inputs:
            reason = f"process '{process}' has no such input."
            raise InvalidValue(f"inputs.{name}", reason, nearest(name, inputs) or tuple(inputs)[:5])
    for name, described in inputs.items():
        if described["minOccurs"] and name not in given:
            raise InvalidValue(f"inputs.{name}", f"is missing; process '{process}' needs it.")
    values = {name: _unqualified(name, value) if is_object(inputs[name]) else value for name, value in given.items()}
    f = _format(process, request.get("outputs", {}), output, formats)
    return Execution(values, f, request.get("response", RAW) == DOCUMENT)


def known(given: Mapping[str, Any], names: tuple[str, ...], place: str, what: str) -> None:
    """Refuse members that are not known.

    :param place: where they stand, with a full stop at the end
    :param what: what they are members of, in words
    """
    for name in given:
        if name not in names:
            raise InvalidValue(f"{place}{name}", f"is not a member of {what}.", nearest(name, names) or names)


def _unqualified(name: str, value: Any) -> Any:
    """An object that is written as ``{"value": …}``, without that."""
    if not isinstance(value, dict) or VALUE not in value or not value.keys() <= _QUALIFIED:
        return value
    if value.get("mediaType", "application/json") not in ("application/json", "application/geo+json"):
        raise InvalidValue(f"inputs.{name}", "has a media type that is not JSON.", ("application/geo+json",))
    return value[VALUE]


def _format(process: str, outputs: Any, output: str, formats: Mapping[str, str]) -> str | None:
    """The format that a request asks for; without outputs, or with none named, it asks for all of them."""
    if not isinstance(outputs, dict):
        raise InvalidValue("outputs", "is not an object by the names of outputs.")
    for name in outputs:
        if name != output:
            raise InvalidValue(f"outputs.{name}", f"process '{process}' has no such output.", (output,))
    wanted, place = outputs.get(output, {}), f"outputs.{output}"
    if not isinstance(wanted, dict):
        raise InvalidValue(place, "is not an object such as {}.")
    known(wanted, _OUTPUT, f"{place}.", "an output")
    if "transmissionMode" in wanted:
        choice(f"{place}.transmissionMode", str(wanted["transmissionMode"]), (VALUE,))
    format_ = wanted.get("format", {})
    if not isinstance(format_, dict):
        raise InvalidValue(f"{place}.format", "is not an object with the member 'mediaType'.")
    known(format_, _FORMAT, f"{place}.format.", "a format")
    if "mediaType" not in format_:
        return None
    media_type = choice(f"{place}.format.mediaType", str(format_["mediaType"]), tuple(formats.values()))
    return next(f for f, each in formats.items() if each == media_type)

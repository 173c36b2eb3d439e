"""Executions of processes in the API definition."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from . import openapi_answers as answers
from . import openapi_parameters as declare
from .formats.registry import TEXT
from .openapi import operation
from .openapi_texts import message
from .process_inputs import HREF, REFERENCE, is_object
from .process_requests import DOCUMENT, RAW, RESPONSES, VALUE

#: Tag of processes.
TAG = "processes"
_REQUEST = message("The inputs of the process, and in which format its output is wanted (OGC 18-062r2).")
_RESULT = message("The output itself, or with response=document a document that has it.")
_SUMMARY = message("Execute a process and wait for its result")


def execution_operation(
    id_: str, inputs: Mapping[str, Any], output: str, formats: Mapping[str, str], example: Mapping[str, Any]
) -> dict[str, Any]:
    """The operation that executes a process.

    :param inputs: descriptions by name
    :param output: id of the output
    :param formats: media types of the output by format
    :param example: an execution request
    """
    body = {
        "required": True,
        "description": _REQUEST,
        "content": {"application/json": {"schema": _request(inputs, output, formats), "example": example}},
    }
    raw = {media_type: {"schema": {} if media_type.endswith("json") else TEXT} for media_type in formats.values()}
    headers = answers.headers_of("Atlas-Edition", "Link")
    good = {"description": _RESULT, "headers": headers, "content": {**raw, "application/json": {"schema": {}}}}
    refused = {status: answer for status, answer in answers.OTHERS.items() if status != "304"}
    responses = {"200": good, **refused, **dict.fromkeys(("408", "413", "415"), answers.PROBLEM)}
    name = f"execute{answers.type_name(id_)}"
    shared = [declare.ref("lang"), declare.ref("exclude")]
    return operation(_SUMMARY, name, shared, responses, TAG, requestBody=body)


def _request(inputs: Mapping[str, Any], output: str, formats: Mapping[str, str]) -> dict[str, Any]:
    format_ = _closed({"mediaType": {"type": "string", "enum": list(formats.values())}})
    selected = _closed({"format": format_, "transmissionMode": {"type": "string", "enum": [VALUE]}})
    members = {
        "inputs": _closed({name: _input(each) for name, each in inputs.items()}, _required(inputs)),
        "outputs": _closed({output: selected}),
        "response": {"type": "string", "enum": list(RESPONSES), "default": RAW, "description": _OF_RESPONSE},
    }
    return _closed(members, ["inputs"] if _required(inputs) else [])


_OF_REFERENCE = "A reference to a JSON resource of this service by its full address; no other address is called."
_OF_RESPONSE = f"{RAW}: the output itself; {DOCUMENT}: a JSON object that has it by its id."


def _required(inputs: Mapping[str, Any]) -> list[str]:
    return [name for name, each in inputs.items() if each["minOccurs"]]


def _closed(properties: dict[str, Any], required: list[str] | None = None) -> dict[str, Any]:
    needed = {"required": required} if required else {}
    return {"type": "object", "properties": properties, **needed, "additionalProperties": False}


_REFERENCE = _closed({name: {"type": "string"} for name in REFERENCE}, [HREF]) | {"description": _OF_REFERENCE}


def _input(described: Mapping[str, Any]) -> dict[str, Any]:
    """The schema of an input in a request: a value, several of them, or an object, as it is, marked as a value, or
    referred to."""
    schema, most, text = described["schema"], described["maxOccurs"], {"description": described["description"]}
    if most != 1:
        several = {"type": "array", "items": schema, "minItems": 1}
        return text | {"anyOf": [schema, several if most == "unbounded" else {**several, "maxItems": most}]}
    if is_object(described):
        marked = _closed({VALUE: schema, "mediaType": {"type": "string"}}, [VALUE])
        return text | {"anyOf": [schema, marked, _REFERENCE]}
    return {**text, **schema}

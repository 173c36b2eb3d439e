"""Inputs of processes: declared as the parameters of a resource are, and read into these."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import jsonschema  # type: ignore[import-untyped]

from ..model.errors import InvalidValue
from .parameter_values import TRUTHS

Declared = dict[str, Any]
#: Parameters that are no inputs: outputs say what is answered, and how.
NO_INPUTS = ("f", "edition", "resulttype")
#: Form of a box in an execution request (OGC 18-062r2, ``bbox.yaml``).
BOX_FORMAT = "ogc-bbox"
#: Member of a reference to a value (18-062r2, ``link.yaml``): its address.
HREF = "href"
#: All of its members.
REFERENCE = (HREF, "type", "rel", "title", "hreflang")


def inputs_of(parameters: Iterable[Declared]) -> dict[str, Declared]:
    """The inputs by name (OGC 18-062r2, ``inputDescription.yaml``).

    :param parameters: of the resource, as the API definition declares them
    """
    inputs = {
        parameter["name"]: _input(parameter)
        for parameter in parameters
        if parameter["in"] == "query" and parameter["name"] not in NO_INPUTS
    }
    if "bbox" in inputs:
        inputs["bbox"]["schema"] = _box(inputs["bbox"]["schema"], inputs.pop("bbox-crs")["schema"])
    return inputs


def merged(lists: Iterable[Iterable[Declared]]) -> list[Declared]:
    """The parameters of several resources, each name once, with the values that any of them takes."""
    found: dict[str, Declared] = {}
    for parameter in (one for each in lists for one in each):
        known = found.setdefault(parameter["name"], parameter)
        schema, more = known["schema"], parameter["schema"]
        if schema != more and "enum" in (items := schema.get("items", {})) and "enum" in more.get("items", {}):
            values = list(dict.fromkeys((*items["enum"], *more["items"]["enum"])))
            found[parameter["name"]] = {**known, "schema": {**schema, "items": {**items, "enum": values}}}
    return list(found.values())


def _input(parameter: Declared) -> Declared:
    """A list of values is an input that may occur several times; a list of numbers that are one value is an array."""
    schema = dict(parameter["schema"])
    schema.pop("example", None)
    described = {"description": parameter.get("description", "")}
    if schema.get("type") == "array" and schema.get("minItems", 1) <= 1:
        most = schema.get("maxItems", "unbounded")
        return {**described, "schema": _value(schema["items"]), "minOccurs": 0, "maxOccurs": most}
    least = 1 if parameter.get("required") else 0
    return {**described, "schema": _value(schema), "minOccurs": least, "maxOccurs": 1}


def _value(schema: Declared) -> Declared:
    """The schema of one value: what addresses write as text is a truth value in JSON."""
    return {"type": "boolean"} if schema.get("enum") == list(TRUTHS) else schema


def _box(numbers: Declared, crs: Declared) -> Declared:
    """A box with its CRS, or as the parameter has it: as numbers."""
    members = {"bbox": numbers, "crs": crs}
    with_crs = {"type": "object", "format": BOX_FORMAT, "required": ["bbox"], "properties": members}
    return {"oneOf": [{**with_crs, "additionalProperties": False}, numbers]}


def is_object(declared: Mapping[str, Any]) -> bool:
    """Whether the value of an input is a JSON object, which requests write as ``{"value": …}``."""
    return bool(declared["schema"].get("type") == "object")


def is_reference(value: Any) -> bool:
    """Whether a request names the address of a value in its place."""
    return isinstance(value, dict) and HREF in value


def parameters_of(inputs: Mapping[str, Any], declared: Mapping[str, Declared]) -> Iterator[tuple[str, str]]:
    """The parameters that the inputs stand for.

    :raises InvalidValue: for a value that an input does not take
    """
    for name, value in inputs.items():
        several = declared[name]["maxOccurs"] != 1 and isinstance(value, list)
        values = value if several else [value]
        if not values:
            raise InvalidValue(name, "is an empty list. Leave it out, or give it a value.")
        for each in values:
            check_value(name, declared[name]["schema"], each)
        if name == "bbox":
            yield from _box_parameters(value)
        else:
            text = _listed(name, values) if declared[name]["maxOccurs"] != 1 else _text(values[0])
            yield name, text


def check_value(name: str, schema: Declared, value: Any) -> None:
    """Check one value against its schema. Which of the values of a list it is, is said by the resource: it knows the
    nearest ones.

    :raises InvalidValue: for the first thing that is wrong
    """
    if is_reference(value):
        reason = (
            "is a reference (href), which only an input that is a JSON object can be: the resources of this service "
        )
        raise InvalidValue(name, f"{reason}are JSON objects, and no other address is called. Write the value itself.")
    if "oneOf" in schema:  # the form that the value has
        of_its_type = [each for each in schema["oneOf"] if type_of(value) == each["type"]]
        schema = of_its_type[0] if of_its_type else schema["oneOf"][0]
    for error in jsonschema.Draft202012Validator(_without_lists(schema)).iter_errors(value):
        raise InvalidValue(name, _reason(error))


def type_of(value: Any) -> str:
    """The JSON type of a value."""
    return _TYPES[type(value)]


_TYPES = {
    type(None): "null", bool: "boolean", int: "number", float: "number", str: "string", list: "array", dict: "object",
}  # fmt: skip
#: JSON types in words.
_WORDS = {
    "null": "null",
    "boolean": "true or false",
    "integer": "a whole number",
    "number": "a number",
    "string": "a text",
    "array": "a list",
    "object": "an object",
}


def _without_lists(schema: Declared) -> Declared:
    """A schema without the lists of values in it."""
    without = {key: each for key, each in schema.items() if key != "enum"}
    if "properties" in without:
        without["properties"] = {name: _without_lists(each) for name, each in schema["properties"].items()}
    return without


def _reason(error: jsonschema.ValidationError) -> str:
    """What is wrong with a value, in words."""
    place = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in error.absolute_path)
    there = f"{place.removeprefix('.')} " if place else ""
    if error.validator == "type":
        shown = _WORDS[type_of(error.instance)]
        return f"{there}is {shown}, but must be {_WORDS[error.validator_value]}."
    if error.validator in ("oneOf", "anyOf"):
        return f"{there}has none of the forms that the description has."
    return f"{there}{error.message[:300]}."


def _box_parameters(value: Any) -> Iterator[tuple[str, str]]:
    numbers = value["bbox"] if isinstance(value, dict) else value
    yield "bbox", ",".join(map(_text, numbers))
    if isinstance(value, dict) and "crs" in value:
        yield "bbox-crs", value["crs"]


def _listed(name: str, values: list[Any]) -> str:
    """Values as the parameter writes them: separated by commas, those in a text marked."""
    texts = [_text(value).replace(",", "\\,") for value in values]
    if any(text.endswith("\\") for text in texts[:-1]):
        raise InvalidValue(name, "a value that ends with a backslash must be the last one.")
    return ",".join(texts)


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        return str(int(value))
    return str(value)

"""Parameters in the OpenAPI document: those that every collection has, its criteria, and its properties."""

from __future__ import annotations

from typing import Any

from ..editions.layout import ID
from ..model.collections import Collection
from ..model.criteria import SAMPLES, UNKNOWN, countable_criteria, criteria_of
from ..model.fields import Field, FieldType
from ..store.contract import Store
from ..store.crs import OFFERED
from ..store.query import MOST_CHARACTERS, MOST_WORDS
from . import parameters
from .limits import Limits
from .openapi_texts import message, titled
from .parameter_values import TRUTHS
from .schema import NULLS, Nulls, criteria_schema, property_schema

Declared = dict[str, Any]
#: Description of a property as a parameter, before that of the property itself.
ANY_VALUE = message("any of the values, compared as they stand.")
#: Description of the search for words; ``count`` is their greatest number.
LIMIT_THROTTLED = message(
    "Most features to return; more than the maximum gives the maximum. Where it is not given, HTML has at most 20."
)
LIMIT_REFUSED = message(
    "Most features to return; more than the maximum is refused. Where it is not given, HTML has at most 20."
)
WORDS = message(
    "Words, or beginnings of words, without accents and case; a feature must have all of them. Programmes and entries: "
    "in the title, summary, CCI, managing authority, names of regions in all languages (hits that rest on the whole "
    "country come last), labels of topics. Areas: in their names and codes, and in the names of the regions above. "
    "Best matches first; `matched_in` says where. At most {count} different words."
)


def filters(collection: Collection, store: Store) -> list[Declared]:
    """The criteria and the properties as parameters."""
    criteria, schemas = criteria_of(collection), criteria_schema(collection, store.codelists)
    declarations = [listed(c.name, c.description, schemas[c.name]) for c in criteria.values()]
    for field in collection.stored:
        if field.name not in criteria:
            schema = {"type": "array", "items": _value_schema(field, store), "minItems": 1}
            text = titled(field.title, ANY_VALUE)
            declarations.append(listed(field.name, f"{text} {field.description}", schema))
    return declarations


def _value_schema(field: Field, store: Store) -> Declared:
    if field.type is FieldType.BOOLEAN:
        return {"type": "string", "enum": list(TRUTHS)}
    schema = property_schema(field, store.codelists)
    if field.type is FieldType.ARRAY:
        schema = schema["items"]
    # Texts are compared as they stand, so that any is allowed; dates are read.
    kept = ("type", "format", "enum") if field.type is FieldType.DATE else ("type", "enum")
    known = {k: v for k, v in schema.items() if k in kept}
    return known if known != {"type": "string"} else {**known, "minLength": 1}


def listed(name: str, description: str, schema: Declared) -> Declared:
    """A parameter whose values are separated by commas."""
    return {
        "name": name,
        "in": "query",
        "description": description,
        "required": False,
        "style": "form",
        "explode": False,
        "schema": schema,
    }


def property_lists(collection: Collection) -> list[Declared]:
    """``properties`` and ``sortby``."""
    names = list(collection.by_name)
    signed = [sign + name for name in names for sign in ("", "+", "-")]
    return [
        listed("properties", "Properties to return.", _list_of({"type": "string", "enum": names})),
        listed(
            "sortby",
            "Properties to sort by; `-` before one for descending order.",
            _list_of({"type": "string", "enum": signed}),
        ),
    ]


def _list_of(items: Declared) -> Declared:
    return {"type": "array", "items": items, "minItems": 1}


def facets(collection: Collection) -> Declared:
    """``facets``: the criteria that can be counted by."""
    names = list(countable_criteria(collection))
    return listed("facets", "Criteria to count by; all by default.", _list_of({"type": "string", "enum": names}))


def in_path(name: str, values: list[str] | None = None) -> Declared:
    """A part of the path.

    :param values: the only ones it can have
    """
    schema = {"type": "string", **({"enum": values} if values else {})}
    return {"name": name, "in": "path", "required": True, "schema": schema}


def ref(name: str) -> Declared:
    """A reference to a parameter of ``shared``."""
    return {"$ref": f"#/components/parameters/{name}"}


def format_(*formats: str) -> Declared:
    """``f`` with its values, the usual one first."""
    return single("f", "Format of the answer.", {"type": "string", "enum": list(formats), "default": formats[0]})


def nulls() -> Declared:
    """``nulls`` of the schema resource."""
    return single(
        NULLS,
        "Absent values are null. `allowed`: each type says so, and every feature is valid. `implied`: one type alone, "
        "as OGC 23-058r2 has it, for clients that read no more.",
        {"type": "string", "enum": list(Nulls), "default": Nulls.ALLOWED},
    )


def single(name: str, description: str, schema: Declared, *, required: bool = False) -> Declared:
    """A parameter with one value."""
    # For one value these two say nothing, but the standard has them so for limit and datetime, and its suite compares.
    form = {"style": "form", "explode": False}
    return {"name": name, "in": "query", "description": description, "required": required, **form, "schema": schema}


def common(languages: list[str]) -> Declared:
    """The parameters that nearly every resource takes, by name."""
    language = {"type": "string", "enum": languages, "default": languages[0]}
    return {
        "lang": single("lang", "Language of texts.", language),
        "exclude": single(
            "exclude",
            "samples: as if the edition had no sample entries.",
            {"type": "string", "enum": [SAMPLES]},
        ),
    }


def searches(limits: Limits) -> Declared:
    """The parameters of searches that do not depend on the collection, by name."""
    crs = {"type": "string", "format": "uri", "enum": list(OFFERED), "default": next(iter(OFFERED))}
    numbers = {
        "type": "array",
        "items": {"type": "number"},
        # 17-069r4 asks for these two bounds by themselves; five numbers lie between them and are no box.
        "minItems": 4,
        "maxItems": 6,
        "oneOf": [{"minItems": 4, "maxItems": 4}, {"minItems": 6, "maxItems": 6}],
    }
    limit = {"type": "integer", "minimum": 1, "maximum": limits.max_items, "default": limits.default_items}
    offset = {"type": "integer", "minimum": 0, "maximum": parameters.MAXIMUM_OFFSET, "default": 0}
    cql2 = {"type": "string", "minLength": 1, "maxLength": parameters.MAXIMUM_FILTER}
    text = {"type": "string", "minLength": 1}
    hits = {"type": "string", "enum": ["results", "hits"], "default": "results"}
    edition = {"type": "string", "pattern": f"^{ID.pattern}$"}
    language = {"type": "string", "enum": list(parameters.FILTER_LANGUAGES), "default": parameters.FILTER_LANGUAGES[0]}
    return {
        "limit": single("limit", LIMIT_REFUSED if limits.refuse else LIMIT_THROTTLED, limit),
        "offset": single("offset", "Features to skip.", offset),
        "bbox": listed("bbox", "Features that intersect the box, in the axis order of bbox-crs.", numbers),
        "bbox-crs": single("bbox-crs", "CRS of bbox.", crs),
        "crs": single("crs", "CRS of the coordinates in the answer.", crs),
        "datetime": single(
            "datetime",
            "A date, a date-time, or an interval of them (`2024-01-01/..`): features whose time meets it.",
            {"type": "string", "minLength": 1},
        ),
        "q": single(
            "q",
            WORDS.format(count=MOST_WORDS),
            text | {"maxLength": MOST_CHARACTERS},
        ),
        "filter": single("filter", "CQL2 filter (OGC 21-065r2).", cql2),
        "filter-lang": single("filter-lang", "Language of filter.", language),
        "filter-crs": single("filter-crs", "CRS of the geometries in filter.", crs),
        parameters.LABELS: single(
            parameters.LABELS,
            "Of tables (CSV, XLSX): labels in the place of codes, and headings in words, in the language asked for.",
            {"type": "boolean", "default": False},
        ),
        "skipGeometry": single("skipGeometry", "Leave the geometry out.", {"type": "boolean", "default": False}),
        "edition": single(
            "edition", "Edition that answers, as the links to further pages name it; 410 when it is gone.", edition
        ),
        "include": single(
            "include",
            "unknown: also what may match, because a fact that a criterion asks for is not known; sorted last.",
            {"type": "string", "enum": [UNKNOWN]},
        ),
        "resulttype": single("resulttype", "hits: only the number of features.", hits),
    }

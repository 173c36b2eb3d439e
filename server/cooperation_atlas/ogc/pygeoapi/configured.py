"""Resources that the configuration adds beside the collections of the model, and what their plugins can do.

They are loaded once when the configuration is read, so that one that cannot work stops the start of the server and not
a client's request.
"""

from __future__ import annotations

import dis
import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pygeoapi import l10n
from pygeoapi.crs import get_supported_crs_list
from pygeoapi.plugin import load_plugin
from pygeoapi.provider import get_provider_default
from pygeoapi.util import get_dataset_formatters

from ...model.collections import COLLECTIONS
from ...model.errors import AtlasError
from ...store.crs import CRS84
from .processor import resources

#: Types of providers whose resources are served. The others (coverage, map, edr, stac) have paths of their own that
#: this server does not offer.
SERVED = ("feature", "record", "tile")
_WITH_ITEMS = ("feature", "record")
#: Arguments of a provider's ``query`` by the parameter that they carry.
_ARGUMENTS = {
    "bbox": "bbox",
    "bbox-crs": "bbox",
    "datetime": "datetime_",
    "q": "q",
    "sortby": "sortby",
    "properties": "select_properties",
    "skipGeometry": "skip_geometry",
    "resulttype": "resulttype",
    "filter": "filterq",
    "filter-lang": "filterq",
    "filter-crs": "filterq",
}


class UnusableResource(AtlasError):
    """A resource of the configuration that this server cannot serve."""

    def __init__(self, id_: str, reason: str) -> None:
        super().__init__(f"resources.{id_}: {reason}")


@dataclass(frozen=True)
class ConfiguredCollection:
    """A collection of the configuration.

    :param item_type: ``feature`` or ``record``; ``None`` where it has tiles only
    :param source: name of the provider of its items, as the configuration has it
    :param fields: JSON Schemas of the properties by name
    :param parameters: query parameters of the items that the provider reads; it would ignore the others
    :param equals: whether the provider reads properties as parameters
    :param extra: further parameters that it reads
    :param regular_expressions: whether the provider takes the words of ``q`` for regular expressions
    :param formats: media types of the items by the value of ``f``, without HTML
    :param crs: URIs of the CRSs that the items come in
    :param tile_matrix_sets: those that it has tiles in
    :param tile_format: value of ``f`` of its tiles, and their media type
    :param max_items: most items of one request, where it has a limit of its own
    """

    id: str
    title: str
    description: str = ""
    item_type: str | None = None
    source: str = ""
    fields: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    parameters: frozenset[str] = frozenset()
    equals: bool = False
    extra: tuple[str, ...] = ()
    regular_expressions: bool = False
    formats: Mapping[str, str] = field(default_factory=dict)
    crs: tuple[str, ...] = (CRS84,)
    tile_matrix_sets: tuple[str, ...] = ()
    tile_format: tuple[str, str] = ("", "")
    max_items: int | None = None


@dataclass(frozen=True)
class Configured:
    """All resources of a configuration that are none of the model's.

    :param processes: what the processors say of themselves, by id
    """

    collections: Mapping[str, ConfiguredCollection]
    processes: Mapping[str, Mapping[str, Any]]

    @classmethod
    def of(cls, config: Mapping[str, Any]) -> Configured:
        """Load the plugins of a configuration.

        :param config: with or without the collections of the model and the processes of the server
        :raises UnusableResource: for the first one that cannot be served, with its name
        """
        collections, processes = {}, {}
        own = {*COLLECTIONS, *resources()}
        for id_, definition in config["resources"].items():
            if id_ in own:
                continue
            try:
                if definition["type"] == "process":
                    processes[id_] = load_plugin("process", definition["processor"]).metadata
                else:
                    collections[id_] = _collection(id_, definition, l10n.get_locales(config)[0])
            except UnusableResource:
                raise
            except Exception as error:  # plugins raise whatever their libraries do
                text = " ".join(str(error).split())
                reason = f"{type(error).__name__}: {text}" if text else type(error).__name__
                raise UnusableResource(id_, f"its plugin cannot be used ({reason}).") from error
        return cls(collections, processes)


def _collection(id_: str, definition: Mapping[str, Any], language: Any) -> ConfiguredCollection:
    providers = {p["type"]: p for p in reversed(definition["providers"])}
    default = get_provider_default(definition["providers"])["type"]
    title = str(l10n.translate(definition["title"], language))
    described: dict[str, Any] = {
        "description": str(l10n.translate(definition["description"], language)),
        "max_items": definition.get("limits", {}).get("max_items"),
    }
    if default in _WITH_ITEMS:
        described |= _items(providers[default], definition)
    if "tile" in providers:
        tiles = load_plugin("provider", providers["tile"])
        described["tile_matrix_sets"] = tuple(scheme.tileMatrixSet for scheme in tiles.get_tiling_schemes())
        described["tile_format"] = (tiles.format_type, providers["tile"]["format"]["mimetype"])
    return ConfiguredCollection(id_, title, **described)


def _items(definition: Mapping[str, Any], collection: Mapping[str, Any]) -> dict[str, Any]:
    provider = load_plugin("provider", definition)
    arguments = arguments_read(provider.query)
    read = {name for name, argument in _ARGUMENTS.items() if argument in arguments}
    tinydb = type(provider).__module__ == "pygeoapi.provider.tinydb_"
    if tinydb and definition["type"] != "record":
        read.discard("q")  # TinyDBProvider fails on it; only its catalogue searches for words
    if not definition.get("time_field"):
        read.discard("datetime")
    shown = provider.properties or provider.fields
    # The core's formatters work on providers of features only.
    formatters = get_dataset_formatters(collection).values() if definition["type"] == "feature" else ()
    return {
        "item_type": definition["type"],
        "source": definition["name"],
        "fields": {name: schema for name, schema in provider.fields.items() if name in shown},
        "parameters": frozenset(read),
        "equals": "properties" in arguments,
        "extra": tuple(getattr(provider, "extra_parameters", ())),
        "regular_expressions": tinydb,
        "formats": {
            "json": "application/geo+json",
            "jsonld": "application/ld+json",
            **{formatter.f: formatter.mimetype for formatter in formatters},
        },
        "crs": tuple(get_supported_crs_list(definition)) if definition["type"] == "feature" else (CRS84,),
    }


def arguments_read(method: Callable[..., Any]) -> frozenset[str]:
    """The arguments whose values a method reads: an argument that is never loaded is ignored for sure.

    Stock providers take all arguments of ``query`` and leave some of them aside without a word; a client would get
    features that it did not ask for.
    """
    code = inspect.unwrap(method).__code__
    loaded = set(code.co_cellvars)
    for instruction in dis.get_instructions(code):
        if instruction.opname.startswith("LOAD_"):
            values = instruction.argval if isinstance(instruction.argval, tuple) else (instruction.argval,)
            loaded.update(value for value in values if isinstance(value, str))
    named = set(code.co_varnames[: code.co_argcount + code.co_kwonlyargcount])
    passes_on = code.co_flags & inspect.CO_VARKEYWORDS and code.co_varnames[len(named)] in loaded
    # What is handed on as a whole may be read elsewhere.
    return frozenset((named & loaded) | (set(_ARGUMENTS.values()) - named if passes_on else set()))

"""The pygeoapi configuration: ``config/pygeoapi.yml`` with the collections of the model."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Mapping
from itertools import islice
from pathlib import Path
from typing import Any

from pygeoapi import l10n
from pygeoapi.api import API
from pygeoapi.openapi import gen_contact
from pygeoapi.util import yaml_load

from ...model.collections import COLLECTIONS, Collection
from ...model.errors import AtlasError
from ...model.periods import PERIODS
from ...model.processes import PROCESSES
from ...model.record_collections import RECORD_COLLECTIONS
from ...settings import Settings
from ...sources.files import read_whole
from ...store.contract import Store
from ...store.crs import CRS84, OFFERED
from ..limits import Limits
from ..notices import licence_links
from . import records
from .check import check_config
from .configured import SERVED, Configured, UnusableResource
from .core import TEXTS
from .processor import resources as processes
from .tile_provider import definition as tiles

PROVIDER = "cooperation_atlas.ogc.pygeoapi.provider.CooperationAtlasProvider"


#: Ids that stand in a path as they are (RFC 3986, 2.3).
_ID = re.compile(r"[A-Za-z0-9._~-]+")
#: Most bytes of a configuration file.
_LARGEST = 1 << 20
#: Most findings on it in one message.
_SHOWN = 3


class ConfigError(AtlasError):
    """A configuration that cannot be used."""


def read_config(path: Path, settings: Settings) -> dict[str, Any]:
    """The configuration without collections, found to be one that pygeoapi works with.

    :param path: ``config/pygeoapi.yml``
    :raises ConfigError: where it is missing or broken
    """
    if findings := [str(finding) for finding in islice(check_config(path), _SHOWN)]:
        raise ConfigError(f"The configuration {path} cannot be used: {'; '.join(findings)}.")
    try:
        config: dict[str, Any] = yaml_load(io.StringIO(read_whole(path, _LARGEST).decode("utf-8-sig")))
        _set_server_keys(config["server"], settings)
        _set_addresses(config)
        _set_texts(config)
        Limits.of(config)
        logging.getLogger("pygeoapi").setLevel(config["logging"]["level"])
        configured = config.setdefault("resources", {}) or {}
        config["resources"] = configured
        _check_resources(configured)
        API({**config, "resources": {}}, {})
        Configured.of(config)
    except AtlasError as error:
        raise ConfigError(f"The configuration {path} cannot be used: {error}") from error
    except Exception as error:  # pygeoapi raises whatever its libraries do
        reason = " ".join(str(error).split()) or type(error).__name__
        raise ConfigError(f"The configuration {path} cannot be used: {reason}.") from error
    return config


def in_force(config: Mapping[str, Any], settings: Settings) -> Settings:
    """The settings with those that the configuration makes (``read_config``).

    They hold until the server ends: sockets, addresses in answers and their entity tags depend on them.
    """
    server = config["server"]
    bind = server["bind"]
    return settings.with_configuration(bind["host"], bind["port"], server["url"], server["languages"])


def _set_server_keys(server: dict[str, Any], settings: Settings) -> None:
    """Put in what the environment says.

    :raises InvalidValue: for a value that cannot be used
    """
    bind = server["bind"]
    made = settings.with_configuration(bind["host"], bind["port"], server["url"], server.get("languages") or ["en"])
    server |= {"url": made.url, "languages": list(made.languages)}
    server["bind"] = {"host": made.host, "port": made.port}


def _set_addresses(config: dict[str, Any]) -> None:
    """Publisher and contact without an address of their own are found at that of the service."""
    for section in ("provider", "contact"):
        texts = config["metadata"][section]
        texts["url"] = texts.get("url") or config["server"]["url"]


def _set_texts(config: dict[str, Any]) -> None:
    """Texts that are given by language stay so for the core alone; all others get those of the first language."""
    first = l10n.get_locales(config)[0]
    config[TEXTS] = config["metadata"]
    config["metadata"] = {
        section: {name: l10n.translate(text, first) for name, text in texts.items()}
        for section, texts in config["metadata"].items()
    }


def service_contact(config: Mapping[str, Any]) -> dict[str, Any]:
    """The contact as OGC API - Records writes it (``x-ogc-serviceContact``)."""
    contact: dict[str, Any] = gen_contact(dict(config), l10n.get_locales(dict(config))[0])["x-ogc-serviceContact"]
    return contact


def _check_resources(resources: Mapping[str, Any]) -> None:
    """Refuse resources that this server cannot serve as they stand.

    :raises UnusableResource: naming the first one
    """
    for id_, resource in resources.items():
        if id_ in COLLECTIONS or id_ in RECORD_COLLECTIONS:
            raise UnusableResource(id_, "this is a collection of the server's own model. Choose another id.")
        if not _ID.fullmatch(id_):
            raise UnusableResource(id_, "an id has letters, digits, '.', '_', '~' and '-' only. Choose another id.")
        if resource["type"] == "process":
            if id_ in PROCESSES:
                raise UnusableResource(id_, "this is a process of the server itself. Choose another id.")
            continue
        if resource["type"] != "collection":
            raise UnusableResource(id_, f"resources of type {resource['type']} are not served here. Remove it.")
        for provider in resource["providers"]:
            if provider["type"] not in SERVED:
                reason = f"providers of type {provider['type']} are not served here, only {', '.join(SERVED)}."
                raise UnusableResource(id_, reason)
            if provider.get("editable"):
                raise UnusableResource(id_, "its provider is editable, but this server only reads. Remove the key.")
        for link in resource.get("links", ()):
            if link["rel"] == "enclosure" and not link.get("length"):
                reason = f"the link to {link['href']} needs its length: without it pygeoapi asks there at each request."
                raise UnusableResource(id_, reason)


def with_collections(config: dict[str, Any], settings: Settings, store: Store) -> dict[str, Any]:
    """The configuration for one edition, with the processes of the server.

    :param config: as ``read_config`` gives it
    """
    own = {c.id: _resource(c, settings, store) for c in COLLECTIONS.values()} | processes()
    own |= records.resources(settings, store)
    return {**config, "resources": own | {id_: r for id_, r in config["resources"].items() if id_ not in own}}


def _resource(collection: Collection, settings: Settings, store: Store) -> dict[str, Any]:
    extents: dict[str, Any] = {"spatial": {"bbox": list(store.spatial_extent(collection.id)), "crs": CRS84}}
    if collection.time_fields:
        extents["temporal"] = temporal_extent(collection, store)
    return {
        "type": "collection",
        "title": collection.title,
        "description": collection.description,
        "keywords": list(collection.keywords),
        "links": licence_links(),
        "extents": extents,
        "providers": [
            {
                "type": "feature",
                "name": PROVIDER,
                "data": str(settings.editions),
                "options": {"collection": collection.id},
                "id_field": collection.id_field,
                "title_field": collection.title_field,
                "crs": list(OFFERED),
                "storage_crs": CRS84,
            },
            *([tiles(str(settings.editions), collection)] if collection.is_tiled else []),
        ],
    }


def temporal_extent(collection: Collection, store: Store) -> dict[str, str | None]:
    """The days from the first begin to the last end, the last one included; an end that a feature leaves open is open.

    Where no feature states a day (areas that no programme covers), it is the whole of the programming periods.
    """
    periods = min(p.start for p in PERIODS.values()).isoformat(), max(p.end for p in PERIODS.values()).isoformat()
    begin, end = store.temporal_extent(collection.id) or periods
    return {"begin": begin and f"{begin}T00:00:00Z", "end": end and f"{end}T23:59:59Z"}

"""The pygeoapi configuration: ``config/pygeoapi.yml`` with the collections of the model."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pygeoapi.util import yaml_load

from ..model.collections import COLLECTIONS, PERIOD_VERSION, Collection
from ..settings import Settings
from ..store.crs import CRS84, OFFERED
from ..store.engine import Engine
from .notices import licence_links

PROVIDER = "cooperation_atlas.ogc.provider.CooperationAtlasProvider"
FORMATTER = "cooperation_atlas.ogc.geojson.GeoJSONFormatter"


def load_config(path: Path, settings: Settings, engine: Engine) -> dict[str, Any]:
    """The configuration for one edition.

    :param path: ``config/pygeoapi.yml``
    :raises OSError: where the file cannot be read
    """
    with path.open(encoding="utf-8") as file:
        config: dict[str, Any] = yaml_load(file)
    config["server"] |= {"url": settings.url, "languages": list(settings.languages)}
    config["server"]["bind"] = {"host": settings.host, "port": settings.port}
    config["resources"] = {c.id: _resource(c, settings, engine) for c in COLLECTIONS.values()}
    return config


def _resource(collection: Collection, settings: Settings, engine: Engine) -> dict[str, Any]:
    extents: dict[str, Any] = {"spatial": {"bbox": list(engine.extent[collection.id]), "crs": CRS84}}
    if collection.time_fields:
        begin, end = (
            [v for v in engine.table(collection.id).columns[name].values if v] for name in collection.time_fields
        )
        # An area collection without a programme still belongs to its period.
        first, last = min(PERIOD_VERSION)[:4], max(PERIOD_VERSION)[-4:]
        extents["temporal"] = {
            "begin": f"{min(begin, default=f'{first}-01-01')}T00:00:00Z",
            "end": f"{max(end, default=f'{last}-12-31')}T00:00:00Z",
        }
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
            }
        ],
        "formatters": [{"name": FORMATTER}],
    }

"""The land that maps draw below everything else: the countries of the world, also those without NUTS areas."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson
import shapely
from shapely.geometry.base import BaseGeometry

from ..model.land import LAND_FILE
from .files import Unreadable
from .findings import BadSources, Finding
from .nuts_geometry import unusable
from .packed_geojson import read_packed
from .tables import shown

_AGAIN = "make it again with data/background/make_land.py"


@dataclass(frozen=True, slots=True)
class Land:
    """A country as the source draws it, which says nothing about whose it is.

    :param source: where the outline is from, with version and licence
    :param geometry: valid polygons, CRS84 degrees
    """

    id: str
    name: str
    source: str
    geometry: BaseGeometry


def read_land(data: Path) -> list[Land]:
    """The land, sorted by id; none where the folder has no such file, since maps do without it.

    :raises BadSources: with all findings, where the file or a part of it is damaged
    """
    path = data / LAND_FILE
    file = shown(data, LAND_FILE)
    findings: list[Finding] = []
    try:
        document = read_packed(path, _AGAIN)
    except Unreadable as error:
        if isinstance(error.__cause__, FileNotFoundError) and not path.is_symlink():
            return []
        raise BadSources([Finding(file, str(error))]) from error
    source = document.get("source")
    if not isinstance(source, str) or not source:
        findings.append(Finding(file, f"the member 'source' is missing: it names the source of the outlines; {_AGAIN}"))
    land = list(_read(document["features"], file, str(source), findings))
    if findings:
        raise BadSources(findings)
    return sorted(land, key=lambda one: one.id)


def _read(features: list[Any], file: str, source: str, findings: list[Finding]) -> Iterator[Land]:
    seen: set[str] = set()
    for number, feature in enumerate(features, start=1):
        id_, name = _texts(feature)
        if id_ is None or name is None:
            findings.append(Finding(file, f"feature {number} has no id or no name; {_AGAIN}"))
        elif id_ in seen:
            findings.append(Finding(file, f"feature {number} has the id of an earlier one; {_AGAIN}", value=id_))
        else:
            seen.add(id_)
            geometry = feature.get("geometry")
            shape = shapely.from_geojson(orjson.dumps(geometry), on_invalid="ignore") if geometry else None
            reason = "there is no geometry that can be read" if shape is None else unusable(shape)
            if shape is not None and reason is None and shape.geom_type not in ("Polygon", "MultiPolygon"):
                reason = f"the geometry is a {shape.geom_type}, not a polygon"
            if shape is None or reason is not None:
                findings.append(Finding(file, f"{id_}: {reason}; {_AGAIN}", value=id_))
            else:
                yield Land(id_, name, source, shape)


def _texts(feature: Any) -> tuple[str | None, str | None]:
    """Id and name of a feature, as far as they are texts."""
    if not isinstance(feature, dict):
        return None, None
    properties = feature.get("properties")
    found = feature.get("id"), properties.get("name") if isinstance(properties, dict) else None
    id_, name = (text if isinstance(text, str) and text else None for text in found)
    return id_, name

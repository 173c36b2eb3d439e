"""Features as the columns that GDAL writes: what the formats of files for GIS programs share.

GDAL (through pyogrio) is given whole columns at once and writes into memory, so that no file is left anywhere.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from ...model.attribution import ATTRIBUTION, LICENCES, SAMPLES_NOTICE
from ...model.fields import Field
from ...store.contract import Page
from ...store.crs import CRS84, OFFERED
from .document import FeatureDocument

#: What writing a feature costs, each of its properties, and each byte of its geometry as GeoJSON (``store.budget``).
STEPS, PROPERTY_STEPS, GEOMETRY_STEPS = 100, 20, 0.4
#: What a file costs beside its features.
FILE_STEPS = 200_000
_NOWHERE = b'"geometry":null'


@dataclass(frozen=True)
class VectorTable:
    """The features of a document.

    :param fields: the properties that were asked for, with the id and whatever says which features rest on samples
    :param columns: their values
    :param absent: by field, where there is no value
    :param wkb: geometries, ``None`` where the file has none
    :param epsg: code of their CRS; x is first in it, as in every such file
    """

    fields: tuple[Field, ...]
    columns: list[np.ndarray]
    absent: list[np.ndarray]
    wkb: np.ndarray | None
    epsg: int

    @classmethod
    def of(cls, document: FeatureDocument) -> VectorTable:
        """The columns, in the order of the collection."""
        from ...editions.geopackage import column, wkb

        collection, request, page = document.collection, document.request, document.page
        needed = {collection.id_field, *collection.bases}
        asked = request.properties
        fields = tuple(f for f in collection.fields if asked is None or f.name in asked or f.name in needed)
        cells = list(zip(*page.cells([f.name for f in fields]), strict=True)) or [()] * len(fields)
        return cls(
            fields=fields,
            columns=[column(field.type, values) for field, values in zip(fields, cells, strict=True)],
            absent=[np.array([value is None for value in values], dtype=bool) for values in cells],
            # A further element, which is cut off again, keeps numpy from making texts of fixed width of the bytes.
            wkb=None if request.skip_geometry else np.array([*wkb(shapes(page, request.crs)), None], dtype=object)[:-1],
            epsg=4326 if request.crs == CRS84 else int(OFFERED[request.crs].code),
        )


def shapes(page: Page, crs: str = CRS84) -> list[BaseGeometry | None]:
    """The geometries of a page, x first whatever the CRS, with the coordinates that GeoJSON has.

    :param crs: URI of their CRS
    """
    written = page.features(crs, ())
    # Quotation marks in an id are escaped: where this stands, it is the member. GEOS refuses it.
    places = [number for number, feature in enumerate(written) if _NOWHERE not in feature]
    found = np.full(len(written), None, dtype=object)
    found[places] = shapely.from_geojson([written[number] for number in places])
    return list(shapely.transform(found, lambda xy: xy[:, ::-1]) if OFFERED[crs].swapped else found)


def written(
    document: FeatureDocument, table: VectorTable, f: str, driver: str, options: Mapping[str, str], **more: Any
) -> bytes:
    """The file that GDAL makes of the features.

    :param f: the format in which it was asked for
    :param driver: GDAL's name of it
    :param options: of the layer
    """
    from pyogrio import raw

    out = io.BytesIO()
    spatial = {"geometry_type": str(document.collection.geometry), "crs": f"EPSG:{table.epsg}"}
    raw.write(
        out,
        table.wkb,
        table.columns,
        [field.name for field in table.fields],
        field_mask=table.absent,
        layer=document.collection.id,
        driver=driver,
        encoding="UTF-8",
        layer_options=dict(options),
        layer_metadata=dict(facts(document, f)),
        **({} if table.wkb is None else spatial),
        **more,
    )
    return out.getvalue()


def facts(document: FeatureDocument, f: str) -> Mapping[str, str]:
    """What a file says of itself, by names that GIS programs show as they are.

    :param f: format of the file
    """
    edition, page = document.edition, document.page
    said = {
        "TITLE": document.collection.title,
        "DESCRIPTION": document.collection.description.replace("`", ""),
        "SOURCE": document.address.url(f=f),
        "EDITION": str(edition["id"]),
        "CREATED": str(edition["created"]),
        "NUMBER_MATCHED": str(page.matched),
        "NUMBER_RETURNED": str(len(page)),
        "ATTRIBUTION": ATTRIBUTION,
        "LICENCES": "; ".join(f"{licence.title}, {licence.url}" for licence in LICENCES),
        "NOTES": " ".join(page.notes),
        "SAMPLES": SAMPLES_NOTICE if edition.get("samples") else "",
    }
    return {name: value for name, value in said.items() if value}

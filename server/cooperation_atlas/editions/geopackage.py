"""Writing of an edition's GeoPackage: feature layers of the collections and the regions, plain tables of the facts."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import shapely
from pyogrio import raw
from shapely.geometry.base import BaseGeometry

from ..model.attribution import BOUNDARIES_NOTICE, INTERREG_NOTICE, LABELS_NOTICE, NAMES_NOTICE
from ..model.collections import PROGRAMMES
from ..model.drawing import DRAWING_FIELDS, DRAWINGS
from ..model.fields import Field, FieldType, GeometryType, integer, number, string
from ..model.land import LAND, LAND_FIELDS
from ..sources import cldr
from ..sources.cldr import country_names
from ..sources.declarations import Kind
from ..sources.land import Land
from ..sources.regions import Regions
from ..sources.schema import CODELISTS, LABELS, REGION_NAMES, SAMPLE_TABLES, TABLES
from ..sources.schema_regions import INTERREG
from ..sources.tables import Source, Sources
from .assemble import Layer
from .coverage import COUNT_FIELDS, SOURCE_FIELDS, coverage
from .drawn_areas import drawn
from .topology import topology

CRS = "EPSG:4326"
#: GeoPackage version: the newest that GDAL 3.6 (QGIS 3.22 to 3.40 on Debian 12) reads without a warning.
_VERSION = "1.3"
#: How the contents are written. Part of the id, since an edition is never written again under the same id.
ENCODING = ("GPKG", _VERSION, CRS, "MultiPolygon", "arrays as JSON")
#: Columns of the region layers, as in ``sources.regions``.
REGION_FIELDS = (
    string("nuts_code", "NUTS code", "NUTS code of the region."),
    string("nuts_version", "NUTS version", "Version of the NUTS classification."),
    integer("level", "NUTS level", "0 country, 1, 2 or 3."),
    string("parent", "Parent", "NUTS code of the region above."),
    string("country", "Country", "Country code as in NUTS."),
    string("name_latn", "Name", "Name in Latin script."),
    string("name_national", "National name", "Name in the national script."),
    string("urban", "Urban type", "Eurostat urban-rural type."),
    string("coast", "Coastal type", "Eurostat coastal type."),
    string("shoreline", "Shoreline", "yes or no: whether the region has a shoreline; absent where not known."),
    string("mountain", "Mountain type", "Eurostat mountain type."),
    string("border", "Eurostat border class", "Eurostat's class of border regions, where known."),
    string("island", "Island type", "Island region type, where known."),
    number("area_km2", "Area", "Area of the generalised polygon, measured in EPSG:3035.", "km2"),
)
#: Notices that licences require with a table, beside the source of each row.
_NOTICES = {
    REGION_NAMES.name: f" {NAMES_NOTICE}",
    LABELS.name: f" {LABELS_NOTICE}",
    INTERREG.name: f" {INTERREG_NOTICE}.",
}
_PLAIN = {Kind.NUMBER: FieldType.NUMBER, Kind.DATE: FieldType.DATE, Kind.BOOLEAN: FieldType.BOOLEAN}
_CODELIST_COLUMNS = (
    "code",
    "parent",
    "label",
    "definition",
    "valid_from",
    "valid_to",
    "legal_ref",
    "source",
    "source_date",
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table of the GeoPackage, ready to be written and hashed.

    :param fields: columns in order
    :param rows: values in the order of the fields; arrays as lists
    :param geometry: parallel to ``rows``, or ``None`` for a plain table
    :param geometry_type: of all of them
    """

    name: str
    title: str
    description: str
    fields: tuple[Field, ...]
    rows: list[tuple[Any, ...]]
    geometry: list[BaseGeometry | None] | None = None
    geometry_type: GeometryType = GeometryType.AREA


def sheets(
    sources: Sources, regions: dict[str, Regions], layers: dict[str, Layer], land: Sequence[Land] = ()
) -> list[Sheet]:
    """All tables of an edition except ``edition``, in the order of writing."""
    made = [_layer_sheet(layer) for layer in layers.values()]
    made += [_region_sheet(area) for area in regions.values()]
    made += [_land_sheet(land), _drawings(regions, land)]
    made += [_codelists(sources)]
    made += _coverage(sources, layers[PROGRAMMES.id])
    for table in TABLES.values():
        # Without samples no table says that there could be any.
        if table.codelist is None and (table not in SAMPLE_TABLES or sources.rows(table.name)):
            made.append(_plain(sources.tables[table.name]))
    return [replace(sheet, rows=_all_labels(sources, sheet)) if sheet.name == LABELS.name else sheet for sheet in made]


def edition_sheet(facts: dict[str, str]) -> Sheet:
    """The table ``edition``: key and value."""
    fields = (string("key", "Key", "Name of the fact."), string("value", "Value", "Its value."))
    return Sheet("edition", "Edition", "Facts about this edition.", fields, sorted(facts.items()))


def _layer_sheet(layer: Layer) -> Sheet:
    collection = layer.collection
    rows = [tuple(record[f.name] for f in collection.stored) for record in layer.records]
    return Sheet(
        collection.id,
        collection.title,
        collection.description,
        collection.stored,
        rows,
        layer.geometry,
        collection.geometry,
    )


def _region_sheet(area: Regions) -> Sheet:
    frame = area.frame.sort_index()
    rows = list(frame[[field.name for field in REGION_FIELDS]].itertuples(index=False, name=None))
    return Sheet(
        f"regions-{area.version}",
        f"NUTS regions ({area.version})",
        f"Regions of all levels, NUTS version {area.version}. {BOUNDARIES_NOTICE}",
        REGION_FIELDS,
        rows,
        list(frame.geometry),
    )


def _land_sheet(land: Sequence[Land]) -> Sheet:
    return Sheet(
        LAND,
        "Land",
        "The land of the world, for maps to draw below everything else. Each row names its source.",
        LAND_FIELDS,
        [(one.id, one.name, one.source) for one in land],
        [one.geometry for one in land],
    )


def _drawings(regions: dict[str, Regions], land: Sequence[Land]) -> Sheet:
    return Sheet(
        DRAWINGS,
        "Drawings",
        f"Maps of the areas that are made once for this edition. {BOUNDARIES_NOTICE}",
        DRAWING_FIELDS,
        [drawing for area in regions.values() for drawing in (*drawn(area, land), topology(area))],
    )


def _plain(source: Source) -> Sheet:
    table = source.schema
    fields = tuple(Field(c.name, _PLAIN.get(c.kind, FieldType.STRING), c.name, "") for c in table.columns)
    rows = [tuple(row.values[f.name] for f in fields) for row in source.rows]
    description = f"Source table {source.file}.{_NOTICES.get(table.name, '')}"
    return Sheet(table.name, table.name, description, fields, rows)


def _coverage(sources: Sources, programmes: Layer) -> list[Sheet]:
    """How much is known, and from where."""
    known = coverage(sources, programmes.records)
    return [
        Sheet(
            "coverage",
            "What is known",
            "Of how many programmes each list of facts is known.",
            COUNT_FIELDS,
            [tuple(getattr(count, f.name) for f in COUNT_FIELDS) for count in known.counts],
        ),
        Sheet(
            "coverage_sources",
            "Sources of what is known",
            "From which source and day the facts of each list are.",
            SOURCE_FIELDS,
            [tuple(getattr(source, f.name) for f in SOURCE_FIELDS) for source in known.sources],
        ),
    ]


def _all_labels(sources: Sources, stated: Sheet) -> list[tuple[Any, ...]]:
    """The labels of the table, and the names of the countries from CLDR where the table states none."""
    known = {(row.raw["codelist"], row.raw["code"], row.raw["lang"]) for row in sources.rows(LABELS.name)}
    names = (("countries", *name) for name in country_names(sources.codes["countries"]))
    return [*stated.rows, *((*name, cldr.SOURCE) for name in names if name[:3] not in known)]


def _codelists(sources: Sources) -> Sheet:
    """All code lists in one table; columns that only one list has stay with the list's own use in the build."""
    first = next(iter(CODELISTS.values()))
    fields = (
        string("codelist", "Code list", "Id of the code list."),
        *(Field(c, _PLAIN.get(first.column(c).kind, FieldType.STRING), c, "") for c in _CODELIST_COLUMNS),
        string("iso2", "ISO 3166-1", "Of a country, its code in ISO 3166-1 alpha-2; EL is GR there, UK is GB."),
        integer("position", "Position", "Place in the order shown to people, from 1."),
    )
    rows = [
        (id_, *(row.values[c] for c in _CODELIST_COLUMNS), row.values.get("iso2"), position)
        for id_ in sorted(sources.codes)
        for position, row in enumerate(sources.codes[id_].values(), start=1)
    ]
    return Sheet("codelists", "Code lists", "Codes and English labels of all code lists.", fields, rows)


def wkb(geometry: Sequence[BaseGeometry | None]) -> list[bytes | None]:
    """Geometries as little-endian WKB, polygons as multipolygons: one type a layer, as GIS programs expect."""
    multi = [shapely.multipolygons([g]) if g is not None and g.geom_type == "Polygon" else g for g in geometry]
    return list(shapely.to_wkb(np.array(multi, dtype=object), byte_order=1, output_dimension=2))


def write(path: Path, all_sheets: Sequence[Sheet], day: dt.date, step: Callable[[str], None]) -> None:
    """Write the GeoPackage.

    :param path: file that does not exist yet
    :param day: date of the data, written as the time of the last change, so that equal contents give equal files
    :param step: called with the name of each table before it is written
    """
    before = pyogrio.get_gdal_config_option("OGR_CURRENT_DATE")
    pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": f"{day.isoformat()}T00:00:00.000Z"})
    try:
        for sheet in all_sheets:
            step(sheet.name)
            _write_sheet(path, sheet)
    finally:
        pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": before})


def _write_sheet(path: Path, sheet: Sheet) -> None:
    data, masks = [], []
    for position, field in enumerate(sheet.fields):
        values = [row[position] for row in sheet.rows]
        data.append(column(field.type, values))
        masks.append(np.array([value is None for value in values], dtype=bool))
    options = {"IDENTIFIER": sheet.title, "DESCRIPTION": sheet.description}
    if sheet.geometry is None:
        geometry, spatial = None, {}
    else:
        geometry = np.array([*wkb(sheet.geometry), None], dtype=object)[:-1]
        spatial = {"geometry_type": str(sheet.geometry_type), "crs": CRS}
        options |= {"SPATIAL_INDEX": "YES", "GEOMETRY_NAME": "geom"}
    raw.write(
        str(path),
        geometry,
        data,
        [field.name for field in sheet.fields],
        field_mask=masks,
        layer=sheet.name,
        driver="GPKG",
        encoding="UTF-8",
        dataset_options=None if path.exists() else {"VERSION": _VERSION},
        layer_options=options,
        **spatial,
    )


def column(type_: FieldType, values: Sequence[Any]) -> np.ndarray[Any, Any]:
    """The values of a property as GDAL is given them, absent ones as anything; arrays as JSON text."""
    match type_:
        case FieldType.INTEGER:
            return np.array([0 if v is None else v for v in values], dtype="int64")
        case FieldType.NUMBER:
            return np.array([0.0 if v is None else v for v in values], dtype="float64")
        case FieldType.BOOLEAN:
            return np.array([bool(v) for v in values], dtype=bool)
        case FieldType.DATE:
            return np.array(values, dtype="datetime64[D]")
        case FieldType.ARRAY:
            return np.array([None if v is None else as_json(v) for v in values], dtype=object)
        case FieldType.STRING | FieldType.TIMESTAMP:
            return np.array(values, dtype=object)


def as_json(values: Sequence[str]) -> str:
    """An array as compact JSON text."""
    return json.dumps(list(values), ensure_ascii=False, separators=(",", ":"))

"""GeoPackage (OGC 12-128r19): features with styles, metadata, licence and what each column means, in one file.

GDAL writes features and index; what it has no way to write is put in with SQLite, in memory.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement, tostring

from ...model.attribution import ATTRIBUTION, LICENCES, SAMPLES_NOTICE
from ...model.fields import FieldType
from ..openapi_texts import message
from .document import FeatureDocument
from .map_style import qml, rules, sld
from .vector_table import VectorTable, written
from .wording import headings

MEDIA_TYPE = "application/geopackage+sqlite3"
#: The newest that GDAL 3.6 (QGIS 3.22 to 3.40 on Debian 12) reads without a warning.
_VERSION = "1.3"
_STYLE_NAME = "Cooperation Atlas"

#: Tables of the extension Schema (OGC 12-128r19, F.9), and the one in which QGIS and GeoServer look for styles.
_TABLES = """
CREATE TABLE gpkg_data_columns (
  table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT, title TEXT, description TEXT, mime_type TEXT,
  constraint_name TEXT, CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name),
  CONSTRAINT gdc_tn UNIQUE (table_name, name));
CREATE TABLE gpkg_data_column_constraints (
  constraint_name TEXT NOT NULL, constraint_type TEXT NOT NULL, value TEXT, min NUMERIC, min_is_inclusive BOOLEAN,
  max NUMERIC, max_is_inclusive BOOLEAN, description TEXT,
  CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value));
CREATE TABLE layer_styles (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256), f_table_schema TEXT(256),
  f_table_name TEXT(256), f_geometry_column TEXT(256), styleName TEXT(30), styleQML TEXT, styleSLD TEXT,
  useAsDefault BOOLEAN, description TEXT, owner TEXT(30), ui TEXT(30), update_time DATETIME);
"""
_EXTENSIONS = "INSERT INTO gpkg_extensions VALUES (?, NULL, 'gpkg_schema', ?, 'read-write')"
_SCHEMA = "http://www.geopackage.org/spec121/#extension_schema"
#: By this name QGIS finds what it shows as the metadata of a layer.
_QGIS_METADATA = "http://mrcc.com/qgis.dtd"


def write(document: FeatureDocument) -> bytes:
    """The file: the same bytes for the same content."""
    table = VectorTable.of(document)
    title, description = _said(document)
    options = {"IDENTIFIER": title, "DESCRIPTION": description, "GEOMETRY_NAME": "geom", "FID": "fid"}
    if table.wkb is None:
        options = {name: value for name, value in options.items() if name != "GEOMETRY_NAME"}
    made = written(document, table, "gpkg", "GPKG", options, dataset_options={"VERSION": _VERSION})
    connection = sqlite3.connect(":memory:")
    try:
        connection.deserialize(made)
        with connection:
            _complete(connection, document, table)
        # Without what GDAL wrote and overwrote: the moments of its work.
        connection.execute("VACUUM")
        return _counted_anew(connection.serialize())
    finally:
        connection.close()


def _counted_anew(file: bytes) -> bytes:
    """The file with 1 for its count of changes, which depends on GDAL's clock (SQLite's file format, 1.3.7, 1.3.18)."""
    one = (1).to_bytes(4)
    return b"".join((file[:24], one, file[28:92], one, file[96:]))


def _said(document: FeatureDocument) -> tuple[str, str]:
    """Title and description in the language of the document."""
    collection, translate = document.collection, document.words.translate
    return translate(collection.title), translate(collection.description).replace("`", "")


def _complete(connection: sqlite3.Connection, document: FeatureDocument, table: VectorTable) -> None:
    layer, created = document.collection.id, document.edition["created"]
    # GDAL writes when it did its work: another moment in each file.
    connection.execute("UPDATE gpkg_contents SET last_change = ?", (_moment(created),))
    connection.execute("UPDATE gpkg_metadata_reference SET timestamp = ?", (_moment(created),))
    connection.execute(
        "INSERT INTO gpkg_metadata VALUES (NULL, 'dataset', ?, 'text/xml', ?)", (_QGIS_METADATA, _metadata(document))
    )
    connection.execute(
        "INSERT INTO gpkg_metadata_reference VALUES ('table', ?, NULL, NULL, ?, last_insert_rowid(), NULL)",
        (layer, _moment(created)),
    )
    for statement in _TABLES.strip().split(";\n"):
        connection.execute(statement)
    columns = ((layer, *row) for row in _columns(document, table))
    connection.executemany("INSERT INTO gpkg_data_columns VALUES (?, ?, ?, ?, ?, ?, NULL)", columns)
    for name in ("gpkg_data_columns", "gpkg_data_column_constraints"):
        connection.execute(_EXTENSIONS, (name, _SCHEMA))
    if table.wkb is None:
        return
    connection.execute(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, last_change) VALUES (?, 'attributes', ?, ?)",
        ("layer_styles", "layer_styles", _moment(created)),
    )
    legend, geometry = rules(document, table), document.collection.geometry
    style = (layer, _STYLE_NAME, qml(legend, geometry), sld(layer, legend, geometry))
    connection.execute(
        "INSERT INTO layer_styles VALUES (NULL, '', '', ?, 'geom', ?, ?, ?, 1, NULL, '', NULL, ?)",
        (*style, _moment(created)),
    )


def _moment(created: str) -> str:
    """A time as a GeoPackage has it."""
    return created if "." in created else created.replace("Z", ".000Z")


def _columns(document: FeatureDocument, table: VectorTable) -> Iterator[tuple[str, str, str, str, str | None]]:
    """Name, heading (which programs show in its place), title, meaning and media type of each column."""
    translate = document.words.translate
    for field, heading in zip(table.fields, headings(table.fields, document.words), strict=True):
        meaning = translate(field.description).replace("`", "")
        yield field.name, heading, heading, meaning, "application/json" if field.type is FieldType.ARRAY else None


def _metadata(document: FeatureDocument) -> str:
    """Title, description, licences and the rest in the form of QGIS."""
    translate, edition = document.words.translate, document.edition
    title, description = _said(document)
    root = Element("qgis", {"version": "3.22.0"})
    SubElement(root, "identifier").text = document.address.url(f="gpkg")
    SubElement(root, "language").text = document.words.language
    SubElement(root, "type").text = "dataset"
    SubElement(root, "title").text = title
    notices = [description, *document.page.notes]
    if edition.get("samples"):
        notices.append(translate(SAMPLES_NOTICE))
    SubElement(root, "abstract").text = "\n\n".join(notices)
    for licence in LICENCES:
        SubElement(root, "license").text = f"{translate(licence.title)}, {licence.url}"
    SubElement(root, "rights").text = translate(ATTRIBUTION)
    SubElement(root, "history").text = f"{translate(message('Edition'))} {edition['id']}, {edition['created']}"
    return tostring(root, encoding="unicode")

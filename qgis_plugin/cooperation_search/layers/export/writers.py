"""Tables as files. Each writer checks its file afterwards, because GDAL reports some failures only on closing."""

from __future__ import annotations

import csv
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any, List, Tuple

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsLayerMetadata,
    QgsMessageLog,
    QgsProviderRegistry,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QDate, QDateTime, Qt

from ...api.texts import tr
from ..geometry import AREAS, of_geometries, wkb_type
from .options import ExportError
from .table import Cells

#: Beginnings that spreadsheets take for a formula; a quote before them makes them text.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
#: Longest name of a sheet, and what must not stand in it.
_SHEET, _NO_SHEET = 31, "[]:*?/\\"


def write_csv(path: Path, heads: Tuple[str, ...], cells: Cells, separator: str, mark: bool) -> None:
    """Writes CSV without geometry.

    :raises OSError: where the disk is full, for one
    :raises ExportError: where it was not written whole
    """
    encoding = "utf-8-sig" if mark else "utf-8"
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.writer(file, delimiter=separator, lineterminator="\r\n")
        writer.writerow(heads)
        for row in cells.rows:
            writer.writerow([_text(value) for value in row])
    with path.open(encoding=encoding, newline="") as file:
        written = sum(1 for _ in csv.reader(file, delimiter=separator)) - 1
    _same(path, written, len(cells.rows))


def write_gpkg(path: Path, name: str, cells: Cells, crs: QgsCoordinateReferenceSystem, about: QgsLayerMetadata) -> None:
    """Writes a GeoPackage with the layer's metadata, rights among them.

    :raises ExportError: where it was not written whole
    """
    form = wkb_type(of_geometries(cells.geometries))
    _write(path, cells.fields, cells, _gpkg_options(name), form, crs, with_geometry=True)
    _check(path, f"{path}|layername={name}", len(cells.rows))
    text = save_metadata(path, name, about)
    if text:
        raise _not_written(path, text)
    # What QGIS wrote last may still be in a file beside it.
    with closing(sqlite3.connect(path, timeout=5)) as database:
        database.execute("PRAGMA journal_mode = DELETE")


def save_metadata(path: Path, table: str, about: QgsLayerMetadata) -> str:
    """Writes the metadata of a table into its GeoPackage.

    :returns: why it failed, or an empty text
    """
    # Without the name of the table QGIS would write about the file, where it does not look later.
    source = f"{path}|layername={table}"
    saved, text = QgsProviderRegistry.instance().saveLayerMetadata("ogr", source, about)
    return "" if saved else str(text)


def gpkg_table(
    path: Path, table: str, fields: QgsFields, crs: QgsCoordinateReferenceSystem, geometry: str = AREAS
) -> str:
    """Makes an empty table of areas or lines, in a new GeoPackage or an existing one.

    :returns: why it failed, or an empty text
    """
    options = _gpkg_options(table)
    if path.exists():
        options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
    context = QgsCoordinateTransformContext()
    writer = QgsVectorFileWriter.create(str(path), fields, wkb_type(geometry), crs, context, options)
    failed = writer.hasError() != QgsVectorFileWriter.WriterError.NoError
    text = (writer.errorMessage() or path.name) if failed else ""
    # The table is complete on disk only when the writer is gone.
    del writer
    return text


def write_xlsx(path: Path, sheets: List[Tuple[str, Tuple[str, ...], Cells]]) -> None:
    """Writes a spreadsheet without geometry: one sheet for each name, heads, table.

    :raises ExportError: where it was not written whole
    """
    none = Qgis.WkbType.NoGeometry if Qgis.QGIS_VERSION_INT >= 33000 else QgsWkbTypes.Type.NoGeometry
    for number, (title, heads, cells) in enumerate(sheets):
        options = _options("XLSX", sheet_name(title))
        if number:
            options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
        fields = QgsFields()
        for field, head in zip(cells.fields, heads):
            named = QgsField(field)
            named.setName(head)
            named.setAlias("")
            fields.append(named)
        _write(path, fields, cells, options, none, QgsCoordinateReferenceSystem(), with_geometry=False)
    for title, _heads, cells in sheets:
        # Without it GDAL guesses whether the first row is one of heads.
        _check(path, f"{path}|layername={sheet_name(title)}|option:HEADERS=FORCE", len(cells.rows))


def sheet_name(text: str) -> str:
    """A text as the name of a sheet."""
    clean = "".join(" " if c in _NO_SHEET else c for c in text)[:_SHEET]
    if clean.count("(") > clean.count(")"):
        # A remark in brackets is of no use when cut in the middle.
        clean = clean[: clean.rindex("(")]
    return clean.strip() or "1"


def _options(driver: str, name: str) -> QgsVectorFileWriter.SaveVectorOptions:
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName, options.fileEncoding = driver, name, "UTF-8"
    return options


def _gpkg_options(table: str) -> QgsVectorFileWriter.SaveVectorOptions:
    options = _options("GPKG", table)
    options.layerOptions = ["FID=fid", "GEOMETRY_NAME=geom"]
    return options


def _write(
    path: Path,
    fields: QgsFields,
    cells: Cells,
    options: QgsVectorFileWriter.SaveVectorOptions,
    kind: Any,
    crs: QgsCoordinateReferenceSystem,
    with_geometry: bool,
) -> None:
    context = QgsCoordinateTransformContext()
    writer = QgsVectorFileWriter.create(str(path), fields, kind, crs, context, options)
    text = writer.errorMessage()
    if writer.hasError() == QgsVectorFileWriter.WriterError.NoError:
        for row, geometry in zip(cells.rows, cells.geometries):
            feature = QgsFeature(fields)
            feature.setAttributes(row)
            if with_geometry:
                feature.setGeometry(geometry)
            if not writer.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
                break
        text = writer.errorMessage()
    failed = writer.hasError() != QgsVectorFileWriter.WriterError.NoError
    # Only then all of it is on the disk, or not.
    del writer
    if failed:
        raise _not_written(path, text)


def _not_written(path: Path, text: str) -> ExportError:
    """An error for people; the messages of GDAL and SQLite go to the log."""
    QgsMessageLog.logMessage(f"{path}: {text.strip()}", "Cooperation search")
    message = tr("Layers", "The file {} could not be written: is its folder protected, or the disk full?")
    return ExportError(message.format(path))


def _check(path: Path, source: str, expected: int) -> None:
    layer = QgsVectorLayer(source, "written", "ogr", QgsVectorLayer.LayerOptions(QgsCoordinateTransformContext()))
    _same(path, sum(1 for _ in layer.getFeatures()) if layer.isValid() else -1, expected)


def _same(path: Path, written: int, expected: int) -> None:
    if written != expected:
        text = tr("Export", "The file is incomplete: {0} of {1} rows were written. Is the disk full?")
        raise ExportError(text.format(max(0, written), expected))


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (QDate, QDateTime)):
        return str(value.toString(Qt.DateFormat.ISODate))
    text = str(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(_FORMULA) else text

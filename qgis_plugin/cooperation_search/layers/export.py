"""Export of a layer with all its columns, those of the sources among them: GeoPackage, CSV, XLSX."""

from __future__ import annotations

from pathlib import Path
from typing import Dict, List

from qgis.core import QgsProject, QgsVectorFileWriter, QgsVectorLayer

from ..api.texts import tr
from . import origin

#: Suffix → (GDAL's driver, options of the layer).
FORMATS: Dict[str, tuple] = {
    ".gpkg": ("GPKG", []),
    ".csv": ("CSV", ["SEPARATOR=COMMA"]),
    ".xlsx": ("XLSX", []),
}


class ExportError(Exception):
    """A file that could not be written; the text is for people."""


def export(layer: QgsVectorLayer, path: str, selected_only: bool = False) -> None:
    """Writes a layer to a file whose suffix says the format.

    CSV and XLSX hold no geometry. Three more columns say where the rows come from: ``edition``, ``attribution``,
    ``search_url``.

    :raises ExportError: for another suffix, or where the file cannot be written
    """
    driver, options = _format(path)
    prepared = with_origin(layer, selected_only)
    save = QgsVectorFileWriter.SaveVectorOptions()
    save.driverName = driver
    save.layerOptions = options
    save.layerName = Path(path).stem
    save.fileEncoding = "UTF-8"
    # CSV and spreadsheets write no geometry of their own; CSV has a column for it only when asked.
    context = QgsProject.instance().transformContext()
    error, text, *_ = QgsVectorFileWriter.writeAsVectorFormatV3(prepared, path, context, save)
    if error != QgsVectorFileWriter.WriterError.NoError:
        raise ExportError(text or tr("Export", "{} could not be written.").format(path))


def with_origin(layer: QgsVectorLayer, selected_only: bool) -> QgsVectorLayer:
    """A copy in memory with the columns that say where the rows come from."""
    from qgis.core import QgsFeature, QgsField

    from .fields import TEXT, field_type

    source = origin.read(layer)
    extra = {
        "edition": source.edition if source else "",
        "attribution": source.attribution if source else "",
        "search_url": source.url if source else "",
    }
    extra = {name: value for name, value in extra.items() if layer.fields().lookupField(name) < 0}
    kept = [i for i, f in enumerate(layer.fields()) if f.name() != "fid"]
    copy = QgsVectorLayer(f"MultiPolygon?crs={layer.crs().authid()}", layer.name(), "memory")
    fields = [QgsField(layer.fields().at(i)) for i in kept]
    copy.dataProvider().addAttributes([*fields, *(QgsField(name, field_type(TEXT)) for name in extra)])
    copy.updateFields()
    made: List[QgsFeature] = []
    for feature in layer.getSelectedFeatures() if selected_only else layer.getFeatures():
        row = QgsFeature(copy.fields())
        attributes = feature.attributes()
        row.setAttributes([*(attributes[i] for i in kept), *extra.values()])
        row.setGeometry(feature.geometry())
        made.append(row)
    copy.dataProvider().addFeatures(made)
    return copy


def _format(path: str) -> tuple:
    suffix = Path(path).suffix.lower()
    if suffix not in FORMATS:
        known = ", ".join(FORMATS)
        raise ExportError(tr("Export", "“{0}” is none of the formats {1}.").format(suffix or path, known))
    return FORMATS[suffix]

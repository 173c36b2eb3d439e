"""Writes the project that QGIS Server publishes: the areas of the edition as one WFS layer. Runs on QGIS's Python."""

from __future__ import annotations

import sys

from qgis.core import QgsApplication, QgsProject, QgsVectorLayer


def write(geopackage: str, path: str) -> None:
    """A project with the layer, published as WFS and OGC API - Features."""
    layer = QgsVectorLayer(f"{geopackage}|layername=nuts3", "nuts3", "ogr")
    if not layer.isValid():
        raise SystemExit(f"{geopackage} has no layer nuts3")
    project = QgsProject.instance()
    project.addMapLayer(layer)
    project.setCrs(layer.crs())
    project.writeEntry("WFSLayers", "/", [layer.id()])
    project.writeEntry("WFSLayersPrecision", f"/{layer.id()}", 6)
    layer.setShortName("nuts3")
    if not project.write(path):
        raise SystemExit(f"cannot write {path}")


if __name__ == "__main__":
    application = QgsApplication([], False)
    application.initQgis()
    write(sys.argv[1], sys.argv[2])
    application.exitQgis()

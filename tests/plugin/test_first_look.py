"""Where the map looks: the CRS of a new project, and Europe and places overseas by one click."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from cooperation_search.gui.first_look import PlacesMenu, look_at
from cooperation_search.layers.overseas import PLACES
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas

ITALY, REUNION = QgsRectangle(6, 36, 19, 47), QgsRectangle(55, -22, 56, -20)


@pytest.fixture
def project(qgis_app: object) -> Iterator[QgsProject]:
    QgsProject.instance().clear()
    QgsProject.instance().setCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    yield QgsProject.instance()
    QgsProject.instance().clear()


def ours(project: QgsProject) -> QgsVectorLayer:
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326", "ours", "memory")
    layer.setCustomProperty("cooperation_search/style", "programmes")
    project.addMapLayer(layer)
    return layer


def test_a_new_project_is_given_the_projection_of_europe_once(project: QgsProject):
    canvas, layer = QgsMapCanvas(), ours(project)
    look_at(canvas, layer, ITALY)
    assert project.crs().authid() == canvas.mapSettings().destinationCrs().authid() == "EPSG:3035"
    # Else QGIS's window asks which of several operations it shall use.
    assert project.transformContext().hasTransform(layer.crs(), project.crs())
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    look_at(canvas, layer, ITALY)
    assert project.crs().authid() == "EPSG:4326"


@pytest.mark.parametrize("why", ["another layer", "another CRS", "saved", "overseas"])
def test_any_other_project_keeps_its_crs(project: QgsProject, why: str):
    layer = ours(project)
    if why == "another layer":
        project.addMapLayer(QgsVectorLayer("Point?crs=EPSG:4326", "theirs", "memory"))
    elif why == "another CRS":
        project.setCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    elif why == "saved":
        project.setFileName("there.qgz")
    before = project.crs()
    look_at(QgsMapCanvas(), layer, REUNION if why == "overseas" else ITALY)
    assert project.crs() == before


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:3035"])
def test_each_place_is_one_click_away(project: QgsProject, crs: str):
    canvas = QgsMapCanvas()
    canvas.resize(400, 300)
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem(crs))
    menu = PlacesMenu(canvas)
    actions = [action for action in menu.actions() if not action.isSeparator()]
    assert len(actions) == 1 + len(PLACES)
    to_map = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:4326"), canvas.mapSettings().destinationCrs(), project
    )
    for action, place in zip(actions[1:], PLACES, strict=True):
        action.trigger()
        assert canvas.extent().contains(to_map.transform(place.extent().center())), place.prefix

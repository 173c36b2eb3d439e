"""The map sheet of a search: A4, ready to print."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, List, Optional, Sequence, Tuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsLayerTreeGroup,
    QgsLayerTreeLayer,
    QgsMapLayer,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QRectF

from ..api.texts import tr
from ..layers import origin, tree
from . import credits
from .extent import Views, views_of
from .kept import mark
from .legend import BESIDE_A_MAP, ON_A_PAGE, Legend, without_labels
from .sheet import GREY, INK, Sheet

_WIDTH, _HEIGHT, _MARGIN, _GAP = 297.0, 210.0, 9.0, 3.0
_SCALE_BAR = 10.0
#: Width of the frames of overseas areas, height of their names below, and most height of both.
_FRAME, _NAME, _TALLEST = 30.0, 3.6, 28.0


class NothingToPrint(ValueError):
    """The project has no layers of that search."""


@dataclass(frozen=True)
class View:
    """What the user looks at.

    :param extent: of the map canvas
    """

    extent: QgsRectangle
    crs: QgsCoordinateReferenceSystem


def map_sheet(project: QgsProject, group: str, view: Optional[View] = None) -> QgsPrintLayout:
    """Adds a print layout for a search to the project.

    :param group: id of the search, see ``layers.origin``
    :param view: the part of the map that the user looks at; all areas found without it
    :raises NothingToPrint: where the project has no layers of it
    """
    layers = tree.shown(project, group)
    if not layers:
        raise NothingToPrint(group)
    title, below = title_of(project, layers)
    sheet = Sheet(project, title[:80], landscape=True)
    top = _head(sheet, title, below, any(each is not None and each.samples for each in map(origin.read, layers)))
    drawn = drawn_of(project, layers)
    shown = [layer for layer in layers if layer in drawn]
    views = views_of(_areas(layers), view.extent if view else None, view.crs if view else project.crs())
    notes = [tr("Layouts", "Small frames have scales of their own.")] if views.overseas else []
    said = credits.of_layers(drawn, notes)
    foot = QRectF(_MARGIN, _HEIGHT - _MARGIN - 26, _WIDTH - 2 * _MARGIN, 26)
    bottom = sheet.standing("credits", said.text, foot, (6.5, 6, 5.5, 5), GREY) - _GAP
    legend = Legend(sheet, shown)
    setting = legend.measure(BESIDE_A_MAP, bottom - top - _SCALE_BAR - _GAP)
    other_page = setting is None
    if setting is None:
        setting = legend.measure(ON_A_PAGE, _HEIGHT - 2 * _MARGIN) or legend.most_crowded(ON_A_PAGE)
    side = BESIDE_A_MAP[0].width if other_page else setting.shape.width
    left = _WIDTH - _MARGIN - side
    map_room = QRectF(_MARGIN, top, left - _GAP - _MARGIN, bottom - top)
    map_room = _overseas(sheet, map_room, views, drawn, setting.styles)
    main = sheet.map("map", map_room, drawn, views.crs, views.main, setting.styles)
    sheet.layout.setReferenceMap(main)
    sheet.scale_bar("scale bar", QRectF(left, bottom - _SCALE_BAR, side, _SCALE_BAR), main)
    if other_page:
        see = tr("Layouts", "Legend: see page {}").format(2)
        sheet.fitting("legend note", see, QRectF(left, top, side, 8), (8, 7, 6))
        sheet.add_page()
        legend.place(setting, QRectF(_MARGIN, _MARGIN, _WIDTH - 2 * _MARGIN, _HEIGHT - 2 * _MARGIN), main)
    else:
        legend.place(setting, QRectF(left, top, side, bottom - top - _SCALE_BAR - _GAP), main)
    mark(sheet.layout, layers)
    project.layoutManager().addLayout(sheet.layout)
    return sheet.layout


def _head(sheet: Sheet, title: str, below: str, samples: bool) -> float:
    """What the sheet is about, title, numbers and sample note; where the map may begin."""
    top = _MARGIN
    for id_, text, height, sizes, bold in (
        ("heading", tr("Layouts", "Cohesion policy programmes: partners for cooperation"), 5.0, (9.0, 8.0, 7.0), False),
        ("title", title, 20.0, (16.0, 14.0, 12.0, 10.0, 8.5), True),
        ("numbers", below, 9.0, (9.0, 8.0, 7.0, 6.0), False),
    ):
        if text:
            colour = GREY if id_ == "heading" else INK
            top = (
                sheet.fitting(id_, text, QRectF(_MARGIN, top, _WIDTH - 2 * _MARGIN, height), sizes, bold, colour) + 0.8
            )
    if samples:
        room = QRectF(_MARGIN, top + 0.4, _WIDTH - 2 * _MARGIN, 8.0)
        top = sheet.warning("samples", credits.sample_note(), room) + 0.8
    return top + 1.5


def _overseas(
    sheet: Sheet, room: QRectF, views: Views, layers: Sequence[QgsMapLayer], styles: Dict[str, str]
) -> QRectF:
    """Puts overseas areas into small frames, one below the other; what is left of the room for the map.

    Beside and not below it: the continent is as high as it is wide, and paper in landscape is not.
    """
    if not views.overseas:
        return room
    each = min(_TALLEST, (room.height() + _GAP / 2) / len(views.overseas))
    height = each - _NAME - _GAP / 2
    plain = without_labels(styles)
    for number, place in enumerate(views.overseas):
        top = room.top() + number * each
        frame = QRectF(room.left(), top, _FRAME, height)
        crs = QgsCoordinateReferenceSystem(place.crs)
        sheet.map(f"map {number + 1}", frame, layers, crs, views.of_place(place, crs), plain)
        name = QRectF(room.left(), top + height + 0.3, _FRAME, _NAME - 0.3)
        sheet.fitting(f"name {number + 1}", place.label(), name, (7, 6, 5))
    return room.adjusted(_FRAME + _GAP / 2, 0, 0, 0)


def title_of(project: QgsProject, layers: Sequence[QgsVectorLayer]) -> Tuple[str, str]:
    """The title, and what is said below it: the search in words, unless its group was given another name."""
    node = project.layerTreeRoot().findLayer(layers[0].id())
    parent = node.parent() if isinstance(node, QgsLayerTreeLayer) else None
    if parent is not None and (made := origin.read(layers[0])) and made.period:
        # A sub-group, whose name is that of its period.
        parent = parent.parent()
    name = parent.name() if isinstance(parent, QgsLayerTreeGroup) else ""
    words = layers[0].metadata().abstract().split("\n")[0]
    by_itself = tr("Layers", "Cooperation: {}").format(words).startswith(name)
    numbers = credits.numbers(layers)
    return (words or name, numbers) if by_itself else (name, " ".join(filter(None, (f"{words}.", numbers))))


def _areas(layers: Sequence[QgsVectorLayer]) -> Optional[QgsVectorLayer]:
    """The layer of the areas; ``None`` where the user took it out of the group."""
    for layer in layers:
        made = origin.read(layer)
        if made is not None and made.collection == made.part.areas:
            return layer
    return None


def drawn_of(project: QgsProject, layers: Sequence[QgsVectorLayer]) -> List[QgsMapLayer]:
    """What is ticked in the layer tree, from top to bottom; the search in any case, and no other search.

    Title, numbers and legend tell of one search: areas of another would be taken for its own.
    """
    root = project.layerTreeRoot()
    ticked = {node.layerId() for node in root.findLayers() if node.isVisible()}
    ours = {layer.id() for layer in layers}
    if not ticked & ours:
        ticked |= ours
    return [each for each in root.layerOrder() if each.id() in ticked and (each.id() in ours or not origin.read(each))]

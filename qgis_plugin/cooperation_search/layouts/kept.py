"""Sheets of a project, which stay true: when it is opened again, and when what they show is loaded anew."""

from __future__ import annotations

import json
from typing import Dict, Iterable, List, Optional, Tuple

from qgis.core import (
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsMapLayer,
    QgsPrintLayout,
    QgsProject,
    QgsVectorLayer,
)

from ..layers import origin
from ..layers.partners.origin import PARTNERS
from .credits import numbers

_SAID = "cooperation_search/sheet"


def mark(layout: QgsPrintLayout, layers: Iterable[QgsMapLayer]) -> None:
    """Notes that a layout is a sheet of this plugin, and what it says of its data that the data can change.

    :param layers: from which it was made
    """
    layout.setCustomProperty(_SAID, json.dumps(_said(list(layers)), ensure_ascii=False))


def sheets(project: QgsProject) -> List[QgsPrintLayout]:
    """The sheets of this plugin that a project has."""
    return [each for each in project.layoutManager().printLayouts() if each.customProperty(_SAID)]


def renew_legends(project: QgsProject) -> None:
    """Lets the legends of sheets show the styles that their maps keep.

    QGIS tells a legend of the styles of its map when they change, and not when a project is opened: until then it would
    show those that the layers have today.
    """
    for layout in sheets(project):
        for legend in _items(layout, QgsLayoutItemLegend):
            linked = legend.linkedMap()
            if isinstance(linked, QgsLayoutItemMap) and linked.keepLayerStyles():
                styles = linked.layerStyleOverrides()
                linked.setLayerStyleOverrides({})
                linked.setLayerStyleOverrides(styles)


def renew_words(project: QgsProject) -> None:
    """Brings edition and numbers on sheets up to date with their layers."""
    for layout in sheets(project):
        layers = [layer for item in _items(layout, QgsLayoutItemMap) for layer in item.layers()]
        before, now = json.loads(str(layout.customProperty(_SAID))), _said(layers)
        if not now or now == before:
            continue
        for label in _items(layout, QgsLayoutItemLabel):
            text = label.text()
            for name, words in now.items():
                if before.get(name):
                    text = text.replace(before[name], words)
            if text != label.text():
                label.setText(text)
        layout.setCustomProperty(_SAID, json.dumps(now, ensure_ascii=False))


def follow(project: QgsProject, removed: Iterable[str]) -> None:
    """Lets sheets show the layers that take the place of those which are about to be removed.

    :param removed: ids of layers
    """
    going = set(removed)
    places = {_place(layer): layer for id_, layer in project.mapLayers().items() if id_ not in going and _place(layer)}
    pairs: Dict[str, QgsMapLayer] = {}
    for id_ in going:
        place = _place(project.mapLayer(id_))
        if place in places:
            pairs[id_] = places[place]
    if not pairs:
        return
    for layout in sheets(project):
        for item in _items(layout, QgsLayoutItemMap):
            _follow_map(item, pairs)
        for legend in _items(layout, QgsLayoutItemLegend):
            _follow_legend(legend, pairs)
        atlas = layout.atlas()
        if atlas.enabled() and atlas.coverageLayer() is not None and atlas.coverageLayer().id() in pairs:
            atlas.setCoverageLayer(pairs[atlas.coverageLayer().id()])
    renew_words(project)


def _follow_map(item: QgsLayoutItemMap, pairs: Dict[str, QgsMapLayer]) -> None:
    if not any(layer.id() in pairs for layer in item.layers()):
        return
    styles = item.layerStyleOverrides()
    item.setLayers([pairs.get(layer.id(), layer) for layer in item.layers()])
    item.setLayerStyleOverrides({pairs[id_].id() if id_ in pairs else id_: style for id_, style in styles.items()})


def _follow_legend(legend: QgsLayoutItemLegend, pairs: Dict[str, QgsMapLayer]) -> None:
    root = legend.model().rootGroup()
    for node in root.findLayers():
        if node.layerId() in pairs:
            made = root.insertLayer(root.children().index(node), pairs[node.layerId()])
            made.setCustomProperty("legend/title-label", node.customProperty("legend/title-label"))
            root.removeChildNode(node)


def _place(layer: Optional[QgsMapLayer]) -> Tuple[object, ...]:
    """What a layer shows, whenever it was loaded; nothing for layers of others."""
    made = origin.read(layer)
    if made is not None:
        return (made.part, made.server)
    partners = PARTNERS.read(layer)
    if partners is not None:
        asker = partners.question.asker
        return (asker.cci, asker.needs, partners.server, partners.role)
    return ()


def _said(layers: List[QgsMapLayer]) -> Dict[str, str]:
    for layer in layers:
        made = origin.read(layer)
        if made is not None:
            group = [each for each in map(_vector, layers) if each is not None]
            return {"edition": made.edition, "numbers": numbers(group)}
        partners = PARTNERS.read(layer)
        if partners is not None:
            return {"edition": partners.edition}
    return {}


def _vector(layer: QgsMapLayer) -> Optional[QgsVectorLayer]:
    return layer if origin.read(layer) is not None else None


def _items(layout: QgsPrintLayout, kind: type) -> List[object]:
    return [item for item in layout.items() if isinstance(item, kind)]

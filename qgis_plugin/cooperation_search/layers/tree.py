"""Groups in the layer tree. What is loaded again takes the place of what it was before."""

from __future__ import annotations

from contextlib import contextmanager
from typing import Iterable, Iterator, List, Optional, Tuple

from qgis.core import QgsLayerTreeGroup, QgsLayerTreeLayer, QgsProject, QgsVectorLayer

from . import origin

_GROUP = "cooperation_search/group"
#: Longest name that a group gets.
LONGEST_NAME = 80


def add(project: QgsProject, group_id: str, title: str, layers: List[QgsVectorLayer]) -> None:
    """Adds the layers of a search as one group: at the top, or where the group of the same search is, which goes."""
    replaced = _same(project, layers[0])
    others = origin.layers_of(project, replaced) if replaced else []
    legends = {origin.read(layer).collection: is_open for layer, is_open in _legends(project, others)}
    put(project, (_GROUP, group_id), title, layers, replaced, others)
    for layer in layers:
        made = origin.read(layer)
        if made and made.collection in legends:
            _set_open(project, layer, legends[made.collection])


def put(
    project: QgsProject,
    mark: Tuple[str, str],
    title: str,
    layers: Iterable[QgsVectorLayer],
    replaced: str,
    replaced_layers: Iterable[QgsVectorLayer],
) -> QgsLayerTreeGroup:
    """Adds layers as one group: at the top, or where the replaced one is, which goes.

    :param mark: name and value of the property by which the group is known
    :param layers: from top to bottom
    :param replaced: value of that property of the group to replace; empty for none
    """
    layers, gone = list(layers), list(replaced_layers)
    group = QgsLayerTreeGroup(title)
    group.setCustomProperty(*mark)
    project.addMapLayers(layers, False)
    for layer in layers:
        group.addLayer(layer)
    before = _node(project, (mark[0], replaced), gone)
    parent, place = project.layerTreeRoot(), 0
    if before is not None:
        # The user may have named, moved or hidden it.
        group.setName(before.name())
        group.setItemVisibilityChecked(before.itemVisibilityChecked())
        group.setExpanded(before.isExpanded())
        parent = before.parent()
        place = parent.children().index(before)
    parent.insertChildNode(place, group)
    if gone:
        project.removeMapLayers([layer.id() for layer in gone])
    if before is not None and not before.children():
        parent.removeChildNode(before)
    return group


@contextmanager
def legends_kept(project: QgsProject, layers: List[QgsVectorLayer]) -> Iterator[None]:
    """Leaves legends open or closed as the user had them. QGIS closes those that get more than ten entries."""
    before = list(_legends(project, layers))
    yield
    for layer, is_open in before:
        _set_open(project, layer, is_open)


def _legends(project: QgsProject, layers: List[QgsVectorLayer]) -> Iterator[Tuple[QgsVectorLayer, bool]]:
    """The layers that are in the tree, and whether their legends are open."""
    for layer in layers:
        node = project.layerTreeRoot().findLayer(layer.id())
        if node is not None:
            yield layer, node.isExpanded()


def _set_open(project: QgsProject, layer: QgsVectorLayer, is_open: bool) -> None:
    node = project.layerTreeRoot().findLayer(layer.id())
    if node is not None:
        node.setExpanded(is_open)


def _same(project: QgsProject, layer: QgsVectorLayer) -> str:
    """The id of the group that the project has of the same search on the same server; empty without one."""
    made = origin.read(layer)
    for other in project.mapLayers().values():
        source = origin.read(other)
        if made and source and (source.search, source.server) == (made.search, made.server):
            return source.group
    return ""


def _node(project: QgsProject, mark: Tuple[str, str], layers: List[QgsVectorLayer]) -> Optional[QgsLayerTreeGroup]:
    for layer in layers:
        node = project.layerTreeRoot().findLayer(layer.id())
        if isinstance(node, QgsLayerTreeLayer) and node.parent().customProperty(mark[0]) == mark[1]:
            return node.parent()
    return None

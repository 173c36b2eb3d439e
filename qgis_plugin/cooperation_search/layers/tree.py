"""The group of a search in the layer tree. A search that is loaded again takes the place of what it was before."""

from __future__ import annotations

from typing import List, Optional

from qgis.core import QgsLayerTreeGroup, QgsLayerTreeLayer, QgsProject, QgsVectorLayer

from . import origin

_GROUP = "cooperation_search/group"


def add(project: QgsProject, group_id: str, title: str, layers: List[QgsVectorLayer]) -> None:
    """Adds the layers of a search as one group: at the top, or where the group of the same search is, which goes."""
    replaced = _same(project, layers[0])
    group = QgsLayerTreeGroup(title)
    group.setCustomProperty(_GROUP, group_id)
    project.addMapLayers(layers, False)
    for layer in layers:
        group.addLayer(layer)
    before = _node(project, replaced)
    parent, place = project.layerTreeRoot(), 0
    if before is not None:
        # The user may have named, moved or hidden it.
        group.setName(before.name())
        group.setItemVisibilityChecked(before.itemVisibilityChecked())
        group.setExpanded(before.isExpanded())
        parent = before.parent()
        place = parent.children().index(before)
    parent.insertChildNode(place, group)
    if replaced:
        project.removeMapLayers([layer.id() for layer in origin.layers_of(project, replaced)])
    if before is not None and not before.children():
        parent.removeChildNode(before)


def _same(project: QgsProject, layer: QgsVectorLayer) -> str:
    """The id of the group that the project has of the same search on the same server; empty without one."""
    made = origin.read(layer)
    for other in project.mapLayers().values():
        source = origin.read(other)
        if made and source and (source.search, source.server) == (made.search, made.server):
            return source.group
    return ""


def _node(project: QgsProject, group_id: str) -> Optional[QgsLayerTreeGroup]:
    for layer in origin.layers_of(project, group_id) if group_id else ():
        node = project.layerTreeRoot().findLayer(layer.id())
        if isinstance(node, QgsLayerTreeLayer) and node.parent().customProperty(_GROUP) == group_id:
            return node.parent()
    return None

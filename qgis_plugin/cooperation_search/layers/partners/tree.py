"""The group of partners in the layer tree: that of the same asker takes the place of the one before."""

from __future__ import annotations

from typing import List, Optional

from qgis.core import QgsLayerTreeGroup, QgsLayerTreeLayer, QgsProject, QgsVectorLayer

_GROUP = "cooperation_search/partners_group"


def add(
    project: QgsProject, group_id: str, title: str, layers: List[QgsVectorLayer], replaced: List[QgsVectorLayer]
) -> None:
    """Adds layers as one group: at the top, or where the replaced ones are, which go.

    :param layers: from top to bottom
    """
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
        project.removeMapLayers([layer.id() for layer in replaced])
    if before is not None and not before.children():
        parent.removeChildNode(before)


def _node(project: QgsProject, layers: List[QgsVectorLayer]) -> Optional[QgsLayerTreeGroup]:
    for layer in layers:
        node = project.layerTreeRoot().findLayer(layer.id())
        if isinstance(node, QgsLayerTreeLayer) and node.parent().customProperty(_GROUP):
            return node.parent()
    return None

"""Groups in the layer tree. What is loaded again takes the place of what it was before."""

from __future__ import annotations

from contextlib import contextmanager
from typing import Dict, Iterable, Iterator, List, Optional, Tuple

from qgis.core import QgsLayerTreeGroup, QgsLayerTreeLayer, QgsLayerTreeNode, QgsProject, QgsVectorLayer

from . import origin, parts
from .parts import Part

_GROUP, _PERIOD = "cooperation_search/group", "cooperation_search/period"
#: Longest name that a group gets.
LONGEST_NAME = 80


def add(project: QgsProject, group_id: str, title: str, layers: Dict[Part, QgsVectorLayer], first: str) -> None:
    """Adds the layers of a search as one group: at the top, or where the group of the same search is, which goes.

    Of a search over several periods, each has a sub-group, of which one is shown at a time.

    :param layers: from top to bottom, by period
    :param first: the period that is shown
    """
    replaced = _same(project, next(iter(layers.values())))
    others = origin.layers_of(project, replaced) if replaced else []
    legends = {origin.read(layer).part: is_open for layer, is_open in _legends(project, others)}
    before = _node(project, (_GROUP, replaced), others)
    looks = {node.customProperty(_PERIOD): node for node in _subgroups(before)}
    seen = [period for period, node in looks.items() if node.itemVisibilityChecked()] or [first]
    group = QgsLayerTreeGroup(title)
    project.addMapLayers(list(layers.values()), False)
    by_period = parts.by_period((part.period, part) for part in layers)
    for period, each in by_period.items():
        sub = group
        if period:
            sub = group.addGroup(parts.title(each[0]))
            sub.setCustomProperty(_PERIOD, period)
            if period in looks:
                sub.setName(looks[period].name())
                sub.setExpanded(looks[period].isExpanded())
        for part in each:
            sub.addLayer(layers[part])
    if "" not in by_period:
        group.setIsMutuallyExclusive(True, list(by_period).index(seen[0]))
    _replace(project, group, (_GROUP, group_id), replaced, others)
    for part, layer in layers.items():
        if part in legends:
            _set_open(project, layer, legends[part])


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
    layers = list(layers)
    group = QgsLayerTreeGroup(title)
    project.addMapLayers(layers, False)
    for layer in layers:
        group.addLayer(layer)
    _replace(project, group, mark, replaced, list(replaced_layers))
    return group


def _replace(
    project: QgsProject, group: QgsLayerTreeGroup, mark: Tuple[str, str], replaced: str, gone: List[QgsVectorLayer]
) -> None:
    """Puts a group with its layers into the tree: see :func:`put`."""
    group.setCustomProperty(*mark)
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
    if before is not None:
        for sub in _subgroups(before):
            if not sub.children():
                before.removeChildNode(sub)
        if not before.children():
            parent.removeChildNode(before)


def shown(project: QgsProject, group_id: str) -> List[QgsVectorLayer]:
    """The layers of a search; of one over several periods, those of the period that is shown."""
    layers = origin.layers_of(project, group_id)
    by_period = parts.by_period((origin.read(layer).period, layer) for layer in layers)
    root = project.layerTreeRoot()
    for each in by_period.values():
        nodes = (root.findLayer(layer.id()) for layer in each)
        if any(node is not None and node.parent().isVisible() for node in nodes):
            return each
    return next(iter(by_period.values()), [])


def show(project: QgsProject, layer: QgsVectorLayer) -> None:
    """Shows the period of a layer, in place of the one that is shown; others are as the user left them."""
    node = project.layerTreeRoot().findLayer(layer.id())
    sub = node.parent() if node is not None else None
    if sub is not None and sub.customProperty(_PERIOD) and not sub.itemVisibilityChecked():
        sub.setItemVisibilityChecked(True)


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


def _subgroups(group: Optional[QgsLayerTreeGroup]) -> List[QgsLayerTreeGroup]:
    """The sub-groups of periods."""
    children = group.children() if group is not None else []
    return [node for node in children if isinstance(node, QgsLayerTreeGroup) and node.customProperty(_PERIOD)]


def _node(project: QgsProject, mark: Tuple[str, str], layers: List[QgsVectorLayer]) -> Optional[QgsLayerTreeGroup]:
    for layer in layers:
        node: Optional[QgsLayerTreeNode] = project.layerTreeRoot().findLayer(layer.id())
        if not isinstance(node, QgsLayerTreeLayer):
            continue
        group = node.parent()
        if group is not None and group.customProperty(_PERIOD):
            group = group.parent()
        if group is not None and group.customProperty(mark[0]) == mark[1]:
            return group
    return None

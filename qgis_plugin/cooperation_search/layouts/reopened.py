"""Sheets of a project that is opened again."""

from __future__ import annotations

from qgis.core import QgsLayoutItemLegend, QgsLayoutItemMap, QgsPrintLayout, QgsProject

_MADE_HERE = "cooperation_search/sheet"


def mark(layout: QgsPrintLayout) -> None:
    """Notes that a layout is a sheet of this plugin."""
    layout.setCustomProperty(_MADE_HERE, True)


def renew_legends(project: QgsProject) -> None:
    """Lets the legends of sheets show the styles that their maps keep.

    QGIS tells a legend of the styles of its map when they change, and not when a project is opened: until then it would
    show those that the layers have today.
    """
    for layout in project.layoutManager().printLayouts():
        if not layout.customProperty(_MADE_HERE):
            continue
        for legend in [item for item in layout.items() if isinstance(item, QgsLayoutItemLegend)]:
            linked = legend.linkedMap()
            if isinstance(linked, QgsLayoutItemMap) and linked.keepLayerStyles():
                styles = linked.layerStyleOverrides()
                linked.setLayerStyleOverrides({})
                linked.setLayerStyleOverrides(styles)

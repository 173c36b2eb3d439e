"""The style of a set of partners: areas by the role of the member."""

from __future__ import annotations

from qgis.core import QgsCategorizedSymbolRenderer, QgsFeatureRequest, QgsRendererCategory, QgsVectorLayer

from ...api.consortium import COORDINATOR, GIVEN, PARTNER, ROLES, SEEKS_PARTNERS
from ...api.texts import tr
from .labels import label
from .partners import translucent

_COLOURS = {COORDINATOR: "#d55e00", SEEKS_PARTNERS: "#e69f00", GIVEN: "#56b4e9", PARTNER: "#0072b2"}


def role(name: str) -> str:
    """A role in words."""
    names = {
        COORDINATOR: tr("Consortia", "Coordinator"),
        SEEKS_PARTNERS: tr("Consortia", "Seeks partners"),
        GIVEN: tr("Consortia", "Given member"),
        PARTNER: tr("Consortia", "Partner"),
    }
    return names.get(name, name)


def apply(layer: QgsVectorLayer) -> None:
    """Gives a layer of the members of a set its style and labels; roles that no member has are no classes."""
    index = layer.fields().lookupField("role")
    there = {str(value) for value in layer.uniqueValues(index)}
    classes = [QgsRendererCategory(each, translucent(_COLOURS[each]), role(each)) for each in ROLES if each in there]
    renderer = QgsCategorizedSymbolRenderer("role", classes)
    # Small areas lie on top.
    renderer.setOrderBy(QgsFeatureRequest.OrderBy([QgsFeatureRequest.OrderByClause("$area", False)]))
    renderer.setOrderByEnabled(True)
    layer.setRenderer(renderer)
    label(layer, '"title"', 9)
    layer.triggerRepaint()

"""Features of partners, of the one who asks, and of the lines between them, built in a background thread."""

from __future__ import annotations

from typing import Any, List, Optional, Tuple

from qgis.core import QgsFeature, QgsGeometry, QgsPointXY

from ...api.texts import tr
from .. import geometry
from ..asked.builder import Made, MadeLayers
from ..fields import REAL, TEXT, WHOLE, Column, columns, qgs_fields
from ..pages import build
from .origin import AREAS, LINES, OWN

#: Columns of the lines, with the property of a partner that each takes.
_OF_PARTNER = ("cci", "title", "country", "rank", "tier", "score_low", "score_high", "sea_km", "distance_km")


def build_partners(schemas: Tuple[Any, Any], bodies: Tuple[bytes, Optional[bytes]], asker: str) -> MadeLayers:
    """The features of an answer.

    :raises ApiError: (malformed) naming the feature
    """
    of_partners = columns(schemas[0])
    partners = build("partners", 0, bodies[0], of_partners)
    layers = {AREAS: Made(of_partners, partners.features, geometry.AREAS)}
    if bodies[1] is not None:
        own = build("own", 0, bodies[1], columns(schemas[1]))
        layers[OWN] = Made(own.columns, own.features, geometry.AREAS)
        area = QgsGeometry.collectGeometry([f.geometry() for f in own.features if f.hasGeometry()])
        layers[LINES] = _lines(partners.features, middle(area), asker, of_partners)
    return MadeLayers(
        layers,
        partners.edition,
        partners.attribution,
        partners.samples,
    )


def _lines(
    partners: List[QgsFeature], begin: Optional[QgsPointXY], asker: str, of_partners: Tuple[Column, ...]
) -> Made:
    """A line from the middle of the asker's area to that of each partner's."""
    titles = {column.name: column for column in of_partners}
    kinds = {"rank": WHOLE, "score_low": REAL, "score_high": REAL, "sea_km": REAL, "distance_km": REAL}
    listed = (
        Column("asker", TEXT, tr("Layers", "Who seeks partners")),
        *(Column(name, kinds.get(name, TEXT), titles[name].title) for name in _OF_PARTNER if name in titles),
    )
    fields = qgs_fields(listed)
    made: List[QgsFeature] = []
    for partner in partners:
        end = middle(partner.geometry())
        if begin is None or end is None:
            continue
        line = QgsFeature(fields)
        line.setAttributes([asker, *(partner[column.name] for column in listed[1:])])
        line.setGeometry(QgsGeometry.fromMultiPolylineXY([[begin, end]]))
        made.append(line)
    return Made(listed, made, geometry.LINES)


def middle(area: QgsGeometry) -> Optional[QgsPointXY]:
    """A point inside the largest part of an area: that of a country lies on its mainland, not in the sea."""
    if area.isNull() or area.isEmpty():
        return None
    largest = max(area.asGeometryCollection(), key=lambda part: part.area())
    inside = largest.pointOnSurface()
    found = largest.centroid()
    point = found if largest.contains(found) else inside
    return None if point.isNull() else point.asPoint()

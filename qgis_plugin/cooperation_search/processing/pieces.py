"""The user's features in pieces that the server takes, as GeoJSON."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Dict, Iterator, List, Tuple

from qgis.core import QgsGeometry, QgsWkbTypes

#: What the server takes at once, with some room: bytes of a request, features, vertices and parts.
BYTES, FEATURES, VERTICES, PARTS = 900_000, 1000, 45_000, 4500
#: Decimals of coordinates in degrees: a centimetre.
_DECIMALS = 7
_WORLD = (-180.0, -90.0, 180.0, 90.0)


@dataclass(frozen=True)
class Piece:
    """Some features.

    :param numbers: of the features in the user's layer, in the order sent
    """

    numbers: Tuple[int, ...]
    features: Tuple[Dict[str, Any], ...]

    def document(self) -> Dict[str, Any]:
        """What is sent."""
        return {"type": "FeatureCollection", "features": list(self.features)}

    def halves(self) -> Tuple[Piece, Piece]:
        """Both halves, where the answer has no room for all."""
        middle = len(self.numbers) // 2
        return (
            Piece(self.numbers[:middle], self.features[:middle]),
            Piece(self.numbers[middle:], self.features[middle:]),
        )


class Pieces:
    """Collects features; what the server could not take is counted."""

    def __init__(self) -> None:
        #: Numbers of features that are too large, and of those that lie outside of the world.
        self.too_large: List[int] = []
        self.outside: List[int] = []
        self._features: List[Tuple[int, Dict[str, Any], int, int, int]] = []

    def add(self, number: int, geometry: QgsGeometry) -> None:
        """Adds a feature.

        :param geometry: valid, in degrees
        """
        box = geometry.boundingBox()
        west, south, east, north = _WORLD
        if box.xMinimum() < west or box.yMinimum() < south or box.xMaximum() > east or box.yMaximum() > north:
            self.outside.append(number)
            return
        plain = _plain(geometry)
        text = plain.asJson(_DECIMALS)
        vertices = plain.constGet().nCoordinates()
        parts = plain.constGet().partCount()
        if len(text) > BYTES or vertices > VERTICES or parts > PARTS:
            self.too_large.append(number)
            return
        feature = {"type": "Feature", "properties": None, "geometry": json.loads(text)}
        self._features.append((number, feature, len(text) + 60, vertices, parts))

    def __iter__(self) -> Iterator[Piece]:
        """The pieces."""
        taken: List[Tuple[int, Dict[str, Any], int, int, int]] = []
        for each in self._features:
            sums = [sum(one[place] for one in (*taken, each)) for place in (2, 3, 4)]
            if taken and (len(taken) >= FEATURES or any(x > y for x, y in zip(sums, (BYTES, VERTICES, PARTS)))):
                yield _piece(taken)
                taken = []
            taken.append(each)
        if taken:
            yield _piece(taken)


def _piece(taken: List[Tuple[int, Dict[str, Any], int, int, int]]) -> Piece:
    return Piece(tuple(one[0] for one in taken), tuple(one[1] for one in taken))


def _plain(geometry: QgsGeometry) -> QgsGeometry:
    """A geometry of straight lines in two dimensions; of a collection its parts of the highest dimension."""
    made = QgsGeometry(geometry.constGet().segmentize())
    shape = made.get()
    shape.dropZValue()
    shape.dropMValue()
    if QgsWkbTypes.flatType(made.wkbType()) == QgsWkbTypes.flatType(
        QgsGeometry.fromWkt("GEOMETRYCOLLECTION EMPTY").wkbType()
    ):
        parts = made.asGeometryCollection()
        most = max(part.constGet().dimension() for part in parts)
        made = QgsGeometry.collectGeometry([part for part in parts if part.constGet().dimension() == most])
    return made

"""Features of an answer, built in a background thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Callable, Dict, List, Tuple

from qgis.core import QgsFeature

from ..fields import Column
from ..pages import BuildTask


@dataclass(frozen=True)
class Made:
    """One layer's worth.

    :param geometry: ``MultiPolygon`` or ``MultiLineString``
    """

    columns: Tuple[Column, ...]
    features: List[QgsFeature]
    geometry: str


@dataclass(frozen=True)
class MadeLayers:
    """All that the layers of one question show, by role."""

    layers: Dict[Any, Made]
    edition: str
    attribution: str
    samples: bool


class Builder(BuildTask):
    """Builds what layers show.

    :param build: does it, in the thread; what the server answered wrongly is an ``ApiError``
    """

    def __init__(self, description: str, build: Callable[[], MadeLayers]) -> None:
        super().__init__(description)
        self._build = build

    def run(self) -> bool:
        """Does it (called by QGIS in a thread)."""
        return self._attempt(self._build)

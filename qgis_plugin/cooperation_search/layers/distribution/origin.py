"""Where layers of a distribution come from: the question and the server, kept in the layers themselves.

They are no layers of a search: what refreshes, restyles or exports those leaves these alone.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import List, Optional

from qgis.core import QgsMapLayer, QgsProject, QgsVectorLayer

from ...api.distribution import Question
from ...api.errors import ApiError

_KEY = "cooperation_search/distribution"


@dataclass(frozen=True)
class DistributionOrigin:
    """What a layer was made from.

    :param place: name of the dimension of places
    """

    question: Question
    place: str
    server: str


def write(layer: QgsMapLayer, made: DistributionOrigin) -> None:
    """Keeps the origin in a layer."""
    values = {"question": made.question.to_text(), "place": made.place, "server": made.server}
    layer.setCustomProperty(_KEY, json.dumps(values, ensure_ascii=False))


def read(layer: Optional[QgsMapLayer]) -> Optional[DistributionOrigin]:
    """The origin of a layer, or ``None`` where it is none of a distribution (or its record is damaged)."""
    if not isinstance(layer, QgsVectorLayer) or not layer.customProperty(_KEY):
        return None
    try:
        given = json.loads(str(layer.customProperty(_KEY)))
        question = Question.from_text(str(given["question"]))
        return DistributionOrigin(question, str(given["place"]), str(given["server"]))
    except (ApiError, ValueError, KeyError, TypeError):
        return None


def layers(project: QgsProject) -> List[QgsVectorLayer]:
    """The layers of distributions that a project has."""
    return [layer for layer in project.mapLayers().values() if read(layer) is not None]


def same(project: QgsProject, made: DistributionOrigin) -> Optional[QgsVectorLayer]:
    """The layer of the same question that a project has already."""
    return next((layer for layer in layers(project) if read(layer) == made), None)

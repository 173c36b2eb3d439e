"""Where layers of consortia come from: the question, server and edition, kept in the layers themselves."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Dict, List, Optional

from qgis.core import QgsMapLayer, QgsProject, QgsVectorLayer

from ...api.consortium import ConsortiumQuestion
from ...api.errors import ApiError
from .. import origin

_KEY = "cooperation_search/consortium"


@dataclass(frozen=True)
class ConsortiumOrigin:
    """What a layer was made from.

    :param group: id shared by the layers of one question
    :param number: of the set
    """

    group: str
    number: int
    question: ConsortiumQuestion
    server: str
    edition: str
    attribution: str
    samples: bool


def write(layer: QgsMapLayer, made: ConsortiumOrigin, title: str, abstract: str) -> None:
    """Keeps the origin in a layer and fills its metadata; ``rights`` is what print layouts credit."""
    values = {
        "group": made.group,
        "set": made.number,
        "question": made.question.to_dict(),
        "server": made.server,
        "edition": made.edition,
        "attribution": made.attribution,
        "samples": made.samples,
    }
    layer.setCustomProperty(_KEY, json.dumps(values, ensure_ascii=False))
    url = made.question.to_url(made.server)
    origin.describe(layer, url, made.server, made.edition, made.attribution, made.samples, title, abstract)


def read(layer: Optional[QgsMapLayer]) -> Optional[ConsortiumOrigin]:
    """The origin of a layer, or ``None`` where it is none of a consortium (or its record is damaged)."""
    if not isinstance(layer, QgsVectorLayer) or not layer.customProperty(_KEY):
        return None
    try:
        given = json.loads(str(layer.customProperty(_KEY)))
        return ConsortiumOrigin(
            str(given["group"]),
            int(given["set"]),
            ConsortiumQuestion.from_dict(given["question"]),
            str(given["server"]),
            str(given["edition"]),
            str(given["attribution"]),
            given["samples"] is True,
        )
    except (ApiError, ValueError, KeyError, TypeError):
        return None


def groups(project: QgsProject) -> Dict[str, Dict[int, QgsVectorLayer]]:
    """The layers of consortia that a project has, by group and number of the set."""
    found: Dict[str, Dict[int, QgsVectorLayer]] = {}
    for layer in project.mapLayers().values():
        made = read(layer)
        if made is not None:
            found.setdefault(made.group, {})[made.number] = layer
    return found


def latest(project: QgsProject) -> Dict[int, QgsVectorLayer]:
    """The layers of the group of consortia that is highest in the layer tree, by number; none without any."""
    for node in project.layerTreeRoot().findLayers():
        made = read(node.layer())
        if made is not None:
            return groups(project)[made.group]
    return {}


def of_asker(project: QgsProject, question: ConsortiumQuestion, server: str) -> List[QgsVectorLayer]:
    """The layers of the same asker that a project has already."""
    for layers in groups(project).values():
        made = [read(layer) for layer in layers.values()]
        if any(m and m.server == server and m.question.asker.key == question.asker.key for m in made):
            return list(layers.values())
    return []

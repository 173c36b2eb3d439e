"""Where layers of partners come from: the question, server and edition, kept in the layers themselves.

They are no layers of a search: what refreshes, restyles or exports those leaves these alone.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Dict, List, Optional

from qgis.core import QgsMapLayer, QgsProject, QgsVectorLayer

from ...api.errors import ApiError
from ...api.partners import Question
from .. import origin

_KEY = "cooperation_search/partners"
#: What a layer holds, in the order of the group: lines lie over areas.
LINES, OWN, AREAS = "lines", "own", "areas"
ROLES = (LINES, OWN, AREAS)


@dataclass(frozen=True)
class PartnersOrigin:
    """What a layer was made from.

    :param group: id shared by the layers of one question
    :param role: ``LINES``, ``OWN`` or ``AREAS``
    """

    group: str
    role: str
    question: Question
    server: str
    edition: str
    attribution: str
    samples: bool


def write(layer: QgsMapLayer, made: PartnersOrigin, title: str, abstract: str) -> None:
    """Keeps the origin in a layer and fills its metadata; ``rights`` is what print layouts credit."""
    values = {
        "group": made.group,
        "role": made.role,
        "question": made.question.to_dict(),
        "server": made.server,
        "edition": made.edition,
        "attribution": made.attribution,
        "samples": made.samples,
    }
    layer.setCustomProperty(_KEY, json.dumps(values, ensure_ascii=False))
    url = made.question.to_url(made.server)
    origin.describe(layer, url, made.server, made.edition, made.attribution, made.samples, title, abstract)


def read(layer: Optional[QgsMapLayer]) -> Optional[PartnersOrigin]:
    """The origin of a layer, or ``None`` where it is none of partners (or its record is damaged)."""
    if not isinstance(layer, QgsVectorLayer) or not layer.customProperty(_KEY):
        return None
    try:
        given = json.loads(str(layer.customProperty(_KEY)))
        return PartnersOrigin(
            str(given["group"]),
            str(given["role"]),
            Question.from_dict(given["question"]),
            str(given["server"]),
            str(given["edition"]),
            str(given["attribution"]),
            given["samples"] is True,
        )
    except (ApiError, ValueError, KeyError, TypeError):
        return None


def groups(project: QgsProject) -> Dict[str, Dict[str, QgsVectorLayer]]:
    """The layers of partners that a project has, by group and role."""
    found: Dict[str, Dict[str, QgsVectorLayer]] = {}
    for layer in project.mapLayers().values():
        made = read(layer)
        if made is not None:
            found.setdefault(made.group, {})[made.role] = layer
    return found


def latest(project: QgsProject) -> Dict[str, QgsVectorLayer]:
    """The layers of the group of partners that is highest in the layer tree, by role; none without any."""
    for node in project.layerTreeRoot().findLayers():
        made = read(node.layer())
        if made is not None:
            return groups(project)[made.group]
    return {}


def of_asker(project: QgsProject, question: Question, server: str) -> List[QgsVectorLayer]:
    """The layers of the same asker that a project has already."""
    for layers in groups(project).values():
        made = [read(layer) for layer in layers.values()]
        if any(m and m.server == server and m.question.asker.key == question.asker.key for m in made):
            return list(layers.values())
    return []

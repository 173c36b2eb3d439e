"""Where layers that answer a question come from: the question, server and edition, kept in the layers themselves.

They are no layers of a search: what refreshes, restyles or exports those leaves these alone.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Callable, Dict, List, Optional

from qgis.core import QgsLayerTreeGroup, QgsMapLayer, QgsProject, QgsVectorLayer

from ...api.errors import ApiError
from .. import origin, tree


@dataclass(frozen=True)
class Asked:
    """What a layer was made from.

    :param group: id shared by the layers of one question
    :param role: what the layer holds of the answer
    """

    group: str
    role: Any
    question: Any
    server: str
    edition: str
    attribution: str
    samples: bool


@dataclass(frozen=True)
class Kind:
    """One kind of question.

    :param key: of the record in a layer
    :param question: makes a question from what its ``to_dict`` wrote, or raises an ``ApiError``
    :param role: makes a role from what a record has
    """

    key: str
    question: Callable[[Any], Any]
    role: Callable[[Any], Any] = str

    def write(self, layer: QgsMapLayer, made: Asked, title: str, abstract: str = "") -> None:
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
        layer.setCustomProperty(self.key, json.dumps(values, ensure_ascii=False))
        url = made.question.to_url(made.server)
        origin.describe(layer, url, made.server, made.edition, made.attribution, made.samples, title, abstract)

    def read(self, layer: Optional[QgsMapLayer]) -> Optional[Asked]:
        """The origin of a layer, or ``None`` where it is none of this kind (or its record is damaged)."""
        if not isinstance(layer, QgsVectorLayer) or not layer.customProperty(self.key):
            return None
        try:
            given = json.loads(str(layer.customProperty(self.key)))
            return Asked(
                str(given["group"]),
                self.role(given["role"]),
                self.question(given["question"]),
                str(given["server"]),
                str(given["edition"]),
                str(given["attribution"]),
                given["samples"] is True,
            )
        except (ApiError, ValueError, KeyError, TypeError):
            return None

    def groups(self, project: QgsProject) -> Dict[str, Dict[Any, QgsVectorLayer]]:
        """The layers of this kind that a project has, by group and role."""
        found: Dict[str, Dict[Any, QgsVectorLayer]] = {}
        for layer in project.mapLayers().values():
            made = self.read(layer)
            if made is not None:
                found.setdefault(made.group, {})[made.role] = layer
        return found

    def latest(self, project: QgsProject) -> Dict[Any, QgsVectorLayer]:
        """The layers of the group of this kind that is highest in the layer tree, by role; none without any."""
        for node in project.layerTreeRoot().findLayers():
            made = self.read(node.layer())
            if made is not None:
                return self.groups(project)[made.group]
        return {}

    def put(self, project: QgsProject, title: str, layers: List[QgsVectorLayer]) -> QgsLayerTreeGroup:
        """Adds new layers, from top to bottom, as one group: in place of that of the same asker, where there is one."""
        made = self.read(layers[0])
        replaced = self._of_asker(project, made)
        gone = self.groups(project)[replaced].values() if replaced else ()
        return tree.put(project, (f"{self.key}_group", made.group), title, layers, replaced, gone)

    def _of_asker(self, project: QgsProject, new: Asked) -> str:
        """The id of the group of the same asker that a project has already; empty without one."""
        for group, layers in self.groups(project).items():
            read = [self.read(layer) for layer in layers.values()]
            if any(m and m.server == new.server and m.question.asker.key == new.question.asker.key for m in read):
                return group
        return ""

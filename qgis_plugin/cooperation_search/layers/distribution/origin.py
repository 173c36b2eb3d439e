"""What layers of a distribution keep of where they come from."""

from __future__ import annotations

from typing import Any, Dict

from qgis.core import QgsProject, QgsVectorLayer

from ...api.distribution import Question
from ..asked.origin import Kind


class _Distributions(Kind):
    """Each layer stands alone, copies too; its role is the name of the dimension of places."""

    def groups(self, project: QgsProject) -> Dict[str, Dict[Any, QgsVectorLayer]]:
        """The layers of distributions that a project has, by the id of each."""
        read = {layer: self.read(layer) for layer in project.mapLayers().values()}
        return {layer.id(): {made.role: layer} for layer, made in read.items() if made is not None}

    def same(self, project: QgsProject, question: Question, place: str, server: str) -> Dict[str, QgsVectorLayer]:
        """The layer of the same question that a project has already, by role; none without one."""
        for layers in self.groups(project).values():
            made = self.read(layers.get(place))
            if made is not None and (made.question, made.server) == (question, server):
                return layers
        return {}


DISTRIBUTIONS = _Distributions("cooperation_search/distribution", Question.from_dict)

"""What a kind of question says about a load of its layers."""

from __future__ import annotations

from typing import Any, Callable, Dict, List, Mapping, Protocol

from qgis.core import QgsProject, QgsVectorLayer

from ...api.resources import Resource
from .builder import MadeLayers
from .origin import Kind


class Inquiry(Protocol):
    """One question: what it asks the server, how the answer becomes layers, and where these go.

    Each kind of question has a plain class with these attributes and methods; none inherits from this description.
    """

    kind: Kind
    question: Any
    #: Shown among QGIS's background tasks while features are built.
    description: str
    #: Whether layers that are filled again get their looks anew; otherwise they keep what the user changed.
    is_restyled: bool

    def wanted(self) -> Dict[str, Resource]:
        """What is asked of the server, by name."""

    def build(self, came: Mapping[str, Any]) -> MadeLayers:
        """Makes layers' worth of the answers, which have the names under which they were wanted; in a thread.

        :raises ApiError: where an answer is malformed
        """

    def nothing(self, made: MadeLayers) -> str:
        """Why there is nothing to show; empty where there is something."""

    def count(self, made: MadeLayers) -> int:
        """How many the answer shows."""

    def name(self, role: Any, samples: bool) -> str:
        """Of a new layer."""

    def title(self) -> str:
        """Of the answer as a whole."""

    def looks(self, role: Any, layer: QgsVectorLayer, came: Mapping[str, Any]) -> List[Callable[[], object]]:
        """What gives a layer its looks, in steps."""

    def add(self, project: QgsProject, layers: Dict[Any, QgsVectorLayer]) -> None:
        """Brings new layers, which know their origin, into the project."""

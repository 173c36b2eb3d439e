"""What partner sheets show: a group of partners that is on the map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional, Sequence

from qgis.core import QgsProject, QgsVectorLayer

from ..api.comparison import Comparison, Named, Part
from ..api.texts import tr
from ..layers.partners.origin import AREAS, LINES, OWN, PARTNERS


@dataclass(frozen=True)
class Pairs:
    """Partners that are on the map.

    :param areas: a layer with the properties of partners, as the server gives them
    :param own: the area of the programme that asks; ``None`` for a need alone
    :param lines: from the own area to those of the partners
    :param asker: the programme that asks, or the need in words
    :param cci: of the programme; empty for a need
    """

    areas: QgsVectorLayer
    own: Optional[QgsVectorLayer]
    lines: Optional[QgsVectorLayer]
    asker: str
    cci: str
    parts: Sequence[Part]
    tiers: Sequence[Named]
    server: str
    edition: str
    attribution: str


def pairs_of(project: QgsProject, group: str, comparison: Comparison) -> Optional[Pairs]:
    """The partners of a group; ``None`` where the project does not have them (any more)."""
    layers = PARTNERS.groups(project).get(group, {})
    areas = layers.get(AREAS)
    made = PARTNERS.read(areas)
    if areas is None or made is None:
        return None
    asker = made.question.asker
    return Pairs(
        areas,
        layers.get(OWN),
        layers.get(LINES),
        asker.title or asker.cci or tr("Layers", "a need"),
        asker.cci,
        comparison.parts,
        comparison.tiers,
        made.server,
        made.edition,
        made.attribution,
    )

"""What algorithms share in which somebody seeks partners: a programme, a need, or both."""

from __future__ import annotations

from typing import Any, Dict, List, Tuple

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingParameterString,
)

from ..api.criteria import COUNTRY, NUTS, SCOPE, TOPIC
from ..api.partners import Asker
from .base import AtlasAlgorithm
from .codes import codes, places
from .server import Server

#: Parameters of a need, with the criterion whose values they take.
NEEDS = ((TOPIC, "need_topic"), (NUTS, "need_nuts3"), (COUNTRY, "need_country"), (SCOPE, "need_scope"))


class AskingAlgorithm(AtlasAlgorithm):
    """An algorithm in which somebody seeks partners."""

    def add_asker(self) -> None:
        """Adds the parameters of the one who seeks partners."""
        programme = self.tr("Programme that seeks partners (CCI)")
        self.addParameter(QgsProcessingParameterString("PROGRAMME", programme, "", False, True))
        titles = {
            "need_topic": self.tr("Need: topics"),
            "need_nuts3": self.tr("Need: own NUTS regions"),
            "need_country": self.tr("Need: own country"),
            "need_scope": self.tr("Need: scope of partnership"),
        }
        for criterion, name in NEEDS:
            self.add_codes(criterion, titles[name], optional=True, name=name.upper())

    def add_candidates(self) -> None:
        """Adds the criteria for candidates."""
        self.add_samples()
        text = self.tr("Only candidates with: criteria of the server, one name=value,value a line")
        self.addParameter(self.advanced(QgsProcessingParameterString("OTHER", text, "", True, True)))

    def asker(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, server: Server, more: Tuple = ()
    ) -> Asker:
        """The one who seeks partners.

        :param more: parameters beside the criteria for candidates
        :raises QgsProcessingException: where nobody does
        """
        needs: List[Tuple[str, str]] = []
        for criterion, name in NEEDS:
            values = self.parameterAsString(parameters, name.upper(), context)
            listed = places(values) if criterion in (NUTS, COUNTRY) else codes(values)
            if listed:
                needs.append((name, ",".join(listed)))
        cci = self.parameterAsString(parameters, "PROGRAMME", context).strip()
        if not cci and not needs:
            raise QgsProcessingException(self.tr("Please give a programme that seeks partners, or a need."))
        others = self.others(server.criteria(), self.parameterAsString(parameters, "OTHER", context), set())
        filters = tuple((name, ",".join(values)) for name, values in others.items())
        return Asker(cci, cci, tuple(needs), (*filters, *more))

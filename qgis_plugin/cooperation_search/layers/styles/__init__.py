"""Styles of the layers: ordinary QGIS renderers, that users can edit and save like any other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, Dict, Mapping, Tuple

from qgis.core import QgsVectorLayer

from ...api.answers import CodeList
from ...api.search import Search
from ...api.texts import tr
from .categories import by_country, by_kind, by_scope, by_topic
from .graduated import by_number
from .labels import label

#: Code lists that the styles need.
CODELISTS = ("topics", "scopes", "countries", "kinds")


@dataclass(frozen=True)
class StyleInfo:
    """A style that can be chosen.

    :param label: gives its name in the user's language
    """

    id: str
    label: Callable[[], str]


STYLES: Tuple[StyleInfo, ...] = (
    StyleInfo("programmes", lambda: tr("Styles", "Number of programmes")),
    StyleInfo("topic", lambda: tr("Styles", "Topic of cooperation actions")),
    StyleInfo("scope", lambda: tr("Styles", "Scope of partnership needed")),
    StyleInfo("country", lambda: tr("Styles", "Country")),
    StyleInfo("kind", lambda: tr("Styles", "Offers and needs")),
)
DEFAULT = STYLES[0].id


def apply_style(
    layer: QgsVectorLayer, style: str, codelists: Mapping[str, CodeList], language: str, search: Search
) -> None:
    """Gives a layer of this plugin a style, with labels by scale.

    :param codelists: those of ``CODELISTS`` by id
    :param search: with topics or scopes chosen, only these have their own colours
    :raises ValueError: for a style that does not exist
    """
    makers: Dict[str, Callable[[], object]] = {
        "programmes": lambda: by_number(layer, search),
        "topic": lambda: by_topic(layer, codelists["topics"], language, search),
        "scope": lambda: by_scope(layer, codelists["scopes"], language, search),
        "country": lambda: by_country(layer, codelists["countries"], language),
        "kind": lambda: by_kind(layer, codelists["kinds"], language),
    }
    if style not in makers:
        raise ValueError(style)
    layer.setRenderer(makers[style]())
    label(layer)
    layer.setCustomProperty("cooperation_search/style", style)
    layer.triggerRepaint()
    layer.emitStyleChanged()

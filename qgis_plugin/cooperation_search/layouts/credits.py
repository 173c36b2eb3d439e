"""What a sheet says of its data: attribution, samples, edition, day, and the address of the search."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, List, Sequence

from qgis.core import QgsMapLayer
from qgis.PyQt.QtCore import QDate, QLocale

from ..api.search import NUTS3, NUTS3_2016, PROGRAMMES
from ..api.texts import tr
from ..layers import origin
from ..layers.origin import Origin
from ..settings import language

#: Longest address that is printed; nobody types more than that.
_LONGEST = 900


@dataclass(frozen=True)
class Credits:
    """The lines below a map."""

    lines: Sequence[str]

    @property
    def text(self) -> str:
        """All of them."""
        return "\n".join(self.lines)


def sample_note() -> str:
    """The sentence on maps that rest on sample entries."""
    return tr("Layouts", "Rests on SAMPLE entries in part: made up to show the service, not facts.")


def of_layers(layers: Sequence[QgsMapLayer], further: Sequence[str] = ()) -> Credits:
    """The credits of a map.

    :param layers: all that is drawn, those of other sources among them
    :param further: lines that come before the address
    """
    rights: Dict[str, None] = {}
    for layer in layers:
        for text in (*layer.metadata().rights(), _server_attribution(layer)):
            if text.strip():
                rights[text.strip()] = None
    origins = [each for each in map(origin.read, layers) if each is not None]
    return Credits([" ".join(rights), *_dated(origins), *further, *_addresses(origins)])


def numbers(layers: Sequence[QgsMapLayer]) -> str:
    """How many programmes and areas there are; nothing for live layers, of which QGIS does not know it."""
    counts: Dict[str, str] = {}
    for layer in layers:
        made = origin.read(layer)
        if made is not None and layer.providerType() != "OAPIF":
            counts[made.collection] = QLocale(language()).toString(layer.featureCount())
    said: List[str] = []
    if PROGRAMMES in counts:
        said.append(tr("Layouts", "Programmes: {}.").format(counts[PROGRAMMES]))
    areas = [counts[name] for name in (NUTS3, NUTS3_2016) if name in counts]
    if areas:
        said.append(tr("Layouts", "NUTS III areas: {}.").format(areas[0]))
    return " ".join(said)


def day(date: QDate) -> str:
    """A day in the user's language."""
    return QLocale(language()).toString(date, QLocale.FormatType.LongFormat)


def _dated(origins: Sequence[Origin]) -> List[str]:
    editions = dict.fromkeys(each.edition for each in origins if each.edition)
    made = tr("Layouts", "Made on {}.").format(day(QDate.currentDate()))
    if not editions:
        return [made]
    return [f"{tr('Layouts', 'Edition of the data: {}.').format(', '.join(editions))} {made}"]


def _addresses(origins: Sequence[Origin]) -> List[str]:
    if not origins:
        return []
    # Offers and needs lie on top, but a search is one for programmes.
    first = next((each for each in origins if each.collection == PROGRAMMES), origins[0])
    if len(first.url) > _LONGEST:
        return [
            tr("Layouts", "Service: {} (the address of this search is in the metadata of its layers)").format(
                first.server
            )
        ]
    return [tr("Layouts", "This search: {}").format(first.url)]


def _server_attribution(layer: QgsMapLayer) -> str:
    """The attribution of layers from other services, such as a background map."""
    # Before QGIS 3.24 the layer itself has it, and its server properties something else.
    properties = layer.serverProperties() if hasattr(layer, "serverProperties") else layer
    return str((properties if hasattr(properties, "attribution") else layer).attribution() or "")

"""The countries of a report: what was found in each, in words, and where it lies on the map."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Collection, Dict, Iterable, List, Mapping, Optional, Sequence, Tuple

from qgis.core import (
    QgsFeature,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QLocale

from ..api.search import PROGRAMMES
from ..api.texts import tr
from ..layers import matching, origin
from ..layers.fields import TEXT, field_type
from ..layers.overseas import is_overseas
from ..layers.sink import CRS
from ..settings import language
from .text import line_height, wrap

#: Columns of the layer of countries: the two halves of the list, and the size in which they fit.
CODE, NAME, NUMBERS, LEFT, RIGHT, SIZE, SAMPLES = "code", "name", "numbers", "left", "right", "size", "samples"
#: Sizes of the list of programmes, the largest first.
SIZES = (8.5, 8.0, 7.5, 7.0, 6.5, 6.0, 5.5, 5.0)


@dataclass
class Country:
    """What was found in a country.

    :param far: how many of its areas lie overseas
    """

    code: str
    name: str = ""
    programmes: List[str] = field(default_factory=list)
    areas: int = 0
    offers: int = 0
    needs: int = 0
    samples: bool = False
    far: int = 0
    box: QgsRectangle = field(default_factory=QgsRectangle)
    overseas: QgsRectangle = field(default_factory=QgsRectangle)

    @property
    def place(self) -> QgsRectangle:
        """Its part of the map in degrees, without overseas areas where there are others."""
        return self.overseas if self.box.isNull() else self.box


def countries_in(layers: Sequence[QgsVectorLayer], names: Mapping[str, str]) -> List[Country]:
    """The countries in which programmes were found, in the order of their names.

    :param layers: of one search and one period
    :param names: of countries in the user's language by code, as far as they are known
    """
    found: Dict[str, Country] = {}
    programmes = _layer(layers, areas=False)
    if programmes is None:
        return []
    columns = {name: matching.column(programmes, name) for name in (matching.OFFERS, matching.NEEDS)}
    for feature in programmes.getFeatures():
        country = found.setdefault(str(feature["country"]), Country(str(feature["country"])))
        country.name = names.get(country.code) or str(feature["country_name"])
        country.programmes.append(f"{feature['title']} ({feature['cci']})")
        country.offers += _number(feature, columns[matching.OFFERS])
        country.needs += _number(feature, columns[matching.NEEDS])
        country.samples = country.samples or _rests_on_samples(feature)
        country.overseas.combineExtentWith(feature.geometry().boundingBox())
    areas = _layer(layers, areas=True)
    for feature in areas.getFeatures() if areas is not None else ():
        country = found.get(str(feature["country"]))
        if country is not None:
            country.areas += 1
            country.samples = country.samples or _rests_on_samples(feature)
            if is_overseas(str(feature["nuts_code"])):
                country.far += 1
            else:
                country.box.combineExtentWith(feature.geometry().boundingBox())
    return sorted(found.values(), key=lambda country: country.name)


def selected_in(layers: Sequence[QgsVectorLayer]) -> Tuple[str, ...]:
    """The codes of the countries in which something is selected."""
    codes: Dict[str, None] = {}
    for layer in layers:
        if layer.fields().lookupField("country") >= 0:
            codes.update(dict.fromkeys(str(feature["country"]) for feature in layer.selectedFeatures()))
    return tuple(sorted(codes))


def pages_layer(title: str) -> QgsVectorLayer:
    """An empty layer for the countries of a report. The project has it, and its layer tree does not."""
    layer = QgsVectorLayer(f"Polygon?crs={CRS}", title, "memory")
    layer.dataProvider().addAttributes(list(_fields()))
    layer.updateFields()
    return layer


def fill(
    layer: QgsVectorLayer, countries: Iterable[Country], only: Collection[str], width: float, height: float
) -> None:
    """Fills the layer of a report anew.

    :param only: codes of the countries wanted; all of them without any
    :param width: of one of the two columns of the list in millimetres, as is their ``height``
    """
    made = []
    for country in countries:
        if only and country.code not in only:
            continue
        feature = QgsFeature(_fields())
        left, right, size = set_list(country.programmes, width, height)
        values = (country.code, country.name, _numbers(country), left, right, str(size), "1" if country.samples else "")
        feature.setAttributes(list(values))
        place = QgsRectangle(country.place)
        feature.setGeometry(QgsGeometry.fromRect(place).densifyByCount(8))
        made.append(feature)
    provider = layer.dataProvider()
    provider.truncate()
    provider.addFeatures(made)
    layer.updateExtents()


def set_list(entries: Sequence[str], width: float, height: float) -> Tuple[str, str, float]:
    """A list in two columns, in the largest size in which all of it has room, and that size.

    What has no room in the smallest size is counted in the last line.
    """
    for size in SIZES:
        columns = _columns(entries, width, height, size)
        if columns is not None:
            return (*columns, size)
    shown = list(entries)
    while shown:
        shown.pop()
        more = tr("Layouts", "… and {} more, which the layer lists").format(len(entries) - len(shown))
        columns = _columns([*shown, more], width, height, SIZES[-1])
        if columns is not None:
            return (*columns, SIZES[-1])
    return "", "", SIZES[-1]


def _columns(entries: Sequence[str], width: float, height: float, size: float) -> Optional[Tuple[str, str]]:
    """The entries in two columns of about the same height; ``None`` where they have no room."""
    blocks = ["\n   ".join(wrap(f"• {entry}", width - 4, size)) for entry in entries]
    lines = [block.count("\n") + 1 for block in blocks]
    most = int(height / (line_height(size) * 1.05))
    half, count = 0, 0
    # A single column while that is short.
    wanted = min(most, max(12, (sum(lines) + 1) // 2 + max(lines, default=0) // 2))
    while half < len(blocks) and count + lines[half] <= wanted:
        count += lines[half]
        half += 1
    if sum(lines[half:]) > most:
        return None
    return "\n".join(blocks[:half]), "\n".join(blocks[half:])


def _numbers(country: Country) -> str:
    """The counts of a country in words."""
    said = QLocale(language()).toString
    words = [
        tr("Layouts", "Programmes: {}.").format(said(len(country.programmes))),
        tr("Layouts", "NUTS III areas: {}.").format(said(country.areas)),
        tr("Layouts", "Offers found: {0}. Needs found: {1}.").format(said(country.offers), said(country.needs)),
    ]
    if country.far and not country.box.isNull():
        words.append(tr("Layouts", "Overseas areas lie outside of this map."))
    return " ".join(words)


def _layer(layers: Sequence[QgsVectorLayer], areas: bool) -> Optional[QgsVectorLayer]:
    for layer in layers:
        made = origin.read(layer)
        if made is not None and made.collection == (made.part.areas if areas else PROGRAMMES):
            return layer
    return None


def _number(feature: QgsFeature, name: str) -> int:
    value = feature[name] if name else None
    return value if isinstance(value, int) else 0


def _rests_on_samples(feature: QgsFeature) -> bool:
    names = [name for name in feature.fields().names() if name.endswith("_basis")]
    return any(feature[name] == "sample" for name in names)


def _fields() -> QgsFields:
    made = QgsFields()
    for name in (CODE, NAME, NUMBERS, LEFT, RIGHT, SIZE, SAMPLES):
        made.append(QgsField(name, field_type(TEXT)))
    return made

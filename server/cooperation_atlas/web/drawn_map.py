"""Maps that the server draws: a choropleth of NUTS III areas as SVG, which works without script and prints.

The paths of the areas are one file for each NUTS version (``editions.drawn_areas``), which browsers keep for good; a
page only says which of them it shows, in which class. Paths in the page itself would be drawn a little sooner (360 px,
CPU a quarter, 1,166 areas: ready after 0.9 to 1.4 s instead of 1.5 to 1.7, first paint 0.3 s with both), but make each
page 109 KB in brotli instead of 35, and the file is 60 KB once.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from weakref import WeakKeyDictionary, ref

import numpy as np
import orjson
from markupsafe import Markup, escape

from ..model.drawing import EUROPE, HEIGHT, INSETS, WIDTH, Inset, drawing_name
from ..store.contract import Store
from ..store.crs import OFFERED
from .service import ServedEdition
from .static_files import DRAWN

#: Most classes of a map: eyes tell five shades apart.
CLASSES = 5
#: The shades of a map of so many classes: the darkest is always there, and those beside each other are far apart.
_TONES = {1: (5,), 2: (3, 5), 3: (2, 4, 5), 4: (1, 2, 4, 5), 5: (1, 2, 3, 4, 5)}
#: How far a line bends to one side, as a share of its length, so that lines there and back are two.
_BEND = 0.15
#: How close a map may begin (css/drawn_map.css has a class for each), and what it shows around, in units of the map.
ZOOMS = (6, 4, 3, 2)
_AROUND = 110
_EUROPE = "http://www.opengis.net/def/crs/EPSG/0/3035"

#: Width and height that the name of a country takes, in units of the map.
_NAME = (130, 44)

#: A NUTS code of any level, or longitude and latitude in degrees.
Spot = str | tuple[float, float]


@dataclass(frozen=True)
class DrawnMap:
    """What a map shows.

    :param version: NUTS version of the codes
    :param shades: number by NUTS III code; areas without one stay blank
    :param legend_title: what is counted, in the language of the page
    :param href: address that an area leads to, with the codes of areas as they are
    :param lines: from, to, and strength from 0 to 1
    :param own: areas with an outline, filled where they have no number
    :param own_title: what they are called in the legend, where it is not "own areas"
    :param own_href: address that one of them without a number leads to
    :param close: whether the map begins close to its areas
    :param hatched: areas that rest on samples
    :param text: says a number of an area in words; the number alone where it is not given
    """

    version: str
    shades: Mapping[str, int]
    legend_title: str
    href: Callable[[str], str] | None = None
    lines: Sequence[tuple[Spot, Spot, float]] = ()
    own: Collection[str] = ()
    own_title: str | None = None
    own_href: Callable[[str], str] | None = None
    close: bool = False
    hatched: Collection[str] = ()
    text: Callable[[str, int], str] | None = None


@dataclass(frozen=True)
class Shade:
    """A class of the legend: numbers from ``low`` to ``high``, and how many areas have one of them."""

    number: int
    low: int
    high: int
    areas: int


@dataclass(frozen=True)
class Picture:
    """A map as the template writes it, in units of the viewBox.

    :param file: address of the file with the paths
    :param view: left, upper, width and height of what is shown of it at first
    :param zoom: how many times closer that is than the whole
    :param mine: elements of the own areas without a number
    :param areas: class and elements of the areas in it
    :param classes: the legend
    :param countries: code and place of the names of countries
    :param framed: whether a frame of an inset is seen at first
    :param names: name of each area that is shown, by code
    """

    file: str
    width: int
    height: int
    view: tuple[int, int, int, int]
    zoom: int
    mine: Markup
    areas: list[tuple[int, Markup]]
    classes: list[Shade]
    countries: list[tuple[str, int, int]]
    insets: list[Inset]
    framed: bool
    lines: list[tuple[str, float]]
    own: list[str]
    hatched: list[str]
    names: Mapping[str, str] = field(default_factory=dict)


def picture(view: ServedEdition, root: str, drawn: DrawnMap) -> Picture | None:
    """The map, ``None`` where the edition has no drawing of that version."""
    file = view.drawings.get(drawing_name("areas", drawn.version, "svg"))
    places = view.drawings.get(drawing_name("places", drawn.version, "json"))
    if file is None or places is None:
        return None
    found = orjson.loads(places.body)
    points: dict[str, list[int]] = found["points"]
    address = root + DRAWN + file.hashed
    shown = {code: number for code, number in drawn.shades.items() if code in points and number > 0}
    classes = shades_of(shown.values())
    titles = titles_of(view.store, drawn.version)
    insets = [inset for inset in INSETS if inset.id in found["insets"]]
    own = [code for code in sorted(drawn.own) if code in points]
    zoom, box = _close([points[code] for code in {*own, *shown}]) if drawn.close else (1, (0, 0, WIDTH, HEIGHT))
    bare = replace(drawn, shades={}, href=drawn.own_href)
    return Picture(
        file=address,
        width=WIDTH,
        height=HEIGHT,
        view=box,
        zoom=zoom,
        mine=_areas(bare, address, titles, [code for code in own if code not in shown]),
        areas=[
            (one.number, _areas(drawn, address, titles, [c for c in shown if one.low <= shown[c] <= one.high]))
            for one in classes
        ],
        classes=classes,
        countries=_apart(
            [(code, *points[code]) for code in found["countries"] if code in view.store.codelists["countries"].codes]
        ),
        insets=insets,
        framed=any(_meet(inset.frame, box) for inset in insets),
        lines=[
            (_curve(_at(a, points), _at(b, points)), 4 + 12 * max(0.0, min(1.0, strength)))
            for a, b, strength in drawn.lines
            if _is_known(a, points) and _is_known(b, points)
        ],
        own=[f"{address}#{code}" for code in own],
        hatched=[f"{address}#{code}" for code in sorted(drawn.hatched) if code in shown],
        names=titles,
    )


def shades_of(numbers: Iterable[int]) -> list[Shade]:
    """Up to ``CLASSES`` classes, with about as many areas in each; equal numbers are in one class."""
    values, counts = np.unique(np.fromiter(numbers, dtype=np.int64), return_counts=True)
    if not len(values):
        return []
    ends = list(range(len(values)))
    if len(values) > CLASSES:
        # The end of a class is the value that comes nearest to its share of all areas.
        reached = np.cumsum(counts) / counts.sum()
        wanted = (np.arange(1, CLASSES) / CLASSES)[:, None]
        ends = sorted({*np.abs(reached - wanted).argmin(axis=1).tolist(), len(values) - 1})
    starts = [0, *(end + 1 for end in ends[:-1])]
    return [
        Shade(_TONES[len(ends)][n], int(values[start]), int(values[end]), int(counts[start : end + 1].sum()))
        for n, (start, end) in enumerate(zip(starts, ends, strict=True))
    ]


def titles_of(store: Store, version: str) -> Mapping[str, Markup]:
    """Name and code of each region of a version, as in ``Palermo (ITG12)``, by code."""
    kept = _TITLES.setdefault(store, {})
    if version not in kept:
        kept[version] = _Titles(store)
    return kept[version]


class _Titles(dict[str, Markup]):
    def __init__(self, store: Store) -> None:
        # What is kept by edition must not hold it: it would never be let go of.
        self._store = ref(store)

    def __missing__(self, code: str) -> Markup:
        store = self._store()
        name = store.region_name(code) if store else None
        self[code] = escape(f"{name} ({code})" if name else code)
        return self[code]


#: Titles by edition and version: they are the same on all maps.
_TITLES: WeakKeyDictionary[Store, dict[str, Mapping[str, Markup]]] = WeakKeyDictionary()


def _areas(drawn: DrawnMap, file: str, titles: Mapping[str, Markup], codes: Iterable[str]) -> Markup:
    """The elements of areas. They take no focus: everything that they do, the list beside the map does too."""
    base, words = escape(file), _Escaped()
    elements = []
    for code in codes:
        number = drawn.shades.get(code)
        text = "" if number is None else ": " + words[drawn.text(code, number) if drawn.text else str(number)]
        use = f'<use href="{base}#{code}"><title>{titles[code]}{text}</title></use>'
        if drawn.href is not None:
            use = f'<a href="{escape(drawn.href(code))}" tabindex="-1">{use}</a>'
        elements.append(use)
    return Markup("\n".join(elements))  # every part of it is escaped above


def _close(points: Sequence[Sequence[int]]) -> tuple[int, tuple[int, int, int, int]]:
    """How close a map goes to show points and some land around them, and what it shows then."""
    if not points:
        return 1, (0, 0, WIDTH, HEIGHT)
    (left, upper), (right, lower) = np.min(points, axis=0).tolist(), np.max(points, axis=0).tolist()
    needed = max((right - left + 2 * _AROUND) / WIDTH, (lower - upper + 2 * _AROUND) / HEIGHT)
    zoom = next((zoom for zoom in ZOOMS if zoom * needed <= 1), 1)
    width, height = WIDTH // zoom, HEIGHT // zoom
    x = min(max(0, (left + right - width) // 2), WIDTH - width)
    y = min(max(0, (upper + lower - height) // 2), HEIGHT - height)
    return zoom, (x, y, width, height)


def _meet(one: Sequence[int], other: Sequence[int]) -> bool:
    """Whether two rectangles have a place in common: left, upper, width, height."""
    return all(one[n] < other[n] + other[n + 2] and other[n] < one[n] + one[n + 2] for n in (0, 1))


class _Escaped(dict[str, Markup]):
    """Texts as HTML has them; of many areas, few have another one."""

    def __missing__(self, text: str) -> Markup:
        self[text] = escape(text)
        return self[text]


def _apart(places: Iterable[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """The names of countries that do not lie over that of a larger one; the largest comes first."""
    kept: list[tuple[str, int, int]] = []
    for code, x, y in places:
        if all(abs(x - there[1]) > _NAME[0] or abs(y - there[2]) > _NAME[1] for there in kept):
            kept.append((code, x, y))
    return kept


def _is_known(spot: Spot, points: Mapping[str, list[int]]) -> bool:
    return not isinstance(spot, str) or spot in points


def _at(spot: Spot, points: Mapping[str, list[int]]) -> tuple[float, float]:
    if isinstance(spot, str):
        x, y = points[spot]
        return x, y
    west, _, east, north = EUROPE
    ((x, y),) = OFFERED[_EUROPE].from_crs84(np.array([spot]))
    scale = WIDTH / (east - west)
    return round((x - west) * scale), round((north - y) * scale)


def _curve(start: tuple[float, float], end: tuple[float, float]) -> str:
    (x, y), (dx, dy) = start, (end[0] - start[0], end[1] - start[1])
    bent = (x + dx / 2 - dy * _BEND, y + dy / 2 + dx * _BEND)
    return f"M{x:.0f} {y:.0f}Q{bent[0]:.0f} {bent[1]:.0f} {end[0]:.0f} {end[1]:.0f}"

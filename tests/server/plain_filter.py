"""The oracle of the search: pandas and geopandas over the source tables, without any code of the server.

Only the reader of the NUTS files is shared. What an edition holds is worked out a second time from the tables, and
every filter is a loop or a comparison in plain sight, slow and without an index.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import geopandas
import numpy as np
import pandas as pd
import shapely
from plain_meaning import CRITERIA, PlainMeaning
from plain_records import PlainRecords
from plain_words import PlainWords, has_beginnings, words

Mask = np.ndarray

#: Properties whose words ``q`` searches too; for all it searches see ``plain_words``.
NAMES = {
    "programmes": ("title",),
    "nuts3": ("name", "name_national", "nuts_code"),
    "nuts3-2016": ("name", "name_national", "nuts_code"),
    "countries": ("country_name", "name_national", "country"),
    "cooperation": ("title", "summary"),
    "programme-areas": ("title", "name"),
    "neighbours": ("name",),
}
#: EPSG codes of the systems offered, and whether their coordinates are written north first (EPSG registry).
SYSTEMS = {
    "http://www.opengis.net/def/crs/OGC/1.3/CRS84": (4326, False),
    "http://www.opengis.net/def/crs/EPSG/0/4326": (4326, True),
    "http://www.opengis.net/def/crs/EPSG/0/4258": (4258, True),
    "http://www.opengis.net/def/crs/EPSG/0/3035": (3035, True),
    "http://www.opengis.net/def/crs/EPSG/0/3857": (3857, False),
}


class PlainFilter:
    """Answers a search with the ids that match.

    :param data: folder of the source tables
    :param samples: whether sample entries exist for the criteria
    """

    def __init__(self, data: Path, samples: bool = True) -> None:
        self._samples = samples
        self.records = PlainRecords(data)
        self.frames: dict[str, pd.DataFrame] = self.records.frames
        self.spoken = PlainWords(self.records)
        self._kept: dict[tuple[Any, ...], Mask] = {}

    def ids(self, collection: str, filters: Sequence[tuple[str, Any]], unknown: bool = False) -> list[str]:
        """The ids of the features that meet all filters, in their order.

        :param filters: criterion or property name and the values of which any may match; ``q`` and a text;
            ``bbox`` and (CRS, four numbers); ``datetime`` and (first day, last day)
        :param unknown: also those of which it is not known, after the others
        """
        frame = self.frames[collection]
        rest = np.ones(len(frame), dtype=bool)
        for name, wanted in filters:
            if name not in CRITERIA:
                rest &= self._mask(collection, name, wanted)
        truths = self.meaning.of(collection, [f for f in filters if f[0] in CRITERIA])
        kept = set(frame.index[rest])
        met = [id_ for id_, truth in truths.items() if truth is True and id_ in kept]
        return met + [id_ for id_, truth in truths.items() if unknown and truth is None and id_ in kept]

    @cached_property
    def meaning(self) -> PlainMeaning:
        """The criteria."""
        return PlainMeaning(self.records, self._samples)

    def _mask(self, collection: str, name: str, wanted: Any) -> Mask:
        key = (collection, name, tuple(wanted))
        if key not in self._kept:
            ask = getattr(self, f"_{name}", None)
            rows = self.frames[collection]
            found = ask(collection, rows, wanted) if ask else self._equal(rows, name, wanted)
            self._kept[key] = np.asarray(found, dtype=bool)
        return self._kept[key]

    def _equal(self, rows: pd.DataFrame, name: str, wanted: Iterable[Any]) -> Any:
        values = list(wanted)
        return [any(v in cell if isinstance(cell, list) else v == cell for v in values) for cell in rows[name]]

    def _q(self, collection: str, rows: pd.DataFrame, text: str) -> Any:
        return [has_beginnings(own, words(text)) for own in self.spoken.lines(collection)]

    def _datetime(self, collection: str, rows: pd.DataFrame, wanted: tuple[str | None, str | None]) -> Any:
        begin, end = ("open_from", "open_to") if collection == "cooperation" else ("period_start", "period_end")
        first, last = wanted[0] or "0000", wanted[1] or "9999"
        return (rows[begin].fillna("0000") <= last) & (rows[end].fillna("9999") >= first)

    # --- space -----------------------------------------------------------------------------------------------

    @cached_property
    def _leaves(self) -> geopandas.GeoDataFrame:
        """The level 3 regions of all versions, CRS84."""
        frames = [f[f["level"] == 3].assign(version=version) for version, f in self.records.regions.items()]
        return geopandas.GeoDataFrame(pd.concat(frames, ignore_index=True), geometry="geometry", crs="EPSG:4326")

    @cached_property
    def _contains(self) -> dict[str, Mask]:
        """For each collection, feature by leaf: whether the feature contains the level 3 region."""
        parts: dict[tuple[str, str], Mask] = {}
        for row, (version, leaf) in enumerate(zip(self._leaves["version"], self._leaves["nuts_code"], strict=True)):
            for code in self.records.above[version][leaf]:
                parts.setdefault((version, code), np.zeros(len(self._leaves), dtype=bool))[row] = True
        nothing = np.zeros(len(self._leaves), dtype=bool)
        return {
            id_: np.array(
                [np.any([parts.get((version, c), nothing) for c in codes], axis=0) for version, codes in area]
            )
            for id_, area in self.records.places.items()
            if id_ != "neighbours"
        }

    @cached_property
    def _projected(self) -> dict[int, geopandas.GeoSeries]:
        return {epsg: self._leaves.geometry.to_crs(epsg) for epsg, _ in SYSTEMS.values()}

    @cached_property
    def _lines(self) -> dict[int, geopandas.GeoSeries]:
        places = self.records.places["neighbours"]
        lines = geopandas.GeoSeries([self.records.neighbours.line(*place) for place in places], crs="EPSG:4326")
        return {epsg: lines.to_crs(epsg) for epsg, _ in SYSTEMS.values()}

    def _bbox(self, collection: str, rows: pd.DataFrame, wanted: tuple[str, float, float, float, float]) -> Any:
        """A feature lies in the box when one of its level 3 regions, or its line does."""
        uri, a, b, c, d = wanted
        epsg, north_first = SYSTEMS[uri]
        west, south, east, north = (b, a, d, c) if north_first else (a, b, c, d)
        edges = [(west, east)] if west <= east else [(west, 180), (-180, east)]
        lines = collection == "neighbours"
        shapes = self._lines[epsg] if lines else self._projected[epsg]
        hit = np.zeros(len(shapes), dtype=bool)
        for low, high in edges:
            hit |= shapes.intersects(_box(low, south, high, north)).to_numpy()
        return hit if lines else self._contains[collection][:, hit].any(axis=1)


def _box(west: float, south: float, east: float, north: float) -> shapely.Geometry:
    """A box, which may be a line or a point: a polygon without area meets only some of what it lies on."""
    if west < east and south < north:
        return shapely.box(west, south, east, north)
    return shapely.LineString([(west, south), (east, north)])

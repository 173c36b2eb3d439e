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
from anyascii import anyascii
from plain_records import PlainRecords
from plain_words import PlainWords, words

Mask = np.ndarray

#: Collections whose features are areas; criteria that describe programmes are asked of the programmes that cover them.
AREAS = ("nuts3", "nuts3-2016", "countries")
OF_PROGRAMMES = ("title", "topic", "scope", "period", "fund", "kind", "status")
#: Properties whose words ``q`` searches too; for all it searches see ``plain_words``.
NAMES = {
    "programmes": ("title",),
    "nuts3": ("name", "name_national", "nuts_code"),
    "nuts3-2016": ("name", "name_national", "nuts_code"),
    "countries": ("country_name", "name_national", "country"),
    "cooperation": ("title", "summary"),
    "programme-areas": ("title", "name"),
}
#: EPSG codes of the systems offered, and whether their coordinates are written north first (EPSG registry).
SYSTEMS = {
    "http://www.opengis.net/def/crs/OGC/1.3/CRS84": (4326, False),
    "http://www.opengis.net/def/crs/EPSG/0/4326": (4326, True),
    "http://www.opengis.net/def/crs/EPSG/0/4258": (4258, True),
    "http://www.opengis.net/def/crs/EPSG/0/3035": (3035, True),
    "http://www.opengis.net/def/crs/EPSG/0/3857": (3857, False),
}


def plain(text: str) -> str:
    """Without accents and case, in the Latin script."""
    return anyascii(text).lower()


def is_like(text: str, pattern: str) -> bool:
    """Whether the text fits the pattern, in which ``*`` is any text: its parts follow each other, from end to end."""
    first, *rest = plain(pattern).split("*")
    text = plain(text)
    if not rest:
        return text == first
    if not text.startswith(first):
        return False
    place = len(first)
    *middle, last = rest
    for part in middle:
        found = text.find(part, place)
        if found < 0:
            return False
        place = found + len(part)
    return text.endswith(last) and len(text) - len(last) >= place


class PlainFilter:
    """Answers a search with the ids that match.

    :param data: folder of the source tables
    """

    def __init__(self, data: Path) -> None:
        self.records = PlainRecords(data)
        self.frames: dict[str, pd.DataFrame] = self.records.frames
        self.spoken = PlainWords(self.records)
        self._kept: dict[tuple[Any, ...], Mask] = {}

    def ids(self, collection: str, filters: Sequence[tuple[str, Any]]) -> list[str]:
        """The ids of the features that meet all filters, in their order.

        :param filters: criterion or property name and the values of which any may match; ``q`` and a text;
            ``bbox`` and (CRS, four numbers); ``datetime`` and (first day, last day)
        """
        frame = self.frames[collection]
        found = np.ones(len(frame), dtype=bool)
        programmes = np.ones(len(self.frames["programmes"]), dtype=bool)
        for name, wanted in filters:
            if collection in AREAS and name in OF_PROGRAMMES:
                programmes &= self._mask("programmes", name, wanted)
            else:
                found &= self._mask(collection, name, wanted)
        if collection in AREAS and any(name in OF_PROGRAMMES for name, _ in filters):
            found &= (self._covers(collection) & programmes).any(axis=1)
        return list(frame.index[found])

    def _mask(self, collection: str, name: str, wanted: Any) -> Mask:
        key = (collection, name, tuple(wanted))
        if key not in self._kept:
            ask = getattr(self, f"_{name}", None)
            rows = self.frames[collection]
            found = ask(collection, rows, wanted) if ask else self._equal(rows, name, wanted)
            self._kept[key] = np.asarray(found, dtype=bool)
        return self._kept[key]

    def _covers(self, collection: str) -> Mask:
        key = (collection, "covers")
        if key not in self._kept:
            programmes = self.frames["programmes"].index
            self._kept[key] = np.array([programmes.isin(ccis or []) for ccis in self.frames[collection]["programmes"]])
        return self._kept[key]

    # --- one method a filter ---------------------------------------------------------------------------------

    def _equal(self, rows: pd.DataFrame, name: str, wanted: Iterable[Any]) -> Any:
        values = list(wanted)
        return [any(v in cell if isinstance(cell, list) else v == cell for v in values) for cell in rows[name]]

    def _title(self, collection: str, rows: pd.DataFrame, wanted: Iterable[str]) -> Any:
        return rows["title"].map(lambda title: any(is_like(title, pattern) for pattern in wanted))

    def _q(self, collection: str, rows: pd.DataFrame, text: str) -> Any:
        wanted = words(text)
        return [all(any(w.startswith(begin) for w in own) for begin in wanted) for own in self.spoken.of(collection)]

    def _country(self, collection: str, rows: pd.DataFrame, wanted: Iterable[str]) -> Any:
        return rows["country"].isin(wanted)

    def _period(self, collection: str, rows: pd.DataFrame, wanted: Iterable[str]) -> Any:
        return rows["period"].isin(wanted)

    def _status(self, collection: str, rows: pd.DataFrame, wanted: Iterable[str]) -> Any:
        return self._equal(rows, "status" if "status" in rows else "statuses", wanted)

    def _sample(self, collection: str, rows: pd.DataFrame, wanted: Iterable[str]) -> Any:
        return rows["sample"].map({True: "true", False: "false"}).isin(wanted)

    def _fund(self, collection: str, rows: pd.DataFrame, wanted: Iterable[str]) -> Any:
        return self._equal(rows, "funds", wanted)

    def _scope(self, collection: str, rows: pd.DataFrame, wanted: Iterable[str]) -> Any:
        return self._equal(rows, "scopes", wanted)

    def _strategy(self, collection: str, rows: pd.DataFrame, wanted: Iterable[str]) -> Any:
        return self._equal(rows, "strategies", wanted)

    def _kind(self, collection: str, rows: pd.DataFrame, wanted: Iterable[str]) -> Any:
        # Who offers and needs at once answers to either.
        values = {*wanted} | ({"both"} if {"offer", "need"} & {*wanted} else set())
        return self._equal(rows, "kind" if "kind" in rows else "kinds", values)

    def _topic(self, collection: str, rows: pd.DataFrame, wanted: Iterable[str]) -> Any:
        parents = self.records.codes("topics").set_index("code")["parent"]
        below = set(wanted)
        for _ in range(len(parents)):
            below |= {code for code, parent in parents.items() if parent in below}
        mapped = self.records.table("codelists/objective_topics")
        objectives = set(mapped[mapped["topic"].isin(below)]["objective"])
        topics, own = rows["topics"], rows["objectives"]
        return [bool({*(t or [])} & below or {*(o or [])} & objectives) for t, o in zip(topics, own, strict=True)]

    def _nuts3(self, collection: str, rows: pd.DataFrame, wanted: Iterable[str]) -> Any:
        """Everything that covers any part of it; NUTS III areas only where they lie inside."""
        above = self.records.above
        codes = [set(own) for _, own in self.records.places[collection]]
        chains = self._chains(collection)
        found = np.zeros(len(rows), dtype=bool)
        for code in wanted:
            # A region lies in the same place in every version that has it.
            outside = {c for version in above for c in above[version].get(code, ())}
            found |= [code in chain for chain in chains]
            if collection not in ("nuts3", "nuts3-2016"):
                found |= [not own.isdisjoint(outside) for own in codes]
        return found

    def _chains(self, collection: str) -> list[set[str]]:
        """For each feature the codes that stand above those of its area, and these."""
        key = (collection, "chains")
        if key not in self._kept:
            above = self.records.above
            chains = [{c for code in own for c in above[v][code]} for v, own in self.records.places[collection]]
            self._kept[key] = np.array(chains, dtype=object)
        return list(self._kept[key])

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
        }

    @cached_property
    def _projected(self) -> dict[int, geopandas.GeoSeries]:
        return {epsg: self._leaves.geometry.to_crs(epsg) for epsg, _ in SYSTEMS.values()}

    def _bbox(self, collection: str, rows: pd.DataFrame, wanted: tuple[str, float, float, float, float]) -> Any:
        """A feature lies in the box when one of its level 3 regions does."""
        uri, a, b, c, d = wanted
        epsg, north_first = SYSTEMS[uri]
        west, south, east, north = (b, a, d, c) if north_first else (a, b, c, d)
        edges = [(west, east)] if west <= east else [(west, 180), (-180, east)]
        shapes = self._projected[epsg]
        hit = np.zeros(len(shapes), dtype=bool)
        for low, high in edges:
            hit |= shapes.intersects(shapely.box(low, south, high, north)).to_numpy()
        return self._contains[collection][:, hit].any(axis=1)

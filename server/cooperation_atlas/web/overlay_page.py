"""Pairs of an overlay as a page of features (``store.contract.Page``), so that every format writes them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

import orjson

from ..model.collections import collection
from ..model.errors import InvalidValue, nearest
from ..model.overlay import OVERLAY, Note, Relation
from ..ogc.formats.geojson import numbered_escapes
from ..ogc.geojson_shapes import SentShape
from ..store.contract import Page, Store
from ..store.crs import CRS84, OFFERED
from ..store.overlay import Meeting
from ..store.query import Query
from .translations.catalogue import Catalogue

#: Digits of distances and lengths in km, of areas in km², and of shares.
_KM, _KM2, _SHARE = 3, 6, 6
#: Most features that a note names by their numbers.
_NAMED = 10


class OverlayPage:
    """Pairs by the order of the client's features.

    :param over: id of the collection that features were laid over
    :param meetings: all pairs; those of the page are the first ``limit``
    """

    hints: Sequence[str] = ()
    unknown: int = 0

    def __init__(
        self,
        store: Store,
        over: str,
        query: Query,
        shapes: Sequence[SentShape],
        meetings: Sequence[Meeting],
        limit: int,
        crs: str,
        catalogue: Catalogue,
    ) -> None:
        self.query = query
        self.matched = len(meetings)
        self._store = store
        self._over = collection(over)
        self._shapes = shapes
        self._all = meetings
        self._shown = meetings[:limit]
        self._crs = crs
        self._catalogue = catalogue

    def __len__(self) -> int:
        return len(self._shown)

    @cached_property
    def ids(self) -> list[str]:
        """Ids of the pairs."""
        return [f"{one.shape + 1}.{one.id}" for one in self._shown]

    @cached_property
    def notes(self) -> list[str]:
        """How many pairs there are of each relation, and which features are in none."""
        translate = self._catalogue.translate
        counts = Counter(one.relation for one in self._all)
        told = [f"{translate(relation.value)} {counts[relation]}" for relation in Relation if counts[relation]]
        notes = [translate(Note.COUNTED).format(counts=", ".join(told))] if told else []
        met = {one.shape for one in self._all}
        alone = [number for number in range(len(self._shapes)) if number not in met]
        if not met:
            code = OFFERED[self._crs].code
            notes.append(translate(Note.NOTHING).format(crs=code if code == "CRS84" else f"EPSG:{code}"))
        elif alone:
            notes.append(translate(Note.ALONE).format(numbers=_numbers(alone)))
        if repaired := [number for number, one in enumerate(self._shapes) if one.repaired]:
            notes.append(translate(Note.REPAIRED).format(numbers=_numbers(repaired)))
        return notes

    def cells(self, names: Sequence[str]) -> Iterator[tuple[Any, ...]]:
        """The values of the named properties by pair.

        :raises InvalidValue: for a name that is no property of pairs
        """
        for name in names:
            if name not in OVERLAY.by_name:
                raise InvalidValue(name, "is no property of an overlay.", nearest(name, OVERLAY.by_name))
        return (tuple(record[name] for name in names) for record in self._records)

    def features(
        self, crs: str = CRS84, names: Sequence[str] | None = None, *, geometry: bool = True
    ) -> Sequence[bytes]:
        """Each pair as a GeoJSON object, with the area of ours."""
        chosen = [f.name for f in OVERLAY.fields if names is None or f.name in names]
        empty = {id_: page.features(crs, (), geometry=geometry)[0] for id_, page in self._pages.items()}
        written = []
        for pair, one, record in zip(self.ids, self._shown, self._records, strict=True):
            properties = numbered_escapes(orjson.dumps({name: record[name] for name in chosen}))
            area = empty[one.id].replace(orjson.dumps(one.id), orjson.dumps(pair), 1)
            written.append(area.removesuffix(b"{}}") + properties + b"}")
        return written

    def bounds(self, crs: str = CRS84) -> tuple[float, float, float, float] | None:
        """The box around the areas."""
        boxes = [box for page in self._pages.values() if (box := page.bounds(crs))]
        if not boxes:
            return None
        sides = list(zip(*boxes, strict=True))
        return min(sides[0]), min(sides[1]), max(sides[2]), max(sides[3])

    @property
    def size(self) -> int:
        """About how many bytes the areas take: each stands in every pair that it is part of."""
        sizes = {id_: len(page.features(self._crs, ())[0]) for id_, page in self._pages.items()}
        return sum(sizes[one.id] for one in self._shown)

    @cached_property
    def _pages(self) -> dict[str, Page]:
        return {id_: self._store.one(self._over.id, id_) for id_ in dict.fromkeys(one.id for one in self._shown)}

    @cached_property
    def _records(self) -> list[dict[str, Any]]:
        own = (self._over.title_field, "country", "country_name")
        known = {id_: next(iter(page.cells(own))) for id_, page in self._pages.items()}
        return [self._record(one, pair, known[one.id]) for one, pair in zip(self._shown, self.ids, strict=True)]

    def _record(self, one: Meeting, pair: str, known: tuple[Any, ...]) -> dict[str, Any]:
        name, country, country_name = known
        return {
            "pair": pair,
            "feature": one.shape + 1,
            "feature_id": self._shapes[one.shape].id,
            "relation": one.relation.value,
            "area": one.id,
            "name": name,
            "country": country,
            "country_name": country_name,
            "distance_km": round(one.distance_km, _KM),
            "shared_km2": None if one.shared_km2 is None else round(one.shared_km2, _KM2),
            "shared_km": None if one.shared_km is None else round(one.shared_km, _KM),
            "share_of_feature": round(one.share_of_shape, _SHARE),
            "share_of_area": None if one.share_of_feature is None else round(one.share_of_feature, _SHARE),
        }


def _numbers(positions: Sequence[int]) -> str:
    shown = ", ".join(str(number + 1) for number in positions[:_NAMED])
    return f"{shown}, …" if len(positions) > _NAMED else shown

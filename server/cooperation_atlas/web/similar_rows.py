"""Areas that are alike as rows of a table, with the reasons in a language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..matching.similar import Alike, Found, SimilarAreas
from ..model.collections import Collection
from ..model.fields import Field
from ..model.similar import OTHER, SAME, SIMILAR_REGIONS
from ..ogc.row_page import RowPage
from ..ogc.similar_request import SimilarRequest
from ..store.budget import Budget
from ..store.contract import Store
from .translations.catalogue import Catalogue

#: Digits of scores.
_DIGITS = 3
#: The part of the score that is a property of its own.
_CATEGORY = "category_of_region"


class SimilarRows:
    """Makes the rows.

    :param catalogue: of the language
    """

    def __init__(self, store: Store, areas: Collection, similar: SimilarAreas, catalogue: Catalogue) -> None:
        self._store = store
        self._areas = areas
        self._similar = similar
        self._catalogue = catalogue

    def page(self, request: SimilarRequest, found: Found, budget: Budget | None) -> RowPage:
        """The areas found as a page of features."""
        codes = [self._similar.facts.areas[one.row] for one in found.areas]
        rows = [self._row(place, one) for place, one in enumerate(found.areas, start=1)]
        shapes: list[bytes] = []
        if not request.shown.skip_geometry:
            version = self._areas.period.nuts_version if self._areas.period else None
            places = self._store.places(codes, request.shown.crs, version, budget)
            shapes = [place.geometry if place else b"null" for place in places]
        page = RowPage(SIMILAR_REGIONS, codes, rows, shapes or None)
        page.matched = found.matched
        return page

    def _row(self, rank: int, one: Alike) -> dict[str, Any]:
        names = [f.name for f in SIMILAR_REGIONS.fields if f.name in self._areas.by_name and not f.twin_of]
        (cells,) = self._store.one(self._areas.id, self._similar.facts.areas[one.row]).cells(names)
        row: dict[str, Any] = dict(zip(names, cells, strict=True))
        for name, ends in {"score": (one.low, one.high), **one.parts}.items():
            if name == "size":
                row["size"] = None if ends is None else round(ends[0], _DIGITS)
                continue
            low, high = (None, None) if ends is None else (round(ends[0], _DIGITS), round(ends[1], _DIGITS))
            row |= {f"{name}_low": low, f"{name}_high": high}
        row |= {
            "rank": rank,
            "distance_km": None if one.km is None else float(round(one.km)),
            "alike": [self._same(*same) for same in one.same] or None,
            "different": [self._different(*differing) for differing in one.other] or None,
            "not_known": [self._title(name) for name in (*one.not_known, *_doubtful(one))] or None,
        }
        for name in ("alike", "different", "not_known"):
            row[f"{name}_text"] = "; ".join(row[name]) if row[name] else None
        return row

    def _same(self, name: str, code: str) -> str:
        return self._say(SAME, title=self._title(name), text=self._word(code))

    def _different(self, name: str, own: str, theirs: str) -> str:
        return self._say(OTHER, title=self._title(name), own=self._word(own), theirs=self._word(theirs))

    def _title(self, name: str) -> str:
        field: Field = SIMILAR_REGIONS.by_name[name]
        return self._catalogue.translate(field.title)

    def _word(self, code: str) -> str:
        return self._catalogue.translate(code.replace("_", " "))

    def _say(self, pattern: str, **values: str) -> str:
        return self._catalogue.gettext(pattern) % values


def _doubtful(one: Alike) -> tuple[str, ...]:
    """The category, where it is not known of one of the two."""
    ends: Mapping[str, tuple[float, float] | None] = one.parts
    category = ends["category"]
    return (_CATEGORY,) if category is not None and category[0] != category[1] else ()

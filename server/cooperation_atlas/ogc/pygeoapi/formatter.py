"""The formats of the registry as formatters of a stock pygeoapi that publishes an edition.

formatters:
  - name: cooperation_atlas.ogc.pygeoapi.formatter.FeatureFormatter
    f: jsonld
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import orjson
import shapely
from pygeoapi.formatter.base import BaseFormatter

from ...model.collections import collection
from ...store.contract import Page
from ...store.crs import CRS84
from ...store.open import open_editions
from ...store.query import Query
from ..address import Address
from ..formats.document import FeatureDocument, Words
from ..formats.geojson import numbered_escapes
from ..formats.registry import FORMATS
from ..requests import ItemsRequest


class FeatureFormatter(BaseFormatter):
    """Writes what the provider of this folder gives in a format of the registry.

    ``formatter_def``: ``f`` is the format, ``json`` where it is missing. pygeoapi has a formatter of its own for CSV
    and asks that one.
    """

    def __init__(self, formatter_def: dict[str, Any]) -> None:
        self._format = FORMATS[formatter_def.get("f", "json")]
        if self._format.is_page:
            raise ValueError(f"{formatter_def['name']}: pygeoapi makes pages itself, so f cannot be {self._format.id}.")
        # pygeoapi finds formatters by their names, and writes these into its links as values of ``f``.
        super().__init__({"attachment": self._format.attachment, **formatter_def, "name": self._format.id})
        self.f = self._format.id
        self.extension = self._format.extension
        self.mimetype = self._format.content_type

    def write(self, options: dict[str, Any] | None = None, data: dict[str, Any] | None = None) -> bytes:
        """The features as bytes.

        :param options: ``provider_def`` as in the configuration, ``content_crs`` of the request
        :param data: the FeatureCollection, with the links of pygeoapi
        """
        options, data = options or {}, data or {}
        provider = options["provider_def"]
        chosen = collection(provider["options"]["collection"])
        page = DecodedPage(Query(chosen.id), data)
        address = next(link["href"] for link in data["links"] if link["rel"] == "self").partition("?")[0]
        crs = options.get("content_crs") or CRS84
        names = tuple(data["features"][0]["properties"]) if data["features"] else None
        store = open_editions(Path(provider["data"]), numbered_escapes).store
        return self._format.write_list(
            FeatureDocument(
                collection=chosen,
                page=page,
                request=ItemsRequest(page.query, crs=crs, properties=names),
                address=Address(address, ()),
                links=data["links"],
                edition=store.edition,
                base=address.partition("/collections/")[0],
                words=Words(store.codelists),
            )
        )


class DecodedPage(Page):
    """A page of features that pygeoapi hands back as objects, already in the form of the answer.

    :param query: names the collection
    :param data: a FeatureCollection
    """

    hints = notes = ()
    unknown = 0  # pygeoapi hands over what matches

    def __init__(self, query: Query, data: Mapping[str, Any]) -> None:
        self._query = query
        self._features: list[dict[str, Any]] = data["features"]
        self._matched = int(data.get("numberMatched", len(self._features)))

    @property
    def query(self) -> Query:
        """The query."""
        return self._query

    @property
    def matched(self) -> int:
        """Number of features that match, on all pages."""
        return self._matched

    @property
    def ids(self) -> Sequence[str]:
        """Ids of the features."""
        return [str(feature["id"]) for feature in self._features]

    def __len__(self) -> int:
        """Number of features."""
        return len(self._features)

    def cells(self, names: Sequence[str]) -> Iterator[tuple[Any, ...]]:
        """The values of the properties."""
        return (tuple(feature["properties"].get(name) for name in names) for feature in self._features)

    def features(
        self, crs: str = CRS84, names: Sequence[str] | None = None, *, geometry: bool = True
    ) -> Sequence[bytes]:
        """The features as they were handed over, with the properties that are named."""
        return [
            orjson.dumps(
                {
                    "type": "Feature",
                    "id": feature["id"],
                    "geometry": feature["geometry"] if geometry else None,
                    "properties": {n: v for n, v in feature["properties"].items() if names is None or n in names},
                }
            )
            for feature in self._features
        ]

    def bounds(self, crs: str = CRS84) -> tuple[float, float, float, float] | None:
        """The box around the coordinates, in the order in which they stand."""
        geometries = [feature["geometry"] for feature in self._features if feature["geometry"]]
        if not geometries:
            return None
        west, south, east, north = shapely.total_bounds([shapely.geometry.shape(each) for each in geometries])
        return float(west), float(south), float(east), float(north)

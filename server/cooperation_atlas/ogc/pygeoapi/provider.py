"""The pygeoapi provider: one collection of the published edition.

pygeoapi's core asks it for fields and, in a stock pygeoapi, for features. Our own items resource
(``web.resources.features``) asks the same store for pages of encoded features, without the objects in between.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import orjson
from pygeoapi.provider.base import (
    BaseProvider,
    ProviderInvalidQueryError,
    ProviderItemNotFoundError,
    SchemaType,
)

from ...model.collections import collection
from ...model.errors import AtlasError, NotFound
from ...store.contract import Page, Store
from ...store.cql2 import parse_json
from ...store.crs import CRS84, offered
from ...store.open import open_editions
from ...store.query import Box
from ..formats.geojson import numbered_escapes
from ..requests import parse_items
from ..schema import feature_schema, property_schema
from ..search import search
from .filters import cql2_json


class CooperationAtlasProvider(BaseProvider):
    """Features of one collection.

    ``provider_def``: ``data`` is the folder of the editions, ``options.collection`` the collection id.

    :raises InvalidQuery: (a 400 of pygeoapi) for values that a parameter does not take
    """

    def __init__(self, provider_def: dict[str, Any]) -> None:
        # The core transforms geometries of a filter to this CRS, and leaves filter-crs aside where there is none.
        provider_def.setdefault("storage_crs", CRS84)
        super().__init__(provider_def)
        self._fields: dict[str, dict[str, Any]] = {}
        self.collection = collection(self.options["collection"])
        self.id_field = self.collection.id_field
        self.title_field = self.collection.title_field
        # Criteria that are no property (topic, nuts3 …) reach the provider this way.
        self.include_extra_query_parameters = True
        self.get_fields()

    @property
    def store(self) -> Store:
        """The store of the edition that is served now."""
        return open_editions(Path(self.data), numbered_escapes).store

    def get_fields(self) -> dict[str, dict[str, Any]]:
        """The properties as JSON Schemas."""
        if not self._fields:
            lists = self.store.codelists
            self._fields = {f.name: property_schema(f, lists) for f in self.collection.fields}
        return self._fields

    def get_schema(self, schema_type: SchemaType = SchemaType.item) -> tuple[str, dict[str, Any]]:
        """Media type and JSON Schema of a feature."""
        return "application/geo+json", feature_schema(self.collection, self.store.codelists, self.collection.id)

    def query(
        self,
        offset: int = 0,
        limit: int = 10,
        resulttype: str = "results",
        bbox: list[float] | None = None,
        datetime_: str | None = None,
        properties: list[tuple[str, str]] | None = None,
        sortby: list[dict[str, str]] | None = None,
        select_properties: list[str] | None = None,
        skip_geometry: bool = False,
        q: str | None = None,
        filterq: Any = None,
        crs_transform_spec: Any = None,
        **kwargs: Any,
    ) -> dict[str, Any]:
        """A GeoJSON FeatureCollection, in CRS84 or in the CRS of ``crs_transform_spec``.

        :param filterq: CQL2 as pygeofilter reads it, its geometries in CRS84
        """
        # The parser of our own items resource: the same rules, and nothing that was asked is left aside.
        given = [
            *(properties or []),
            *((name, text) for name, text in (("q", q), ("datetime", datetime_)) if text is not None),
        ]
        try:
            request = parse_items(self.collection, given)
            query = replace(
                request.query,
                box=Box((bbox[0], bbox[1], bbox[2], bbox[3])) if bbox else None,
                filter=None if filterq is None else parse_json(orjson.dumps(cql2_json(filterq))),
                sortby=tuple((s["property"], s["order"] == "-") for s in sortby or []),
                offset=offset,
                limit=limit,
            )
            page = search(self.store, replace(request, query=query))
        except AtlasError as error:
            raise ProviderInvalidQueryError(user_msg=str(error)) from error
        names = tuple(select_properties) if select_properties else None
        crs = _crs_of(crs_transform_spec)
        features = [] if resulttype == "hits" else _features(page, crs, names, geometry=not skip_geometry)
        return {
            "type": "FeatureCollection",
            "numberMatched": page.matched,
            "numberReturned": len(features),
            "features": features,
        }

    def get(self, identifier: str, crs_transform_spec: Any = None, **kwargs: Any) -> dict[str, Any]:
        """One feature.

        :raises ProviderItemNotFoundError: where there is none of that id
        """
        try:
            page = self.store.one(self.collection.id, identifier)
        except NotFound as error:
            raise ProviderItemNotFoundError(user_msg=str(error)) from error
        return _features(page, _crs_of(crs_transform_spec))[0]


def _features(
    page: Page, crs: str, names: tuple[str, ...] | None = None, *, geometry: bool = True
) -> list[dict[str, Any]]:
    """Fresh objects, arrays too: pygeoapi's core may change what it gets."""
    return [orjson.loads(feature) for feature in page.features(crs, names, geometry=geometry)]


def _crs_of(spec: Any) -> str:
    """URI of the CRS that pygeoapi's core asks for."""
    return offered(spec.target_crs_uri, "crs").uri if spec else CRS84

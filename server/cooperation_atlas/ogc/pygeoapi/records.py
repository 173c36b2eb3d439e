"""The pygeoapi provider of records: knowledge, and examples of cooperation actions (OGC API - Records, 20-004r1)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pygeoapi.provider.base import BaseProvider, ProviderInvalidQueryError, ProviderItemNotFoundError

from ...model.errors import AtlasError, NotFound
from ...model.fields import FieldType
from ...model.record_collections import IDS, RECORD_COLLECTIONS, RecordCollection
from ...settings import Settings
from ...store.codelists import CodeLists
from ...store.contract import Store
from ...store.crs import CRS84
from ...store.records import Record, Records, records_of
from ..notices import licence_links
from ..parameter_values import interval_of
from ..schema import property_schema

#: Dotted name by which pygeoapi loads the provider.
PROVIDER = "cooperation_atlas.ogc.pygeoapi.records.RecordsProvider"
_SPEC = "http://www.opengis.net/spec/ogcapi-records-1/1.0/conf"
#: What holds of the records and of their list. Sorting would need a resource that pygeoapi does not have.
CONFORMANCE = tuple(f"{_SPEC}/{name}" for name in ("record-core", "record-core-query-parameters", "html"))
_NO_LISTS = CodeLists({})


class RecordsProvider(BaseProvider):
    """The records of one collection of an edition.

    ``provider_def``: ``data`` is the folder of the edition, or the link ``current`` to it; ``options.collection`` is
    the collection, ``options.samples`` whether records that are made up are among them.
    """

    #: Parameters that are no property, beside those of pygeoapi.
    extra_parameters = (IDS,)

    def __init__(self, provider_def: dict[str, Any]) -> None:
        super().__init__(provider_def)
        self.include_extra_query_parameters = True
        self._fields: dict[str, dict[str, Any]] = {}
        self.collection = RECORD_COLLECTIONS[self.options["collection"]]
        self.get_fields()

    @property
    def records(self) -> Records:
        """The records."""
        found = records_of(Path(self.data).resolve(), self.collection)
        return found if self.options.get("samples", True) else found.without_samples()

    def get_fields(self) -> dict[str, dict[str, Any]]:
        """The properties as JSON Schemas. Those of arrays are that of a value, which is what is compared."""
        if not self._fields:
            for field in self.collection.fields:
                schema = property_schema(field, _NO_LISTS)
                schema["type"] = "boolean" if field.type is FieldType.BOOLEAN else "string"
                self._fields[field.name] = {name: value for name, value in schema.items() if name != "items"}
        return self._fields

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
        **kwargs: Any,
    ) -> dict[str, Any]:
        """A FeatureCollection of records.

        :param bbox: none of them has a geometry, so that none is in a box
        """
        try:
            days = None if datetime_ is None else interval_of(datetime_)
            found = [] if bbox else self.records.search(q, properties or (), days)
        except AtlasError as error:
            raise ProviderInvalidQueryError(user_msg=str(error)) from error
        for key in reversed(sortby or []):
            found.sort(key=lambda record: record.of(key["property"]), reverse=key["order"] == "-")
        shown = (
            []
            if resulttype == "hits"
            else [as_feature(self.collection, record) for record in found[offset : offset + limit]]
        )
        if skip_geometry:  # records that get one some day are without it then
            shown = [{**feature, "geometry": None} for feature in shown]
        if select_properties:
            for feature in shown:
                feature["properties"] = {name: feature["properties"][name] for name in select_properties}
        return {
            "type": "FeatureCollection",
            "numberMatched": len(found),
            "numberReturned": len(shown),
            "features": shown,
        }

    def get(self, identifier: str, **kwargs: Any) -> dict[str, Any]:
        """One record.

        :raises ProviderItemNotFoundError: where there is none of that id
        """
        try:
            return as_feature(self.collection, self.records.one(identifier))
        except NotFound as error:
            raise ProviderItemNotFoundError(user_msg=str(error)) from error


def as_feature(collection: RecordCollection, record: Record) -> dict[str, Any]:
    """The record as GeoJSON: the members of 20-004r1, and beside them the properties that a request can name."""
    named: dict[str, Any] = {}
    for field in collection.fields:
        values = record.of(field.name)
        match field.type:
            case FieldType.ARRAY:
                named[field.name] = list(values)
            case FieldType.BOOLEAN:
                named[field.name] = values == ("true",)
            case _:
                named[field.name] = values[0] if values else None
    themes = [
        {"scheme": collection.codelists[name], "concepts": [{"id": code} for code in record.of(name)]}
        for name in collection.several
        if record.of(name)
    ]
    properties = named | {
        "language": {"code": named["language"]},
        "resourceLanguages": [{"code": named["language"]}],
        "contacts": list(_contacts(named)),
        "externalIds": [_external(value) for value in record.of("externalIds")],
        "themes": themes,
        "updated": f"{named['source_date']}T00:00:00Z",
    }
    about = {"rel": "about", "href": named["url"], "hreflang": named["language"], "title": named["title"]}
    return {
        "id": record.id,
        "type": "Feature",
        "conformsTo": [CONFORMANCE[0]],
        "time": _time(*(named[name] for name in collection.days), single=len(set(collection.days)) == 1),
        "geometry": None,
        "properties": properties,
        "links": [about] if named["url"] else [],
    }


def _time(begin: str | None, end: str | None, *, single: bool) -> dict[str, Any] | None:
    if begin is None and end is None:
        return None
    return {"date": begin} if single else {"interval": [begin or "..", end or ".."]}


def _contacts(named: dict[str, Any]) -> Iterator[dict[str, Any]]:
    if publisher := named.get("publisher"):
        yield {"organization": publisher, "roles": ["publisher"]}
    if contact := named.get("contact"):
        how = {"emails": [{"value": contact}]} if "@" in contact else {"links": [{"rel": "about", "href": contact}]}
        yield {"roles": ["pointOfContact"], **how}


def resources(settings: Settings, store: Store) -> dict[str, Any]:
    """The collections in pygeoapi's configuration, for one edition, or for it as if it had no samples."""
    return {
        collection.id: {
            "type": "collection",
            "title": collection.title,
            "description": collection.description,
            "keywords": list(collection.keywords),
            "links": licence_links(),
            "extents": {"spatial": {"bbox": [-180.0, -90.0, 180.0, 90.0], "crs": CRS84}},
            "providers": [
                {
                    "type": "record",
                    "name": PROVIDER,
                    "data": str(settings.editions / str(store.edition["id"])),
                    "options": {"collection": collection.id, "samples": bool(store.edition["samples"])},
                    "id_field": "id",
                    "title_field": "title",
                    "time_field": collection.days[0],
                }
            ],
        }
        for collection in RECORD_COLLECTIONS.values()
    }


def _external(value: str) -> dict[str, str]:
    scheme, _, own = value.rpartition(":")
    return {"scheme": scheme, "value": own} if scheme else {"value": own}

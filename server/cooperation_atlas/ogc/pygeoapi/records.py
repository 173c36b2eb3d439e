"""The pygeoapi provider of the records of knowledge (OGC API - Records, 20-004r1)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pygeoapi.provider.base import BaseProvider, ProviderInvalidQueryError, ProviderItemNotFoundError

from ...model.errors import AtlasError, NotFound
from ...model.fields import FieldType
from ...model.knowledge import CODED, DESCRIPTION, IDS, KEYWORDS, KNOWLEDGE_FIELDS, TITLE
from ...settings import Settings
from ...store.codelists import CodeLists
from ...store.contract import Store
from ...store.crs import CRS84
from ...store.knowledge import Knowledge, Record, knowledge_of
from ..notices import licence_links
from ..parameter_values import interval_of
from ..schema import property_schema

#: Dotted name by which pygeoapi loads the provider.
PROVIDER = "cooperation_atlas.ogc.pygeoapi.records.KnowledgeProvider"
_SPEC = "http://www.opengis.net/spec/ogcapi-records-1/1.0/conf"
#: What holds of the records and of their list. Sorting would need a resource that pygeoapi does not have.
CONFORMANCE = tuple(f"{_SPEC}/{name}" for name in ("record-core", "record-core-query-parameters", "html"))
_NO_LISTS = CodeLists({})


class KnowledgeProvider(BaseProvider):
    """The records of one edition.

    ``provider_def``: ``data`` is the folder of the edition, or the link ``current`` to it.
    """

    #: Parameters that are no property, beside those of pygeoapi.
    extra_parameters = (IDS,)

    def __init__(self, provider_def: dict[str, Any]) -> None:
        super().__init__(provider_def)
        self.include_extra_query_parameters = True
        self._fields: dict[str, dict[str, Any]] = {}
        self.get_fields()

    @property
    def knowledge(self) -> Knowledge:
        """The records."""
        return knowledge_of(Path(self.data).resolve())

    def get_fields(self) -> dict[str, dict[str, Any]]:
        """The properties as JSON Schemas. Those of arrays are that of a value, which is what is compared."""
        if not self._fields:
            for field in KNOWLEDGE_FIELDS:
                schema = {**property_schema(field, _NO_LISTS), "type": "string"}
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
            found = [] if bbox else self.knowledge.search(q, properties or (), days)
        except AtlasError as error:
            raise ProviderInvalidQueryError(user_msg=str(error)) from error
        for key in reversed(sortby or []):
            found.sort(key=lambda record: record.of(key["property"]), reverse=key["order"] == "-")
        shown = [] if resulttype == "hits" else [as_feature(record) for record in found[offset : offset + limit]]
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
            return as_feature(self.knowledge.one(identifier))
        except NotFound as error:
            raise ProviderItemNotFoundError(user_msg=str(error)) from error


def as_feature(record: Record) -> dict[str, Any]:
    """The record as GeoJSON: the members of 20-004r1, and beside them the properties that a request can name."""
    named: dict[str, Any] = {}
    for field in KNOWLEDGE_FIELDS:
        values = record.of(field.name)
        named[field.name] = list(values) if field.type is FieldType.ARRAY else (values[0] if values else None)
    themes = [
        {"scheme": codelist, "concepts": [{"id": code} for code in record.of(name)]}
        for name in CODED
        if name != "type" and record.of(name) and (codelist := _codelist(name))
    ]
    properties = named | {
        "language": {"code": record.language},
        "resourceLanguages": [{"code": record.language}],
        "contacts": [{"organization": record.publisher, "roles": ["publisher"]}],
        "externalIds": [_external(value) for value in record.of("externalIds")],
        "themes": themes,
        "updated": f"{record.source_date}T00:00:00Z",
    }
    return {
        "id": record.id,
        "type": "Feature",
        "conformsTo": [CONFORMANCE[0]],
        "time": {"date": record.date} if record.date else None,
        "geometry": None,
        "properties": properties,
        "links": [{"rel": "about", "href": record.url, "hreflang": record.language, "title": record.title}],
    }


def resource(settings: Settings, store: Store) -> dict[str, Any]:
    """The collection in pygeoapi's configuration, for one edition."""
    return {
        "type": "collection",
        "title": TITLE,
        "description": DESCRIPTION,
        "keywords": list(KEYWORDS),
        "links": licence_links(),
        "extents": {"spatial": {"bbox": [-180.0, -90.0, 180.0, 90.0], "crs": CRS84}},
        "providers": [
            {
                "type": "record",
                "name": PROVIDER,
                "data": str(settings.editions / str(store.edition["id"])),
                "id_field": "id",
                "title_field": "title",
                "time_field": "date",
            }
        ],
    }


def _codelist(name: str) -> str | None:
    return next(field.codelist for field in KNOWLEDGE_FIELDS if field.name == name)


def _external(value: str) -> dict[str, str]:
    scheme, _, own = value.rpartition(":")
    return {"scheme": scheme, "value": own} if scheme else {"value": own}

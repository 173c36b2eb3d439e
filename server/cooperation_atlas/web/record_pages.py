"""Records of a catalogue (OGC API - Records) as pages: a list with a form, and one record with its facts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from ..model.collections import PROGRAMMES
from ..ogc.pygeoapi.configured import ConfiguredCollection
from .http.representation import Representation
from .http.request import ResourceRequest
from .pages import page
from .service import ServedEdition

#: Relation of the link from a record to what it is about; catalogues of others may use ``item``.
_ABOUT = ("about", "item")


def records_page(
    view: ServedEdition, request: ResourceRequest, collection: ConfiguredCollection, content: Mapping[str, Any]
) -> Representation:
    """A list of records.

    :param content: the list as pygeoapi's core gives it
    """
    lists = {name: field["x-ogc-codelistId"] for name, field in collection.fields.items() if _list_of(view, field)}
    links = {link["rel"]: link["href"] for link in content["links"]}
    shown = {
        "collection": collection,
        "records": [_record(feature) for feature in content["features"]],
        "matched": content.get("numberMatched", len(content["features"])),
        "lists": lists,
        "previous": _page_of(links.get("prev")),
        "following": _page_of(links.get("next")),
    }
    return page("records.html", shown, view, request)


def record_page(
    view: ServedEdition, request: ResourceRequest, collection: ConfiguredCollection, content: Mapping[str, Any]
) -> Representation:
    """One record.

    :param content: the record as pygeoapi's core gives it
    """
    shown = {
        "collection": collection,
        "record": _record(content),
        "fields": _facts(view, collection, content),
        # The property that names a programme of this service.
        "programme_field": PROGRAMMES.id_field,
    }
    return page("record.html", shown, view, request)


def _list_of(view: ServedEdition, field: Mapping[str, Any]) -> bool:
    return field.get("x-ogc-codelistId") in view.store.codelists


def _record(feature: Mapping[str, Any]) -> dict[str, Any]:
    properties = feature["properties"]
    about = next((link["href"] for link in feature.get("links", ()) if link.get("rel") in _ABOUT), None)
    address = properties.get("url") or about
    language = properties.get("language")
    return {
        "id": feature["id"],
        "title": properties.get("title") or feature["id"],
        "language": language.get("code") if isinstance(language, dict) else language,
        # Whatever a catalogue holds: a link leads to a page, never to a script.
        "address": address if address and urlsplit(address).scheme in ("http", "https") else None,
        "properties": properties,
        "is_sample": properties.get("sample") is True,
    }


def _facts(
    view: ServedEdition, collection: ConfiguredCollection, content: Mapping[str, Any]
) -> list[tuple[str, str, str | None, list[str]]]:
    """Name, title, code list and values of each property that the record has."""
    found = []
    for name, field in collection.fields.items():
        value = content["properties"].get(name)
        # What is the same for every record, and that one is made up, is told elsewhere on the page.
        told = isinstance(value, bool) or name == "title" or (name == "type" and not _list_of(view, field))
        values = [] if told else _texts(value)
        if values:
            codelist = field["x-ogc-codelistId"] if _list_of(view, field) else None
            found.append((name, str(field.get("title", name)), codelist, values))
    return found


def _texts(value: Any) -> list[str]:
    """A value as texts: what is nested is shown by its codes or values."""
    if value is None or value == "":
        return []
    if isinstance(value, list):
        return [text for part in value for text in _texts(part)]
    if isinstance(value, dict):
        if "value" in value:
            return [":".join(str(value[key]) for key in ("scheme", "value") if key in value)]
        return [str(value["code"])] if "code" in value else [f"{key}: {one}" for key, one in value.items()]
    return [str(value)]


def _page_of(href: str | None) -> str | None:
    """Path and query of a page of the list, in the format that the client chose."""
    if href is None:
        return None
    parts = urlsplit(href)
    query = "&".join(part for part in parts.query.split("&") if not part.startswith("f="))
    return f"{parts.path}?{query}" if query else parts.path

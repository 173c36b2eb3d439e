"""All formats of the service. A new one is a writer and an entry here: what ``f`` and ``Accept`` choose, links, header
fields, API definition, catalogue and pages follow from it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import orjson

from ...model.collections import Collection
from ...model.errors import InvalidValue
from ..conformance import features
from . import atom, csv, fgb, geojson, gpkg, html, ics, jsonld, spreadsheet, turtle, vector_table, xlsx
from .document import FeatureDocument, PageWriter

Writer = Callable[[FeatureDocument], bytes]

#: Schemas of bodies in the API definition.
TEXT: Mapping[str, Any] = {"type": "string"}
OBJECT: Mapping[str, Any] = {"type": "object"}
BINARY: Mapping[str, Any] = {"type": "string", "format": "binary"}


@dataclass(frozen=True)
class ObjectForm:
    """How a format has the documents about the service, each of which is one JSON object.

    :param media_type: where the document has none of its own
    :param write: writes the object; a page needs the name of a template, and what makes pages
    :param linked: whether it needs the object in JSON-LD, which not every document has
    """

    media_type: str
    title: str
    write: Callable[[dict[str, Any], str, PageWriter], bytes]
    linked: bool = False


@dataclass(frozen=True)
class Format:
    """A format of features.

    :param id: value of the parameter ``f``
    :param title: for people
    :param media_type: of features
    :param extension: of file names, without a dot
    :param write_list: writes a page of features
    :param write_feature: writes a single feature
    :param steps: what writing one feature costs (``store.budget``)
    :param property_steps: what each of its properties costs beside that
    :param geometry_steps: what each byte of its geometry as GeoJSON costs
    :param first_steps: what a document costs beside its features
    :param charset: what the header ``Content-Type`` says of the encoding of characters
    :param accepted: further media types by which ``Accept`` can ask for it
    :param geometry: whether it holds the geometry, in a CRS
    :param typed_by_content: whether clients guess the types of the properties from the first features
    :param is_page: whether it is read in a browser; all others are downloads
    :param worded: whether it has texts of this service, in the language asked for
    :param labelled: whether it can have labels in the place of codes (``labels=true``)
    :param attachment: whether a browser is told to save it
    :param schema: of the body in the API definition; ``None`` for that of GeoJSON
    :param file_type: code of the file type in the vocabulary of the Publications Office of the EU
    :param objects: how it has documents about the service, ``None`` where it has features only
    :param conformance: URIs of the conformance classes that hold because of it
    :param holds: which collections it can hold
    """

    id: str
    title: str
    media_type: str
    extension: str
    write_list: Writer
    write_feature: Writer
    steps: int
    charset: str | None = None
    accepted: tuple[str, ...] = ()
    geometry: bool = True
    typed_by_content: bool = False
    is_page: bool = False
    worded: bool = False
    labelled: bool = False
    attachment: bool = False
    schema: Mapping[str, Any] | None = None
    file_type: str | None = None
    objects: ObjectForm | None = None
    conformance: tuple[str, ...] = ()
    holds: Callable[[Collection], bool] = lambda _: True
    property_steps: int = 0
    geometry_steps: float = 0.0
    first_steps: Callable[[], int] = lambda: 0

    def cost(self, features: int, collection: Collection, properties: Sequence[str] | None = None) -> int:
        """The steps of writing so many features of a collection, with all their properties or with some.

        Those of their geometry come on top (``geometry_steps``).
        """
        count = len(collection.fields if properties is None else properties)
        return self.first_steps() + features * (self.steps + count * self.property_steps)

    @cached_property
    def content_type(self) -> str:
        """The header ``Content-Type`` of features."""
        return f"{self.media_type}; charset={self.charset}" if self.charset else self.media_type

    @cached_property
    def media_types(self) -> tuple[str, ...]:
        """All media types by which ``Accept`` can ask for it, the usual one first."""
        usual = (self.objects.media_type,) if self.objects else ()
        return tuple(dict.fromkeys((*usual, self.media_type, *self.accepted)))


def _json(content: dict[str, Any], _template: str, _html: PageWriter) -> bytes:
    return orjson.dumps(content)


def _turtle(content: dict[str, Any], _template: str, _html: PageWriter) -> bytes:
    return turtle.write_object(content)


#: All formats by the value of ``f``, the usual one first.
FORMATS: dict[str, Format] = {
    format_.id: format_
    for format_ in (
        Format(
            "json",
            "GeoJSON",
            geojson.MEDIA_TYPE,
            "geojson",
            geojson.write_list,
            geojson.write_feature,
            steps=40,
            accepted=(
                "application/schema+json",
                "application/problem+json",
                "application/vnd.oai.openapi+json",
                "application/openapi+json",
                "text/json",
            ),
            typed_by_content=True,
            file_type="GEOJSON",
            objects=ObjectForm("application/json", "JSON", _json),
            conformance=features(1, "geojson"),
        ),
        Format(
            "html",
            "HTML",
            html.MEDIA_TYPE,
            "html",
            html.write_list,
            html.write_feature,
            steps=600,
            charset="utf-8",
            accepted=("application/xhtml+xml",),
            geometry=False,
            is_page=True,
            worded=True,
            schema=TEXT,
            objects=ObjectForm(html.MEDIA_TYPE, "HTML", html.write_object),
            conformance=features(1, "html"),
        ),
        Format(
            "csv",
            "CSV",
            csv.MEDIA_TYPE,
            "csv",
            csv.write,
            csv.write,
            steps=200,
            charset="utf-8",
            geometry=False,
            labelled=True,
            attachment=True,
            schema=TEXT,
            file_type="CSV",
        ),
        Format(
            "xlsx",
            "XLSX",
            spreadsheet.MEDIA_TYPE,
            "xlsx",
            xlsx.write,
            xlsx.write,
            steps=100,
            property_steps=40,
            first_steps=lambda: 50_000,
            geometry=False,
            worded=True,
            labelled=True,
            attachment=True,
            schema=BINARY,
            file_type="XLSX",
        ),
        Format(
            "gpkg",
            "GeoPackage",
            gpkg.MEDIA_TYPE,
            "gpkg",
            gpkg.write,
            gpkg.write,
            steps=vector_table.STEPS,
            property_steps=vector_table.PROPERTY_STEPS,
            geometry_steps=vector_table.GEOMETRY_STEPS,
            first_steps=lambda: vector_table.FILE_STEPS,
            worded=True,
            attachment=True,
            schema=BINARY,
            file_type="GPKG",
            holds=lambda collection: not collection.is_derived,
        ),
        Format(
            "fgb",
            "FlatGeobuf",
            fgb.MEDIA_TYPE,
            "fgb",
            fgb.write,
            fgb.write,
            steps=vector_table.STEPS,
            property_steps=vector_table.PROPERTY_STEPS,
            geometry_steps=vector_table.GEOMETRY_STEPS,
            first_steps=lambda: vector_table.FILE_STEPS,
            accepted=(fgb.FORMER_MEDIA_TYPE,),
            attachment=True,
            schema=BINARY,
            holds=lambda collection: not collection.is_derived,
        ),
        Format(
            "ics",
            "iCalendar",
            ics.MEDIA_TYPE,
            "ics",
            ics.write,
            ics.write,
            steps=4_000,
            first_steps=ics.first_steps,
            charset="utf-8",
            geometry=False,
            worded=True,
            attachment=True,
            schema=TEXT,
            holds=lambda collection: collection.is_calendar,
        ),
        Format(
            "jsonld",
            "JSON-LD",
            jsonld.MEDIA_TYPE,
            "jsonld",
            jsonld.write_list,
            jsonld.write_feature,
            steps=100,
            schema=OBJECT,
            file_type="JSON_LD",
            # What is worked out for one request has no terms.
            holds=lambda collection: not collection.is_derived,
            objects=ObjectForm(jsonld.MEDIA_TYPE, "JSON-LD", _json, linked=True),
        ),
        Format(
            "ttl",
            "Turtle",
            turtle.MEDIA_TYPE,
            "ttl",
            turtle.no_features,
            turtle.no_features,
            steps=100,
            accepted=("application/x-turtle",),
            schema=TEXT,
            file_type="RDF_TURTLE",
            holds=lambda _: False,
            objects=ObjectForm(turtle.MEDIA_TYPE, "Turtle", _turtle, linked=True),
        ),
        Format(
            "atom",
            "Atom",
            atom.MEDIA_TYPE,
            "atom",
            atom.no_features,
            atom.no_features,
            steps=300,
            charset="utf-8",
            schema=TEXT,
            # What has changed is told in it, not what there is.
            holds=lambda _: False,
        ),
    )
}


def formats_of(collection: Collection) -> tuple[str, ...]:
    """The formats in which there are features of a collection, the usual one first."""
    return tuple(f for f, format_ in FORMATS.items() if format_.holds(collection))


def check_labels(format_: Format, labels: bool) -> None:
    """Refuse ``labels`` for a format that has codes only.

    :raises InvalidValue: naming the formats that have labels
    """
    if labels and not format_.labelled:
        able = [f for f, each in FORMATS.items() if each.labelled]
        reason = f"is for {' and '.join(able)}; {format_.id} has codes, and labels in the properties that end in _text."
        raise InvalidValue("labels", reason, able)


def downloads(collection: Collection) -> list[Format]:
    """Those of them that are no pages."""
    return [FORMATS[f] for f in formats_of(collection) if not FORMATS[f].is_page]


def object_forms() -> dict[str, ObjectForm]:
    """How the formats have documents about the service, for those that have them."""
    return {f: format_.objects for f, format_ in FORMATS.items() if format_.objects}

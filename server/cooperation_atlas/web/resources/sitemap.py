"""``/robots.txt`` and the sitemaps: which pages there are, for search engines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil
from urllib.parse import quote, urlsplit

from ...model.collections import COLLECTIONS
from ...model.consortium import CONSORTIUM
from ...model.errors import NotFound, nearest
from ...model.record_collections import RECORD_COLLECTIONS
from ...ogc import openapi_answers as answers
from ...ogc import openapi_parameters as declare
from ...ogc.formats.html import MEDIA_TYPE as PAGE
from ...ogc.formats.registry import TEXT
from ...ogc.openapi import ApiPart, operation
from ...ogc.parameters import unique
from ...ogc.sitemap import MEDIA_TYPE, MOST, index, sitemap
from ...store.query import Query
from ..http.representation import Representation
from ..http.request import ResourceRequest
from ..service import ServedEdition
from .block import Block, Example, Route

ROBOTS, INDEX, PART = "/robots.txt", "/sitemap.xml", "/sitemap/{part}"
#: Name of the part with the pages that are not those of single features.
_PAGES = "pages.xml"
#: Paths that answer nothing as long as nothing is asked (one of several parameters must be there), or that are parts of
#: pages of other sites.
_NO_PAGES = {f"/{CONSORTIUM.id}", "/embed"}


def block(blocks: Sequence[Block]) -> Block:
    """The files for search engines.

    :param blocks: all resources, for their pages
    """

    def robots(view: ServedEdition, request: ResourceRequest) -> Representation:
        """What engines may ask for: everything but files of data, which are no pages.

        Pages with parameters are not kept from them: they must be read to be found not to be listed.
        """
        unique(request.parameters, (), f"'{ROBOTS}'")
        prefix = urlsplit(view.base_url).path
        rules = ("User-agent: *", f"Disallow: {prefix}/*?*f=", f"Allow: {prefix}/*?*f=html")
        return _file("\n".join([*rules, f"Sitemap: {view.base_url}{INDEX}", ""]).encode(), "text/plain")

    def all_parts(view: ServedEdition, request: ResourceRequest) -> Representation:
        unique(request.parameters, (), f"'{INDEX}'")
        addresses = [f"{view.base_url}/sitemap/{part}" for part in _parts(view)]
        return _file(index(addresses, view.store.edition["created"]), MEDIA_TYPE)

    def one_part(view: ServedEdition, request: ResourceRequest, part: str) -> Representation:
        unique(request.parameters, (), f"'{request.path}'")
        parts = _parts(view)
        if part not in parts:
            raise NotFound(f"sitemap '{part}'", nearest(part, parts) or parts)
        paths = pages(view) if part == _PAGES else _features(view, part)
        addresses = (view.base_url + path for path in paths)
        return _file(sitemap(addresses, view.store.edition["created"], view.settings.languages), MEDIA_TYPE)

    def pages(view: ServedEdition) -> Iterator[str]:
        """The paths of the API definition that are pages and need no parameter."""
        real = view.without_samples.store.counts
        left_out = {f"/collections/{id_}/items" for id_, count in view.store.counts.items() if real[id_] < count}
        if view.store.edition.get("samples"):
            left_out |= {f"/collections/{c.id}/items" for c in RECORD_COLLECTIONS.values() if c.sample_field}
        left_out |= _NO_PAGES
        for one in blocks:
            for path, item in one.api(view).paths.items():
                asked = item.get("get")
                if asked is None or "{" in path or path in left_out:
                    continue
                needs = any(parameter.get("required") for parameter in asked["parameters"])
                if not needs and PAGE in asked["responses"].get("200", {}).get("content", {}):
                    yield path

    def api(view: ServedEdition) -> ApiPart:
        part = declare.in_path("part", list(_parts(view)))
        return ApiPart(
            paths={
                ROBOTS: {"get": _read("Rules for search engines", "robots", "text/plain")},
                INDEX: {"get": _read("Sitemaps", "sitemaps", MEDIA_TYPE)},
                PART: {"get": _read("One sitemap", "sitemap", MEDIA_TYPE, part)},
            }
        )

    return Block(
        routes=(
            Route(ROBOTS, robots, examples=lambda _: (Example({}),)),
            Route(INDEX, all_parts, examples=lambda _: (Example({}),)),
            Route(PART, one_part, examples=lambda _: (Example({"part": _PAGES}),)),
        ),
        api=api,
    )


def _parts(view: ServedEdition) -> list[str]:
    """The names of the sitemaps of an edition."""
    counts = view.without_samples.store.counts
    listed = (c.id for c in COLLECTIONS.values() if c.presentation.schema_type)
    return [_PAGES, *(f"{id_}-{n}.xml" for id_ in listed for n in range(1, ceil(counts[id_] / MOST) + 1))]


def _features(view: ServedEdition, part: str) -> Iterator[str]:
    """The paths of the pages of the features of a part; those of samples are not listed."""
    id_, _, number = part.removesuffix(".xml").rpartition("-")
    found = view.without_samples.store.search(Query(id_, offset=(int(number) - 1) * MOST, limit=MOST))
    return (f"/collections/{id_}/items/{quote(feature, safe='')}" for feature in found.ids)


def _read(summary: str, id_: str, media_type: str, *parameters: declare.Declared) -> dict[str, object]:
    found = {
        "description": summary,
        "headers": answers.headers_of("Atlas-Edition", "ETag"),
        "content": {media_type: {"schema": TEXT}},
    }
    return operation(summary, id_, list(parameters), {"200": found, **answers.OTHERS})


def _file(body: bytes, media_type: str) -> Representation:
    return Representation(body, f"{media_type}; charset=utf-8")

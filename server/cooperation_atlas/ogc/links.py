"""Links of the items resources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from ..model.collections import Collection
from ..store.contract import Page
from .notices import licence_links
from .query_string import raw_of

#: Formats of items and of a feature: media type and title by the value of ``f``.
FORMATS: Mapping[str, tuple[str, str]] = {
    "json": ("application/geo+json", "GeoJSON"),
    "html": ("text/html", "HTML"),
    "csv": ("text/csv", "CSV"),
    "jsonld": ("application/ld+json", "RDF (JSON-LD)"),
}


@dataclass(frozen=True)
class Address:
    """The address of a resource as it was asked for, from which the links to its other pages and formats are made.

    :param path: absolute URL without a query
    :param given: the parameters, as the client wrote them, without ``f`` and ``edition``
    """

    path: str
    given: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, path: str, parameters: Iterable[tuple[str, str]], body: bytes | None = None) -> Address:
        """The address of a request.

        :param body: CQL2 JSON of a POST request; links carry it in the query
        """
        given = [(name, value) for name, value in parameters if name not in ("f", "edition")]
        if body is not None:
            given = [(name, value) for name, value in given if name != "filter-lang"]
            given += [("filter", body.decode()), ("filter-lang", "cql2-json")]
        return cls(path, tuple(given))

    def url(self, **changed: str | None) -> str:
        """The address with some parameters changed, or left out where they are changed to ``None``."""
        kept = [raw_of(name, value) for name, value in self.given if name not in changed]
        added = [raw_of(name, value) for name, value in changed.items() if value is not None]
        query = "&".join([*kept, *added])
        return f"{self.path}?{query}" if query else self.path

    def has(self, name: str, value: str) -> bool:
        """Whether a parameter has a value."""
        return (name, value) in self.given


def _formats(address: Address, shown: str) -> list[dict[str, Any]]:
    return [
        {
            "rel": "self" if f == shown else "alternate",
            "type": media_type,
            "title": f"This document as {title}",
            "href": address.url(f=f),
        }
        for f, (media_type, title) in FORMATS.items()
    ]


def _collection(base: str, collection: Collection) -> list[dict[str, Any]]:
    here = f"{base}/collections/{collection.id}"
    return [
        {"rel": "collection", "type": "application/json", "title": collection.title, "href": here},
        {
            "rel": "describedby",
            "type": "application/schema+json",
            "title": "Schema of the features",
            "href": f"{here}/schema",
        },
        *licence_links(),
    ]


def page_offsets(page: Page) -> tuple[int | None, int | None]:
    """Where the previous and the next page of a list begin; ``None`` where there is none.

    There is a next page only where features follow, so that clients do not ask for an empty one. Before an offset
    beyond the end comes the last page that has features.
    """
    query = page.query
    following = query.offset + query.limit
    before: int | None = None
    if query.offset > 0 and page.matched:
        last = (page.matched - 1) // query.limit * query.limit
        before = min(max(0, query.offset - query.limit), last)
    return before, following if following < page.matched else None


def items_links(
    base: str, collection: Collection, address: Address, page: Page, shown: str, edition: str
) -> list[dict[str, Any]]:
    """Links of a page of features: formats, next and previous page, collection, schema, licences.

    The next page is one of the same edition, whatever is published meanwhile, and of the same day.

    :param shown: format of the response
    :param edition: id of the edition that the page comes from
    """
    return _formats(address, shown) + page_links(address, page, shown, edition) + _collection(base, collection)


_PAGES = {"prev": "Previous page", "next": "Next page"}


def page_links(address: Address, page: Page, shown: str, edition: str) -> list[dict[str, Any]]:
    """The links to the pages before and after."""
    return [
        {"rel": rel, "type": FORMATS[shown][0], "title": _PAGES[rel], "href": href}
        for rel, href in page_addresses(address, page, edition, shown).items()
    ]


def page_addresses(address: Address, page: Page, edition: str, f: str | None) -> dict[str, str]:
    """The addresses of the pages before (``prev``) and after (``next``), where there are such pages.

    A count (``resulttype=hits``) has no pages.

    :param f: value of the parameter ``f``, ``None`` to leave it out
    """
    if address.has("resulttype", "hits"):
        return {}
    days = dict(page.query.criteria).get("open")
    settled = {"open": ",".join(days)} if days else {}
    found = {}
    for rel, offset in zip(_PAGES, page_offsets(page), strict=True):
        if offset is not None:
            # The first page is the one of the edition that is served then.
            of_edition = {"offset": str(offset), "edition": edition} if offset else {"offset": None}
            found[rel] = address.url(**settled, **of_edition, f=f)
    return found


def link_lines(links: Iterable[Mapping[str, Any]]) -> str:
    """Links to other pages as a ``Link`` header (RFC 8288), for clients of every format.

    A header has room for addresses of ``LONGEST_IN_HEADER``: those of long filters stand in the body only.
    """
    paged = (link for link in links if link["rel"] in ("next", "prev"))
    shown = [link for link in paged if len(link["href"]) <= LONGEST_IN_HEADER]
    # An address has ASCII only, and brackets stand nowhere in it: they are percent-encoded.
    return ", ".join(
        f'<{quote(link["href"], safe=_ADDRESS)}>; rel="{link["rel"]}"; type="{link["type"]}"' for link in shown
    )


#: Longest address in a header, in characters: proxies refuse answers whose headers take more than 4 or 8 KB together.
LONGEST_IN_HEADER = 2000
#: Characters of an address that stay as they are in a header.
_ADDRESS = "!#$%&'()*+,/:;=?@[]~"


def item_links(base: str, collection: Collection, address: Address, shown: str) -> list[dict[str, Any]]:
    """Links of one feature."""
    return _formats(address, shown) + _collection(base, collection)

"""Links of lists of features and of single features."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote

from ..model.collections import Collection
from ..store.contract import Page
from .address import Address, page_addresses
from .formats.registry import FORMATS, Format, formats_of
from .notices import licence_links


def format_links(address: Address, format_: Format, offered: Iterable[str]) -> list[dict[str, Any]]:
    """Links to the document itself and to its other formats.

    :param offered: the formats that it has
    """
    return [
        {
            "rel": "self" if each is format_ else "alternate",
            "type": each.media_type,
            "title": f"This document as {each.title}",
            "href": address.url(f=each.id),
        }
        for each in (FORMATS[f] for f in offered)
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


def items_links(
    base: str, collection: Collection, address: Address, page: Page, format_: Format, edition: str
) -> list[dict[str, Any]]:
    """Links of a page of features: formats, next and previous page, collection, schema, licences.

    The next page is one of the same edition, whatever is published meanwhile, and of the same day.

    :param format_: format of the response
    :param edition: id of the edition that the page comes from
    """
    offered = format_links(address, format_, formats_of(collection))
    return offered + page_links(address, page, format_, edition) + _collection(base, collection)


_TITLES = {"prev": "Previous page", "next": "Next page"}


def page_links(address: Address, page: Page, format_: Format, edition: str) -> list[dict[str, Any]]:
    """The links to the pages before and after."""
    return [
        {"rel": rel, "type": format_.media_type, "title": _TITLES[rel], "href": href}
        for rel, href in page_addresses(address, page, edition, format_.id).items()
    ]


def link_lines(links: Iterable[Mapping[str, Any]]) -> str:
    """Links to other pages as a ``Link`` header (RFC 8288), for clients of every format.

    A header has room for addresses of ``LONGEST_IN_HEADER``: those of long filters stand in the body only.
    """
    paged = (link for link in links if link["rel"] in ("next", "prev"))
    short = [link for link in paged if len(link["href"]) <= LONGEST_IN_HEADER]
    # An address has ASCII only, and brackets stand nowhere in it: they are percent-encoded.
    return ", ".join(
        f'<{quote(link["href"], safe=_ADDRESS)}>; rel="{link["rel"]}"; type="{link["type"]}"' for link in short
    )


#: Longest address in a header, in characters: proxies refuse answers whose headers take more than 4 or 8 KB together.
LONGEST_IN_HEADER = 2000
#: Characters of an address that stay as they are in a header.
_ADDRESS = "!#$%&'()*+,/:;=?@[]~"


def item_links(base: str, collection: Collection, address: Address, format_: Format) -> list[dict[str, Any]]:
    """Links of one feature."""
    return format_links(address, format_, formats_of(collection)) + _collection(base, collection)

"""Sitemaps (sitemaps.org 0.9): addresses of pages for search engines, each with its other languages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.sax.saxutils import quoteattr

MEDIA_TYPE = "application/xml"
#: Most addresses of one file: with six languages about 1 MB. The protocol allows 50,000 and 50 MB.
MOST = 1000
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SITEMAP = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_XHTML = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"'


def index(addresses: Iterable[str], changed: str) -> bytes:
    """The list of sitemaps.

    :param addresses: of the sitemaps
    :param changed: when their pages last changed (W3C datetime)
    """
    maps = "".join(f"<sitemap><loc>{_text(each)}</loc><lastmod>{changed}</lastmod></sitemap>\n" for each in addresses)
    return f"{_HEAD}<sitemapindex {_SITEMAP}>\n{maps}</sitemapindex>\n".encode()


def sitemap(addresses: Iterable[str], changed: str, languages: Sequence[str]) -> bytes:
    """Pages.

    :param addresses: without a query
    :param changed: when they last changed (W3C datetime)
    :param languages: in which each of them is there
    """
    pages = "".join(_page(each, changed, languages) for each in addresses)
    return f"{_HEAD}<urlset {_SITEMAP} {_XHTML}>\n{pages}</urlset>\n".encode()


def _page(address: str, changed: str, languages: Sequence[str]) -> str:
    others = [*((code, f"{address}?lang={code}") for code in languages), ("x-default", address)]
    links = "".join(f'<xhtml:link rel="alternate" hreflang="{code}" href={quoteattr(href)}/>' for code, href in others)
    return f"<url><loc>{_text(address)}</loc><lastmod>{changed}</lastmod>{links}</url>\n"


def _text(address: str) -> str:
    return address.replace("&", "&amp;").replace("<", "&lt;")

"""Atom feeds (RFC 4287)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as XML

from .document import FeatureDocument

MEDIA_TYPE = "application/atom+xml"
_NAMESPACE = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True)
class FeedLink:
    """A link of a feed or an entry."""

    rel: str
    href: str
    media_type: str


@dataclass(frozen=True)
class Entry:
    """An entry of a feed.

    :param name: what it is about, as a text that no other entry has: its id follows from that alone
    :param text: what happened, in one or two sentences
    :param term: what happened, as a code
    :param page: address of the page about it, ``None`` where there is none any more
    """

    name: str
    title: str
    text: str
    term: str
    page: str | None = None


@dataclass(frozen=True)
class Feed:
    """A feed; all its entries are of the moment at which an edition was made.

    :param id: address that names it for ever
    :param updated: RFC 3339
    :param language: of its texts
    """

    id: str
    title: str
    subtitle: str
    updated: str
    author: str
    rights: str
    language: str
    links: Sequence[FeedLink]
    entries: Iterable[Entry]


def no_features(_: FeatureDocument) -> bytes:
    """Features are not written as a feed: nothing offers them in it."""
    raise ValueError("Atom tells what has changed in features; it does not hold features.")


def write(feed: Feed) -> bytes:
    """The feed as XML."""
    root = XML.Element("feed", {"xmlns": _NAMESPACE, "xml:lang": feed.language})
    _text(root, "id", feed.id)
    _text(root, "title", feed.title)
    _text(root, "subtitle", feed.subtitle)
    _text(root, "updated", feed.updated)
    _text(XML.SubElement(root, "author"), "name", feed.author)
    _text(root, "rights", feed.rights)
    for link in feed.links:
        _link(root, link)
    for entry in feed.entries:
        element = XML.SubElement(root, "entry")
        _text(element, "id", uuid5(NAMESPACE_URL, entry.name).urn)
        _text(element, "title", entry.title)
        _text(element, "updated", feed.updated)
        XML.SubElement(element, "category", {"term": entry.term})
        if entry.page is not None:
            _link(element, FeedLink("alternate", entry.page, "text/html"))
        _text(element, "content", entry.text)
    body: bytes = XML.tostring(root, encoding="utf-8", xml_declaration=True)
    return body


def _text(parent: XML.Element, name: str, text: str) -> None:
    XML.SubElement(parent, name).text = text


def _link(parent: XML.Element, link: FeedLink) -> None:
    XML.SubElement(parent, "link", {"rel": link.rel, "type": link.media_type, "href": link.href})

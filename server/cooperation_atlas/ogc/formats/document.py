"""What a writer of a format is given."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from ...model.collections import Collection
from ...store.codelists import CodeLists
from ...store.contract import Page
from ..address import Address
from ..requests import ItemsRequest


@dataclass(frozen=True)
class Words:
    """The language of a document, for formats that have texts for people.

    :param codelists: the code lists, with the labels of codes
    :param language: ISO 639-1 code
    :param translate: an English text of this service in that language
    """

    codelists: CodeLists
    language: str = "en"
    translate: Callable[[str], str] = str


@dataclass(frozen=True)
class FeatureDocument:
    """Features to write: a page of a list, or a single one as a page of one.

    :param request: which properties to write, in which CRS
    :param address: as it was asked for; links to other formats and pages are made from it
    :param links: links of the document, for formats that have a place for them
    :param edition: metadata of the edition
    :param base: public URL of the service
    :param words: its language
    :param html: what makes pages, which HTML needs
    :param more: further members of the document, for formats that are JSON
    """

    collection: Collection
    page: Page
    request: ItemsRequest
    address: Address
    links: Sequence[Mapping[str, Any]]
    edition: Mapping[str, Any]
    base: str
    words: Words
    html: PageWriter | None = None
    more: Mapping[str, Any] = field(default_factory=dict)


class PageWriter(Protocol):
    """Makes pages of HTML in the frame and the language of a request; the web has one."""

    def list_page(self, document: FeatureDocument) -> bytes:
        """The page of a list of features."""

    def feature_page(self, document: FeatureDocument) -> bytes:
        """The page of one feature."""

    def object_page(self, content: Mapping[str, Any], template: str) -> bytes:
        """The page of a JSON object.

        :param template: name of the template, which knows the object as ``content``
        """

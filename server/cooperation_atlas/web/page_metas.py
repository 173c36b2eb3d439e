"""What a page says of itself to search engines and to whoever shares it: its address, and whether to list it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from babel import Locale
from babel.core import get_global

from ..model.collections import COLLECTIONS
from ..ogc.formats.registry import object_forms
from .http.request import ResourceRequest
from .service import ServedEdition
from .structured_data import StructuredData
from .translations.catalogue import catalogue

#: Parameters of a page that is the same page all the same.
_SAME_PAGE = {"lang": None, "f": "html"}


@dataclass(frozen=True)
class PageMetas:
    """The metadata of a page.

    :param indexed: whether search engines are to list it
    :param canonical: its one address
    :param locale: language and country as OpenGraph writes them
    :param other_locales: the same of the other languages in which it is there
    :param metadata: addresses of the metadata of the data set that it shows, each with its media type
    :param structured: what it is about, for schema.org
    """

    indexed: bool
    canonical: str
    locale: str
    other_locales: tuple[str, ...]
    metadata: tuple[tuple[str, str], ...]
    structured: StructuredData


def page_metas(view: ServedEdition, request: ResourceRequest, content: Mapping[str, Any]) -> PageMetas:
    """The metadata of the page of a request.

    :param content: variables of its template
    """
    language = view.language(request)
    here = view.base_url + request.path
    return PageMetas(
        indexed=is_indexed(request) and not _shows_samples(content) and not content.get("problem"),
        canonical=f"{here}?lang={language}" if request.first("lang") else here,
        locale=_locale(language),
        other_locales=tuple(_locale(code) for code in view.settings.languages if code != language),
        metadata=_metadata(view.base_url, request.path),
        structured=StructuredData(view.base_url, view, language),
    )


def is_indexed(request: ResourceRequest) -> bool:
    """Whether search engines are to list a page because of its address.

    A page with parameters is one of endlessly many parts and orders of the same data. Engines are told neither to list
    it nor to follow its links; the sitemap names whatever has a page of its own.
    """
    return all(name in _SAME_PAGE and _SAME_PAGE[name] in (None, value) for name, value in request.parameters)


def _shows_samples(content: Mapping[str, Any]) -> bool:
    """Whether a page is that of a made-up record, or lists some: nobody shall find them as facts.

    Records of catalogues are mappings.
    """
    shown = [content.get("record"), *(content.get("records") or ())]
    return any(each["is_sample"] if isinstance(each, Mapping) else getattr(each, "is_sample", False) for each in shown)


def _locale(language: str) -> str:
    locale = catalogue(language).locale
    if locale.territory:
        return str(locale)
    likely = Locale.parse(get_global("likely_subtags").get(language, language))
    return f"{language}_{likely.territory}" if likely.territory else language


def _metadata(base: str, path: str) -> tuple[tuple[str, str], ...]:
    match path.split("/"):
        case ["", "collections", id_, *_] if id_ in COLLECTIONS:
            here = f"{base}/collections/{id_}"
        case ["", "" | "collections"]:
            here = f"{base}/catalogue"
        case _:
            return ()
    return tuple((f"{here}?f={f}", form.media_type) for f, form in object_forms().items() if form.linked)

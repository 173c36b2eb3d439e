"""HTML: pages for people, in the frame of the web."""

from __future__ import annotations

from typing import Any

from .document import FeatureDocument, PageWriter

MEDIA_TYPE = "text/html"


def write_list(document: FeatureDocument) -> bytes:
    """The page of a list."""
    return _writer(document).list_page(document)


def write_feature(document: FeatureDocument) -> bytes:
    """The page of a feature."""
    return _writer(document).feature_page(document)


def _writer(document: FeatureDocument) -> PageWriter:
    if document.html is None:
        raise ValueError("A page of HTML needs what makes pages.")
    return document.html


def write_object(content: dict[str, Any], template: str, html: PageWriter) -> bytes:
    """The page of a JSON object."""
    return html.object_page(content, template)

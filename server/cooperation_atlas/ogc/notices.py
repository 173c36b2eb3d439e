"""Links to the licences of the data, carried by every response."""

from __future__ import annotations

from functools import cache
from typing import Any
from urllib.parse import quote

from ..model.attribution import LICENCES


def licence_links() -> list[dict[str, Any]]:
    """Links to the licences of the facts and of the boundaries."""
    return [
        {"rel": "license", "type": "text/html", "title": licence.title, "href": licence.url} for licence in LICENCES
    ]


@cache
def link_header() -> str:
    """The licence links as a ``Link`` header (RFC 8288), for formats that have no place for links.

    The titles carry the attribution; they are encoded as RFC 8187 asks, because headers are ASCII.
    """
    return ", ".join(
        f"<{link['href']}>; rel=\"license\"; title*=UTF-8''{quote(link['title'], safe='')}" for link in licence_links()
    )

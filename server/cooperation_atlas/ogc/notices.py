"""Licences and attribution, carried by every response."""

from __future__ import annotations

from functools import cache
from typing import Any
from urllib.parse import quote

ATTRIBUTION = "Programme facts: © European Commission, CC BY 4.0. © EuroGeographics for the administrative boundaries."
FACTS_LICENCE = "https://creativecommons.org/licenses/by/4.0/"
#: Eurostat's page with the conditions for the boundaries (non-commercial reuse with attribution).
BOUNDARIES_LICENCE = (
    "https://ec.europa.eu/eurostat/web/gisco/geodata/administrative-units/statistical-units"  # states the notice
)
SAMPLES_NOTICE = (
    "Entries with sample: true, and topics, scopes and counts with basis sample, are made up to show the service."
)


def licence_links() -> list[dict[str, Any]]:
    """Links to the licences of the facts and of the boundaries."""
    return [
        {
            "rel": "license",
            "type": "text/html",
            "title": "Programme facts: European Commission, CC BY 4.0",
            "href": FACTS_LICENCE,
        },
        {
            "rel": "license",
            "type": "text/html",
            "title": "© EuroGeographics for the administrative boundaries (Eurostat/GISCO): non-commercial reuse "
            "with attribution",
            "href": BOUNDARIES_LICENCE,
        },
    ]


@cache
def link_header() -> str:
    """The licence links as a ``Link`` header (RFC 8288), for formats that have no place for links.

    The titles carry the attribution; they are encoded as RFC 8187 asks, because headers are ASCII.
    """
    return ", ".join(
        f"<{link['href']}>; rel=\"license\"; title*=UTF-8''{quote(link['title'], safe='')}" for link in licence_links()
    )

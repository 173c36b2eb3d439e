"""The pygeoapi formatter of GeoJSON, for a stock pygeoapi that publishes an edition."""

from __future__ import annotations

from typing import Any

import orjson
from pygeoapi.formatter.base import BaseFormatter

from ..formats.geojson import MEDIA_TYPE


class GeoJSONFormatter(BaseFormatter):
    """Formatter for ``f=json``: UTF-8 without HTML escapes, served as ``application/geo+json``."""

    def __init__(self, formatter_def: dict[str, Any]) -> None:
        super().__init__({"name": "GeoJSON", **formatter_def})
        self.f = "json"
        self.extension = "geojson"
        self.mimetype = MEDIA_TYPE

    def write(self, options: dict[str, Any] | None = None, data: dict[str, Any] | None = None) -> bytes:
        """The feature or collection as bytes."""
        return orjson.dumps(data)

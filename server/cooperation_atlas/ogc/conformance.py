"""The conformance classes that hold, and no others."""

from __future__ import annotations

from ..store.cql2 import CONFORMANCE as CQL2

_COMMON = "http://www.opengis.net/spec/ogcapi-common-{}/1.0/conf/{}"
_FEATURES = "http://www.opengis.net/spec/ogcapi-features-{}/1.0/conf/{}"

#: All classes by URI. Not Part 4: the service only reads.
CONFORMANCE: tuple[str, ...] = tuple(
    sorted(
        {
            *(_COMMON.format(1, name) for name in ("core", "landing-page", "json", "html", "oas30")),
            _COMMON.format(2, "collections"),
            *(_FEATURES.format(1, name) for name in ("core", "geojson", "html", "oas30")),
            _FEATURES.format(2, "crs"),
            *(
                _FEATURES.format(3, name)
                for name in ("queryables", "queryables-query-parameters", "filter", "features-filter")
            ),
            *(_FEATURES.format(5, name) for name in ("schemas", "core-roles-features", "returnables-and-receivables")),
            *CQL2,
        }
    )
)

"""URIs of conformance classes; each resource says which ones hold because of it."""

from __future__ import annotations


def common(part: int, *classes: str) -> tuple[str, ...]:
    """Classes of a part of OGC API - Common."""
    return _uris(f"ogcapi-common-{part}", classes)


def features(part: int, *classes: str) -> tuple[str, ...]:
    """Classes of a part of OGC API - Features."""
    return _uris(f"ogcapi-features-{part}", classes)


def _uris(standard: str, classes: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"http://www.opengis.net/spec/{standard}/1.0/conf/{name}" for name in classes)

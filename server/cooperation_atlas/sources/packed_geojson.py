"""Reading of a gzipped GeoJSON file as a document; its features are for the caller to judge."""

from __future__ import annotations

import gzip
import io
import zlib
from pathlib import Path
from typing import Any

import orjson

from .files import Unreadable, read_whole

#: Bytes that a file may hold, and that it may unpack to: some sixty and a hundred times those of NUTS at 1:3M.
_MOST_PACKED, _MOST = 64 << 20, 512 << 20
_CRS84 = ("urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:OGC::CRS84", "EPSG:4326", "urn:ogc:def:crs:EPSG::4326")


def read_packed(path: Path, again: str) -> dict[str, Any]:
    """The feature collection in a file, in CRS84; ``features`` is a list of whatever the file has.

    :param again: what makes a damaged file anew, for the message
    :raises Unreadable: where it is missing, damaged, too large, no feature collection, or in another CRS
    """
    packed = read_whole(path, _MOST_PACKED)
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(packed)) as stream:
            text = stream.read(_MOST + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise Unreadable(f"the file is damaged: it is not whole gzip ({error}); {again}") from error
    if len(text) > _MOST:
        raise Unreadable(f"the file unpacks to more than {_MOST >> 20} MB; import a smaller scale")
    try:
        document = orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise Unreadable(f"the file is damaged: it is not JSON ({error}); {again}") from error
    if not isinstance(document, dict) or not isinstance(document.get("features"), list):
        raise Unreadable(f"the file is damaged: it is not a GeoJSON FeatureCollection; {again}")
    if (crs := document.get("crs")) is not None:
        properties = crs.get("properties") if isinstance(crs, dict) else None
        name = properties.get("name") if isinstance(properties, dict) else crs
        if name not in _CRS84:
            raise Unreadable(f"the CRS of the file is {name}, not CRS84; {again}")
    return document

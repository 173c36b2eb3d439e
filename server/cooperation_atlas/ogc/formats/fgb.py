"""FlatGeobuf (https://flatgeobuf.org): features with an index, for GIS programs and for maps in browsers."""

from __future__ import annotations

from .document import FeatureDocument
from .vector_table import VectorTable, written

MEDIA_TYPE = "application/vnd.flatgeobuf"
#: What it was called before its authors settled on a name.
FORMER_MEDIA_TYPE = "application/flatgeobuf"


def write(document: FeatureDocument) -> bytes:
    """The features, with an index where each of them has a place.

    With it they stand in its order, along a curve through the area, and not in the one asked for. There is no type for
    a day: it is written as the moment at which it begins.
    """
    table = VectorTable.of(document)
    # The index has no room for features without a place.
    indexed = table.wkb is not None and len(table.wkb) > 0 and all(shape is not None for shape in table.wkb)
    return written(document, table, "fgb", "FlatGeobuf", {"SPATIAL_INDEX": "YES" if indexed else "NO"})

"""CQL2 (OGC 21-065r2) over a table in memory: parsed by ``cql2``, evaluated by a visitor of our own.

No part of a filter is ever run as code or SQL.
"""

from .evaluate import GEOMETRY, evaluate
from .nodes import FUNCTIONS
from .parse import Expression, parse_json, parse_text

#: The conformance classes of OGC 21-065r2 that hold in full. ``functions`` is not among them: it needs a list of
#: functions to be published, and there are none beyond the standardized ones.
CONFORMANCE: tuple[str, ...] = tuple(
    f"http://www.opengis.net/spec/cql2/1.0/conf/{name}"
    for name in (
        "cql2-text",
        "cql2-json",
        "basic-cql2",
        "advanced-comparison-operators",
        "case-insensitive-comparison",
        "accent-insensitive-comparison",
        "basic-spatial-functions",
        "basic-spatial-functions-plus",
        "spatial-functions",
        "temporal-functions",
        "array-functions",
        "property-property",
        "arithmetic",
    )
)

__all__ = ["CONFORMANCE", "FUNCTIONS", "GEOMETRY", "Expression", "evaluate", "parse_json", "parse_text"]

"""CQL2 (OGC 21-065r2) as typed nodes: read here, evaluated by each store.

No part of a filter is ever run as code or SQL.
"""

from .expression import Expression
from .json_encoding import parse_json
from .operators import FUNCTIONS
from .text_encoding import parse_text

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

__all__ = ["CONFORMANCE", "FUNCTIONS", "Expression", "parse_json", "parse_text"]

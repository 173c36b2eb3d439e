"""Hooks of schemathesis, read by its command line (see test_openapi_fuzz)."""

from __future__ import annotations

import schemathesis

#: Larger limits give the maximum and are no error (17-069r4, 7.15.2), though the document has to state the maximum.
MAXIMUM_LIMIT = 10_000


@schemathesis.hook
def filter_case(context: schemathesis.HookContext, case: schemathesis.Case) -> bool:
    """Leaves out the one kind of invalid input that must be accepted."""
    limit = str((case.query or {}).get("limit", ""))
    return not (limit.isdecimal() and int(limit) > MAXIMUM_LIMIT)

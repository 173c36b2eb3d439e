"""Hooks of schemathesis, read by its command line (see test_openapi_fuzz)."""

from __future__ import annotations

import os
import re
from typing import Any
from urllib.parse import urlencode

import schemathesis

#: Larger limits give the maximum and are no error (17-069r4, 7.15.2), though the document has to state the maximum.
MAXIMUM_LIMIT = 20_000
#: Characters of a query; somewhere above, the HTTP server answers 414 before any application sees the request.
LONGEST = 16_000
#: The environment names the edition that is served there.
EDITION_VARIABLE = "ATLAS_TEST_EDITION"


@schemathesis.hook
def filter_case(context: schemathesis.HookContext, case: schemathesis.Case) -> bool:
    """Leaves out the one kind of invalid input that must be accepted, and what the HTTP server itself refuses."""
    query = case.query or {}
    limit = str(query.get("limit", ""))
    return not (limit.isdecimal() and int(limit) > MAXIMUM_LIMIT) and len(urlencode(query, doseq=True)) < LONGEST


@schemathesis.hook
def before_call(context: schemathesis.HookContext, case: schemathesis.Case, kwargs: Any) -> None:
    """Keeps addresses of linked requests, which are not filtered, to a length that servers read.

    An edition that is named becomes the one that is served: any other is gone, so that nothing else would be tested.
    """
    query = dict(case.query or {})
    if re.fullmatch("[0-9a-f]{16}", str(query.get("edition", ""))):
        case.query = query = query | {"edition": os.environ[EDITION_VARIABLE]}
    if len(urlencode(query, doseq=True)) >= LONGEST:
        case.query = {name: value for name, value in query.items() if len(urlencode({name: value}, doseq=True)) < 2000}

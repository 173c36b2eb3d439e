"""Whether an edition can be served with a configuration: tried out before it is served, so that no client meets it."""

from __future__ import annotations

import re

from .http.request import ResourceRequest
from .resources.blocks import BLOCKS
from .service import ServedEdition

#: The kind of an argument in the pattern of a path: ``{feature_id:path}``.
_CONVERTOR = re.compile(r":\w+(?=\})")


def probe(view: ServedEdition) -> None:
    """Make the examples of all resources, in every form.

    What goes wrong in there is raised as it is; whoever serves the edition before goes on with that.
    """
    for route in (route for block in BLOCKS for route in block.routes):
        for example in route.examples(view):
            path = _CONVERTOR.sub("", route.path).format(**example.arguments)
            method = "GET" if example.body is None else "POST"
            request = ResourceRequest(method, path, example.parameters, body=example.body)
            route.endpoint(view, request, **example.arguments)

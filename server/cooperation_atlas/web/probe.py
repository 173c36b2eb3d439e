"""Whether an edition can be served with a configuration: tried out before it is served, so that no client meets it."""

from __future__ import annotations

from ..model.collections import COLLECTIONS
from .http.request import ResourceRequest
from .pages import page
from .resources.metadata import RESOURCES
from .service import ServedEdition


def probe(view: ServedEdition) -> None:
    """Make the documents that rest on the configuration, in every form.

    What goes wrong in there is raised as it is; whoever serves the edition before goes on with that.
    """
    some = {"collection_id": next(iter(COLLECTIONS)), "codelist_id": next(iter(view.store.codelists))}
    for resource in RESOURCES:
        arguments = {name: value for name, value in some.items() if f"{{{name}}}" in resource.path}
        asked = ResourceRequest("GET", resource.path.format(**arguments), ())
        content = resource.content(view, asked, **arguments)
        page(resource.template, {"content": content}, view, asked)
        if resource.linked:
            resource.linked(view, asked, **arguments)

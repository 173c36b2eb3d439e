"""HTML pages, rendered from the same documents as JSON by one environment that is built once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import orjson
from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from ..model.collections import COLLECTIONS
from ..model.criteria import criteria_of
from ..ogc.notices import ATTRIBUTION, SAMPLES_NOTICE, link_header
from .asked import Asked
from .documents import HTML, Document
from .negotiation import language_of
from .service import EditionView


def _json(value: Any) -> Markup:
    """JSON that is safe inside a script element."""
    text = orjson.dumps(value).decode()
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))


_ENVIRONMENT = Environment(
    loader=PackageLoader("cooperation_atlas.web"),
    autoescape=select_autoescape(["html"]),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_ENVIRONMENT.filters["json"] = _json
_ENVIRONMENT.globals |= {"collections": COLLECTIONS, "criteria_of": criteria_of, "attribution": ATTRIBUTION}


def page(template: str, content: Mapping[str, Any], view: EditionView, asked: Asked, status: int = 200) -> Document:
    """A page.

    :param template: name in ``web/templates``
    :param content: variables of the template, beside those that every page has (base, service, edition …)
    """
    edition = view.engine.edition
    text = _ENVIRONMENT.get_template(template).render(
        base=view.base_url,
        service=view.title,
        edition=edition,
        samples=SAMPLES_NOTICE if edition.get("samples") else None,
        path=asked.path,
        language=language_of(asked.first("lang"), asked.accept_language, view.settings.languages),
        **content,
    )
    return Document(text.encode(), HTML, status=status, headers={"Link": link_header()}, stable=status == 200)

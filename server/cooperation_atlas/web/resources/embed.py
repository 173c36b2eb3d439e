"""Any search as a small page for other sites: ``/embed``, and the style sheet with the colours that they choose."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from ...model.collections import COLLECTIONS
from ...ogc import openapi_answers as answers
from ...ogc import openapi_parameters as declare
from ...ogc.address import Address
from ...ogc.embed_request import (
    COLLECTION,
    COLOURS,
    CONTRAST,
    FAMILIES,
    FONT,
    LIMIT,
    MOST,
    SEARCH,
    SHOW,
    SHOWN,
    THEME,
    USUAL,
    EmbedRequest,
    Theme,
    contrast,
    mixed,
    parse_embed,
    theme_of,
)
from ...ogc.formats.registry import FORMATS, TEXT
from ...ogc.openapi import SERVICE, ApiPart, operation
from ...ogc.openapi_texts import message
from ...ogc.parameters import unique
from ...ogc.search import search
from ...store.budget import FEWER, Budget
from ..http.representation import Representation
from ..http.request import ResourceRequest
from ..page_writer import RequestedPages
from ..pages import CONTENT_SECURITY_POLICY, page_headers, rendered
from ..records import records
from ..service import ServedEdition
from ..static_files import static_files
from .block import Block, Example, Route

_PATH, _SHEET = "/embed", "/embed/theme.css"
_CSS = "text/css; charset=utf-8"
#: A variable of a style sheet, and the colour in it.
_VARIABLE = re.compile(r"(--[\w-]+): (#[0-9a-f]{6})")
#: Columns that a list shows beside the name.
_COLUMNS = 4
#: Share of the background in texts that are less important, and in lines.
_MUTED, _LINE = 0.25, 0.8
#: What texts stand on: one colour, so that the contrast that was checked holds everywhere.
_GROUNDS = ("--page", "--surface", "--raised", "--chip", "--sample-surface", "--on-accent")


def embed(view: ServedEdition, request: ResourceRequest, budget: Budget | None = None) -> Representation:
    """The first features of a search, with the link to all of it.

    :raises OverBudget: where that costs more than ``budget``
    """
    language = view.language(request)
    parsed = parse_embed(request.parameters, request.day, view.limits)
    page = search(view.store, parsed.items, budget)
    if budget:
        cost = FORMATS["html"].cost(len(page), parsed.collection)
        budget.spend(cost, f"writing {len(page)} features", LIMIT, FEWER)
    columns = parsed.collection.presentation.columns[: _COLUMNS + 1]
    address = Address(f"{urlsplit(view.base_url).path}/collections/{parsed.collection.id}/items", parsed.search)
    content = {
        "collection": parsed.collection,
        "show": parsed.show,
        "matches": partial(RequestedPages(view, request, budget=budget).matches, page.query, address),
        "columns": columns[1:],
        "records": records(page, parsed.collection, columns),
        "matched": page.matched,
        "unknown": page.unknown if page.query.criteria else 0,
        "query": page.query,
        "search": dict(parsed.search),
        "theme": _query_of(parsed),
    }
    headers = {**page_headers(language), "Content-Security-Policy": _policy(view)}
    return Representation(rendered("embed.html", content, view, request), FORMATS["html"].content_type, headers=headers)


def theme(_: ServedEdition, request: ResourceRequest) -> Representation:
    """The style sheet of a theme: an inline style would need a weaker security policy."""
    unique(request.parameters, THEME, f"'{_SHEET}'")
    return Representation(_sheet(theme_of(request.parameters)).encode(), _CSS)


def _sheet(chosen: Theme) -> str:
    rules: dict[str, str] = {}
    if chosen.colours:
        colours = dict(chosen.colours)
        page, text, accent = (colours[name] for name in COLOURS)
        muted = mixed(text, page, _MUTED)
        rules = {
            "color-scheme": "light" if contrast(page, "ffffff") < contrast(page, "000000") else "dark",
            **dict.fromkeys(_GROUNDS, f"#{page}"),
            **dict.fromkeys(("--text", "--sample", "--control"), f"#{text}"),
            "--muted": f"#{muted if contrast(muted, page) >= CONTRAST else text}",
            "--line": f"#{mixed(text, page, _LINE)}",
            **dict.fromkeys(("--link", "--accent", "--sample-line"), f"#{accent}"),
        }
    if chosen.font:
        family = chosen.font if chosen.font in FAMILIES else f'"{chosen.font}", system-ui, sans-serif'
        rules["--font"] = family
    return _rule(":root:root", rules) + (_map_sheet() if chosen.colours else "")


def _map_sheet() -> str:
    """The map in the colours of the light scheme, whatever the browser prefers: names stand on its ground."""
    base, drawn = (static_files()[f"css/{name}.css"].body.decode() for name in ("base", "drawn_map"))
    light = dict(_VARIABLE.findall(base.partition("@media")[0]))
    return _rule(":root:root .drawn-map", dict(_VARIABLE.findall(drawn.partition("@media")[0]))) + _rule(
        ":root:root .drawn-map > svg", {name: light[name] for name in ("--text", "--sea", "--line", "--sample-line")}
    )


def _rule(selector: str, values: Mapping[str, str]) -> str:
    return f"{selector} {{ {' '.join(f'{name}: {value};' for name, value in values.items())} }}\n"


def _query_of(parsed: EmbedRequest) -> dict[str, str]:
    """The parameters of the style sheet."""
    font = {FONT: parsed.theme.font} if parsed.theme.font else {}
    return dict(parsed.theme.colours) | font


def _policy(view: ServedEdition) -> str:
    """The policy of pages, but for who may show the page in a frame."""
    own, _, _ = CONTENT_SECURITY_POLICY.partition("frame-ancestors")
    return f"{own}frame-ancestors {' '.join(view.settings.operator.embedders) or chr(39) + 'none' + chr(39)}"


def _api(view: ServedEdition) -> ApiPart:
    colour = {"type": "string", "pattern": "^#?([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$"}
    themes = [
        declare.single("background", "Colour of the background, in hexadecimal digits.", colour),
        declare.single("text", "Colour of texts, which must be readable on the background.", colour),
        declare.single("accent", "Colour of links, which must be readable on the background.", colour),
        declare.single(FONT, "Generic family, or the name of a font that readers may have.", {"type": "string"}),
    ]
    shows = {"type": "string", "enum": list(SHOWN), "default": SHOWN[0]}
    limit = {"type": "integer", "minimum": 1, "maximum": MOST, "default": USUAL}
    first = next(iter(COLLECTIONS))
    shown = {"type": "string", "enum": list(COLLECTIONS), "default": first}
    parameters = [
        declare.single(COLLECTION, "What to search; the parameters are those of its list.", shown),
        declare.single(SHOW, "The map of all that matches, the list, or both.", shows),
        declare.single(LIMIT, "Most features to show.", limit),
        declare.ref("lang"),
        *(declare.ref(name) for name in SEARCH if name != "sortby"),
        declare.property_lists(COLLECTIONS[first])[1],
        *themes,
        *declare.filters(COLLECTIONS[first], view.store),
    ]
    page = _answer(message("The first features of a search, for a frame on another site."), "text/html", "Link")
    sheet = _answer(message("The style sheet of an embed."), "text/css")
    paths = {
        _PATH: {"get": operation("A search for other sites", "embed", parameters, page, SERVICE)},
        _SHEET: {"get": operation("Colours and font of an embed", "embedTheme", themes, sheet, SERVICE)},
    }
    return ApiPart(paths=paths, parameters=declare.searches(view.limits))


def _answer(description: str, media_type: str, *headers: str) -> dict[str, Any]:
    found = {"description": description, "headers": answers.headers_of("Atlas-Edition", "ETag", *headers)}
    return {"200": found | {"content": {media_type: {"schema": TEXT}}}, **answers.OTHERS}


def _examples(_: ServedEdition) -> Iterable[Example]:
    return (Example({}, ((COLLECTION, id_), (LIMIT, "1"))) for id_ in COLLECTIONS)


BLOCK = Block(
    routes=(
        Route(_PATH, embed, search=True, examples=_examples),
        Route(_SHEET, theme, examples=lambda _: (Example({}, tuple(COLOURS.items())),)),
    ),
    api=_api,
)

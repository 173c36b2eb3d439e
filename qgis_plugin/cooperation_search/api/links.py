"""A copied link becomes a search again; what the panel cannot show of it is named."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Dict, List, Optional, Tuple
from urllib.parse import parse_qsl, urlsplit

from .criteria import OPEN, TODAY, Criteria
from .search import PROGRAMMES, Search

_PATH = re.compile(r"/collections/([^/]+)(?:/(?:items|facets))?/?$")
#: Parameters for how features are shown, not for which.
_DISPLAY = frozenset(
    ("f", "lang", "limit", "offset", "sortby", "properties", "skipGeometry", "crs", "edition", "facets", "resulttype")
)
_DATE = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True)
class PastedLink:
    """What a link says.

    :param unknown: the parts of it that the panel cannot show, as they stand there
    """

    search: Search
    unknown: Tuple[str, ...] = ()


def read_link(text: str, criteria: Optional[Criteria] = None) -> Optional[PastedLink]:
    """The search of a link to ``items`` or ``facets`` of any collection; ``None`` for any other text.

    :param criteria: those that can be shown; without them those known to this version
    """
    text = text.strip()
    try:
        parts = urlsplit(text)
        collection = _PATH.search(parts.path) if parts.scheme in ("http", "https") and parts.netloc else None
    except ValueError:
        return None
    if collection is None:
        return None
    values: Dict[str, Any] = {}
    unknown: List[str] = []
    for name, value in parse_qsl(parts.query):
        more = _values(criteria or Criteria(), collection.group(1), name, value)
        if more.keys().isdisjoint(values):
            values.update(more)
        if not more and name not in _DISPLAY:
            unknown.append(f"{name}={value}")
    return PastedLink(Search.of(**values), tuple(unknown))


def _values(criteria: Criteria, collection: str, name: str, value: str) -> Dict[str, Any]:
    """What a parameter says as values of a search; empty where the panel cannot show it."""
    if name == OPEN:
        return {OPEN: [value]} if value == TODAY or _DATE.fullmatch(value) else {}
    if name in criteria:
        return {name: split(value)}
    if name == "title" and "*" in value:
        return {"title": _plain(value)}
    if name == ("q" if collection == PROGRAMMES else "programme") and "*" not in value:
        return {"title": value}
    if (name, value) == ("include", "unknown"):
        return {"include_unknown": True}
    if (name, value) == ("exclude", "samples"):
        return {"show_samples": False}
    return {}


def split(text: str) -> List[str]:
    """Alternatives are separated by commas; ``\\,`` is a comma inside a value."""
    return [_plain(part) for part in re.split(r"(?<!\\),", text) if part]


def _plain(text: str) -> str:
    return re.sub(r"\\([\\,])", r"\1", text)

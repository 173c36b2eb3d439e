"""A copied link becomes a search again; what of it the panel cannot show is named."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Dict, List, Optional, Tuple
from urllib.parse import parse_qsl, urlsplit

from .criteria import CRITERIA, TODAY
from .search import PROGRAMMES, Search

_PATH = re.compile(r"/collections/([^/]+)(?:/(?:items|facets))?/?$")
#: Parameters that say how features are shown, not which.
_SHOWN = frozenset(
    ("f", "lang", "limit", "offset", "sortby", "properties", "skipGeometry", "crs", "edition", "facets", "resulttype")
)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_PARAMETERS = {each.parameter: each.attribute for each in CRITERIA}


@dataclass(frozen=True)
class PastedLink:
    """What a link says.

    :param unknown: the parts of it that the panel cannot show, as they stand there
    """

    search: Search
    unknown: Tuple[str, ...] = ()


def read_link(text: str) -> Optional[PastedLink]:
    """The search of a link to ``items`` or ``facets`` of any collection; ``None`` for any other text."""
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
        if not _take(values, collection.group(1), name, value) and name not in _SHOWN:
            unknown.append(f"{name}={value}")
    return PastedLink(Search().with_values(**values), tuple(unknown))


def _take(values: Dict[str, Any], collection: str, name: str, value: str) -> bool:
    """Takes what a parameter says into the values of a search; False where that is not possible."""
    if name in _PARAMETERS:
        values[_PARAMETERS[name]] = _split(value)
    elif name == "title" and "*" in value and "title" not in values:
        values["title"] = _plain(value)
    elif name == ("q" if collection == PROGRAMMES else "programme") and "*" not in value and "title" not in values:
        values["title"] = value
    elif name == "open" and (value == TODAY or _DAY.fullmatch(value)):
        values["open_on"] = value
    elif (name, value) == ("include", "unknown"):
        values["include_unknown"] = True
    elif (name, value) == ("exclude", "samples"):
        values["show_samples"] = False
    else:
        return False
    return True


def _split(text: str) -> List[str]:
    """Alternatives are separated by commas, of which ``\\,`` is none."""
    return [_plain(part) for part in re.split(r"(?<!\\),", text) if part]


def _plain(text: str) -> str:
    return re.sub(r"\\([\\,])", r"\1", text)

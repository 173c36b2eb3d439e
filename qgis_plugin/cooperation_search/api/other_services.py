"""Services that answer but are no Cooperation Atlas: what they are, and what works on them."""

from __future__ import annotations

from typing import Any, List

from .answers import not_cooperation_atlas
from .errors import ApiError, ErrorKind
from .texts import tr

#: Collections that are named in a message.
_NAMED = 5


def named(url: str, landing: Any, collections: Any, software: str, detail: str = "") -> ApiError:
    """The error for another service, which names it where it is an OGC API.

    :param landing: its landing page, None where unknown
    :param collections: its list of collections, None where unknown
    :param software: the software that it names, or an empty text
    """
    ids = _ids(collections)
    if not ids or not isinstance(landing, dict):
        return not_cooperation_atlas(url, detail)
    if software.lower().startswith("pygeoapi"):
        message = tr("Api", "This is a plain {} server, not a Cooperation Atlas.").format(software)
    else:
        message = tr("Api", "This is another OGC API server, not a Cooperation Atlas.")
    shown = ", ".join(ids[:_NAMED]) + ("…" if len(ids) > _NAMED else "")
    works = tr(
        "Api",
        "{title} has these collections: {names}. QGIS shows them by Layer, Add Layer, Add WFS / OGC API - Features "
        "Layer; the search, the counts and the lists of this panel need a Cooperation Atlas.",
    ).format(title=str(landing.get("title") or url), names=shown)
    return ApiError(ErrorKind.NOT_COOPERATION_ATLAS, message, works, url)


def _ids(collections: Any) -> List[str]:
    listed = collections.get("collections") if isinstance(collections, dict) else None
    described = [each for each in listed if isinstance(each, dict)] if isinstance(listed, list) else []
    return [str(each["id"]) for each in described if each.get("id")]

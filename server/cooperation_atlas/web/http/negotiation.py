"""Which format and language a client asks for.

The headers are reduced to what they decide, before anything else looks at them: two browsers that word ``Accept``
differently and mean the same share one entry of the response cache.
"""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus

from werkzeug.http import parse_accept_header

from ...model.errors import InvalidValue, nearest
from ...model.remembered import remembered
from ...ogc.formats.registry import FORMATS
from .problems import Refused

#: Types that a client must name: ``text/*`` asks for something to read.
_NAMED_ONLY = {"text/json"}
#: Longest header, in characters, whose meaning is kept; those of browsers stay below.
LONGEST_KEPT = 512


@remembered(entries=256, longest=LONGEST_KEPT)
def formats_accepted(header: str) -> tuple[str, ...] | None:
    """The formats that an ``Accept`` header allows, best first; ``None`` where it leaves the choice to the server.

    Of two formats of the same quality, the one that is named more exactly comes first.
    """
    if header.strip() in ("", "*/*"):
        return None
    # Parameters of a media type (version, charset, profile) choose nothing here, and must not exclude the type.
    ranges: dict[str, float] = {}
    for media_range, quality in parse_accept_header(header):
        name = media_range.split(";")[0].strip().lower()
        ranges[name] = max(quality, ranges.get(name, 0))
    merits = {f: max(_merit(each, ranges) for each in format_.media_types) for f, format_ in FORMATS.items()}
    return tuple(sorted((f for f in merits if merits[f][0] > 0), key=lambda f: merits[f], reverse=True))


def _merit(media_type: str, ranges: Mapping[str, float]) -> tuple[float, int]:
    """Quality and exactness of the range that says most about a type (RFC 9110, 12.5.1)."""
    wide = () if media_type in _NAMED_ONLY else (f"{media_type.split('/')[0]}/*", "*/*")
    for exactness, name in enumerate((media_type, *wide)):
        if name in ranges:
            return ranges[name], -exactness
    return 0, 0


def format_of(given: str | None, accepted: tuple[str, ...] | None, offered: tuple[str, ...]) -> str:
    """The format to answer in: ``f`` before ``Accept`` before the first one offered.

    :param given: value of ``f``
    :param accepted: what the ``Accept`` header allows (``formats_accepted``)
    :param offered: ids of formats; a further form of the resource that only ``f`` can ask for may be among them
    :raises InvalidValue: for an ``f`` that the resource does not have
    :raises Refused: 406 where ``Accept`` allows none of the formats
    """
    if given is not None:
        if given not in offered:
            reason = f"'{given}' is not a format of this resource."
            raise InvalidValue("f", reason, nearest(given, offered) or offered)
        return given
    if accepted is None:
        return offered[0]
    for f in accepted:
        if f in offered:
            return f
    types = ", ".join(FORMATS[f].media_types[0] for f in offered if f in FORMATS)
    raise Refused(HTTPStatus.NOT_ACCEPTABLE, f"Accept: none of these types is offered here. Offered are {types}.")


def language_accepted(header: str, offered: tuple[str, ...]) -> str | None:
    """The language offered that an ``Accept-Language`` header likes best, ``None`` for the first one offered.

    A range with a region stands for its language, too: ``fr-BE`` asks for ``fr`` (RFC 4647, 3.4).
    """
    qualities = _languages(header)
    best = max(offered, key=lambda language: qualities.get(language, qualities.get("*", 0.0)))
    return None if best == offered[0] else best


@remembered(entries=256, longest=LONGEST_KEPT)
def _languages(header: str) -> dict[str, float]:
    qualities: dict[str, float] = {}
    for language_range, quality in parse_accept_header(header):
        language = language_range.split("-")[0].strip().lower()
        qualities[language] = max(quality, qualities.get(language, 0.0))
    return qualities


def language_of(given: str | None, accepted: str | None, offered: tuple[str, ...]) -> str:
    """The language to answer in: ``lang`` before ``Accept-Language`` before the first one offered.

    :param given: value of ``lang``
    :param accepted: what the header asks for (``language_accepted``)
    :raises InvalidValue: for a ``lang`` that is not offered
    """
    if given is not None:
        if given.split("-")[0].lower() not in offered:
            raise InvalidValue("lang", f"'{given}' is not offered.", offered)
        return given.split("-")[0].lower()
    return accepted or offered[0]

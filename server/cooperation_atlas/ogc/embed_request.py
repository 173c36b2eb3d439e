"""A request for a search to be shown on another site: what to show of it, and in which colours and font."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ..model.collections import COLLECTIONS, Collection
from ..model.errors import InvalidValue
from .limits import Limits
from .parameter_values import choice
from .parameters import ITEMS, Parameters, unique
from .requests import ItemsRequest, parse_items

COLLECTION, LIMIT, SHOW = "collection", "limit", "show"
#: What can be shown, the usual choice first.
SHOWN = ("both", "list", "map")
#: Rows that are shown where nothing is said, and most of them: it is a short list with a link to all.
USUAL, MOST = 10, 50
#: Parameters of a list of features that choose how to write it, or another page of it: an embed has one form.
_OF_LISTS = (
    "f", "offset", "crs", "properties", "skipGeometry", "labels", "resulttype", "edition",
)  # fmt: skip
#: Parameters of the search that an embed takes beside criteria and properties.
SEARCH = tuple(name for name in ITEMS if name not in (*_OF_LISTS, LIMIT, "lang"))

#: Colours by parameter, and those of the light scheme, which stand in for those that are not given.
COLOURS = {"background": "ffffff", "text": "17202e", "accent": "0b4fae"}
FONT = "font"
#: Generic families by name (CSS Fonts 4); any other name is that of a font that the reader may have.
FAMILIES = ("system-ui", "sans-serif", "serif", "monospace")
THEME = (*COLOURS, FONT)
_COLOUR = re.compile(r"#?([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})")
_FONT = re.compile(r"[A-Za-z][A-Za-z0-9 -]{0,39}")
#: Least contrast of texts (WCAG 2.2, 1.4.3).
CONTRAST = 4.5


@dataclass(frozen=True)
class Theme:
    """Colours and font of an embed.

    :param colours: by parameter, six hexadecimal digits each; empty where none is given
    :param font: family, empty where none is given
    """

    colours: tuple[tuple[str, str], ...] = ()
    font: str = ""


@dataclass(frozen=True)
class EmbedRequest:
    """A search, and how it is shown.

    :param search: the parameters of the search, for the link to all of it
    :param show: one of ``SHOWN``
    """

    collection: Collection
    items: ItemsRequest
    search: tuple[tuple[str, str], ...]
    theme: Theme
    show: str


def parse_embed(given: Parameters, today: date | None, limits: Limits) -> EmbedRequest:
    """The request.

    :param today: the day that ``open=today`` stands for
    :raises InvalidValue: for anything that is not understood
    """
    own = (COLLECTION, SHOW, *THEME)
    unique([(name, value) for name, value in given if name in own], own, "an embed")
    chosen = choice(COLLECTION, _first(given, COLLECTION) or next(iter(COLLECTIONS)), tuple(COLLECTIONS))
    for name in (name for name, _ in given if name in _OF_LISTS):
        raise InvalidValue(name, "is not a parameter of an embed, which is one page. Ask the list for it.")
    search = tuple((name, value) for name, value in given if name not in (*own, LIMIT, "lang"))
    rows = [(name, value) for name, value in given if name == LIMIT] or [(LIMIT, str(USUAL))]
    rest = [*search, *((name, value) for name, value in given if name == "lang"), *rows]
    items = parse_items(COLLECTIONS[chosen], rest, None, today, limits)
    if items.query.limit > MOST:
        raise InvalidValue(LIMIT, f"is at most {MOST} in an embed; the link below the list leads to all.")
    show = choice(SHOW, _first(given, SHOW) or SHOWN[0], SHOWN)
    return EmbedRequest(COLLECTIONS[chosen], items, search, theme_of(given), show)


def theme_of(given: Parameters) -> Theme:
    """Colours and font.

    :raises InvalidValue: for what is neither a colour nor a font, and for texts that cannot be read
    """
    colours = {name: _colour(name, value) for name, value in given if name in COLOURS}
    font = _first(given, FONT) or ""
    if font and not _FONT.fullmatch(font):
        known = f"{', '.join(FAMILIES)}, or the name of a font in letters, digits and spaces"
        raise InvalidValue(FONT, f"'{font}' is not a font: {known}.", FAMILIES)
    if not colours:
        return Theme(font=font)
    whole = COLOURS | colours
    for name in ("text", "accent"):
        found = contrast(whole[name], whole["background"])
        if found < CONTRAST:
            reason = (
                f"#{whole[name]} on the background #{whole['background']} has a contrast of {found:.1f}; texts need "
                f"{CONTRAST}. Colours that are not given are those of the light scheme."
            )
            raise InvalidValue(name if name in colours else "background", reason)
    return Theme(tuple(whole.items()), font)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21 (WCAG 2.2, contrast ratio)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mixed(one: str, other: str, share: float) -> str:
    """A colour between two: ``share`` of the second."""
    pairs = zip(_parts(one), _parts(other), strict=True)
    return "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def _luminance(colour: str) -> float:
    def linear(part: int) -> float:
        value = part / 255
        return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)

    red, green, blue = (linear(part) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _parts(colour: str) -> Sequence[int]:
    return [int(colour[place : place + 2], 16) for place in (0, 2, 4)]


def _colour(name: str, value: str) -> str:
    found = _COLOUR.fullmatch(value)
    if found is None:
        raise InvalidValue(name, f"'{value}' is not a colour of three or six hexadecimal digits, such as 0b4fae.")
    digits = found[1].lower()
    return digits if len(digits) == 6 else "".join(2 * digit for digit in digits)


def _first(given: Parameters, name: str) -> str | None:
    return next((value for each, value in given if each == name), None)

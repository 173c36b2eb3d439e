"""The tables of ``config/matching``: weights, presets and every number of the formulas, refused by name."""

from __future__ import annotations

import csv
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path

from ..model.errors import AtlasError, InvalidValue, nearest, suggestion
from ..model.partner_parts import PARTS, POTENTIAL, Basis
from ..sources.findings import Finding
from ..store.text import fold
from .consortia.rules import NUMBERS as COUNTS
from .consortia.rules import OF_CALLS, categories_of, number_of

#: The preset that is taken where none is asked for.
DEFAULT = "default"
#: Meaning of a word of a title that is no sector: a programme for food aid finds none but others for food aid.
FOOD_AID = "food_aid"
#: Meaning of what names no sector, though a word in it does: a fund, a goal, or everything at once.
NO_SECTOR = "none"
#: The numbers that the formulas need (``numbers.csv`` says what each means).
NUMBERS = (
    "order_upper", "per_country", "per_area", "theme_objectives", "theme_full", "need_further", "border_full",
    "border_own", "border_point", "sea_zero", "sea_most", "scale_other_level", "scale_other_lead", "scale_other_sector",
    "scale_one_sector", "experience_full", "declared_topic_only", "unusual_km", "unusual_strategy", "unusual_scale",
    "unusual_structure", "unusual_per_country",
    "similar_structure", "similar_category", "similar_size", "similar_next_category",
)  # fmt: skip
_WHOLE = ("per_country", "per_area", "theme_objectives", "unusual_per_country")
_SHARES = tuple(
    n for n in NUMBERS if n not in (*_WHOLE, "theme_full", "sea_zero", "sea_most", "experience_full", "unusual_km")
)


class MatchingError(AtlasError):
    """A table of ``config/matching`` that cannot be used."""


@dataclass(frozen=True)
class Call:
    """What a call for projects asks of a consortium, as a source says: a start, not the text of the call.

    :param rules: by parameter of ``/consortium``, as it is written there
    :param sources: where the rules were read, each with the day
    :param address: where the call itself is to be found
    """

    rules: Mapping[str, str]
    sources: tuple[tuple[str, str], ...]
    address: str


@dataclass(frozen=True, slots=True)
class Tier:
    """How well a partner fits, in a word.

    :param least: least value of the order
    :param known: least low end of the score: what may be is not enough
    """

    name: str
    least: float
    known: float


@dataclass(frozen=True)
class Tables:
    """What the tables say.

    :param presets: weights of the parts by preset; a part that is not named has none
    :param numbers: by the names of ``NUMBERS``
    :param tiers: the best first
    :param territories: NUTS codes by territory that counts as a strategy does
    :param funds: funds that support the objectives whose codes begin so
    :param words: meaning of words of titles, folded: a sector, ``FOOD_AID``, or ``NO_SECTOR``
    :param calls: rules of consortia by preset
    """

    presets: Mapping[str, Mapping[str, float]]
    numbers: Mapping[str, float]
    tiers: tuple[Tier, ...]
    territories: Mapping[str, tuple[str, ...]]
    funds: Mapping[str, tuple[str, ...]]
    words: tuple[tuple[str, str], ...]
    calls: Mapping[str, Call]


def read_tables(folder: Path) -> Tables:
    """The tables in a folder.

    :raises MatchingError: naming the file, the line and what to do
    """
    return Tables(
        presets=_presets(folder / "weights.csv"),
        numbers=_numbers(folder / "numbers.csv"),
        tiers=_tiers(folder / "tiers.csv"),
        territories=_listed(folder / "territories.csv", "territory", "nuts_prefix"),
        funds=_listed(folder / "objective_funds.csv", "objective_prefix", "fund"),
        words=tuple((fold(row["word"]), row["meaning"]) for _, row in _rows(folder / "titles.csv", "word", "meaning")),
        calls=_calls(folder / "consortia.csv"),
    )


def check_tables(folder: Path) -> Iterator[Finding]:
    """What is wrong with the tables: an edition is made without them, but cannot be served without them."""
    try:
        read_tables(folder)
    except MatchingError as error:
        yield Finding(f"{folder.parent.name}/{folder.name}", str(error))


def _rows(path: Path, *columns: str, filled: tuple[str, ...] = ()) -> Iterator[tuple[str, dict[str, str]]]:
    """The rows with their place; the first columns together are the key.

    :param filled: further columns that each row fills
    """
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise MatchingError(f"{path} cannot be read: {error}. Set COOPERATION_ATLAS_MATCHING to its folder.") from error
    reader = csv.DictReader(lines)
    needed = (*columns, *filled)
    missing = [name for name in needed if name not in (reader.fieldnames or ())]
    if missing:
        raise MatchingError(f"{path}: the column '{missing[0]}' is missing.")
    seen: dict[tuple[str, ...], int] = {}
    for row in reader:
        place = f"{path}, line {reader.line_num}"
        if None in row or None in row.values():
            raise MatchingError(f"{place}: it does not have {len(reader.fieldnames or ())} cells.")
        if empty := next((name for name in needed if not row[name].strip()), None):
            raise MatchingError(f"{place}: '{empty}' is empty.")
        key = tuple(row[name] for name in columns[: max(1, len(columns) - 1)])
        if key in seen:
            raise MatchingError(f"{place}: {', '.join(key)} stands in line {seen[key]} already.")
        seen[key] = reader.line_num
        yield place, row
    if not seen:
        raise MatchingError(f"{path}: the table has no rows.")


def _number(place: str, name: str, text: str, most: float = math.inf) -> float:
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not 0 <= value <= most or math.isinf(value):
        limit = f" from 0 to {most:g}" if most < math.inf else ", 0 or more"
        raise MatchingError(f"{place}: '{name}' is '{text}', not a number{limit}.")
    return value


def _presets(path: Path) -> dict[str, dict[str, float]]:
    presets: dict[str, dict[str, float]] = {}
    for place, row in _rows(path, "preset", "part", "weight"):
        name = row["part"]
        if name not in POTENTIAL:
            declared = name in PARTS and PARTS[name].basis is Basis.DECLARED
            why = "is declared, and never mixed into the score" if declared else "is no part of the comparison"
            raise MatchingError(f"{place}: '{name}' {why}.{suggestion(nearest(name, POTENTIAL) or POTENTIAL)}")
        presets.setdefault(row["preset"], {})[name] = _number(place, "weight", row["weight"])
    if DEFAULT not in presets:
        raise MatchingError(f"{path}: there is no preset '{DEFAULT}'.")
    for preset, weights in presets.items():
        if not any(weights.values()):
            raise MatchingError(f"{path}: every weight of the preset '{preset}' is 0.")
    return presets


def _numbers(path: Path) -> dict[str, float]:
    numbers: dict[str, float] = {}
    for place, row in _rows(path, "name", "value"):
        name = row["name"]
        if name not in NUMBERS:
            raise MatchingError(f"{place}: there is no number '{name}'.{suggestion(nearest(name, NUMBERS))}")
        value = _number(place, name, row["value"], 1 if name in _SHARES else math.inf)
        if name in _WHOLE and (value < 1 or value != int(value)):
            raise MatchingError(f"{place}: '{name}' is '{row['value']}', not a whole number of at least 1.")
        if value == 0 and name not in _SHARES:
            raise MatchingError(f"{place}: '{name}' is '{row['value']}', not a number above 0.")
        numbers[name] = value
    if missing := [name for name in NUMBERS if name not in numbers]:
        raise MatchingError(f"{path}: the number '{missing[0]}' is missing.")
    return numbers


def _tiers(path: Path) -> tuple[Tier, ...]:
    tiers = [
        Tier(row["tier"], _number(place, "least", row["least"], 1), _number(place, "known", row["known"], 1))
        for place, row in _rows(path, "tier", "least", "known")
    ]
    ends = [(tier.least, tier.known) for tier in tiers]
    falling = all(a >= b for one, other in pairwise(ends) for a, b in zip(one, other, strict=True))
    if not falling or any(ends[-1]):
        raise MatchingError(f"{path}: the tiers begin with the best, and the last one begins at 0.")
    return tuple(tiers)


def _calls(path: Path) -> dict[str, Call]:
    calls: dict[str, Call] = {}
    further = ("source", "source_date", "call")
    for place, row in _rows(path, "preset", "parameter", "value", filled=further):
        name, text = row["parameter"], row["value"]
        if name not in OF_CALLS:
            raise MatchingError(f"{place}: '{name}' is no rule of a call.{suggestion(nearest(name, OF_CALLS))}")
        try:
            if name in COUNTS:
                number_of(name, text)
            elif name == "categories":
                categories_of(text.split(","))
            date.fromisoformat(row["source_date"])
        except (InvalidValue, ValueError) as error:
            raise MatchingError(f"{place}: {error}") from None
        known = calls.get(row["preset"], Call({}, (), row["call"]))
        sources = tuple(dict.fromkeys((*known.sources, (row["source"], row["source_date"]))))
        calls[row["preset"]] = Call({**known.rules, name: text}, sources, known.address)
    return calls


def _listed(path: Path, key: str, value: str) -> dict[str, tuple[str, ...]]:
    """The values of each key; each row says where it was read."""
    listed: dict[str, tuple[str, ...]] = {}
    for _, row in _rows(path, key, value, "source"):
        listed[row[key]] = (*listed.get(row[key], ()), row[value])
    return listed

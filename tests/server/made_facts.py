"""Facts for the tests of matching, made from a few words for each programme."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from cooperation_atlas.matching.arrays import Classes, Incidence, Lists, Shares
from cooperation_atlas.matching.border import links_of
from cooperation_atlas.matching.facts import Entry, Facts, Neighbour, Places, Vocabulary
from cooperation_atlas.matching.lists import rarity_of
from cooperation_atlas.matching.tables import Tables, read_tables

ROOT = Path(__file__).resolve().parents[2]
CLASSES = {"coast": ("coastal", "non_coastal"), "island": ("island", "non_island")}
OBJECTIVES = ("O1", "O2", "O3", "O4")
FUNDS = ("ERDF", "ESF+", "JTF")
CATEGORIES = ("LD", "TR", "MD")
#: Topics, with the objectives below each; ``O4`` belongs to none.
TOPICS = {"P": ("O1", "O2", "O3"), "Q": ("O3",)}


def tables() -> Tables:
    """The tables of the repository."""
    return read_tables(ROOT / "config" / "matching")


@dataclass(frozen=True)
class Made:
    """A programme.

    :param areas: NUTS III codes; the first two letters are the country
    :param known: classes of its area by typology, with their shares
    """

    id: str
    areas: tuple[str, ...]
    national: bool = False
    objectives: tuple[str, ...] = ()
    objectives_complete: bool = False
    funds: tuple[str, ...] = ()
    funds_complete: bool = False
    strategies: dict[str, float] = field(default_factory=dict)
    known: dict[str, float] = field(default_factory=dict)
    categories: dict[str, float] = field(default_factory=dict)
    sectors: tuple[str, ...] = ()
    food_aid: bool = False
    technical: bool = False
    lead: int = 16
    km2: float = 1000.0
    at: tuple[float, float] = (0.0, 0.0)

    @property
    def country(self) -> str:
        return self.areas[0][:2]


def made(
    programmes: Sequence[Made],
    neighbours: Sequence[Neighbour] = (),
    entries: Sequence[Entry] = (),
    rarity: Sequence[float] | None = None,
    weights: Sequence[Sequence[float]] = ((1.0, 1.0), (1.0, 1.0)),
    chance: float = 0.0,
    of_areas: Mapping[str, Collection[str]] | None = None,
    projects: Mapping[str, int] | None = None,
) -> Facts:
    """The facts of these programmes.

    :param of_areas: typologies, strategies and categories of NUTS III areas, for needs that name them
    :param projects: of territorial cooperation, by area
    """
    areas = sorted({area for one in programmes for area in one.areas} | {x for n in neighbours for x in (n.a, n.b)})
    number = {area: place for place, area in enumerate(areas)}
    countries = sorted({area[:2] for area in areas})
    strategies = sorted({name for one in programmes for name in one.strategies})
    sectors = sorted({name for one in programmes for name in one.sectors})
    objectives = Lists.of(OBJECTIVES, [p.objectives for p in programmes], [p.objectives_complete for p in programmes])
    country_of = np.array([countries.index(area[:2]) for area in areas])
    angles = np.radians([one.at for one in programmes]).reshape(len(programmes), 2)
    longitude, latitude = angles[:, 0], angles[:, 1]
    return Facts(
        period="2021-2027",
        ids=tuple(one.id for one in programmes),
        titles=tuple(one.id for one in programmes),
        countries=tuple(countries),
        country=np.array([countries.index(one.country) for one in programmes]),
        national=np.array([one.national for one in programmes]),
        lead=np.array([one.lead for one in programmes]),
        technical=np.array([one.technical for one in programmes]),
        food_aid=np.array([one.food_aid for one in programmes]),
        sectors=np.array([[s in one.sectors for s in sectors] for one in programmes], dtype=bool).reshape(
            len(programmes), len(sectors)
        ),
        objectives=objectives,
        funds=Lists.of(FUNDS, [one.funds for one in programmes], [one.funds_complete for one in programmes]),
        areas=tuple(areas),
        area_names=tuple(areas),
        covers=Incidence.of([[number[area] for area in one.areas] for one in programmes]),
        covered_by=Incidence.of([[r for r, one in enumerate(programmes) if area in one.areas] for area in areas]),
        km2=np.array([one.km2 for one in programmes]),
        territories=_shares("strategies", strategies, [one.strategies for one in programmes]),
        typologies=tuple(_shares(name, codes, [one.known for one in programmes]) for name, codes in CLASSES.items()),
        categories=_shares("categories_of_region", CATEGORIES, [one.categories for one in programmes]),
        weights=tuple(np.array(weight) for weight in weights),
        chance=chance,
        rarity=rarity_of(objectives.stated) if rarity is None else np.array(rarity),
        links=links_of(neighbours, number, country_of, tables().numbers),
        centre=np.stack(
            [np.cos(latitude) * np.cos(longitude), np.cos(latitude) * np.sin(longitude), np.sin(latitude)], axis=1
        ),
        places=_places(areas, country_of, strategies, of_areas or {}, projects or {}),
        vocabulary=Vocabulary(
            of_topic={topic: tuple(OBJECTIVES.index(code) for code in below) for topic, below in TOPICS.items()},
            of_objective={code: (column,) for column, code in enumerate(OBJECTIVES)},
            topics={code: frozenset(t for t, below in TOPICS.items() if code in below) for code in OBJECTIVES},
            above={topic: frozenset({topic}) for topic in TOPICS},
        ),
        entries=tuple(entries),
    )


def _places(
    areas: Sequence[str],
    country: np.ndarray,
    strategies: Sequence[str],
    of_areas: Mapping[str, Collection[str]],
    projects: Mapping[str, int],
) -> Places:
    one, stated = np.ones(len(areas)), [tuple(of_areas.get(area, ())) for area in areas]
    return Places(
        country=country,
        km2=1000.0 * one,
        middle=np.tile((1.0, 0.0, 0.0), (len(areas), 1)),
        projects=np.array([projects.get(area, np.nan) for area in areas], dtype=float),
        territories=Classes.of("strategies", strategies, stated, one),
        typologies=tuple(Classes.of(name, codes, stated, one) for name, codes in CLASSES.items()),
        categories=Classes.of("categories_of_region", CATEGORIES, stated, one),
    )


def _shares(name: str, codes: Sequence[str], known: Sequence[dict[str, float]]) -> Shares:
    matrix = np.array([[one.get(code, 0.0) for code in codes] for one in known], dtype=float)
    return Shares(name, tuple(codes), matrix.reshape(len(known), len(codes)))


def entry(id_: str, row: int, kind: str, topics: Sequence[str], **more: object) -> Entry:
    """An entry of a programme; topics have what stands before their full stop above them."""
    above = frozenset(topics) | {topic.partition(".")[0] for topic in topics}
    given: dict[str, object] = {
        "scopes": frozenset(), "countries": frozenset(), "partner_types": frozenset(), "open_from": None,
        "open_to": None, "sample": False,
    }  # fmt: skip
    given |= more
    return Entry(
        id=id_,
        row=row,
        offers=kind in ("offer", "both"),
        needs=kind in ("need", "both"),
        topics=frozenset(topics),
        broader=above,
        **given,  # type: ignore[arg-type]
    )

"""The words of every feature that ``q`` searches, from the source tables: each in a list, nothing indexed or ranked."""

from __future__ import annotations

import re
from functools import cache, cached_property
from typing import Any

import pandas as pd
from anyascii import anyascii
from plain_records import PlainRecords

_DOUBLED = {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"}


@cache
def words(text: str) -> tuple[str, ...]:
    """The words of a text without accents and case; everything but letters and digits separates."""
    return tuple(re.findall(r"[a-z0-9]+", anyascii(text).lower()))


def has_beginnings(own: str, beginnings: tuple[str, ...]) -> bool:
    """Whether each of the beginnings begins one of the words in ``own``: a space before each word."""
    return all(f" {beginning}" in own for beginning in beginnings)


@cache
def both_spellings(text: str) -> frozenset[str]:
    """The words of a text, and as they are where ä is written ae, and so on."""
    doubled = text
    for letter, two in _DOUBLED.items():
        doubled = doubled.replace(letter, two).replace(letter.upper(), two)
    return frozenset((*words(text), *words(doubled)))


class PlainWords:
    """By collection, the set of words of each feature, in the order of the features."""

    def __init__(self, records: PlainRecords) -> None:
        self.records = records

    def of(self, collection: str) -> list[set[str]]:
        """The words of all features of a collection."""
        if collection not in self._made:
            self._made[collection] = [
                set().union(*map(both_spellings, texts)) for texts in getattr(self, f"_{collection.replace('-', '_')}")
            ]
        return self._made[collection]

    def lines(self, collection: str) -> list[str]:
        """The words of each feature as one text, a space before each word."""
        if collection not in self._lines:
            self._lines[collection] = ["".join(f" {word}" for word in sorted(own)) for own in self.of(collection)]
        return self._lines[collection]

    @cached_property
    def _made(self) -> dict[str, list[set[str]]]:
        return {}

    @cached_property
    def _lines(self) -> dict[str, list[str]]:
        return {}

    @cached_property
    def names(self) -> dict[str, list[str]]:
        """All names of each NUTS code."""
        found: dict[str, list[str]] = {}
        for frame in self.records.regions.values():
            for code, *names in zip(frame["nuts_code"], frame["name_latn"], frame["name_national"], strict=True):
                found.setdefault(code, []).extend(name for name in names if isinstance(name, str))
        for code, name in self.records.table("nuts/region_names")[["nuts_code", "name"]].itertuples(index=False):
            found[code].append(name)
        return found

    @cached_property
    def _inside(self) -> dict[str, dict[str, frozenset[str]]]:
        """By version and code, the NUTS III areas in a region."""
        inside: dict[str, dict[str, set[str]]] = {}
        for version, chains in self.records.above.items():
            of = inside[version] = {code: set() for code in chains}
            level_3 = self.records.regions[version].query("level == 3")["nuts_code"]
            for code in level_3:
                for above in chains[code]:
                    of[above].add(code)
        return {version: {code: frozenset(own) for code, own in of.items()} for version, of in inside.items()}

    def covered(self, version: str, codes: list[str]) -> list[str]:
        """The regions of any level all of which lies in an area."""
        inside = self._inside[version]
        area = frozenset().union(*(inside[code] for code in codes))
        return [code for code, own in inside.items() if own <= area]

    def _of_regions(self, codes: list[str]) -> list[str]:
        return [name for code in codes for name in self.names[code]]

    def _of_topics(self, topics: list[str] | None) -> list[str]:
        return [label for topic in topics or () for label in self._labels[topic]]

    @cached_property
    def _labels(self) -> dict[str, list[str]]:
        topics = self.records.codes("topics")
        found = {code: [label] for code, label in zip(topics["code"], topics["label"], strict=True)}
        others = self.records.codes("labels").query("codelist == 'topics'")
        for code, label in zip(others["code"], others["label"], strict=True):
            found[code].append(label)
        themes = self.records.codes("keep_eu_themes")
        words = dict(zip(themes["code"], themes["label"], strict=True))
        mapped = self.records.codes("keep_eu_topics")
        for theme, topic in zip(mapped["theme"], mapped["topic"], strict=True):
            found[topic].append(words[theme])
        return found

    @cached_property
    def _authorities(self) -> dict[str, str]:
        rows = self.records.table("programmes/authorities").dropna(subset=["managing_authority"])
        return dict(zip(rows["cci"], rows["managing_authority"], strict=True))

    def _of_programme(self, row: Any, codes: list[str]) -> list[str]:
        covered = self.covered(row["nuts_version"], codes)
        return [
            row["title"], row["cci"], self._authorities.get(row["cci"], ""), *self._of_topics(row["topics"]),
            *self._of_regions([*covered, row["country"]]),
        ]  # fmt: skip

    @property
    def _programmes(self) -> list[list[str]]:
        return [self._of_programme(row, row["nuts_codes"]) for row in _rows(self.records.frames["programmes"])]

    @property
    def _cooperation(self) -> list[list[str]]:
        rows = _rows(self.records.frames["cooperation"])
        return [[*self._of_programme(row, row["nuts_codes"]), row["summary"]] for row in rows]

    @property
    def _programme_areas(self) -> list[list[str]]:
        rows = _rows(self.records.frames["programme-areas"])
        return [self._of_programme(row, [row["nuts_code"]]) for row in rows]

    @property
    def _nuts3(self) -> list[list[str]]:
        return self._areas("nuts3", "2021")

    @property
    def _nuts3_2016(self) -> list[list[str]]:
        return self._areas("nuts3-2016", "2016")

    def _areas(self, collection: str, version: str) -> list[list[str]]:
        codes = self.records.frames[collection].index
        # The area, NUTS II and NUTS I: everything above it but the country.
        chains = [self.records.above[version][code][:-1] for code in codes]
        return [[code, *self._of_regions(list(chain))] for code, chain in zip(codes, chains, strict=True)]

    @property
    def _countries(self) -> list[list[str]]:
        rows = self.records.frames["countries"]
        return [
            [code, name, *self._of_regions([code])] for code, name in zip(rows.index, rows["country_name"], strict=True)
        ]

    @property
    def _neighbours(self) -> list[list[str]]:
        return [[row["id"], row["name"]] for row in _rows(self.records.frames["neighbours"])]


def _rows(frame: pd.DataFrame) -> list[Any]:
    return frame.to_dict("records")

"""Rewrite the sample cooperation entries from the other tables.

No public source says which partners a programme seeks, so the search would have nothing to show. The
entries made here are invented for demonstration and say so in every row: the id starts with ``SAMPLE-``, the
summary with ``Sample``, the source is always the same sentence and there is never a contact.

The result depends on the tables only: nothing is drawn at random and no clock is read, so that a second run
writes the same bytes. Funds and objectives that were learnt after the day of the samples do not change them. Usage::

    python data/cooperation/make_samples.py [--out FOLDER]
"""

from __future__ import annotations

import argparse
import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import cycle
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent
SOURCE = "Sample entry made for demonstration; not a fact"
UPDATED = "2026-11-22"
CURRENT, FORMER = "2021-2027", "2014-2020"
CURRENT_ENTRIES, FORMER_ENTRIES = 124, 26

ENTRY_COLUMNS = (
    "id", "cci", "kind", "summary", "status", "open_from", "open_to", "contact", "source", "updated",
)  # fmt: skip
VALUE_COLUMNS = ("id", "property", "value")

# Families of specific objectives a fund can pay for; a programme only gets topics of its own funds.
FAMILIES = {
    "ERDF": ("RSO",),
    "CF": ("RSO2", "RSO3"),
    "ESF+": ("ESO",),
    "JTF": ("JTF",),
}
ALL_FAMILIES = ("RSO", "ESO", "JTF")

# Opening windows by status; those of the former period are over.
WINDOWS = {
    "planned": (("2027-02-01", "2027-06-30"), ("2027-04-01", "2027-09-30"), ("2027-09-01", "2027-12-15")),
    "exploring": (("2026-06-01", "2027-03-31"), ("2026-09-01", "2027-05-31"), ("2026-10-01", "2027-08-31")),
    "call_open": (("2026-10-15", "2027-01-31"), ("2026-11-01", "2027-02-28"), ("2026-11-15", "2027-03-15")),
    "ongoing": (("2025-03-01", "2027-02-28"), ("2025-09-01", "2027-08-31"), ("2026-01-15", "2027-12-31")),
    "completed": (("2023-05-01", "2024-04-30"), ("2024-01-15", "2025-06-30"), ("2024-06-01", "2025-12-31")),
}
FORMER_WINDOWS = (("2016-03-01", "2017-06-30"), ("2017-01-15", "2018-12-31"), ("2018-04-01", "2020-03-31"))
OUTSIDE_GROUPS = ("EFTA", "candidate")


def read_table(name: str) -> list[dict[str, str]]:
    """Rows of one table of the data folder, by its path without the ending."""
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write_table(path: Path, columns: Sequence[str], rows: Iterable[dict[str, str]]) -> None:
    """Write rows as UTF-8 CSV with line feeds, so that the bytes are the same on every system."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def spread(items: Sequence[str], count: int) -> list[str]:
    """At most `count` items, evenly spaced over the list and without repetition."""
    if count >= len(items):
        return list(items)
    return [items[index * len(items) // count] for index in range(count)]


def pick_programmes(by_country: dict[str, list[str]], total: int) -> list[str]:
    """Choose `total` programmes: one of each country in turn, until enough are chosen.

    A country with few programmes is asked again from its first one, so that all have about the same share.
    """
    shares: dict[str, int] = defaultdict(int)
    countries = cycle(sorted(by_country))
    for _ in range(total):
        shares[next(countries)] += 1
    chosen: list[str] = []
    for country, share in shares.items():
        ccis = spread(by_country[country], share)
        repeated = cycle(ccis)
        chosen += [next(repeated) for _ in range(share)]
    return sorted(chosen)


class Turns:
    """Values of one vocabulary in turn, per pool, so that each value comes up as often as the others."""

    def __init__(self) -> None:
        self._used: dict[str, int] = defaultdict(int)

    def take(self, pool: Sequence[str], count: int, group: str = "") -> list[str]:
        """The `count` least used values of the pool; ties go to the order of the pool."""
        ranked = sorted(range(len(pool)), key=lambda index: (self._used[group + pool[index]], index))
        taken = [pool[index] for index in ranked[:count]]
        for value in taken:
            self._used[group + value] += 1
        return taken

    def one(self, pool: Sequence[str], group: str = "") -> str:
        """The least used value of the pool."""
        return self.take(pool, 1, group)[0]


class SampleMaker:
    """Makes the sample entries of one run from the tables."""

    def __init__(self) -> None:
        self.programmes = {row["cci"]: row for row in read_table("programmes/programmes")}
        self.codes = {
            name: [row["code"] for row in read_table(f"codelists/{name}")]
            for name in ("kinds", "statuses", "scopes", "modes", "partner_types")
        }
        self.labels = {row["code"]: row["label"] for row in read_table("codelists/topics")}
        self.funds = self._grouped("programmes/funds", "fund")
        self.objectives = self._grouped("programmes/objectives", "objective")
        self.topics = self._searchable_topics()
        self.topic_objective = self._objective_of_topic()
        self.related = self._related_topics()
        self.strategies = self._strategies_of_countries()
        countries = read_table("codelists/countries")
        self.members = [row["code"] for row in countries if row["eu_member"] == "yes"]
        self.outside = [row["code"] for row in countries if row["group"] in OUTSIDE_GROUPS]
        self.turns = Turns()

    @staticmethod
    def _grouped(table: str, column: str) -> dict[str, list[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for row in read_table(table):
            if row["source_date"] <= UPDATED:
                found[row["cci"]].add(row[column])
        return {cci: sorted(values) for cci, values in found.items()}

    @staticmethod
    def _searchable_topics() -> list[str]:
        """Topics a programme of this goal can have: the specific objectives and just transition."""
        return [
            row["code"]
            for row in read_table("codelists/topics")
            if row["code"] == "JTF" or row["code"].startswith(("RSO", "ESO"))
        ]

    @staticmethod
    def _objective_of_topic() -> dict[str, str]:
        """The objective behind a topic of the current period."""
        return {
            row["topic"]: row["objective"]
            for row in read_table("codelists/objective_topics")
            if row["relation"] == "exact"
        } | {"JTF": "JSO8.1"}

    @staticmethod
    def _related_topics() -> dict[str, list[str]]:
        """Topics related to each thematic objective of the former period."""
        found: dict[str, list[str]] = defaultdict(list)
        for row in read_table("codelists/objective_topics"):
            if row["relation"] == "related" and row["topic"].startswith(("RSO", "ESO")):
                found[row["objective"]].append(row["topic"])
        return found

    @staticmethod
    def _strategies_of_countries() -> dict[str, list[str]]:
        """Strategies in which a country takes part, whole or in part."""
        found: dict[str, set[str]] = defaultdict(set)
        for row in read_table("codelists/strategy_regions"):
            found[row["nuts_prefix"][:2]].add(row["strategy"])
        return {country: sorted(values) for country, values in found.items()}

    def _candidates(self, period: str) -> dict[str, list[str]]:
        """Programmes of a period by country, without technical assistance."""
        found: dict[str, list[str]] = defaultdict(list)
        for cci, row in sorted(self.programmes.items()):
            usable = cci[10:12] != "TA" and (period == CURRENT or bool(self._former_topics(cci)))
            if row["period"] == period and usable:
                found[row["country"]].append(cci)
        return found

    def _former_topics(self, cci: str) -> list[str]:
        stated = self.objectives.get(cci, [])
        return sorted({topic for objective in stated for topic in self.related.get(objective, [])})

    def _topic_pool(self, cci: str) -> list[str]:
        """Topics that fit the funds of a programme; all of them where its funds are not known."""
        if self.programmes[cci]["period"] == FORMER:
            return self._former_topics(cci)
        known = tuple(family for fund in self.funds.get(cci, []) for family in FAMILIES[fund])
        families = known or ALL_FAMILIES
        return [topic for topic in self.topics if topic.startswith(families)]

    def _objectives_for(self, cci: str, topics: Sequence[str]) -> list[str]:
        if self.programmes[cci]["period"] == CURRENT:
            return [self.topic_objective[topic] for topic in topics]
        stated = self.objectives[cci]
        return [objective for objective in stated if any(topic in self.related.get(objective, []) for topic in topics)]

    def _scope(self, country: str) -> str:
        pool = self.codes["scopes"]
        if country not in self.strategies:
            pool = [code for code in pool if code != "macro_regional"]
        return self.turns.one(pool, "scope:")

    def _sought(self, country: str, scope: str, number: int) -> Iterator[tuple[str, str]]:
        """Countries and strategies sought, after the scope of the partnership."""
        others = [code for code in self.members if code != country]
        if scope == "outside_union":
            others = self.outside
        if scope == "macro_regional":
            yield "sought_strategies", self.turns.one(self.strategies[country], "strategy:")
        if scope != "open":
            for code in sorted(self.turns.take(others, 1 + number % 3, "country:")):
                yield "sought_countries", code

    def entry(self, number: int, cci: str) -> tuple[dict[str, str], list[dict[str, str]]]:
        """One sample entry and its multi-valued properties."""
        programme = self.programmes[cci]
        former = programme["period"] == FORMER
        entry_id = f"SAMPLE-{number:04d}"
        kind = self.codes["kinds"][number % len(self.codes["kinds"])]
        topics = self.turns.take(self._topic_pool(cci), 1 + number % 2, "topic:")
        scope = self._scope(programme["country"])
        mode = self.turns.one(self.codes["modes"], "mode:")
        status = "completed" if former else self.turns.one(self.codes["statuses"], "status:")
        windows = FORMER_WINDOWS if former else WINDOWS[status]
        open_from, open_to = windows[number % len(windows)]
        values = [("topics", topic) for topic in topics]
        values += [("objectives", objective) for objective in self._objectives_for(cci, topics)]
        values += [("scopes", scope), ("modes", mode)]
        values += [("partner_types", self.turns.one(self.codes["partner_types"], "partner:"))]
        values += list(self._sought(programme["country"], scope, number))
        about = " and ".join(self.labels[topic] for topic in topics)
        row = {
            "id": entry_id,
            "cci": cci,
            "kind": kind,
            "summary": f"Sample {'offer and need' if kind == 'both' else kind}: {about}",
            "status": status,
            "open_from": open_from,
            "open_to": open_to,
            "contact": "",
            "source": SOURCE,
            "updated": UPDATED,
        }
        return row, [{"id": entry_id, "property": name, "value": value} for name, value in values]

    def all_entries(self) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
        """All sample entries and their values, those of the current period first."""
        chosen = pick_programmes(self._candidates(CURRENT), CURRENT_ENTRIES)
        chosen += pick_programmes(self._candidates(FORMER), FORMER_ENTRIES)
        entries: list[dict[str, str]] = []
        values: list[dict[str, str]] = []
        for number, cci in enumerate(chosen, start=1):
            row, row_values = self.entry(number, cci)
            entries.append(row)
            values += row_values
        return entries, values


def main() -> None:
    """Write samples.csv and sample_values.csv into the chosen folder."""
    parser = argparse.ArgumentParser(description="Rewrite the sample cooperation entries.")
    parser.add_argument("--out", type=Path, default=DATA / "cooperation", help="folder to write into")
    out: Path = parser.parse_args().out
    entries, values = SampleMaker().all_entries()
    write_table(out / "samples.csv", ENTRY_COLUMNS, entries)
    write_table(out / "sample_values.csv", VALUE_COLUMNS, values)
    print(f"{len(entries)} sample entries, {len(values)} values")


if __name__ == "__main__":
    main()

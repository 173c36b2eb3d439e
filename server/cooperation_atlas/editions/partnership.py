"""Cooperation of one or more programmes: topics, scopes, kinds and counts, and whether they rest on samples."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..sources.row import Row
from ..sources.schema import ENTRY_PROPERTIES
from ..sources.tables import Sources

#: Values of the code list ``value_bases``.
STATED, SAMPLE = "stated", "sample"
#: Relations of an objective to a topic (SKOS) by which a stated objective makes the topic one of its programme.
IMPLYING = frozenset({"exact", "broader"})


@dataclass(frozen=True, slots=True)
class Entry:
    """A cooperation entry with its multi-valued properties."""

    row: Row
    sample: bool
    values: dict[str, tuple[str, ...]]

    @property
    def cci(self) -> str:
        """CCI of its programme."""
        return self.row.raw["cci"]


def entries(sources: Sources) -> list[Entry]:
    """All entries, sorted by id; samples only where they were read."""
    all_entries: list[Entry] = []
    for table, values, sample in (("entries", "entry_values", False), ("samples", "sample_values", True)):
        by_id: dict[str, dict[str, list[str]]] = {}
        for row in sources.rows(f"cooperation_{values}"):
            by_id.setdefault(row.raw["id"], {}).setdefault(row.raw["property"], []).append(row.raw["value"])
        for row in sources.rows(f"cooperation_{table}"):
            values_of = by_id.get(row.raw["id"], {})
            ordered = {p: in_order(values_of.get(p, ()), sources.codes[c]) for p, c in ENTRY_PROPERTIES.items()}
            all_entries.append(Entry(row, sample, ordered))
    return sorted(all_entries, key=lambda e: e.row.raw["id"])


def in_order(codes: Iterable[str], codelist: Iterable[str]) -> tuple[str, ...]:
    """Distinct codes in the order of their code list."""
    distinct = set(codes)
    return tuple(code for code in codelist if code in distinct)


@dataclass(slots=True)
class Cooperation:
    """What is known of cooperation, by basis; several add up with :meth:`add`."""

    stated_topics: set[str] = field(default_factory=set)
    sample_topics: set[str] = field(default_factory=set)
    stated_scopes: set[str] = field(default_factory=set)
    sample_scopes: set[str] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    statuses: set[str] = field(default_factory=set)
    n_offers: int = 0
    n_needs: int = 0
    counts: set[str] = field(default_factory=set)

    def add_entry(self, entry: Entry, implied: Mapping[str, Iterable[str]]) -> None:
        """Add an entry. One of kind ``both`` counts as an offer and as a need.

        :param implied: for each objective the topics it implies; those of the entry's objectives are its topics, too
        """
        kind = entry.row.raw["kind"]
        topics = {*entry.values["topics"], *(t for o in entry.values["objectives"] for t in implied.get(o, ()))}
        (self.sample_topics if entry.sample else self.stated_topics).update(topics)
        (self.sample_scopes if entry.sample else self.stated_scopes).update(entry.values["scopes"])
        self.kinds.add(kind)
        if status := entry.row.raw["status"]:
            self.statuses.add(status)
        self.n_offers += kind in {"offer", "both"}
        self.n_needs += kind in {"need", "both"}
        self.counts.add(SAMPLE if entry.sample else STATED)

    def add(self, other: Cooperation) -> None:
        """Add the cooperation of another programme."""
        self.stated_topics |= other.stated_topics
        self.sample_topics |= other.sample_topics
        self.stated_scopes |= other.stated_scopes
        self.sample_scopes |= other.sample_scopes
        self.kinds |= other.kinds
        self.statuses |= other.statuses
        self.n_offers += other.n_offers
        self.n_needs += other.n_needs
        self.counts |= other.counts

    def properties(self, sources: Sources) -> dict[str, Any]:
        """The properties that describe cooperation; what is not known is ``None``."""
        codes = sources.codes
        sample_topics = self.sample_topics - self.stated_topics
        return {
            "topics": in_order(self.stated_topics | self.sample_topics, codes["topics"]),
            "topics_basis": _basis(self.stated_topics, self.sample_topics),
            "sample_topics": in_order(sample_topics, codes["topics"]),
            "scopes": in_order(self.stated_scopes | self.sample_scopes, codes["scopes"]),
            "scopes_basis": _basis(self.stated_scopes, self.sample_scopes),
            "kinds": in_order(self.kinds, codes["kinds"]),
            "statuses": in_order(self.statuses, codes["statuses"]),
            "n_offers": self.n_offers,
            "n_needs": self.n_needs,
            "counts_basis": SAMPLE if SAMPLE in self.counts else STATED if self.counts else None,
        }


def _basis(stated: set[str], sample: set[str]) -> str | None:
    if sample - stated:
        return SAMPLE
    return STATED if stated else None


def topics_of_objectives(sources: Sources) -> dict[str, frozenset[str]]:
    """For each objective the topics it implies: those mapped as exact or broader."""
    implied: dict[str, set[str]] = {}
    for row in sources.rows("objective_topics"):
        if row.raw["relation"] in IMPLYING:
            implied.setdefault(row.raw["objective"], set()).add(row.raw["topic"])
    return {objective: frozenset(topics) for objective, topics in implied.items()}


def cooperation_by_programme(sources: Sources, all_entries: Iterable[Entry]) -> dict[str, Cooperation]:
    """The cooperation of every programme, from its stated objectives and its entries."""
    implied = topics_of_objectives(sources)
    cooperation = {row.raw["cci"]: Cooperation() for row in sources.rows("programmes_programmes")}
    for row in sources.rows("programmes_objectives"):
        cooperation[row.raw["cci"]].stated_topics |= implied.get(row.raw["objective"], frozenset())
    for entry in all_entries:
        cooperation[entry.cci].add_entry(entry, implied)
    return cooperation

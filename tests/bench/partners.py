"""Time of comparing programmes, as `python tests/bench/partners.py [--synthetic]`.

In one process, in time of the processor, so that other work on the machine does not count: one programme against all
(parts, order, reasons of ten, as features with their sentences), all against all (parts and scores), a described need,
and reading the facts. The targets are 5 ms for one and 500 ms for all of 2021-2027; with ``--synthetic``, on 150,000
areas and 10,000 programmes (made by `make bench-large`), 300 ms for one.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from cooperation_atlas.matching.asker import described
from cooperation_atlas.matching.matcher import Matcher
from cooperation_atlas.matching.need import Need
from cooperation_atlas.matching.score import score
from cooperation_atlas.matching.search import PartnerSearch
from cooperation_atlas.matching.tables import read_tables
from cooperation_atlas.model.partners import PARTNERS
from cooperation_atlas.model.periods import CURRENT_PERIOD
from cooperation_atlas.store.contract import Store
from cooperation_atlas.store.open import open_store
from cooperation_atlas.store.query import Query
from cooperation_atlas.web.partner_features import PartnerFeatures
from cooperation_atlas.web.partner_sentences import Sentences
from cooperation_atlas.web.translations.catalogue import catalogue

REPOSITORY = Path(__file__).resolve().parents[2]
#: Askers that are timed, spread over all.
ASKERS = 40


def timed(label: str, work: Callable[[int], object], rows: list[int]) -> None:
    """One row: the median and the longest."""
    times = []
    for row in rows:
        begun = time.process_time()
        work(row)
        times.append(1000 * (time.process_time() - begun))
    print(f"{label:60} {statistics.median(times):8.2f} ms, at most {max(times):.2f} ms")


def main(folder: Path) -> None:
    """Print the figures."""
    begun = time.process_time()
    store = open_store(folder.resolve())
    print(f"{'opening the edition':60} {1000 * (time.process_time() - begun):8.0f} ms")
    begun = time.process_time()
    matcher = PartnerSearch(store, read_tables(REPOSITORY / "config" / "matching")).matcher(CURRENT_PERIOD.code)
    print(f"{'reading the facts, once for an edition':60} {1000 * (time.process_time() - begun):8.0f} ms")
    measure(store, matcher)


def measure(store: Store, matcher: Matcher) -> None:
    """The figures of one edition."""
    size, wish = len(matcher.facts), matcher.wish()
    weights = wish.weights
    rows = list(range(0, size, max(1, size // ASKERS)))
    matcher.partners(0, wish)  # what is kept for all is worked out
    timed(f"one against {size}: parts and score", lambda row: score(matcher.compare(row).parts, weights), rows)
    timed("the same, ordered, with the reasons for ten", lambda row: matcher.partners(row, wish), rows)
    timed("the same as features with sentences", lambda row: written(store, matcher, row), rows)
    need = described(matcher.facts, Need(topics=("PO2",), regions=("ITG1",)))
    timed("a described need", lambda _: matcher.partners(need, wish), rows)
    if size <= 1000:
        timed(f"all against all ({size} x {size - 1}): parts and scores", lambda _: every(matcher), [0, 0, 0])


def every(matcher: Matcher) -> None:
    """The parts and scores of every programme with all others."""
    weights = matcher.wish().weights
    for row in range(len(matcher.facts)):
        score(matcher.compare(row).parts, weights)


def written(store: Store, matcher: Matcher, row: int) -> None:
    """The partners of a programme as GeoJSON."""
    sentences = Sentences(catalogue("en"), store.codelists)
    answer = matcher.partners(row, matcher.wish())
    list(PartnerFeatures(store, matcher, answer, Query(PARTNERS.id), sentences).features())


if __name__ == "__main__":
    synthetic = "--synthetic" in sys.argv[1:]
    main(REPOSITORY / "var" / ("bench/synthetic" if synthetic else "editions") / "current")

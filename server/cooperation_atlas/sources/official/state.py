"""The rows that are known, old and new, in a database on the disk: memory does not grow with them.

A row is known by what it is about: programme, priority, objective, dimension, category, fund, category of region. Rows
that are about the same (the Just Transition Fund has such pairs) are kept or replaced together. Of an old and a new one
that of the programme's later adoption stands, or, where that is the same, that of the later table.
"""
# ruff: noqa: S608 -- the names in statements are those of this module; what was read is always a parameter

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from .dataset import AMOUNTS_FROM
from .facts import Fact

_ABOUT = ("cci", "priority", "priority_type", "objective", "dimension", "code", "fund", "category")
#: Columns of a row that is kept for later imports.
KEPT = (*_ABOUT, "eu", "total", "adopted", "read_on")
_COLUMNS = ", ".join(KEPT)
_SAME = " AND ".join(f"a.{name} = b.{name}" for name in _ABOUT)
_BATCH = 5000


class State:
    """The working database of one import."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        for table in ("old", "new", "merged"):
            extra = ", number INTEGER, digest BLOB" if table == "new" else ""
            texts = ", ".join(f"{name} TEXT NOT NULL" for name in _ABOUT)
            db.execute(
                f"CREATE TABLE {table} ({texts}, eu INTEGER, total INTEGER, adopted TEXT NOT NULL, "
                f"read_on TEXT NOT NULL{extra})"
            )

    def add_old(self, rows: Iterable[tuple[Any, ...]]) -> None:
        """The rows of earlier imports, in the order of ``KEPT``."""
        self._db.executemany(f"INSERT INTO old VALUES ({', '.join('?' * len(KEPT))})", rows)

    def add_new(self, facts: Iterable[Fact], read_on: str) -> None:
        """The rows of this import."""
        marks = ", ".join("?" * (len(KEPT) + 2))
        rows = (
            (
                f.cci, f.priority, f.priority_type, f.objective, f.dimension, f.code, f.fund, f.category, f.eu, f.total,
                f.adopted, read_on, f.number, hashlib.blake2b(f.whole.encode(), digest_size=16).digest(),
            )
            for f in facts
        )  # fmt: skip
        self._db.executemany(f"INSERT INTO new VALUES ({marks})", rows)

    def repeated(self) -> Iterator[tuple[int, int]]:
        """Numbers of new rows that say again, cell by cell, what an earlier one says, each with that of the first."""
        repeated = "SELECT digest, min(number) AS first FROM new GROUP BY digest HAVING count(*) > 1"
        yield from self._db.execute(
            f"SELECT number, first FROM new JOIN ({repeated}) USING (digest) WHERE number > first ORDER BY number"
        )

    def merge(self, *, complete: bool) -> None:
        """Make the new state: with ``complete`` the new rows alone, else old and new ones together."""
        if not complete:
            for table in ("old", "new"):
                self._db.execute(f"CREATE INDEX {table}_about ON {table} ({', '.join(_ABOUT)})")
            later = f"(a.adopted, a.read_on) > (b.adopted, b.read_on) AND {_SAME}"
            self._db.execute(
                f"INSERT INTO merged SELECT {_COLUMNS} FROM new b WHERE NOT EXISTS (SELECT 1 FROM old a WHERE {later})"
            )
            self._db.execute(f"CREATE INDEX merged_about ON merged ({', '.join(_ABOUT)})")
            self._db.execute(
                f"INSERT INTO merged SELECT {_COLUMNS} FROM old b WHERE NOT EXISTS "
                f"(SELECT 1 FROM merged a WHERE {_SAME})"
            )
        else:
            self._db.execute(f"INSERT INTO merged SELECT {_COLUMNS} FROM new")

    # --- what follows from the new state -----------------------------------------------------------------------

    def kept(self) -> Iterator[tuple[Any, ...]]:
        """All rows, in an order that does not depend on that of reading."""
        yield from self._db.execute(f"SELECT {_COLUMNS} FROM merged ORDER BY {_COLUMNS}")

    def funds(self) -> Iterator[tuple[str, ...]]:
        """Programme, fund, day."""
        yield from self._distinct("cci, fund", "fund <> ''")

    def categories(self) -> Iterator[tuple[str, ...]]:
        """Programme, category of region, day."""
        yield from self._distinct("cci, category", "category <> ''")

    def objectives(self) -> Iterator[tuple[str, ...]]:
        """Programme, objective, fund, category of region, day."""
        yield from self._distinct("cci, objective, fund, category", "objective <> ''")

    def amounts(self, table: str = "merged") -> Iterator[tuple[Any, ...]]:
        """Programme, fund, category of region, amount of the Union, total, day: the sums of one dimension."""
        yield from self._sums("cci, fund, category", table, AMOUNTS_FROM)

    def categorisation(self) -> Iterator[tuple[Any, ...]]:
        """Programme, objective, fund, category of region, dimension, code, amount of the Union, total, day."""
        yield from self._sums("cci, objective, fund, category, dimension, code", "merged", None)

    # --- differences -------------------------------------------------------------------------------------------

    def pairs(self, table: str) -> Iterator[tuple[str, str]]:
        """Programme and objective, of the table ``old`` or ``merged``."""
        yield from self._db.execute(f"SELECT DISTINCT cci, objective FROM {table} WHERE objective <> '' ORDER BY 1, 2")

    def planned(self, table: str) -> Iterator[tuple[str, str, str, int | None]]:
        """Programme, objective, fund and amount of the Union, of the table ``old`` or ``merged``."""
        yield from (row[:4] for row in self._sums("cci, objective, fund", table, AMOUNTS_FROM))

    def _distinct(self, columns: str, where: str) -> Iterator[tuple[str, ...]]:
        yield from self._db.execute(
            f"SELECT {columns}, max(read_on) FROM merged WHERE {where} GROUP BY {columns} ORDER BY {columns}"
        )

    def _sums(self, columns: str, table: str, dimension: str | None) -> Iterator[tuple[Any, ...]]:
        where = "WHERE dimension = ?" if dimension else ""
        yield from self._db.execute(
            f"SELECT {columns}, sum(eu), sum(total), max(read_on) FROM {table} {where} "
            f"GROUP BY {columns} ORDER BY {columns}",
            [dimension] if dimension else [],
        )


@contextmanager
def working_state(folder: Path) -> Iterator[State]:
    """A database in a folder, gone at the end."""
    path = folder / "working.sqlite"
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        # It is gone after a crash anyway: nothing needs to survive one.
        db.execute("PRAGMA journal_mode = OFF")
        db.execute("PRAGMA synchronous = OFF")
        db.execute("PRAGMA cache_size = -32768")
        db.execute("PRAGMA temp_store = FILE")
        db.execute("BEGIN")
        try:
            yield State(db)
        finally:
            db.close()
            path.unlink(missing_ok=True)

"""An edition far larger than Europe: 150,000 areas and 10,000 programmes, made by repeating the real records.

Nothing in it is a fact; it lives in ``var/bench`` and is only measured: time and memory of the start, and what a
filtered page costs compared with the real edition.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sqlite3
import struct
import sys
import time
from contextlib import ExitStack, closing
from http.client import HTTPConnection
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import urlsplit

import cases
import peers
import shapely

from cooperation_atlas.editions.integrity import measured
from cooperation_atlas.editions.layout import GEOPACKAGE, MEASURED

REPOSITORY = Path(__file__).resolve().parents[2]
AREAS, PROGRAMMES = 150_000, 10_000
#: In the form that links name; not the hash of anything.
ID = "5" * 16
#: Filters whose first page of 100 is compared; each matches at least that many areas in both editions.
QUERIES = (
    f"country={cases.COUNTRY}",
    "topic=PO2",
    f"bbox={cases.BOX}",
    f"filter={cases.FILTER}",
    "country=FR,IT&topic=PO2&sortby=-n_programmes",
)


def make(folder: Path) -> None:
    """Write the edition; the same input gives the same output."""
    real = (REPOSITORY / "var/editions/current").resolve()
    shutil.rmtree(folder, ignore_errors=True)
    target = folder / ID
    target.mkdir(parents=True)
    shutil.copy(real / "edition.gpkg", target)
    with closing(sqlite3.connect(target / "edition.gpkg")) as db, db:
        for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            db.execute(f'DROP TRIGGER "{name}"')
        _repeat(db, "programmes", "cci", PROGRAMMES, {})
        ids = [row[0] for row in db.execute("SELECT cci FROM programmes ORDER BY cci")]
        _repeat(db, "nuts3", "nuts_code", AREAS, {"programmes": ids})
    with closing(sqlite3.connect(target / "edition.gpkg")) as db:
        db.execute("VACUUM")
    facts = json.loads((real / "edition.json").read_text())
    facts |= {"id": ID, "counts": facts["counts"] | {"nuts3": AREAS, "programmes": PROGRAMMES}}
    facts[MEASURED] = measured(target / GEOPACKAGE)
    (target / "edition.json").write_text(json.dumps(facts))
    (folder / "current").symlink_to(ID)
    os.sync()  # writing it to the disk is not part of the start that is measured


def _repeat(db: sqlite3.Connection, layer: str, key: str, count: int, lists: dict[str, list[str]]) -> None:
    """Repeat the records of a layer under new ids; areas become squares of about 5 km around their place."""
    names = [r[1] for r in db.execute(f'PRAGMA table_info("{layer}")') if r[1] != "fid"]
    rows = db.execute(f'SELECT {", ".join(map(_quoted, names))} FROM "{layer}" ORDER BY "{key}"').fetchall()
    db.execute(f'DELETE FROM "{layer}"')
    made = (_copy(dict(zip(names, rows[i % len(rows)], strict=True)), i, len(rows), key, lists) for i in range(count))
    marks = ", ".join(["?"] * len(names))
    listed = ", ".join(map(_quoted, names))
    db.executemany(f'INSERT INTO "{layer}" ({listed}) VALUES ({marks})', ([r[n] for n in names] for r in made))


def _quoted(name: str) -> str:
    return f'"{name}"'


def _copy(record: dict[str, Any], number: int, size: int, key: str, lists: dict[str, list[str]]) -> dict[str, Any]:
    turn = number // size
    copy = dict(record)
    if turn:
        copy[key] = f"{record[key]}-{turn:04}"
    for name, ids in lists.items():
        # About as many programmes an area as the real record has, other ones in each turn.
        many = len(json.loads(record[name] or "[]"))
        chosen = sorted({ids[(number * 7919 + k * 104_729) % len(ids)] for k in range(many)})
        copy[name] = json.dumps(chosen, separators=(",", ":")) if chosen else None
        west, south, east, north = _envelope(record["geom"])
        x = west + (east - west) * ((turn * 37) % 101) / 101
        y = south + (north - south) * ((turn * 53) % 103) / 103
        copy["geom"] = _geometry(shapely.multipolygons([shapely.box(x, y, x + 0.05, y + 0.05)]))
    return copy


def _envelope(blob: bytes) -> tuple[float, float, float, float]:
    west, east, south, north = struct.unpack("<4d", blob[8:40])
    return west, south, east, north


def _geometry(shape: shapely.Geometry) -> bytes:
    west, south, east, north = shape.bounds
    head = b"GP" + bytes((0, 0b011)) + struct.pack("<i4d", 4326, west, east, south, north)
    return head + shapely.to_wkb(shape, byte_order=1)


def measure(rounds: int) -> dict[str, Any]:
    """Start time, memory and cost of filtered pages, on the real and on the synthetic edition.

    The pages are asked in turns on a kept connection each, with the response cache off; a page costs the time from the
    request to the last byte.
    """
    work = REPOSITORY / "var" / "bench"
    places = peers.Places(REPOSITORY, work, REPOSITORY / ".venv-bench")
    found: dict[str, Any] = {}
    times: dict[tuple[str, str], list[float]] = {}
    with ExitStack() as stack:
        connections = {}
        for name, folder in (("real", REPOSITORY / "var/editions"), ("synthetic", work / "synthetic")):
            os.environ["BENCH_EDITIONS"] = str(folder)
            begun = time.monotonic()
            peer = stack.enter_context(peers.started(cases.OURS, places))
            found[name] = {"start_s": round(time.monotonic() - begun, 2)}
            connections[name] = peer, stack.enter_context(closing(HTTPConnection(urlsplit(peer.url).netloc)))
        for turn in range(rounds + 1):
            for query in QUERIES:
                for name, (_, connection) in connections.items():
                    begun = time.perf_counter()
                    connection.request("GET", f"/collections/nuts3/items?limit=100&{query}")
                    body = connection.getresponse().read()
                    spent = time.perf_counter() - begun
                    if turn:  # the first one builds the indexes
                        times.setdefault((name, query), []).append(spent)
                    elif json.loads(body)["numberReturned"] < 100:
                        raise RuntimeError(f"{query} gives fewer than 100 areas of the {name} edition")
        for name, (peer, _) in connections.items():
            found[name]["memory_mb"] = round(peer.memory())
    medians = {name: {q: 1000 * median(times[name, q]) for q in QUERIES} for name in found}
    found["ratios"] = {q: round(medians["synthetic"][q] / medians["real"][q], 2) for q in QUERIES}
    found["ms"] = {name: {q: round(ms, 2) for q, ms in by.items()} for name, by in medians.items()}
    return found


def main() -> int:
    """Make the edition where it is missing, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=200)
    options = parser.parse_args()
    folder = REPOSITORY / "var" / "bench" / "synthetic"
    make(folder)
    found = measure(options.rounds)
    (REPOSITORY / "var" / "bench" / "synthetic.json").write_text(json.dumps(found, indent=1))
    print(json.dumps(found, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Time of ``/consortium`` over HTTP, as `python tests/bench/consortium.py [EVERY]`.

For every so-manieth programme of the current period (20 by default): each preset, a search with many rules, and one
that few programmes can meet.

No answer is kept, so that each is found anew. The target is 1 s.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from pathlib import Path

import httpx

REPOSITORY = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(REPOSITORY / "tests"))

MANY = {"partners": 12, "regions": 12, "countries": 8, "categories": "LD:4,MD:3,TR:2", "coordinator_category": "MD"}
FEW = {"partners": 8, "regions": 8, "countries": 8, "per_country": 1, "categories": "LD:7,MD:3"}


def main(every: int) -> None:
    """Print the figures."""
    from running_server import start

    server = start(name="bench-consortium")
    try:
        with httpx.Client(base_url=server.url, timeout=60) as client:
            measure(client, every)
    finally:
        server.stop()


def measure(client: httpx.Client, every: int) -> None:
    """One row for each kind of search."""
    listed = {"period": "2021-2027", "limit": 1000, "skipGeometry": "true", "properties": "cci"}
    found = client.get("/collections/programmes/items", params=listed).json()
    askers = [feature["id"] for feature in found["features"]][::every]
    begun = time.perf_counter()
    presets = client.get("/consortium", params={"programme": askers[0], "partners": 2}).json()["presets"]
    print(f"{len(askers)} programmes, load {os.getloadavg()[0]:.1f}")
    print(f"{'the first one, with the solver to load':40} {1000 * (time.perf_counter() - begun):7.0f} ms")
    kinds = {preset["preset"]: {"preset": preset["preset"]} for preset in presets} | {
        "many rules": MANY,
        "few sets": FEW,
    }
    for name, rules in kinds.items():
        times, without = [], 0
        for asker in askers:
            begun = time.perf_counter()
            answer = client.get("/consortium", params={"programme": asker, **rules, "skipGeometry": "true"})
            times.append(time.perf_counter() - begun)
            answer.raise_for_status()
            without += not answer.json()["sets"]
        figures = f"{1000 * statistics.median(times):7.0f} ms, at most {1000 * max(times):.0f} ms"
        print(f"{name:40} {figures}; {without} without a set")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)

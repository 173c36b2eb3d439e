"""The benchmark: starts every peer on loopback, asks the same of each in interleaved rounds, prints medians and ratios.

Run by ``make bench`` inside a throwaway PostgreSQL cluster (``pg_virtualenv``). Loads go to 127.0.0.1 only and end by
themselves.
"""

from __future__ import annotations

import argparse
import gzip
import json
import shutil
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from urllib.request import Request, urlopen

import cases
import peers
from load import Measure, run
from report import Result, write

REPOSITORY = Path(__file__).resolve().parents[2]


def main() -> int:
    """Measure, save and print. Exit status 1 where a peer answered with errors or with other features."""
    options = _options()
    work = REPOSITORY / "var" / "bench"
    shutil.rmtree(work / "static", ignore_errors=True)
    (work / "static").mkdir(parents=True, exist_ok=True)
    places = peers.Places(REPOSITORY, work, REPOSITORY / ".venv-bench")
    geopackage = REPOSITORY / "var" / "editions" / "current" / "edition.gpkg"
    _prepare(geopackage, places)
    chosen = [c for c in cases.CASES if not options.case or c.name in options.case]
    with ExitStack() as stack:
        running: dict[str, peers.Peer] = {}
        for name in (cases.OURS, cases.OURS_WARM, cases.TIPG, cases.PYGEOAPI, cases.QGIS):
            running[name] = stack.enter_context(peers.started(name, places))
        _name_qgis_item(chosen, running[cases.QGIS])
        _static(chosen, running[cases.OURS], work / "static")
        running[cases.NGINX] = stack.enter_context(peers.started(cases.NGINX, places))
        wrong = _disagreements(chosen, running)
        measures = _rounds(chosen, running, options.rounds, options.seconds)
        memory = {name: peer.memory() for name, peer in running.items()}
    results = [Result(case, name, _median(found)) for (case, name), found in measures.items()]
    write(results, memory, options, work, geopackage.parent)
    for line in wrong:
        print(f"disagreement: {line}", file=sys.stderr)
    return 1 if wrong or any(r.measure.failures for r in results) else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=int, default=2, help="length of one load")
    parser.add_argument("--case", action="append", help="only these cases")
    return parser.parse_args()


def _prepare(geopackage: Path, places: peers.Places) -> None:
    """The same areas into the stores of the peers."""
    python = str(places.peers / "bin/python")
    here = Path(__file__).parent
    subprocess.run([python, str(here / "database.py"), str(geopackage.resolve())], check=True)
    qgis = ["/usr/bin/python3", str(here / "project.py"), str(geopackage.resolve()), str(places.work / "nuts3.qgs")]
    environment = {"QT_QPA_PLATFORM": "offscreen", "QGIS_PREFIX_PATH": "/usr", "PATH": "/usr/bin:/bin"}
    environment |= {"XDG_RUNTIME_DIR": str(places.work), "HOME": str(places.work)}
    subprocess.run(qgis, check=True, env=environment, capture_output=True)


def _static(chosen: list[cases.Case], ours: peers.Peer, folder: Path) -> None:
    """Our own bodies as files: what nginx sends is the limit of what any server could."""
    for number, case in enumerate(chosen):
        body = _get(ours.url + case.paths[cases.OURS], {})
        path = folder / f"case-{number}"
        path.write_bytes(body)
        path.with_suffix(".gz").write_bytes(gzip.compress(body, 5))
        case.paths[cases.NGINX] = f"/case-{number}"


def _name_qgis_item(chosen: list[cases.Case], qgis: peers.Peer) -> None:
    """The path of the same single feature on QGIS Server, which has ids of its own."""
    for case in chosen:
        if case.name in ("item", "HTML item"):
            found = json.loads(_get(qgis.url + case.paths[cases.QGIS], {}))["features"]
            suffix = "json" if case.name == "item" else "html"
            case.paths[cases.QGIS] = f"/wfs3/collections/nuts3/items/{found[0]['id']}.{suffix}"


def _get(url: str, headers: dict[str, str]) -> bytes:
    with urlopen(Request(url, headers=headers), timeout=120) as answer:
        return answer.read()


def _disagreements(chosen: list[cases.Case], running: dict[str, peers.Peer]) -> list[str]:
    """Cases in which a peer returns another number of features than we do."""
    wrong = []
    for case in chosen:
        if case.matched:
            counts = {n: len(json.loads(_get(running[n].url + p, {}))["features"]) for n, p in case.paths.items()}
            wrong += [
                f"{case.name}: {n} gave {c}, not {counts[cases.OURS]}"
                for n, c in counts.items()
                if c != counts[cases.OURS]
            ]
    return wrong


#: Runs by name of the case and name of the peer.
Measures = dict[tuple[str, str], list[Measure]]


def _rounds(chosen: list[cases.Case], running: dict[str, peers.Peer], rounds: int, seconds: int) -> Measures:
    """Every case on every peer, once a round, so that a slow moment of the machine falls on all of them."""
    measures: Measures = {}
    for case in chosen:
        for name, path in case.paths.items():
            run(running[name], path, 1, case.headers)
    for number in range(rounds):
        for case in chosen:
            for name, path in case.paths.items():
                found = run(running[name], path, seconds, case.headers)
                measures.setdefault((case.name, name), []).append(found)
        print(f"round {number + 1} of {rounds}", file=sys.stderr)
    return measures


def _median(found: list[Measure]) -> Measure:
    return Measure(
        median(m.rate for m in found),
        median(m.p50 for m in found),
        median(m.p99 for m in found),
        sum(m.failures for m in found),
        median(m.waited for m in found),
    )


if __name__ == "__main__":
    sys.exit(main())

"""The table: requests a second, latencies, memory, and the ratios to the peers."""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

import cases
from load import CONNECTIONS, Measure

#: Least ratio of our rate to that of a peer, by case (the targets of the project): our mode, peer, factor.
TARGETS = {
    "100 items": [(cases.OURS, cases.TIPG, 15.0)],
    "all items": [(cases.OURS, cases.TIPG, 30.0)],
    "bbox": [(cases.OURS, cases.TIPG, 7.0)],
    "country": [(cases.OURS, cases.TIPG, 7.0)],
    "item": [(cases.OURS, cases.TIPG, 2.5)],
    "CQL2": [(cases.OURS, cases.TIPG, 2.5)],
    "100 items, gzip": [(cases.OURS_WARM, cases.NGINX, 0.8), (cases.OURS, cases.TIPG, 8.0)],
}


@dataclass(frozen=True)
class Result:
    """The median of the rounds for one case on one peer."""

    case: str
    peer: str
    measure: Measure


def write(
    results: list[Result], memory: dict[str, float], options: argparse.Namespace, work: Path, edition: Path
) -> None:
    """Save ``results.json`` and ``results.md`` in ``work``, and print the table."""
    tables = [_head(options, edition), _overview(results), _ratios(results), _memory(memory), _table(results)]
    text = "\n\n".join(tables) + "\n"
    (work / "results.md").write_text(text, encoding="utf-8")
    told = [{"case": r.case, "peer": r.peer, **asdict(r.measure)} for r in results]
    (work / "results.json").write_text(json.dumps({"results": told, "memory_mb": memory}, indent=1), encoding="utf-8")
    print(text)


def _head(options: argparse.Namespace, edition: Path) -> str:
    model = next(
        (
            line.split(":", 1)[1].strip()
            for line in Path("/proc/cpuinfo").read_text().splitlines()
            if "model name" in line
        ),
        platform.machine(),
    )
    python = Path(__file__).resolve().parents[2] / ".venv-bench/bin/python"
    listed = json.loads(
        subprocess.run([str(python), "-m", "pip", "list", "--format=json"], capture_output=True, check=True).stdout
    )
    versions = {p["name"].lower(): p["version"] for p in listed}
    named = ", ".join(f"{n} {versions[n]}" for n in ("tipg", "pygeoapi", "uvicorn", "uvloop"))
    id_ = json.loads((edition / "edition.json").read_text())["id"]
    packages = ", ".join(_debian(p) for p in ("qgis-server", "nginx-light", "postgresql-15-postgis-3"))
    return (
        f"{datetime.now(UTC):%Y-%m-%d}, {os.cpu_count()} cores ({model}); {named}, {packages}; edition {id_}. "
        f"wrk, {CONNECTIONS} connections, two workers each, median of {options.rounds} interleaved rounds of "
        f"{options.seconds} s. Cold: response cache off, every request computed."
    )


def _debian(package: str) -> str:
    shown = subprocess.run(
        ["dpkg-query", "-W", "-f", "${Package} ${Version}", package], capture_output=True, text=True, check=True
    )
    return shown.stdout


def _overview(results: list[Result]) -> str:
    """Requests a second, a line each case and a column each server."""
    rates = {(r.case, r.peer): f"{r.measure.rate:,.0f}" for r in results}
    servers = list(dict.fromkeys(r.peer for r in results))
    lines = [f"| requests/s | {' | '.join(servers)} |", "|---|" + "---:|" * len(servers)]
    for case in dict.fromkeys(r.case for r in results):
        lines.append(f"| {case} | {' | '.join(rates.get((case, server), '') for server in servers)} |")
    return "\n".join(lines)


def _table(results: list[Result]) -> str:
    lines = [
        "| case | server | requests/s | p50 ms | p99 ms | p99/p50 | waited for a core |",
        "|---|---|---:|---:|---:|---:|---:|",
    ]
    for r in results:
        m = r.measure
        note = f" ({m.failures} failures)" if m.failures else ""
        # No latency where no answer arrived within the load.
        spread = f"{m.p99 / m.p50:.1f}" if m.p50 else ""
        numbers = f"{m.rate:,.0f} | {m.p50:.2f} | {m.p99:.2f} | {spread} | {m.waited:.0%}"
        lines.append(f"| {r.case} | {r.peer}{note} | {numbers} |")
    return "\n".join(lines)


def _ratios(results: list[Result]) -> str:
    rates = {(r.case, r.peer): r.measure.rate for r in results}
    lines = ["| case | ratio | measured | target |", "|---|---|---:|---:|"]
    for case in dict.fromkeys(r.case for r in results):
        wanted = {(mine, peer): factor for mine, peer, factor in TARGETS.get(case, [])}
        pairs = dict.fromkeys(
            [*wanted, (cases.OURS, cases.TIPG), (cases.OURS, cases.PYGEOAPI), (cases.OURS_WARM, cases.NGINX)]
        )
        for mine, peer in pairs:
            if rates.get((case, peer)):
                target = f"{wanted[mine, peer]:g}" if (mine, peer) in wanted else ""
                lines.append(f"| {case} | {mine} / {peer} | {rates[case, mine] / rates[case, peer]:.2f} | {target} |")
    return "\n".join(lines)


def _memory(memory: dict[str, float]) -> str:
    lines = ["| server | memory after the run, MB (PSS, all processes) |", "|---|---:|"]
    return "\n".join([*lines, *(f"| {name} | {mb:,.0f} |" for name, mb in memory.items())])

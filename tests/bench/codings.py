"""What each level of each content coding costs on a body of ours: the table behind ``web.http.encodings``.

Usage: codings.py FILE… (a body saved with curl)
"""

from __future__ import annotations

import argparse
import gzip
import time
from collections.abc import Callable
from pathlib import Path

import brotli
import zstandard
from isal import igzip

Compress = Callable[[bytes], bytes]
#: Bytes that each level compresses in all; the best of the runs counts, as others use the machine, too.
VOLUME = 12_000_000


def levels() -> dict[str, Compress]:
    """Every level worth a look; the first is the yardstick."""
    found: dict[str, Compress] = {"zlib 5": lambda body: gzip.compress(body, 5, mtime=0)}
    found |= {f"isal {n}": lambda body, n=n: igzip.compress(body, n, mtime=0) for n in range(4)}
    found |= {f"br {n}": lambda body, n=n: brotli.compress(body, quality=n) for n in range(6)}
    return found | {f"zstd {n}": lambda body, n=n: zstandard.compress(body, n) for n in (-1, 1, 2, 3, 4, 5)}


def measure(compress: Compress, body: bytes) -> tuple[float, int]:
    """Least milliseconds of several runs, and the size of what comes out."""
    best, size = float("inf"), 0
    for _ in range(max(5, VOLUME // len(body))):
        begun = time.perf_counter()
        size = len(compress(body))
        best = min(best, time.perf_counter() - begun)
    return best * 1000, size


def main() -> None:
    """Print a table for each file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="+", type=Path)
    for file in parser.parse_args().file:
        body = file.read_bytes()
        print(
            f"\n| {file.name}, {len(body):,} bytes | ms | size | of zlib 5 | times as fast |\n|---|---:|---:|---:|---:|"
        )
        yardstick = None
        for name, compress in levels().items():
            ms, size = measure(compress, body)
            yardstick = yardstick or (ms, size)
            print(f"| {name} | {ms:.3f} | {size:,} | {size / yardstick[1]:.3f} | {yardstick[0] / ms:.1f} |")


if __name__ == "__main__":
    main()

"""Heaps of the C library: their number does not grow with the number of threads."""

from __future__ import annotations

import platform
import subprocess
import sys

# Every thread allocates and frees; the library then tells how many heaps it made for them.
COUNTED = """
import ctypes, sys, threading
from cooperation_atlas.web.http.memory import bound_heaps
bound = sys.argv[1] == "bound" and bound_heaps()
meeting = threading.Barrier(12)
def use():
    meeting.wait()
    for _ in range(200):
        bytes(300_000).join([b"x", b"y"])
    meeting.wait()
threads = [threading.Thread(target=use) for _ in range(12)]
[t.start() for t in threads]
[t.join() for t in threads]
ctypes.CDLL(None).malloc_stats()
print(bound)
"""


def heaps(how: str) -> tuple[int, bool]:
    ran = subprocess.run([sys.executable, "-c", COUNTED, how], capture_output=True, text=True, check=True, timeout=60)
    return ran.stderr.count("Arena "), ran.stdout.strip() == "True"


def test_threads_share_heaps_where_the_library_has_them():
    many, bound = heaps("bound")
    assert bound is (platform.libc_ver()[0] == "glibc")
    if bound:
        assert many <= 2 < heaps("as it is")[0]

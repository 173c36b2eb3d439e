"""How much memory the C library keeps for itself.

Searches, compression and body parsing run in threads, and glibc gives each of them a heap of its own, up to eight for
each core. Each keeps what its largest request needed, so a server grows with the number of its threads.
"""

from __future__ import annotations

import ctypes

#: ``M_ARENA_MAX`` of glibc's ``malloc.h``.
_ARENA_MAX = -8
#: Heaps of a process: one for the event loop, one for all other threads. Both wait for Python's lock most of the time.
ARENAS = 2


def bound_heaps() -> bool:
    """Let the threads of this process share their heaps.

    :returns: whether the C library took it; musl, macOS and Windows have no such heaps
    """
    try:
        return bool(ctypes.CDLL(None).mallopt(_ARENA_MAX, ARENAS))
    except (AttributeError, OSError, TypeError):
        return False

"""The command line: see ``messages``."""

from __future__ import annotations

import sys

from . import messages


def main(arguments: list[str]) -> int:
    """Run ``update`` or ``missing``.

    :returns: exit status
    """
    match arguments:
        case ["update"]:
            messages.update()
        case ["missing"]:
            problems = list(messages.problems())
            print(*problems, sep="\n", end="\n" if problems else "")
            return 1 if problems else 0
        case _:
            print(messages.__doc__, file=sys.stderr)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

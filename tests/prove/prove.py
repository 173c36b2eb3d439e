"""The soak and fault suite: kills, switches under load, hostile input; one table of counts in the end.

Run by ``make prove``. It takes as long as it is told; everything stays on 127.0.0.1 and below ``var/prove``. The exit
status is 1 where something happened that must not.
"""

from __future__ import annotations

import argparse
import os
import secrets
import shutil
import sys
import time
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
# Beside this file: the servers of the tests, and their small made data.
sys.path[:0] = [str(REPOSITORY / "tests"), str(REPOSITORY / "tests" / "server")]

from hostile import Hostile  # noqa: E402
from kill_ground import Ground  # noqa: E402
from kills import Kills  # noqa: E402
from switches import Switches  # noqa: E402
from tally import Tally  # noqa: E402

WORK = REPOSITORY / "var" / "prove"
#: Share of the time that each part gets.
KILLS, SWITCHES, HOSTILE = 0.5, 0.2, 0.3
#: Parts by name, in the order in which they run.
PARTS = ("kills", "switches", "hostile")


def prove(minutes: float, seed: int, work: Path, parts: tuple[str, ...]) -> Tally:
    """Run the parts; the shares of those left out are not spent.

    :param work: folder for editions and for requests that went wrong; its content is removed first
    """
    shutil.rmtree(work, ignore_errors=True)
    tally, seconds, begun = Tally(), minutes * 60, time.monotonic()
    for part in parts:
        folder = work / part
        folder.mkdir(parents=True)
        print(f"prove: {part}", file=sys.stderr, flush=True)
        match part:
            case "kills":
                with Ground(folder) as ground:
                    Kills(ground, seed, tally).run(seconds * KILLS)
            case "switches":
                Switches(folder, seed, tally).run(seconds * SWITCHES)
            case "hostile":
                Hostile(folder, seed, tally).run(seconds * HOSTILE)
            case _:
                raise ValueError(f"no part {part}: there are {', '.join(PARTS)}")
    tally.figure("seed", str(seed))
    tally.figure("time", f"{time.monotonic() - begun:.0f} s")
    return tally


def main() -> int:
    """Run as the options say, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=float(os.environ.get("PROVE_MINUTES") or 10))
    parser.add_argument("--seed", type=int, default=int(os.environ.get("PROVE_SEED") or secrets.randbelow(10**6)))
    parser.add_argument("--part", action="append", choices=PARTS, help="only this part; may be given several times")
    parser.add_argument("--work", type=Path, default=WORK, help="folder that is emptied and used")
    parser.add_argument(
        "--attempt", type=int, help="send the hostile request of that number again, and show the answer"
    )
    options = parser.parse_args()
    print(f"prove: seed {options.seed}", file=sys.stderr, flush=True)
    if options.attempt is not None:
        print(Hostile(WORK / "hostile", options.seed, Tally()).single(options.attempt))
        return 0
    tally = prove(options.minutes, options.seed, options.work, tuple(options.part or PARTS))
    if told := tally.told():
        print(told, file=sys.stderr)
    print(tally.table())
    return 1 if tally.violations else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env bash
# Two versions of the server in turns, cold: requests a second of each case, and the median of the ratios of the rounds.
# Usage: in_turns.sh OLD NEW [ROUNDS]   (working trees of this repository, each with its .venv; needs wrk and curl)
# A slow moment of the machine falls on both, so that small differences show on a machine that is not quiet.
set -euo pipefail
old=$(realpath "$1") new=$(realpath "$2") rounds=${3:-5}
work=$(mktemp -d)
pids=()
trap 'kill "${pids[@]}" 2>/dev/null || true; rm -rf "$work"' EXIT

serve() { # TREE PORT
    (cd "$1" && exec env PYTHONPATH="$1/server" COOPERATION_ATLAS_EDITIONS="$1/var/editions" COOPERATION_ATLAS_CACHE_MB=0 \
        COOPERATION_ATLAS_WORKERS=2 "$1/.venv/bin/cooperation-atlas" serve --build --port "$2" > "$work/$2.log" 2>&1) &
    pids+=($!)
}
serve "$old" 7301
serve "$new" 7302
for port in 7301 7302; do
    curl --silent --fail --retry 120 --retry-delay 1 --retry-connrefused "http://127.0.0.1:$port/healthz" > /dev/null
done

items=/collections/nuts3/items
filter='filter-lang=cql2-text&filter=n_programmes%20%3E%202%20AND%20country%20%3D%20%27FR%27'
cases=(
    "identity $items?limit=100" "identity $items?limit=2000" "identity $items?bbox=5,45,10,50&limit=2000"
    "identity $items?country=IT&limit=2000" "identity $items/ITG12" "identity $items?$filter&limit=2000"
    "gzip $items?limit=100" "identity /?f=html" "identity $items/ITG12?f=html" "identity $items?f=html&limit=10"
)
for ((round = 0; round < rounds; round++)); do
    for case in "${cases[@]}"; do
        read -r coding path <<< "$case"
        for port in 7301 7302; do
            rate=$(wrk -t1 -c4 -d2s -H "Accept-Encoding: $coding" "http://127.0.0.1:$port$path" | awk '/Requests\/sec/ {print $2}')
            echo "$port $coding $path $rate" >> "$work/rates"
        done
    done
done
"$new/.venv/bin/python" - "$work/rates" << 'PYTHON'
import sys
from collections import defaultdict
from statistics import median

rates = defaultdict(lambda: defaultdict(list))
for line in open(sys.argv[1], encoding="utf-8"):
    port, coding, path, rate = line.split()
    rates[coding, path][port].append(float(rate))
print("| case | old | new | new / old |\n|---|---:|---:|---:|")
for (coding, path), by_port in rates.items():
    old, new = by_port["7301"], by_port["7302"]
    ratio = median(b / a for a, b in zip(old, new, strict=True))
    print(f"| {path[:60]}{' (gzip)' if coding == 'gzip' else ''} | {median(old):,.0f} | {median(new):,.0f} | {ratio:.2f} |")
PYTHON

#!/usr/bin/env bash
# Prints a Python for the server, of the version in .python-version or newer; says what to do when there is none.
# Usage: find-python.sh [interpreter to use instead]
set -euo pipefail
cd "$(dirname "$0")/.."

wanted="$(tr -d '[:space:]' < .python-version)"

# Prints the real interpreter behind a name (shims of version managers included) when it is new enough.
usable() {
    "$1" - "$wanted" 2>/dev/null <<'PYTHON'
import ensurepip, sys, venv
wanted = tuple(int(part) for part in sys.argv[1].split(".")[:2])
if sys.version_info[:2] < wanted:
    sys.exit(1)
print(sys.executable)
PYTHON
}

if [ -n "${1:-}" ]; then
    usable "$1" && exit 0
    echo "make: PYTHON=$1 cannot be used: Python $wanted or newer with venv is needed" >&2
    exit 1
fi
for candidate in "python$wanted" python3 python3.13 python3.14 python3.15; do
    usable "$candidate" && exit 0
done
if command -v pyenv >/dev/null; then
    newest="$(pyenv prefix "$(pyenv latest "$wanted" 2>/dev/null || true)" 2>/dev/null || true)"
    [ -n "$newest" ] && usable "$newest/bin/python3" && exit 0
fi
if command -v uv >/dev/null; then
    found="$(uv python find ">=$wanted" 2>/dev/null || true)"
    [ -n "$found" ] && usable "$found" && exit 0
fi
cat >&2 <<MESSAGE
make: Python $wanted or newer (with venv) was not found.
      Install it (Debian 13, Ubuntu 24.04: apt-get install python3 python3-venv; elsewhere: pyenv install $wanted,
      or uv python install $wanted), or name one: make serve PYTHON=/path/to/python$wanted
MESSAGE
exit 1

#!/usr/bin/env bash
# Prints the path of a Python for the server, of the version in .python-version or newer. Where the machine has none, uv
# fetches one into .python; where that does not work either, a message says what to do.
# Usage: find-python.sh [interpreter to use instead]
set -euo pipefail
cd "$(dirname "$0")/.."

required="$(tr -d '[:space:]' < .python-version)"
readonly fetched=.python uv_venv=.venv-uv

# Prints the real interpreter behind a name (shims of version managers included) when it is new enough and has venv.
usable() {
    "$1" - "$required" 2>/dev/null <<'PYTHON'
import ensurepip, sys, venv
required = tuple(int(part) for part in sys.argv[1].split(".")[:2])
if sys.version_info[:2] < required:
    sys.exit(1)
print(sys.executable)
PYTHON
}

# Prints the interpreter that uv ($1) has put into .python.
fetched_python() {
    local python
    python="$(UV_PYTHON_INSTALL_DIR="$PWD/$fetched" "$1" --no-config python find --no-project --managed-python "$required" \
        2>/dev/null)" && usable "$python"
}

if [ -n "${1:-}" ]; then
    usable "$1" && exit 0
    echo "make: PYTHON=$1 cannot be used: Python $required or newer with venv is needed" >&2
    exit 1
fi
for candidate in "python$required" python3 python3.13 python3.14 python3.15; do
    usable "$candidate" && exit 0
done
if command -v pyenv >/dev/null; then
    newest="$(pyenv prefix "$(pyenv latest "$required" 2>/dev/null || true)" 2>/dev/null || true)"
    [ -n "$newest" ] && usable "$newest/bin/python3" && exit 0
fi
if command -v uv >/dev/null; then
    python="$(uv python find --no-project ">=$required" 2>/dev/null || true)"
    [ -n "$python" ] && usable "$python" && exit 0
fi

# None is installed. An older Python is enough to install uv from the package index.
uv="$(command -v uv || true)"
if [ -z "$uv" ]; then
    uv="$uv_venv/bin/uv"
    if [ ! -x "$uv" ]; then
        echo "make: no Python $required or newer here: installing uv, which fetches one" >&2
        python3 -m venv "$uv_venv" >&2 \
            && "$uv_venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes \
                --requirement config/constraints/uv.txt >&2 \
            || { uv=""; rm -rf "$uv_venv"; }
    fi
fi
if [ -n "$uv" ]; then
    fetched_python "$uv" && exit 0
    echo "make: fetching Python $required into $fetched (about 30 MB, from the releases of python-build-standalone on GitHub)" >&2
    UV_PYTHON_INSTALL_DIR="$PWD/$fetched" "$uv" --no-config --no-cache python install --no-bin --managed-python \
        "$required" >&2 && fetched_python "$uv" && exit 0
fi

cat >&2 <<MESSAGE
make: There is no Python $required or newer (with venv) on this machine, and it could not be fetched (see above).
      Do one of these, then run make again:
      - Debian 13, Ubuntu 24.04 or newer: apt-get install python3 python3-venv
      - Debian 12, Ubuntu 22.04 (their packages end at 3.11 and 3.10): let this machine reach GitHub; or name a mirror of
        the releases, UV_PYTHON_INSTALL_MIRROR=https://… (also file:///a/folder); without python3-venv, first
        apt-get install python3-venv
      - any machine: install Python $required yourself (pyenv install $required, or from python.org) and name it:
        make serve PYTHON=/path/to/python$required
MESSAGE
exit 1

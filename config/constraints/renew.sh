#!/usr/bin/env bash
# Writes the files beside it anew: every package that an environment gets, with its version and the hashes of all its
# files, on every platform. Versions that are there and still fit stay as they are; with --upgrade all are raised.
# Usage: renew.sh UV [--upgrade]    (`make constraints` installs uv and calls this)
set -euo pipefail
cd "$(dirname "$0")/../.."

uv="$1"
shift
upgrade=("$@")
readonly folder=config/constraints

# resolve FILE OLDEST_PYTHON SOURCE…: what the sources ask for, and what that brings along, into FILE.
resolve() {
    local file="$folder/$1" python="$2"
    shift 2
    "$uv" --no-config pip compile --quiet --universal --python-version "$python" --generate-hashes \
        --no-emit-index-url --no-emit-find-links --annotation-style line \
        --custom-compile-command "make constraints" --output-file "$file" "${upgrade[@]}" "$@"
}

# What setuptools needs to install the server itself is not fetched at that moment, so it is listed here, too.
built_with="$(mktemp)"
trap 'rm -f "$built_with"' EXIT
sed -n 's/^requires = \["\(.*\)"\]$/\1/p' pyproject.toml > "$built_with"
[ -s "$built_with" ] || { echo "constraints: pyproject.toml names no build requirement" >&2; exit 1; }

echo uv | resolve uv.txt 3.12 -
resolve tests.txt 3.12 pyproject.toml "$built_with" --extra test --extra dev
# The server runs on what was tested: the same versions, without the tools.
resolve server.txt 3.12 pyproject.toml "$built_with" --constraint "$folder/tests.txt"
resolve plugin-tests.txt 3.11 tests/plugin/requirements.txt --constraint "$folder/tests.txt"
resolve plugin-checks.txt 3.12 qgis_plugin/requirements-checks.txt
resolve qt6.txt 3.12 tests/plugin/requirements-qt6.txt
resolve bench.txt 3.12 tests/bench/requirements.txt
# The notes on who wants a package would name a temporary file, and the file with the versions that it keeps to.
sed -i "s#-r $built_with#build-system#; s#-c $folder/tests.txt, *##; s#, -c $folder/tests.txt##" "$folder"/*.txt

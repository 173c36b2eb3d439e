#!/usr/bin/env bash
# Runs $PYTHON (default: .venv-qgis's) with the arguments given, in the environment that PyQGIS needs without a screen.
# The profile is a throwaway one: tests must neither read nor change the settings of the person who runs them.
set -euo pipefail
cd "$(dirname "$0")/../.."

scratch="$(mktemp -d)"
trap 'rm -rf "$scratch"' EXIT
mkdir -m 0700 "$scratch/run"
mkdir "$scratch/profile" "$scratch/config" "$scratch/cache" "$scratch/data"

export QT_QPA_PLATFORM="${QT_QPA_PLATFORM:-offscreen}"
export XDG_RUNTIME_DIR="$scratch/run" XDG_CONFIG_HOME="$scratch/config"
export XDG_CACHE_HOME="$scratch/cache" XDG_DATA_HOME="$scratch/data"
export QGIS_CUSTOM_CONFIG_PATH="$scratch/profile"
# Without the prefix QGIS does not find its data providers (OAPIF, WFS).
export QGIS_PREFIX_PATH="${QGIS_PREFIX_PATH:-/usr}"
unset PYTHONPATH

"${PYTHON:-.venv-qgis/bin/python}" "$@"

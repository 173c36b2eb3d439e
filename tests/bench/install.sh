#!/usr/bin/env bash
# Installs what the benchmark measures against and with: PostgreSQL with PostGIS, QGIS Server, nginx, wrk.
set -euo pipefail

wanted=(postgresql-15 postgresql-15-postgis-3 qgis-server spawn-fcgi nginx-light wrk)
missing=()
for package in "${wanted[@]}"; do
  dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
done
[ "${#missing[@]}" -eq 0 ] && exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo > /dev/null || { echo "bench: as root, run: apt-get install ${missing[*]}" >&2; exit 1; }
  as_root=(sudo)
fi
echo "bench: installing ${missing[*]}"
export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" apt-get update -q > /dev/null
"${as_root[@]}" apt-get install -y -q --no-install-recommends "${missing[@]}" > /dev/null

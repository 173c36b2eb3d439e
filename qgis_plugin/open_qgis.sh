#!/usr/bin/env bash
# Opens QGIS in a throwaway profile with the plugin switched on and a server running; both end together.
# Arguments after the address of the server go to QGIS.
#   open_qgis.sh                    starts the server of .venv on a free port
#   open_qgis.sh http://host:5000   uses one that runs
set -euo pipefail
cd "$(dirname "$0")/.."

url="${1:-}"
shift || true
profiles="$(mktemp -d)"
server=""
finish() {
    [ -z "$server" ] || kill "$server" 2>/dev/null || true
    rm -rf "$profiles"
}
trap finish EXIT

if [ -z "$url" ]; then
    port="$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')"
    url="http://127.0.0.1:$port"
    .venv/bin/cooperation-atlas serve --build --port "$port" &
    server=$!
    for _ in $(seq 600); do
        if python3 -c "import urllib.request as r; r.urlopen('$url/healthz', timeout=2)" 2>/dev/null; then break; fi
        kill -0 "$server" 2>/dev/null || { echo "the server ended" >&2; exit 1; }
        sleep 0.5
    done
fi

profile="$profiles/profiles/default"
mkdir -p "$profile/python/plugins" "$profile/QGIS"
ln -s "$PWD/qgis_plugin/cooperation_search" "$profile/python/plugins/cooperation_search"
cat > "$profile/QGIS/QGIS3.ini" <<INI
[PythonPlugins]
cooperation_search=true
[qgis]
checkVersion=false
showTips=false
[cooperation_search]
server\\url=$url
INI
qgis --nologo --noversioncheck --profiles-path "$profiles" --profile default "$@"

#!/usr/bin/env bash
# Runs tests/plugin/in_qgis.sh with the arguments given inside a root that make_root.sh built.
#
# Usage (as root): in_root.sh FOLDER [argument of Python…]
# The repository is at /mnt/repository there, read and write. Loopback is shared: a server outside is reachable.
# ATLAS_TEST_URL names that server. pytest comes from the wheels in var/qgis-roots/wheels.
set -euo pipefail

readonly folder="$1"
shift
repository="$(cd "$(dirname "$0")/../../.." && pwd)"

[ -e "$folder/.finished" ] || { printf 'qgis root %s: not built yet\n' "$folder" >&2; exit 1; }
mkdir -p "$folder/mnt/repository"

# The mounts are in a name space of their own: they are gone when its last process ends, whichever way it ends.
# shellcheck disable=SC2016
exec unshare --mount --propagation private bash -euo pipefail -c '
    folder=$1 repository=$2 url=$3; shift 3
    mount -t proc proc "$folder/proc"
    mount --rbind /dev "$folder/dev"
    mount --bind "$repository" "$folder/mnt/repository"
    exec chroot "$folder" /usr/bin/env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 \
        PYTHON=/opt/tests/bin/python ${url:+ATLAS_TEST_URL="$url"} bash -euo pipefail -c "
            cd /mnt/repository
            if [ ! -x /opt/tests/bin/python ]; then
                /usr/bin/python3 -m venv --system-site-packages /opt/tests
            fi
            /opt/tests/bin/python -m pip install --quiet --disable-pip-version-check --root-user-action ignore \
                --no-index --find-links var/qgis-roots/wheels --no-deps \
                --require-hashes --requirement config/constraints/plugin-tests.txt
            exec tests/plugin/in_qgis.sh \"\$@\"
        " tests "$@"
' run "$folder" "$repository" "${ATLAS_TEST_URL:-}" "$@"

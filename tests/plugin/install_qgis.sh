#!/usr/bin/env bash
# Makes QGIS (>= 3.22) with its Python bindings and the headless tools usable by the system's Python.
#
# Does nothing when they are there. Otherwise installs Debian packages, which needs root or sudo:
# on Debian 12 QGIS 3.40 from bookworm-backports, elsewhere whatever the configured suites offer.
# QGIS_PYTHON names the interpreter that must be able to import qgis (default: /usr/bin/python3).
set -euo pipefail

readonly python="${QGIS_PYTHON:-/usr/bin/python3}"
readonly oldest=32200
readonly packages=(qgis python3-qgis qgis-providers python3-venv xvfb xauth)
readonly sources_entry=/etc/apt/sources.list.d/cooperation-atlas-backports
readonly preferences=/etc/apt/preferences.d/cooperation-atlas-qgis

say() { printf 'qgis: %s\n' "$*"; }
fail() { printf 'qgis: %s\n' "$*" >&2; exit 1; }

# Prints the version as QGIS counts it (34006 for 3.40.6), nothing when the module cannot be imported.
qgis_version() {
    [ -x "$python" ] || return 0
    "$python" -c 'from qgis.core import Qgis; print(Qgis.QGIS_VERSION_INT)' 2>/dev/null || true
}

# True when QGIS is new enough and the other packages that the tests lean on are there as well.
complete() {
    local version
    version="$(qgis_version)"
    [ -n "$version" ] && [ "$version" -ge "$oldest" ] \
        && "$python" -c 'import ensurepip, venv' 2>/dev/null \
        && command -v xvfb-run >/dev/null && command -v xauth >/dev/null
}

# Copies the configured entry of the release suite, with the suite's name changed: so mirrors, keys and
# proxies set up by the machine's owner stay in force and no host is named here.
add_backports() {
    local suite=$1 file
    for file in /etc/apt/sources.list.d/*.sources; do
        [ -e "$file" ] || continue
        # The stanza whose Suites hold the release itself (not the security archive, which has no backports).
        # shellcheck disable=SC2016
        $root awk -v suite="$suite" '
            BEGIN { RS = ""; FS = "\n" }
            {
                wanted = 0; text = ""
                for (i = 1; i <= NF; i++) {
                    line = $i
                    if (line ~ /^#/) continue
                    if (line ~ /^Suites:/ && (line " ") ~ ("[ \t]" suite "[ \t]")) {
                        wanted = 1
                        line = "Suites: " suite "-backports"
                    }
                    if (line ~ /^Enabled:[ \t]*no/) { wanted = 0; break }
                    text = text line "\n"
                }
                if (wanted && text ~ /(^|\n)Types:[^\n]*deb/) { print text; exit }
            }' "$file" > "$scratch/entry"
        if [ -s "$scratch/entry" ]; then
            $root install -m 0644 "$scratch/entry" "$sources_entry.sources"
            return 0
        fi
    done
    for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
        [ -e "$file" ] || continue
        # One-line format: deb [options] uri suite component…
        sed -nE "s/^(deb[[:space:]]+(\[[^]]*\][[:space:]]+)?[^[:space:]]+[[:space:]]+)$suite([[:space:]].*)$/\1$suite-backports\3/p" \
            "$file" | head -n 1 > "$scratch/entry"
        if [ -s "$scratch/entry" ]; then
            $root install -m 0644 "$scratch/entry" "$sources_entry.list"
            return 0
        fi
    done
    fail "no configured package source for '$suite' was found to copy for '$suite-backports'"
}

if complete; then
    say "version $(qgis_version) is there, nothing to install"
    exit 0
fi

command -v apt-get >/dev/null || fail "QGIS >= 3.22 with its Python module for $python is missing, and \
this system has no apt-get: install it by hand, then run this again"

root=""
if [ "$(id -u)" -ne 0 ]; then
    if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
        root="sudo"
    else
        fail "QGIS >= 3.22 is missing and installing needs root. Run as root: apt-get install ${packages[*]} \
(on Debian 12 from bookworm-backports), or allow sudo without a password"
    fi
fi

scratch="$(mktemp -d)"
trap 'rm -rf "$scratch"' EXIT
export DEBIAN_FRONTEND=noninteractive
apt_get() { $root env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o Acquire::Retries=3 "$@"; }

# shellcheck source=/dev/null
. /etc/os-release
if [ "${ID:-}" = debian ] && [ "${VERSION_CODENAME:-}" = bookworm ]; then
    if ! apt-cache policy 2>/dev/null | grep -q 'n=bookworm-backports'; then
        say "adding bookworm-backports to the package sources"
        add_backports bookworm
    fi
    printf 'Package: qgis* python3-qgis* libqgis*\nPin: release n=bookworm-backports\nPin-Priority: 990\n' \
        > "$scratch/pin"
    $root install -m 0644 "$scratch/pin" "$preferences"
fi

say "installing ${packages[*]} (about 1.2 GB, a few minutes)"
apt_get update
apt_get install --no-install-recommends "${packages[@]}"
complete || fail "installed, but $python still cannot import QGIS >= 3.22 (found '$(qgis_version)')"
say "version $(qgis_version) is ready"

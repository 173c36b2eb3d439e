#!/usr/bin/env bash
# Builds a Debian root with the QGIS of another suite, for tests on versions that the machine does not have.
#
# Usage (as root): make_root.sh FOLDER SUITE [QGIS_SUITE]
#   SUITE       Debian suite of the root, such as bookworm or forky
#   QGIS_SUITE  suite that QGIS itself is taken from, such as bookworm-backports (default: SUITE)
# Takes 3 to 5 minutes and 3 GB. A folder with a finished root is left as it is; a half-built one is made again.
# The mirror is that of the machine's own package sources; DEBIAN_MIRROR names another one.
set -euo pipefail

readonly folder="$1" suite="$2" qgis_suite="${3:-$2}"
readonly packages=(qgis python3-qgis qgis-providers python3-venv)

say() { printf 'qgis root %s: %s\n' "$(basename "$folder")" "$*"; }
fail() { printf 'qgis root %s: %s\n' "$(basename "$folder")" "$*" >&2; exit 1; }

# The first URI of the configured sources that holds Debian itself, not the security archive.
configured_mirror() {
    # shellcheck disable=SC2016
    apt-get indextargets --format '$(ORIGIN)|$(LABEL)|$(REPO_URI)' 'Created-By: Packages' 2>/dev/null \
        | sed -nE 's#^Debian\|Debian\|(.*[^/])/?$#\1#p' | head -n 1
}

if [ -e "$folder/.finished" ]; then
    say "is there"
    exit 0
fi
[ "$(id -u)" -eq 0 ] || fail "building a root needs root's rights: run this with sudo"
command -v apt-get >/dev/null || fail "needs a Debian machine (no apt-get here)"
export DEBIAN_FRONTEND=noninteractive
if ! command -v debootstrap >/dev/null; then
    say "installing debootstrap"
    apt-get -q -y update
    apt-get -q -y install --no-install-recommends debootstrap
fi
mirror="${DEBIAN_MIRROR:-$(configured_mirror)}"
[ -n "$mirror" ] || fail "no Debian mirror among the package sources (apt-get update?): set DEBIAN_MIRROR"
free=$(df --output=avail -BG "$(dirname "$folder")" | tail -n 1 | tr -dc 0-9)
[ "$free" -ge 5 ] || fail "needs 5 GB, ${free} GB are free"

# Newer suites than debootstrap knows are built as sid is.
script=/usr/share/debootstrap/scripts/$suite
[ -e "$script" ] || script=/usr/share/debootstrap/scripts/sid

# Nothing may be mounted below what is removed; mounts of these scripts end with their process anyway.
! grep -q " $folder/" /proc/self/mounts || fail "something is mounted in $folder: unmount it first"
rm -rf "$folder"
say "debootstrap of $suite from $mirror"
debootstrap --variant=minbase --include=ca-certificates "$suite" "$folder" "$mirror" "$script" > "$folder.log" 2>&1 \
    || fail "debootstrap failed, see $folder.log"

for name in "$suite" "$qgis_suite"; do
    printf 'deb %s %s main\n' "$mirror" "$name"
done | sort -u > "$folder/etc/apt/sources.list"
printf 'Package: qgis* python3-qgis* libqgis*\nPin: release n=%s\nPin-Priority: 990\n' "$qgis_suite" \
    > "$folder/etc/apt/preferences.d/qgis"
# Proxies and the like of the machine hold in the root too.
apt-config dump Acquire > "$folder/etc/apt/apt.conf.d/90machine"
# Without it nobody there knows localhost.
[ -e "$folder/etc/hosts" ] || printf '127.0.0.1 localhost\n::1 localhost ip6-localhost\n' > "$folder/etc/hosts"
# Services of packages must not start in a root.
printf '#!/bin/sh\nexit 101\n' > "$folder/usr/sbin/policy-rc.d"
chmod 755 "$folder/usr/sbin/policy-rc.d"

say "installing ${packages[*]} (a few minutes)"
# The mounts are in a name space of their own: they are gone when its process ends, whichever way it ends.
# shellcheck disable=SC2016
nice unshare --mount --propagation private bash -euo pipefail -c '
    folder=$1; shift
    mount -t proc proc "$folder/proc"
    mount --rbind /dev "$folder/dev"
    cp -L /etc/resolv.conf "$folder/etc/resolv.conf"
    apt_get() {
        chroot "$folder" /usr/bin/env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 \
            apt-get -q -y -o Acquire::Check-Valid-Until=false -o Acquire::Retries=3 "$@"
    }
    apt_get update
    apt_get install --no-install-recommends "$@"
    apt_get clean
' install "$folder" "${packages[@]}" >> "$folder.log" 2>&1 || fail "installing failed, see $folder.log"

touch "$folder/.finished"
say "ready, $(du -sh "$folder" | cut -f 1)"

#!/usr/bin/env bash
# Makes Chromium and its WebDriver usable for the browser tests; does nothing when both are there.
# Installing Debian packages needs root or sudo.
set -euo pipefail

readonly packages=(chromium chromium-driver fonts-dejavu-core)

fail() { printf 'chromium: %s\n' "$*" >&2; exit 1; }

complete() { command -v chromium >/dev/null && command -v chromedriver >/dev/null; }

if complete; then
    echo "chromium: it is there, nothing to install"
    exit 0
fi
command -v apt-get >/dev/null || fail "chromium and chromedriver are missing and this system has no apt-get: \
install them by hand"

root=""
if [ "$(id -u)" -ne 0 ]; then
    if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
        root="sudo"
    else
        fail "installing needs root. Run as root: apt-get install ${packages[*]}"
    fi
fi
apt_get() { $root env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o Acquire::Retries=3 "$@"; }
apt_get update
apt_get install --no-install-recommends "${packages[@]}"
complete || fail "installed, but not on the PATH"
echo "chromium: $(chromium --version 2>/dev/null || true) is ready"

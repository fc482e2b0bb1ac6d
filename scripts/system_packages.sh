#!/bin/sh
# Brings what the tests need beside Python: a Chromium and a Chinese font.
# Installs Debian's packages where it may, otherwise says in one line what is missing; the tests that need it are then
# skipped (or fail, under CI=true). Names of browsers: keep in step with tests/conftest.py.

missing=
[ "$(uname -s)" = Darwin ] && [ -e '/Applications/Google Chrome.app' ] && browser=yes
for name in chromium chromium-browser google-chrome google-chrome-stable; do
    command -v "$name" >/dev/null 2>&1 && browser=yes
done
[ "$browser" = yes ] || missing="chromium"

if [ "$(uname -s)" != Darwin ] && [ -z "$(fc-list :lang=zh file 2>/dev/null)" ]; then
    missing="$missing${missing:+ }fonts-noto-cjk"
    command -v fc-list >/dev/null 2>&1 || missing="$missing fontconfig"
fi

[ -n "$missing" ] || exit 0

# Only on Debian itself: Ubuntu's package of that name is a snap, which containers cannot run.
if [ "$(id -u)" -eq 0 ] && grep -qsx 'ID=debian' /etc/os-release && command -v apt-get >/dev/null 2>&1; then
    echo "setup: installing $missing (Debian packages, a minute or two; only the first time)"
    log=$(mktemp) || exit 1
    export DEBIAN_FRONTEND=noninteractive
    # Waits for another apt-get instead of failing on its lock.
    # shellcheck disable=SC2086  # a list of package names
    if apt-get -q -o DPkg::Lock::Timeout=300 update </dev/null >"$log" 2>&1 &&
        apt-get -q -y -o DPkg::Lock::Timeout=300 --no-install-recommends install $missing </dev/null >>"$log" 2>&1; then
        rm -f "$log"
        exit 0
    fi
    tail -n 15 "$log" >&2
    rm -f "$log"
fi
echo "Browser or PDF tests need: $missing. Install them (Debian or Ubuntu: apt-get install $missing) and run make test again." >&2
exit 0

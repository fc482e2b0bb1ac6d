#!/bin/sh
# Makes .venv with a Python that is new enough, or says in one line why it cannot.
# Usage: make_venv.sh [PYTHON]   (without one: python3, else the newest python3.N on the PATH)

new_enough='import sys; sys.exit(sys.version_info < (3, 11))'
chosen=$1
if [ -n "$chosen" ]; then
    set -- "$chosen"
else
    set -- python3 python3.14 python3.13 python3.12 python3.11 python
fi

python=
seen=
for candidate in "$@"; do
    command -v "$candidate" >/dev/null 2>&1 || continue
    seen="$seen${seen:+, }$candidate is $("$candidate" -c 'import platform; print(platform.python_version())' 2>/dev/null || echo broken)"
    if "$candidate" -c "$new_enough" >/dev/null 2>&1; then
        python=$candidate
        break
    fi
done
if [ -z "$python" ]; then
    echo "Guizhang needs Python 3.11 or newer (${seen:-no Python found}). Install one, or name it: make PYTHON=/path/to/python3.12" >&2
    exit 1
fi
version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
if ! "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
    echo "Python $version here cannot make virtual environments. On Debian or Ubuntu: apt-get install python$version-venv" >&2
    exit 1
fi

if [ -e .venv ]; then
    echo "setup: making .venv anew (Python $version)"
else
    echo "setup: making .venv (Python $version)"
fi
"$python" -m venv --clear .venv || exit 1
mkdir -p .venv/stamps
pwd -P >.venv/stamps/made

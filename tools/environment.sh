#!/bin/sh
# The environment the Makefile's targets run in: `environment.sh runtime|dev|upkeep`.
# Here is only the quick question "is it still right?" (two comparisons, no Python), and the
# search for a Python. Building is in environment.py.
set -eu
cd "$(dirname "$0")/.."

kind=$1
home=.venv
[ "$kind" = upkeep ] && home=.venv-upkeep

# A stamp is a copy of the lock the environment was built from: comparing needs no hash program.
# bin/python points at a versioned executable, so it dangles when that Python is removed.
asked=
[ -f "$home/stamp-python" ] && read -r asked < "$home/stamp-python"
if [ -x "$home/bin/python" ] && cmp -s "requirements/$kind.txt" "$home/stamp-$kind.txt" &&
    { [ -z "${PYTHON:-}" ] || [ "$PYTHON" = "$asked" ]; }; then
    exit 0
fi

recent='import sys; sys.exit(sys.version_info < (3, 11))'
complete='import ensurepip, venv'
incomplete=
if [ -n "${PYTHON:-}" ]; then set -- "$PYTHON"; else set -- python3.13 python3.12 python3.11 python3; fi
for candidate; do
    "$candidate" -I -c "$recent" < /dev/null > /dev/null 2>&1 || continue
    if "$candidate" -I -c "$complete" < /dev/null > /dev/null 2>&1; then
        exec "$candidate" -I tools/environment.py "$kind" < /dev/null >&2
    fi
    incomplete=${incomplete:-$candidate}
done

if [ -n "$incomplete" ]; then
    echo "Spotter: $incomplete lacks venv or ensurepip; on Debian and Ubuntu: apt install python3-venv" >&2
elif [ -n "${PYTHON:-}" ]; then
    echo "Spotter needs Python 3.11 or newer, and PYTHON=$PYTHON is not one" >&2
else
    found=$(python3 -V 2>&1) || found='no python3'
    echo "Spotter needs Python 3.11 or newer, found $found; name another one with PYTHON=/path/to/python" >&2
fi
exit 1

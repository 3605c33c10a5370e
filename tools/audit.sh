#!/bin/sh
# Ask an advisory service for known holes in the locked packages; the second half of `make audit`.
# pip-audit ends with 1 for a hole and for silence alike, and words silence as a package that is missing.
# Here they differ: 1 is a hole, 3 says that nobody could be asked.
set -eu
cd "$(dirname "$0")/.."

if said=$("${1:-.venv-upkeep/bin/python}" -m pip_audit --strict --require-hashes --disable-pip \
    --progress-spinner off --timeout 10 -r requirements/runtime.txt 2>&1); then
    printf '%s\n' "$said"
    exit 0
fi
case $said in
    *"known vulnerabilit"*)
        printf '%s\n' "$said"
        exit 1
        ;;
esac
echo "audit: no advisory service answered; the locked packages were NOT checked for known holes" >&2
printf 'audit: the last it said: %s\n' "$(printf '%s\n' "$said" | tail -n 1)" >&2
exit 3

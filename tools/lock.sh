#!/bin/sh
# Write the hashed locks from pyproject.toml: `make lock`. One lock serves every platform and Python
# from 3.11 on. --no-config and the unset variables keep this machine's registries and wheels out of them.
set -eu
cd "$(dirname "$0")/.."

unset UV_INDEX_URL UV_EXTRA_INDEX_URL UV_DEFAULT_INDEX UV_INDEX UV_FIND_LINKS UV_NO_INDEX || true

compile() {
    lock=requirements/$1.txt
    shift
    .venv-upkeep/bin/python -m uv pip compile --quiet --no-config --universal --generate-hashes \
        --no-emit-index-url --no-emit-find-links --python-version 3.11 \
        --custom-compile-command 'make lock' ${UPGRADE:+--upgrade} "$@" --output-file "$lock"
    echo "$lock: $(grep -c '^[a-z0-9].*==' "$lock") packages"
}

compile runtime pyproject.toml
# Constrained by the runtime lock: what is tested is what runs.
compile dev pyproject.toml --group dev --constraints requirements/runtime.txt
compile upkeep --group upkeep

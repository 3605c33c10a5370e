"""`make audit` tells a hole in a package from a service that could not be asked."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.parametrize(
    ("said", "status", "ends", "tells"),
    [
        ("No known vulnerabilities found", 0, 0, "No known vulnerabilities found"),
        ("Found 1 known vulnerability in 1 package\nidna 3.3 GHSA-xxxx", 1, 1, "idna 3.3"),
        ("ERROR: aiohttp: Dependency not found on PyPI and could not be audited", 1, 3, "NOT checked"),
        ("requests.exceptions.ConnectionError: refused", 1, 3, "NOT checked"),
    ],
)
def test_a_hole_is_told_from_silence(tmp_path: Path, said: str, status: int, ends: int, tells: str) -> None:
    python = tmp_path / "python"
    python.write_text(f"#!/bin/sh\ncat <<'SAID'\n{said}\nSAID\nexit {status}\n")
    python.chmod(0o700)
    asked = subprocess.run(
        ["sh", str(ROOT / "tools" / "audit.sh"), str(python)], capture_output=True, text=True, check=False
    )
    assert asked.returncode == ends
    assert tells in asked.stdout + asked.stderr

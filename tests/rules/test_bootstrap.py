"""The first start on a fresh machine, played with empty locks so that nothing is downloaded."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.rules.source import ROOT

PYTHON = os.path.realpath(sys.executable)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A project of nothing but its bootstrap and two empty locks."""
    root = tmp_path / "a checkout"
    shutil.copytree(ROOT / "tools", root / "tools", ignore=shutil.ignore_patterns("__pycache__"))
    (root / "requirements").mkdir()
    for kind in ("runtime", "dev"):
        (root / "requirements" / f"{kind}.txt").write_text("# nothing\n", encoding="utf-8")
    return root


def begin(checkout: Path, kind: str = "runtime", **environ: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        ["sh", str(checkout / "tools" / "environment.sh"), kind],
        env={**os.environ, "PYTHON": PYTHON, **environ},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def prepare(checkout: Path, kind: str = "runtime", **environ: str) -> tuple[int, str]:
    """Exit status and what was said on stderr; stdout belongs to the chat and stays empty."""
    process = begin(checkout, kind, **environ)
    said, told = process.communicate(timeout=60)
    assert said == ""
    return process.returncode, told


@pytest.fixture
def pretend(tmp_path: Path) -> str:
    """A PATH on which every Python is what the test wrote into `python`."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for tool in ("sh", "cmp", "dirname"):
        (folder / tool).symlink_to(shutil.which(tool) or tool)
    for name in ("python3.13", "python3.12", "python3.11", "python3"):
        (folder / name).symlink_to(folder / "python")
    return str(folder)


def script(folder: str, body: str) -> None:
    path = Path(folder) / "python"
    path.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    path.chmod(0o755)


def test_too_old_a_python_is_told_in_one_line(checkout: Path, pretend: str) -> None:
    script(pretend, '[ "$1" = -V ] && echo Python 3.9.2 && exit 0\nexit 1')
    status, told = prepare(checkout, PYTHON="", PATH=pretend)
    assert status == 1
    assert told.startswith("Spotter needs Python 3.11 or newer, found Python 3.9.2; ")
    assert told.count("\n") == 1


def test_a_missing_venv_names_the_package_to_install(checkout: Path, pretend: str) -> None:
    script(pretend, 'case "$*" in *ensurepip*) exit 1 ;; esac')
    status, told = prepare(checkout, PYTHON="", PATH=pretend)
    assert status == 1
    assert told.count("\n") == 1
    assert "apt install python3-venv" in told


def test_a_named_python_that_will_not_do_is_told(checkout: Path) -> None:
    status, told = prepare(checkout, PYTHON="/nowhere/python")
    assert status == 1
    assert told == "Spotter needs Python 3.11 or newer, and PYTHON=/nowhere/python is not one\n"


def leftovers(checkout: Path) -> list[str]:
    return sorted(path.name for path in checkout.glob(".venv*") if path.name != ".venv.lock")


def test_a_killed_build_leaves_nothing_and_two_starts_at_once_build_one_environment(checkout: Path) -> None:
    killed = begin(checkout, "dev")
    assert killed.stderr is not None
    assert "preparing" in killed.stderr.readline()
    os.killpg(killed.pid, signal.SIGKILL)
    killed.communicate(timeout=60)
    assert ".venv" not in leftovers(checkout)

    both = [begin(checkout, "dev"), begin(checkout, "dev")]
    told = "".join(process.communicate(timeout=60)[1] for process in both)
    assert [process.returncode for process in both] == [0, 0]
    assert (told.count("preparing"), told.count("ready after")) == (1, 1)
    assert leftovers(checkout) == [".venv"]
    assert prepare(checkout, "dev") == (0, "")
    assert prepare(checkout, "runtime") == (0, ""), "the dev environment serves for running, too"
    has_moved(checkout)

    (checkout / "requirements" / "dev.txt").write_text("not a requirement ==\n", encoding="utf-8")
    assert prepare(checkout, "runtime") == (0, "")
    status, said = prepare(checkout, "dev")
    assert (status, leftovers(checkout)) == (1, [".venv"]), "the old one stays when the new one fails"
    assert "could not be built" in said


def has_moved(checkout: Path) -> None:
    """The name an environment was built under is nowhere left in it."""
    python = checkout / ".venv" / "bin" / "python"
    prefix = subprocess.check_output([python, "-c", "import sys; print(sys.prefix)"], text=True)
    assert prefix.strip() == str(checkout / ".venv")
    scripts = [path for path in python.parent.iterdir() if not path.is_symlink()]
    assert [path.name for path in scripts if b".venv.new" in path.read_bytes()] == []

"""Build the environment beside its place and rename it there: called by environment.sh.

Whatever interrupts it, `.venv` is either a whole environment with its stamps or not there. Which Python to
use, and whether anything is to be done at all, is decided in environment.sh. Standard library only.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
import time
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ROOT / "requirements"

# What a kind of environment holds; the dev lock contains the runtime lock, so it serves both.
SERVES = {"runtime": ("runtime",), "dev": ("dev", "runtime"), "upkeep": ("upkeep",)}

# Settings that would make pip install somewhere else.
STRAY = ("PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_USER", "PIP_REQUIREMENT", "PIP_CONSTRAINT")


def say(line: str) -> None:
    sys.stderr.write(f"Spotter: {line}\n")
    sys.stderr.flush()


def is_right(home: Path, kind: str) -> bool:
    """The same question as in environment.sh, asked again once the lock is ours."""
    stamp = home / f"stamp-{kind}.txt"
    if not (os.access(home / "bin" / "python", os.X_OK) and stamp.is_file()):
        return False
    asked = (home / "stamp-python").read_text(encoding="utf-8").split("\n")[0]
    if os.environ.get("PYTHON", asked) not in ("", asked):
        return False
    return stamp.read_bytes() == (LOCKS / f"{kind}.txt").read_bytes()


def install(home: Path, kind: str) -> None:
    """Fill `home` with what the lock names: wheels only, each checked against its hashes."""
    # The real, versioned executable: the link then dangles when that Python goes, and we rebuild.
    sys._base_executable = os.path.realpath(sys._base_executable)  # type: ignore[attr-defined]
    venv.create(home, with_pip=True, symlinks=True, prompt="spotter")
    command = [str(home / "bin" / "python"), "-I", "-m", "pip", "install", "-q", "-q", "--no-input"]
    command += ["--disable-pip-version-check", "--require-hashes", "--no-deps", "--only-binary", ":all:"]
    command += ["-r", str(LOCKS / f"{kind}.txt")]
    environ = {name: value for name, value in os.environ.items() if name not in STRAY}
    subprocess.run(command, check=True, env=environ, stdin=subprocess.DEVNULL)


def settle(building: Path, home: Path, kind: str) -> None:
    """Write the stamps, let scripts and activate name the final place, and rename."""
    for script in [building / "pyvenv.cfg", *(building / "bin").iterdir()]:
        if script.is_symlink():
            continue
        text = script.read_bytes()
        if text.startswith(b"#!") or script.name.lower().startswith(("activate", "pyvenv")):
            script.write_bytes(text.replace(os.fsencode(building), os.fsencode(home)))
    for served in SERVES[kind]:
        shutil.copyfile(LOCKS / f"{served}.txt", building / f"stamp-{served}.txt")
    version = ".".join(map(str, sys.version_info[:3]))
    asked = os.environ.get("PYTHON", "")
    (building / "stamp-python").write_text(f"{asked}\n{version}\n", encoding="utf-8")
    if home.exists():
        home.rename(home.with_name(f"{home.name}.old-{os.getpid()}"))
    building.rename(home)


def sweep(home: Path) -> None:
    """Remove what an interrupted run left; only called with the lock held."""
    for pattern in (f"{home.name}.new-*", f"{home.name}.old-*"):
        for leftover in home.parent.glob(pattern):
            shutil.rmtree(leftover, ignore_errors=True)


def main(kind: str) -> int:
    home = ROOT / (".venv-upkeep" if kind == "upkeep" else ".venv")
    # The kernel frees this lock when its holder ends, however it ends.
    with (ROOT / ".venv.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if is_right(home, kind):
            return 0
        sweep(home)
        say(f"preparing the {kind} environment with Python {sys.version.split()[0]}, once …")
        began = time.monotonic()
        building = home.with_name(f"{home.name}.new-{os.getpid()}")
        try:
            install(building, kind)
            settle(building, home, kind)
        except subprocess.CalledProcessError:
            say("the environment could not be built; what pip says stands above. Is the network there?")
            return 1
        except KeyboardInterrupt:
            return 130
        finally:
            sweep(home)
        say(f"ready after {time.monotonic() - began:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))

"""What is shipped and how it starts: locks, Makefile, container, lint settings."""

from __future__ import annotations

import contextlib
import re
import shutil
import subprocess
import tomllib
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.rules.source import ROOT

LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")

PINNED = re.compile(r"^([a-z0-9][a-z0-9.\-]*)==(\S+)( ; .+?)? \\$")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}( \\)?$")


def locked(lock: Path) -> dict[str, str]:
    found = map(PINNED.match, lock.read_text(encoding="utf-8").splitlines())
    return {match[1]: match[2] for match in found if match}


def test_there_is_a_lock_for_running_testing_and_upkeep() -> None:
    assert [lock.name for lock in LOCKS] == ["dev.txt", "runtime.txt", "upkeep.txt"]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_a_lock_holds_pins_with_hashes_and_nothing_else(lock: Path) -> None:
    hashes_of_the_last_pin = 1
    for line in lock.read_text(encoding="utf-8").splitlines():
        if PINNED.match(line):
            assert hashes_of_the_last_pin > 0, f"no hash above {line}"
            hashes_of_the_last_pin = 0
        elif HASH.match(line):
            hashes_of_the_last_pin += 1
        else:
            assert line.lstrip().startswith("#"), f"neither a pin nor a hash: {line}"
    assert hashes_of_the_last_pin > 0
    assert len(locked(lock)) > 20


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_a_lock_names_no_registry_and_no_place(lock: Path) -> None:
    assert re.findall(r"https?:|file:|index-url|find-links| /", lock.read_text(encoding="utf-8")) == []


def test_what_is_tested_is_what_runs() -> None:
    runtime, dev = locked(ROOT / "requirements/runtime.txt"), locked(ROOT / "requirements/dev.txt")
    assert runtime.items() <= dev.items()


def test_every_dependency_is_in_its_lock() -> None:
    def names(requirements: list[str]) -> set[str]:
        return {re.split(r"[\[<>=~ ]", requirement)[0] for requirement in requirements}

    runtime, groups = PROJECT["project"]["dependencies"], PROJECT["dependency-groups"]
    assert names(runtime) <= set(locked(ROOT / "requirements/runtime.txt"))
    assert names(groups["dev"]) <= set(locked(ROOT / "requirements/dev.txt"))
    assert names(groups["upkeep"]) <= set(locked(ROOT / "requirements/upkeep.txt"))


@pytest.mark.parametrize("lock", ["runtime", "dev"])
def test_a_lock_is_complete_since_pip_is_told_to_add_nothing(lock: str) -> None:
    names = locked(ROOT / "requirements" / f"{lock}.txt").keys()
    missing = set()
    for name in names:
        with contextlib.suppress(metadata.PackageNotFoundError):  # for another platform
            wanted = map(Requirement, metadata.requires(name) or [])
            here = [need for need in wanted if need.marker is None or need.marker.evaluate({"extra": ""})]
            missing |= {need.name for need in here if canonicalize_name(need.name) not in names}
    assert missing == set()


@pytest.mark.parametrize("pin", ["python-telegram-bot[job-queue]==22.8", "aiosqlite==0.22.1"])
def test_libraries_whose_inside_we_touch_are_pinned_exactly(pin: str) -> None:
    assert pin in PROJECT["project"]["dependencies"]
    name, version = re.sub(r"\[.*\]", "", pin).split("==")
    assert locked(ROOT / "requirements/runtime.txt")[name] == version


def test_the_lock_serves_other_platforms_too() -> None:
    text = (ROOT / "requirements/runtime.txt").read_text(encoding="utf-8")
    aiohttp = text.split("\naiohttp==", 1)[1].split("\naiosignal==", 1)[0]
    assert aiohttp.count("--hash=") > 100, "wheels for Linux, macOS, Windows and every Python from 3.11 on"


def rules_without_a_reason(text: str) -> list[str]:
    """The ignored lint rules of pyproject.toml with no comment beside them."""
    ignores = re.search(r"\nignore = \[\n(.*?)\n\]", text, re.DOTALL)
    files = re.search(r"\n\[tool\.ruff\.lint\.per-file-ignores\]\n(.*?)\n\n\[", text, re.DOTALL)
    assert ignores is not None
    assert files is not None
    lines = f"{ignores[1]}\n{files[1]}".splitlines()
    rules = [line for line in lines if re.match(r'\s*"[A-Z]+[0-9]*"', line)]
    assert len(rules) > 10
    return [line for line in rules if not re.fullmatch(r'\s*"[A-Z]+[0-9]+",\s+# \S.{9,}', line)]


def test_each_ignored_lint_rule_has_its_reason_beside_it() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert rules_without_a_reason(text) == []
    without = re.sub(r"(\"S311\",).*", r"\1", text)
    assert [line.strip() for line in rules_without_a_reason(without)] == ['"S311",']


def suppressions_without_a_code() -> list[str]:
    found = []
    for top in ("core", "bot", "tests", "tools"):
        for path in sorted((ROOT / top).rglob("*.py")):
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
                if re.search(r"#\s*(noqa(?!: ?[A-Z]+[0-9])|type: ignore(?!\[)|ruff: noqa)", line):
                    found.append(f"{path.relative_to(ROOT)}:{number}")
    return found


def test_suppressed_lint_names_its_rule() -> None:
    assert [place for place in suppressions_without_a_code() if "test_packaging" not in place] == []


def test_make_alone_shows_every_target_with_its_purpose() -> None:
    assert shutil.which("make"), "make is one of the three things Spotter asks for"
    shown = subprocess.run(
        ["make", "--no-print-directory"], cwd=ROOT, capture_output=True, text=True, check=True, timeout=30
    ).stdout
    phony = re.search(r"^\.PHONY: (.+)$", MAKEFILE, re.MULTILINE)
    assert phony is not None
    targets = set(phony[1].split())
    assert targets >= {"help", "chat", "run", "test", "lint", "faults", "bench", "audit", "lock", "clean"}
    assert targets == {line.split()[1] for line in shown.splitlines()}
    assert targets == set(re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE))


def test_the_makefile_starts_no_script_of_the_environment() -> None:
    # An environment is renamed after it was built: only `python -m` is sure to work there.
    assert re.findall(r"\.venv\S*/bin/(?!python\b)\S+", MAKEFILE) == []


def test_the_image_runs_without_root_and_keeps_the_training_in_its_volume() -> None:
    final = DOCKERFILE.rsplit("\nFROM ", 1)[1]
    user = re.search(r"^USER (\d+):(\d+)$", final, re.MULTILINE)
    assert user is not None
    assert min(int(user[1]), int(user[2])) >= 10_000
    assert "VOLUME /data" in final
    assert "DATABASE_URL=sqlite:////data/spotter.db" in final
    assert 'ENTRYPOINT ["/opt/spotter/bin/python", "-m", "bot"]' in final, "no shell between SIGTERM and us"


def test_the_image_is_pinned_hashed_and_free_of_secrets() -> None:
    bases = re.findall(r"^FROM (\S+)", DOCKERFILE, re.MULTILINE)
    assert len(bases) == 2
    assert all(re.fullmatch(r"python:3\.\d+-slim-\w+", base) for base in bases)
    assert "--require-hashes" in DOCKERFILE
    assert re.findall(r"^(?:ENV|ARG)\b.*(?:TOKEN|SECRET|PASSWORD)", DOCKERFILE, re.MULTILINE) == []
    assert re.findall(r"^(?:ADD|COPY \. )", DOCKERFILE, re.MULTILINE) == []


def test_what_is_copied_into_the_image_exists_and_is_let_through() -> None:
    lines = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    let_through = {line[1:] for line in lines if line.startswith("!")}
    for copied in re.findall(r"^COPY (?!--from)(\S+)", DOCKERFILE, re.MULTILINE):
        assert (ROOT / copied).exists()
        assert copied.split("/")[0] in let_through


def service() -> dict[str, Any]:
    compose = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))
    assert set(compose["volumes"]) == {"training"}
    spotter: dict[str, Any] = compose["services"]["spotter"]
    return spotter


def test_compose_gives_spotter_nothing_it_does_not_need() -> None:
    spotter = service()
    assert spotter["read_only"] is True
    assert spotter["cap_drop"] == ["ALL"]
    assert spotter["security_opt"] == ["no-new-privileges:true"]
    assert len(spotter["tmpfs"]) == 1
    assert spotter["volumes"] == ["training:/data"]
    assert not {"ports", "privileged", "cap_add", "network_mode", "user"} & spotter.keys()


def test_compose_lets_spotter_end_in_peace_and_holds_no_secret() -> None:
    spotter = service()
    assert spotter["stop_grace_period"] == "15s"
    assert spotter["init"] is True  # the first process of a container hears no signal it does not listen for
    assert spotter["restart"] == "unless-stopped"
    assert spotter["env_file"] == ".env"
    listen = "127.0.0.1:8081"  # inside the container; its own health check asks there
    wanted = {"DATABASE_URL": "sqlite:////data/spotter.db", "HEALTH_LISTEN": listen, "WHEN_REFUSED": "wait"}
    assert spotter["environment"] == wanted
    assert f"http://{listen}/readyz" in spotter["healthcheck"]["test"][-1]


def test_git_is_told_to_leave_secrets_and_databases_alone() -> None:
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert {".env", "secrets/", "*.db", "*.db-wal"} <= set(ignored)

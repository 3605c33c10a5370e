from __future__ import annotations

import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest

from bot.charts.__main__ import DRAWN, FAILED, serve
from bot.charts.wire import WhichZone, framed, read, written
from tests.bot.charts.examples import examples
from tests.rules.source import ROOT


@pytest.mark.parametrize("kind", examples())
def test_a_picture_comes_out_as_it_went_in(kind: str) -> None:
    picture = examples()[kind]
    assert read(written(picture)) == picture


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b'{"kind":"shell"}', b'{"kind":"zone","latitude":"x"}', b"\xff"]
)
def test_what_nobody_would_ask_is_refused(body: bytes) -> None:
    with pytest.raises(ValueError, match=r".+"):
        read(body)


def test_a_bad_ask_is_answered_and_the_next_one_is_drawn(capsys: pytest.CaptureFixture[str]) -> None:
    asks = BytesIO(
        framed(b"{") + framed(written(WhichZone(52.5, 13.4))) + framed(written(WhichZone(99.0, 0)))
    )
    answers = BytesIO()
    serve(asks, answers)
    assert answers.getvalue() == framed(FAILED) + framed(DRAWN + b"Europe/Berlin") + framed(FAILED)
    assert capsys.readouterr().err.splitlines() == ["not drawn: ValidationError", "not drawn: ValueError"]


def test_it_ends_without_a_word_when_nobody_waits_for_the_answer_any_more() -> None:
    draws = subprocess.Popen(
        [sys.executable, "-m", "bot.charts"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert draws.stdout is not None
    draws.stdout.close()
    draws.stdout = None
    _, said = draws.communicate(framed(written(WhichZone(52.5, 13.4))), timeout=60)
    assert said == b""
    assert draws.returncode == 0


def test_what_it_may_write_to_goes_with_it_and_nothing_else_does(tmp_path: Path) -> None:
    scratch, other = tmp_path / "spotter-charts-1", tmp_path / "charts"
    scratch.mkdir()
    other.mkdir()
    subprocess.run(
        [sys.executable, "-m", "bot.charts", str(scratch), str(other)], cwd=ROOT, input=b"", check=True
    )
    assert list(tmp_path.iterdir()) == [other]


@pytest.mark.parametrize(
    ("place", "zone"),
    [
        ((52.5, 13.4), "Europe/Berlin"),
        ((27.7, 85.3), "Asia/Kathmandu"),
        ((-31.5, 159.1), "Australia/Lord_Howe"),
    ],
)
def test_a_place_lies_in_its_zone(place: tuple[float, float], zone: str) -> None:
    answers = BytesIO()
    serve(BytesIO(framed(written(WhichZone(*place)))), answers)
    assert answers.getvalue() == framed(DRAWN + zone.encode())


def test_the_bot_itself_imports_neither_matplotlib_nor_the_map() -> None:
    check = "import sys, bot.app; print({'matplotlib', 'numpy', 'tzfpy', 'PIL'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", check], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"

"""Runs many walks of one seed and tells, step by step, which of them ended in disagreement."""

from __future__ import annotations

import gc
import time
from dataclasses import dataclass, field
from typing import Any

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.walks.machine import Walk


@dataclass
class Walked:
    """How many walks were taken, how many steps, at what cost, and each one that went wrong."""

    walks: int = 0
    steps: int = 0
    cpu_s: float = 0.0
    wrong: list[str] = field(default_factory=list)

    def add(self, other: Walked) -> None:
        """Count the walks of another run as well."""
        self.walks, self.steps = self.walks + other.walks, self.steps + other.steps
        self.cpu_s += other.cpu_s
        self.wrong += other.wrong


def run_walks(walks: int, first_seed: int, *, steps: int = 20) -> Walked:
    """So many walks of up to `steps` steps, the same ones for the same seed."""
    walked, begun = Walked(), time.process_time()
    gc.freeze()  # what is loaded by now stays, and isn't looked through again a hundred times

    class Counted(Walk):
        agrees = True

        def disagrees(self, wrong: list[str]) -> None:
            if self.agrees:
                self.agrees = False
                walked.wrong.append(self.told(wrong))

        def _does(self, *what: Any, **more: Any) -> None:
            try:
                super()._does(*what, **more)
            except Exception as error:  # a bot that breaks is as wrong as one that lies, and others walk on
                self.disagrees([f"raised: {error!r}"])

        def teardown(self) -> None:
            super().teardown()
            walked.walks += 1
            walked.steps += self.steps

    how = settings(
        max_examples=walks,
        stateful_step_count=steps,
        deadline=None,
        database=None,
        phases=(Phase.generate,),  # a step is tens of milliseconds: shrinking would take minutes
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(seed(first_seed)(Counted), settings=how)
    walked.cpu_s = time.process_time() - begun
    return walked

"""The budget of messages: a set costs one, a workout six more; what was asked beside it is answered."""

from __future__ import annotations

from dataclasses import dataclass

BESIDE_SETS = 6


@dataclass
class Budget:
    """Counts, over a walk, what the bot sent against what it may send."""

    sent: int = 0
    sets: int = 0
    asked: int = 0

    def step(self, sent: int, logged: int, *, asks: bool) -> None:
        """One step: how many messages came, how many sets were logged.

        `asks` is a step that is more than a logged set or time that passes: a command, a menu, a set taken
        back or passed over. It may be answered, and may bring a card now and one more after a rest.
        """
        self.sets += logged
        if asks and not logged:
            self.asked += 1
        else:
            self.sent += sent

    def wrong(self, workouts: int) -> str:
        """What is too much, over all the workouts that were begun."""
        most = self.sets + self.asked + BESIDE_SETS * max(workouts, 1)
        if self.sent <= most:
            return ""
        return f"{self.sent} messages for {self.sets} sets, {workouts} workouts and {self.asked} other things"

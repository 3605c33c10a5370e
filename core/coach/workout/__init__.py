"""Training now: a workout that runs, from its start to its end, set by set and rest by rest."""

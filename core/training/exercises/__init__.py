"""Which exercise: for a slot of a day, in place of another, harder or easier, sparing what hurts."""

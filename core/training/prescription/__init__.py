"""One exercise's numbers, each with its reason: asked for the day, and from set to set."""

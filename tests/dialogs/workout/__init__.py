"""How workouts go: by plan and without one, what changes on the way, and how they end."""

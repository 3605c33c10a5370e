"""What was trained: looked at, put right, counted and drawn."""

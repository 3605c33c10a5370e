"""One set after the other: its load and kind, its warm-ups and its rest, put right and taken back."""

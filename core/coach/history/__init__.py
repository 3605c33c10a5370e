"""What was trained: ended workouts looked at, put right and taken back, days gone by, records, progress."""

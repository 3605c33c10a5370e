"""What was trained: workouts that have ended, looked at and put right, days gone by, records, progress."""

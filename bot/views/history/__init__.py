"""What was trained: workouts and days gone by, records, progress in numbers and pictures, the look-back."""

"""What an athlete sets: equipment, units, rests, maxima, language, time zone, body, reminders, their chat."""

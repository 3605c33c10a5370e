"""What an athlete sets once: equipment, units, rests, language, time zone, body, reminders."""

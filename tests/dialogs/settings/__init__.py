"""What an athlete sets once: equipment, language, time zone, reminders; and what the operator sees."""

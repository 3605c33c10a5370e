"""What people type that is no set: maxima, measures, equipment, times, zones, the words after a command."""

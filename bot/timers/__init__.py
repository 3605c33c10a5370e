"""Timers ring: one alarm for the next due one, and the ringer that claims, sends and accounts for each."""

"""Answers to what is typed: questions between sets, things said by the way, small words, and help."""

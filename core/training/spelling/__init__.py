"""Spellings of a set beside the grammar's own: whole turns of speech, and what stands around numbers.

Each puts a text as the grammar in `notation/` reads it, or says what it stands for.
"""

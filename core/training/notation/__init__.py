"""The grammar of sets in its parts: numbers, words, tokens, clauses, readings, and the choice between them.

Its door is `core/training/set_notation.py`; maxima (`typed/max_notation.py`) share its numbers and words.
"""

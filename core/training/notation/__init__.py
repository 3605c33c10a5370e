"""The parts of the two notations: tokens, words, readings, bounds.

The doors are `core/training/set_notation.py` and `core/training/max_notation.py`; only they read a text.
"""

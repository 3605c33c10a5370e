"""The rules of training: numbers in, numbers out. Law: the founding article's bands, S1-S31.

No words for people (`bot/texts`), no storage (`core/store`), no clock and no chance in here.
"""

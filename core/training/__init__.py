"""The rules of training: numbers in, numbers out. Law: the founding article's bands, S1-S31.

No words for people (`bot/texts`), no storage (`core/store`), no clock and no chance in here.
By duty: `past` (what sets have shown), `loads`, `progress`, `prescription` (one exercise's numbers), `week`,
`exercises` (which of them), `session` (a day's plan); `notation` and `spelling` (sets as they are typed),
`typed` (all else that is). What all of them ask stands here: the goals with their ladder, the reasons' codes.
"""

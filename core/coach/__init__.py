"""What an athlete can do, one verb a function, each run whole inside one transaction.

The numbers come from `core/training`, what is kept from `core/store`; words and chats are `bot`'s.
By duty: `workout` (sets and rests), `words` (what is typed between them) and `hearing` (the phrases it is
heard by), `plans`, `interview` (the onboarding), `history`, `data` (brought along, taken away, erased),
`settings`. What all of them ask stands here: the exercises an athlete can do, what they have trained, what is
known of them, what day it is where they live, whether they can be reached.
"""

"""What an athlete can do, one verb a function, each run whole inside one transaction.

The numbers come from `core/training`, what is kept from `core/store`; words and chats are `bot`'s.
By duty, and each room asks only those named after it, which pyproject.toml holds: `words` (what is typed) and
`data` (brought along, taken away, erased), `history`, `settings`, `workout` (sets and rests), `plans`; then
what all of these ask, which stands here: the exercises an athlete can do, what they have trained, what is
known of them, what day it is where they live, which menu waits for words; last `interview` (the onboarding)
and `hearing` (the phrases that words are heard by).
"""

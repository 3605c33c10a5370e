"""What an athlete can do, one verb a function, each run whole inside one transaction.

The numbers come from `core/training`, what is kept from `core/store`; words and chats are `bot`'s.
"""

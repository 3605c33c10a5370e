"""What athletes see, as plain values: a view is made from an outcome and compared with `==`.

Nothing here reads the store, asks the coach or knows a chat; sending is `bot/outgoing`.
"""

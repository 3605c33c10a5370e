"""What athletes see, as plain values: a view is made from an outcome and compared with `==`.

Nothing here reads the store, asks the coach or knows a chat; sending is `bot/outgoing`.
By duty: `workout` (cards and recaps), `words` (answers to what is typed), `plans`, `interview`, `history`,
`data` (files, what is kept), `settings`. What all of them show stands here: sets, reasons, refusals.
"""

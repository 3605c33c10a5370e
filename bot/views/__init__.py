"""What athletes see, as plain values: a view is made from an outcome and compared with `==`.

Nothing here reads the store, asks the coach or knows a chat; sending is `bot/outgoing`.
By duty: `workout` (cards and recaps), `words` (answers to what is typed), `plans`, `interview`, `history`,
`data` (files, what is kept), `settings`. Beside the rooms stands what several of them show: the values of
`view.py`, sets, exercises, goals, what hurts, reasons, refusals, how far foundation is (`gate.py`); then
whose message it is (`addressed.py`, `in_private.py`), and what the operator sees (`operating.py`).
"""

"""Telegram and a phone, both in one terminal: a strict Bot API in memory, and the chat a lifter sees.

`server.py` plays Telegram, `request.py` puts python-telegram-bot on it, `phone.py` draws the chat.
How the real bot is joined to them is in `chat.py`.
"""

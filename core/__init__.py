"""Spotter's coach: plain synchronous Python that knows no Telegram, no clock and no chance."""

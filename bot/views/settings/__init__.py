"""What an athlete sets once: the card of all settings and the menus behind it."""

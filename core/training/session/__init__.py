"""The session of a day: its exercises filled in, made lawful for the week, and fitted to its minutes."""

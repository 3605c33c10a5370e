"""A workout that runs: its cards with their menus, rests, the overview of it, and the recap at its end."""

"""A file's bytes read in a process of its own, so that no stranger's file slows or swells the bot."""

"""What may go wrong: odd input and buttons, answers lost, the bot away, restarted or upgraded."""

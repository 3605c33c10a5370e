"""Several people or several chats: groups, topics, others' buttons, a workout that moves."""

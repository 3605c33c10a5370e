"""What can be lifted at all: loads the equipment makes, plates for them, warm-ups to them, safe ones."""

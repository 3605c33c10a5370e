"""What is to be trained: the next session, the programme it belongs to, routines, and sessions given away."""

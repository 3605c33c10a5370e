"""What is to be trained: plans, the programme, routines, exercises of one's own, sessions given away."""

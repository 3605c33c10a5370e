"""What is to be trained: the plan's card and menus, the programme, routines, sessions given away."""

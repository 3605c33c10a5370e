"""What is typed between two sets: sets in any words, orders, questions, and what is no set at all."""

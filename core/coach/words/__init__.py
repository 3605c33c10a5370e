"""What is typed between two sets: which words mean a set, which an order, a question or a second thought."""

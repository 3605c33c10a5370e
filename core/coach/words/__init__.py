"""What typed words do: which set, exercise or menu they mean, what is asked back first, what is written."""

"""What lifters say, heard word for word: a pause, a pain, a slip put right. Knows nobody, keeps nothing."""

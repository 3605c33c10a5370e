"""What the performance goals are measured with; run by hand, never as tests."""

"""What past sets show: how each session went, the maximum behind them, records, time off. Numbers only."""

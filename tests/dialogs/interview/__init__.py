"""The first conversation: what strangers type, the questions, and what the coach promises."""

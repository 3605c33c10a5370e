"""The weeks of training: days and slots, sets per muscle against the band, a lighter one, their times."""

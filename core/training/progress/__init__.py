"""Where training goes: what the last sessions of an exercise mean for its next, and for its goal."""

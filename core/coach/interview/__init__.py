"""Getting to know an athlete: the questions of the onboarding, and what answers mean, tapped or typed."""

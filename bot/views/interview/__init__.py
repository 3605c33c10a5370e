"""Getting to know an athlete: the onboarding's questions with their answers, and the profile they make."""
